/// What a command wants done in the world.
public enum Effect: Equatable, Sendable {
  /// Leave the program.
  case quit
  /// Stop, and go on when the shell says so.
  case suspend
  /// Forget what the terminal shows; the next frame is drawn whole.
  case redraw
  /// Read the file again, then call `Session.reload` or `Session.show`.
  case reload
  /// Remember where one reads; writing it at most once a second is enough.
  case savePlace(Place)
  /// Remember how the panes part the screen.
  case saveSplit(PaneSplit)
  /// Tell that nothing could be done.
  case bell
}
