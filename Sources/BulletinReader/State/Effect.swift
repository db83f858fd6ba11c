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
  /// Remember what was just typed into the palette or searched for.
  case saveLines(TypedLines)
  /// Do something to the journal, then call `Session.finish`.
  case journal(JournalRequest)
  /// What is typed into a note changed: keep `Session.draft`, at most once a second.
  case draftChanged
  /// Keep a note that was closed without being saved.
  case saveDraft(NoteDraft)
  /// Forget the draft of a subject.
  case discardDraft(AnnotationSubject)
  /// Switch to a theme, then call `Session.use`; nothing in front of it was refused.
  case useTheme(String)
  /// Show a theme while it is chosen; nil goes back to the one in use.
  case previewTheme(String?)
  /// Switch to a keymap, then call `Session.use`.
  case useKeymap(String)
  /// Listen to the mouse, or leave it to the terminal.
  case reportMouse(Bool)
  /// Give characters of ambiguous width two cells, or one.
  case useAmbiguousWidth(isWide: Bool)
  /// Put a text on the clipboard, then call `Session.show`.
  case copy(String)
  /// Write the annotations to a file, then call `Session.show`. The path is as it was typed; a file
  /// that is there already is left as it is unless it may be overwritten.
  case export(ExportFormat, String, overwrites: Bool)
  /// Open the user's editor on a text, then call `Session.replaceNote`.
  case editExternally(String)
  /// Tell that nothing could be done.
  case bell
}
