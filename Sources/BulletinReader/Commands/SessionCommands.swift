/// Help, and leaving.
extension ReaderState {
  /// Opens the table of keys, or closes it.
  mutating func openHelp() -> [Effect] {
    if case .help = mode { closeHelp() } else { mode = .help(HelpState(selection: selection)) }
    return []
  }

  /// Closes the table of keys; what was selected is again.
  mutating func closeHelp() {
    guard case .help(let help) = mode else { return }
    mode = help.selection.map(Mode.visual) ?? .normal
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
    switch mode {
    case .normal: return [.quit]
    case .help: closeHelp()
    case .visual, .prompt, .note: mode = .normal
    }
    return []
  }
}
