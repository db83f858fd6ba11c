/// Typing a line, and what it does when it is accepted.
extension ReaderState {
  /// Opens a line to type in.
  mutating func openPrompt(
    _ purpose: Prompt.Purpose, _ text: String = "", about subject: AnnotationSubject? = nil,
    count: Int = 1
  ) -> [Effect] {
    let below: Mode.Below =
      switch mode {
      case .help(let help): .help(help)
      case .visual(let selection): .visual(selection)
      case .normal, .prompt, .note: .panes
      }
    recallEarlierLines()
    var prompt = Prompt(purpose, text: text)
    prompt.subject = subject
    prompt.count = count
    mode = .prompt(prompt, below: below)
    updateCompletions()
    return []
  }

  private mutating func recallEarlierLines() {
    if !memory.prompts.isComplete { memory.prompts.take(setup.typedLines()) }
  }

  /// Keeps a line that was typed, also for later readings where it is a command or a search.
  mutating func keep(_ line: String, for purpose: Prompt.Purpose) -> [Effect] {
    let isNews = memory.prompts.lines(for: purpose).last != line
    memory.prompts.add(line, for: purpose)
    guard isNews, let typed = TypedLines(line, for: purpose) else { return [] }
    return [.saveLines(typed)]
  }

  /// Changes the line being typed.
  private mutating func changePrompt(_ body: (inout Prompt) -> Void) -> [Effect] {
    guard case .prompt(var prompt, let below) = mode else { return [.bell] }
    body(&prompt)
    mode = .prompt(prompt, below: below)
    return []
  }

  /// Puts typed or pasted characters into the line.
  mutating func type(_ scalars: some Sequence<Unicode.Scalar>) -> [Effect] {
    if case .note = mode { return typeNote(scalars) }
    _ = changePrompt { $0.insert(scalars) }
    updateCompletions()
    filterWhileTyping()
    return previewTheme()
  }

  /// Carries out a command of typing. A deletion in an empty line closes it.
  mutating func editPrompt(_ command: Command) -> [Effect] {
    if case .note = mode { return editNote(command) }
    guard case .prompt(let prompt, _) = mode else { return [.bell] }
    if command == .deleteBefore, prompt.text.isEmpty { return cancel() }
    var kill = memory.prompts.kill
    let effects = changePrompt { $0.edit(command, kill: &kill) }
    memory.prompts.kill = kill
    updateCompletions()
    filterWhileTyping()
    return effects + previewTheme()
  }

  /// Goes to the next or previous completion.
  mutating func completePrompt(by step: Int) -> [Effect] {
    changePrompt { $0.complete(by: step) } + previewTheme()
  }

  /// Shows a theme while it is chosen in the palette, and the one in use once it is not.
  private mutating func previewTheme() -> [Effect] {
    var name: String?
    if case .prompt(let prompt, _) = mode, prompt.purpose == .command,
      case .call(let call) = PaletteLine(prompt.string)
    {
      name = call.theme
    }
    if let wanted = name, !setup.themes().contains(wanted) { name = nil }
    guard name != nil || isPreviewing else { return [] }
    isPreviewing = name != nil
    return [.previewTheme(name)]
  }

  /// Goes back or forth in what was typed before; forth from the line itself goes into the list, and
  /// back from the list's head to the line.
  mutating func recallEntry(by step: Int) -> [Effect] {
    if case .note = mode { return editNote(step > 0 ? .olderEntry : .newerEntry) }
    guard case .prompt(let prompt, _) = mode else { return [.bell] }
    if prompt.isInList || step < 0 && !prompt.isRecalling {
      return changePrompt { $0.moveInList(by: -step) } + previewTheme()
    }
    let history = memory.prompts.lines(for: prompt.purpose)
    return changePrompt { $0.recall(by: step, from: history) } + previewTheme()
  }

  /// Takes the line and does what it is for.
  mutating func acceptPrompt() -> [Effect] {
    if case .note = mode { return acceptNote() }
    guard case .prompt(let prompt, let below) = mode else { return [.bell] }
    let words = prompt.string
    if let subject = prompt.subject { return accept(words, for: prompt.purpose, of: subject) }
    switch prompt.purpose {
    case .command: return acceptPalette(prompt, below: below)
    case .heading where headings?.matches.isEmpty == true: return refuseHeading()
    default: break
    }
    close(below)
    let kept = keep(words, for: prompt.purpose)
    switch prompt.purpose {
    case .search: return kept + search(for: words, isBackward: false, prompt.count)
    case .searchBackward: return kept + search(for: words, isBackward: true, prompt.count)
    case .filter:
      setFilter(words)
      return []
    case .heading: return goToHeading(number: prompt.chosen ?? 0)
    case .command, .tags, .dueDate, .assignee: return []
    }
  }

  /// Takes a line about an annotation; it stays open until the change is made.
  private mutating func accept(
    _ words: String, for purpose: Prompt.Purpose, of subject: AnnotationSubject
  ) -> [Effect] {
    switch purpose {
    case .tags: setTags(words, of: subject)
    case .dueDate: setDueDate(words, of: subject)
    case .assignee: setAssignee(words, of: subject)
    case .search, .searchBackward, .command, .heading, .filter: []
    }
  }

  /// Leaves the line; what stood below it comes back.
  mutating func close(_ below: Mode.Below) {
    switch below {
    case .panes: mode = .normal
    case .visual(let selection): mode = .visual(selection)
    case .help(let help): mode = .help(help)
    }
  }

  /// Shows what a filter does while it is typed.
  private mutating func filterWhileTyping() {
    guard case .prompt(let prompt, let below) = mode, prompt.purpose == .filter else { return }
    close(below)
    setFilter(prompt.string)
    // The filter has changed what lies below.
    var after = below
    if case .help(let help) = mode { after = .help(help) }
    mode = .prompt(prompt, below: after)
  }

  /// Gives up what waits: the line, the help, a filter, what the search shows.
  mutating func cancel() -> [Effect] {
    switch mode {
    case .prompt(let prompt, let below):
      close(below)
      if prompt.purpose == .filter { setFilter("") }
      headings = nil
      return previewTheme()
    case .help: closeHelp()
    case .visual: mode = .normal
    case .note: return leaveNote()
    case .normal:
      if panes.focus == .contents, contents.filter != nil {
        contents.setFilter("")
      } else if panes.focus == .annotations, annotationsPane.filter != nil {
        annotationsPane.setFilter("")
      } else if search?.isShown == true {
        search?.isShown = false
      } else if panes.isAlone {
        return toggleFocusMode()
      }
    }
    return []
  }
}
