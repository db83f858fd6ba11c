/// Typing a line, and what it does when it is accepted.
extension ReaderState {
  /// Opens a line to type in.
  mutating func openPrompt(_ purpose: Prompt.Purpose) -> [Effect] {
    let below: Mode.Below =
      switch mode {
      case .help(let help): .help(help)
      case .normal, .prompt: .panes
      }
    mode = .prompt(Prompt(purpose), below: below)
    updateCompletions()
    return []
  }

  /// Changes the line being typed.
  private mutating func changePrompt(_ body: (inout Prompt) -> Void) -> [Effect] {
    guard case .prompt(var prompt, let below) = mode else { return [.bell] }
    body(&prompt)
    mode = .prompt(prompt, below: below)
    return []
  }

  /// Puts typed or pasted characters into the line.
  mutating func type(_ scalars: some Sequence<Unicode.Scalar>) {
    _ = changePrompt { $0.insert(scalars) }
    updateCompletions()
    filterWhileTyping()
  }

  /// Carries out a command of typing. A deletion in an empty line closes it.
  mutating func editPrompt(_ command: Command) -> [Effect] {
    guard case .prompt(let prompt, _) = mode else { return [.bell] }
    if command == .deleteBefore, prompt.text.isEmpty { return cancel() }
    var kill = memory.prompts.kill
    let effects = changePrompt { $0.edit(command, kill: &kill) }
    memory.prompts.kill = kill
    updateCompletions()
    filterWhileTyping()
    return effects
  }

  /// Goes to the next or previous completion.
  mutating func completePrompt(by step: Int) -> [Effect] {
    changePrompt { $0.complete(by: step) }
  }

  /// Goes back or forth in what was typed before.
  mutating func recallEntry(by step: Int) -> [Effect] {
    guard case .prompt(let prompt, _) = mode else { return [.bell] }
    let history = memory.prompts.lines(for: prompt.purpose)
    return changePrompt { $0.recall(by: step, from: history) }
  }

  /// Takes the line and does what it is for.
  mutating func acceptPrompt() -> [Effect] {
    guard case .prompt(let prompt, let below) = mode else { return [.bell] }
    close(below)
    let words = prompt.string
    memory.prompts.add(words, for: prompt.purpose)
    switch prompt.purpose {
    case .search: return search(for: words, isBackward: false)
    case .searchBackward: return search(for: words, isBackward: true)
    case .command: return runPalette(words)
    case .filter:
      setFilter(words)
      return []
    }
  }

  /// Leaves the line; what stood below it comes back.
  private mutating func close(_ below: Mode.Below) {
    switch below {
    case .panes: mode = .normal
    case .help(let help): mode = .help(help)
    }
  }

  /// Shows what a filter does while it is typed.
  private mutating func filterWhileTyping() {
    guard case .prompt(let prompt, let below) = mode, prompt.purpose == .filter else { return }
    close(below)
    setFilter(prompt.string)
    let below2: Mode.Below = if case .help(let help) = mode { .help(help) } else { .panes }
    mode = .prompt(prompt, below: below2)
  }

  /// Gives up what waits: the line, the help, a filter, what the search shows.
  mutating func cancel() -> [Effect] {
    switch mode {
    case .prompt(let prompt, let below):
      close(below)
      if prompt.purpose == .filter { setFilter("") }
    case .help: mode = .normal
    case .normal:
      if panes.focus == .contents, contents.filter != nil {
        contents.setFilter("")
      } else if search != nil {
        search = nil
      } else if panes.isAlone {
        return toggleFocusMode()
      }
    }
    return []
  }
}
