/// Where keys are read: a pane, a mode or a view; the raw value is its name in keymap files.
public enum KeyContext: String, CaseIterable, Sendable {
  /// Everywhere but where text is typed.
  case global
  /// The contents pane.
  case contents
  /// The text pane.
  case text
  /// The annotations pane.
  case annotations
  /// Selecting, by character or by unit.
  case visual
  /// A line to type in: search, palette.
  case prompt
  /// A note being written.
  case note
  /// The issues of a folder.
  case library
  /// Follow-ups across issues.
  case followUps = "follow-ups"
  /// Two versions side by side.
  case compare
  /// The table of keys.
  case help

  /// The contexts whose keys count here, the first that knows a key deciding.
  public var chain: [KeyContext] {
    switch self {
    case .global: [.global]
    case .prompt, .note: [self]
    case .visual: [.visual, .text, .global]
    case .contents, .text, .annotations, .library, .followUps, .compare, .help: [self, .global]
    }
  }

  /// Whether the keys of `other` count here.
  func reaches(_ other: KeyContext) -> Bool {
    if other == self { return true }
    return !takesText && other == .global || self == .visual && other == .text
  }

  /// Whether keys without a command are text here, and digits no counts.
  public var takesText: Bool { self == .prompt || self == .note }
}
