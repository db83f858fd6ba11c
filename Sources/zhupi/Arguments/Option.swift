/// An option of the command line; the raw value is its name without the dashes.
enum Option: String, CaseIterable, Sendable {
  // Of every command
  case journal, author, config, encoding, color, help, version
  // Of the reader
  case theme, keymap
  // Of single commands
  case json, depth, check, article, clause, width, size, keys, format, write, output
  // Of annotations
  case at, quote, nth, note, tag, untag, status, due, assignee, state
  case followUp = "follow-up"
  case dueBefore = "due-before"

  /// The options that every command takes.
  static let common: [Option] = [.journal, .author, .config, .encoding, .color, .help, .version]

  /// The name as it is typed.
  var name: String { "--" + rawValue }

  /// What help calls the value; nil for a switch.
  var value: String? {
    switch self {
    case .journal: "DIR"
    case .author, .assignee, .encoding: "NAME"
    case .color: "auto|always|never"
    case .config, .output: "FILE"
    case .theme, .keymap: "NAME-OR-FILE"
    case .depth, .article, .clause: "N"
    case .width: "COLS"
    case .size: "COLSxROWS"
    case .keys: "\"KEYS\""
    case .format: "FORMAT"
    case .at: "PLACE"
    case .quote, .note: "TEXT"
    case .nth: "K"
    case .tag, .untag: "T"
    case .status: "S"
    case .state: "STATE"
    case .due, .dueBefore: "DATE"
    case .json, .check, .write, .followUp, .help, .version: nil
    }
  }
}
