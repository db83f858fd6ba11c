/// What the world outside tells the reader.
public enum InputEvent: Hashable, Sendable {
  /// A key was struck.
  case key(Key)
  /// Text was pasted: lines parted by `\n`, other controls as they came. Nothing in it is a command.
  case paste(String)
  /// The terminal has another size.
  case resize(Size)
  /// The mouse moved with a button down, was clicked or turned its wheel.
  case mouse(MouseEvent)
  /// The program was stopped and goes on; everything must be shown again.
  case resume
  /// The time asked for passed without anything happening.
  case tick
  /// The terminal answered how many cells it gives to a character of ambiguous width: 1 or 2.
  case ambiguousWidth(Int)
  /// The terminal answered whether its ground is light.
  case background(isLight: Bool)
  /// A descriptor that the caller asked to watch can be read.
  case readable(Int32)
  /// A signal asks the program to end, or (number 1) the terminal is gone.
  case terminate(signal: Int32)

  /// Whether it is the user's doing, to which an answer is due.
  public var isByHand: Bool {
    switch self {
    case .key, .paste, .mouse: true
    case .resize, .resume, .tick, .ambiguousWidth, .background, .readable, .terminate: false
    }
  }
}

/// What a mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// What happened.
  public enum Action: Hashable, Sendable {
    /// The left button went down.
    case press
    /// The mouse moved with the left button down.
    case drag
    /// The left button came up.
    case release
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
  }

  /// What happened.
  public var action: Action
  /// The cell under the mouse.
  public var place: Point

  /// Makes an event.
  public init(_ action: Action, at place: Point) {
    self.action = action
    self.place = place
  }
}
