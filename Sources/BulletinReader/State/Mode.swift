/// What keys mean.
enum Mode: Sendable {
  /// They are commands to the pane with the focus.
  case normal
  /// They are typed into a line; `below` is what comes back when it closes.
  case prompt(Prompt, below: Below)
  /// They move through the table of keys.
  case help(HelpState)

  /// What a prompt stands before.
  enum Below: Sendable {
    case panes
    case help(HelpState)
  }
}

/// The table of keys while it is open.
struct HelpState: Equatable, Sendable {
  /// Rows above the first one that shows.
  var scrolled = 0
  /// Only lines with these words are listed.
  var filter = ""
}

/// What the message line says until the next key.
struct Message: Equatable, Sendable {
  /// The words.
  let words: String
  /// Whether something went wrong.
  var isError = false
}
