/// Help, and leaving.
extension ReaderState {
  /// Opens the table of keys, or closes it.
  mutating func openHelp() -> [Effect] {
    if case .help = mode { mode = .normal } else { mode = .help(HelpState()) }
    return []
  }

  /// Scrolls the help by rows.
  /// - Returns: whether it is open.
  mutating func scrollHelp(by rows: Int) -> Bool {
    guard case .help(var help) = mode else { return false }
    help.scrolled = max(0, help.scrolled + rows)
    mode = .help(help)
    return true
  }

  /// Closes what lies over the panes, else leaves the program.
  mutating func close() -> [Effect] {
    guard case .normal = mode else {
      mode = .normal
      return []
    }
    return [.quit]
  }
}
