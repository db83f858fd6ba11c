internal import BulletinCore

/// Running commands by name.
extension ReaderState {
  /// Opens the palette with words in it, as a command does that wants an argument.
  mutating func openPalette(_ words: String) -> [Effect] { openPrompt(.command, words) }

  /// Opens the palette for the number that a command wants.
  mutating func askNumber(for command: Command, _ question: Text) -> [Effect] {
    say(question)
    return openPalette(command.rawValue + " ")
  }

  /// Runs a line that a key stands for; without one the palette opens. A line that means nothing
  /// stands in it.
  mutating func runPalette(_ words: String?) -> [Effect] {
    guard let words else { return openPrompt(.command) }
    let line = PaletteLine(words)
    switch line {
    case .refused, .unknown:
      _ = openPalette(words)
      return complaint(about: line).map { refuse($0) } ?? []
    case .empty, .clause, .percent, .call, .synonym: return run(line)
    }
  }

  /// Runs the line that is typed. Where it cannot be run, it stays to be mended.
  mutating func acceptPalette(_ prompt: Prompt, below: Mode.Below) -> [Effect] {
    let typed = String(PaletteLine.command(in: prompt.string))
    let line = PaletteLine(typed)
    if let complaint = complaint(about: line) { return refuse(complaint) }
    close(below)
    let effects = run(line)
    if case .call(let call) = line, call.wantsChoice,
      effects == [.bell], message?.isError == true
    {
      mode = .prompt(prompt, below: below)
      return effects
    }
    return keep(typed, for: .command) + effects
  }

  private mutating func run(_ line: PaletteLine) -> [Effect] {
    switch line {
    case .empty, .refused, .unknown: return []
    case .clause(let number, let minor, let label):
      return goToClause(number, minor: minor, label: label)
    case .percent(let percent): return goToPercent(percent)
    case .call(let call):
      let effects = perform(call, count: nil)
      return effects == [.bell] && message == nil ? refuseElsewhere(call.command) : effects
    case .synonym(let synonym):
      switch synonym.meaning {
      case .command(let command): return perform(CommandCall(command), count: nil)
      case .says(let words): say(words)
      case .hidesSearch: search?.isShown = false
      case .leavesPaneAlone: if !panes.isAlone { return toggleFocusMode() }
      }
      return []
    }
  }

  /// Says where a command works that was called where it does not.
  private mutating func refuseElsewhere(_ command: Command) -> [Effect] {
    let entry = command.entry
    guard !entry.works(in: context) else { return [.bell] }
    let places = entry.contexts.map(\.title)
    let (zh, en) = (places.map(\.zh), places.map(\.en))
    return refuse(
      Text(
        zh: "\(command.rawValue) 在此无用：它用于\(zh.joined(separator: "、"))",
        en: "\(command.rawValue) does nothing here: it works in \(en.joined(separator: ", "))"))
  }

  /// Why a line cannot be run.
  private func complaint(about line: PaletteLine) -> Text? {
    switch line {
    case .empty, .clause, .percent, .call, .synonym: return nil
    case .refused(let reason): return reason
    case .unknown(let name):
      guard case .prompt(let prompt, _) = mode, !prompt.completions.isEmpty else {
        return Text(zh: "没有命令 \(name)", en: "no command \(name)")
      }
      if prompt.completions.count == 1,
        let only = NearestWord.find(name, among: prompt.completions.map(\.word))
      {
        return Text(
          zh: "没有命令 \(name)，是不是 \(only)？按 Tab 补上",
          en: "no command \(name); did you mean \(only)? Tab takes it")
      }
      if Palette.isBeginning(name) {
        return Text(
          zh: "\(name) 还不是命令的全名：接着打，或用 Tab 选",
          en: "\(name) is no command's whole name yet: type more of it, or choose with Tab")
      }
      return Text(
        zh: "没有命令 \(name)；相近的可用 Tab 选", en: "no command \(name); Tab chooses one like it")
    }
  }

  /// Finds what may be meant by what is typed.
  mutating func updateCompletions() {
    guard case .prompt(var prompt, let below) = mode else { return }
    switch prompt.purpose {
    case .command: prompt.completions = paletteCompletions(for: prompt.string)
    case .heading: prompt.completions = updateHeadings(prompt.string)
    case .tags:
      prompt.completions = TagWords.completions(
        for: prompt.beforeCaret, in: annotations.tagsInUse(and: knownTags))
    case .assignee:
      prompt.completions = TagWords.names(for: prompt.string, in: annotations.peopleInUse)
    case .search, .searchBackward, .filter, .dueDate: return
    }
    mode = .prompt(prompt, below: below)
  }

  private func paletteCompletions(for line: String) -> [Prompt.Completion] {
    let words = PaletteWords(String(PaletteLine.command(in: line)))
    if !words.hasRest {
      return Palette.completions(for: words.name, recent: memory.prompts.lines(for: .command))
    }
    if Palette.synonym(words.name) != nil { return [] }
    if let command = Palette.command(words.name) {
      return argumentCompletions(for: command, words)
    }
    return Palette.completions(for: words.name, before: words.rest)
  }
}

extension CommandCall {
  /// Whether what its command takes is one of a few things, so that a wrong one, or none where there
  /// must be one, is mended at once.
  fileprivate var wantsChoice: Bool {
    switch command.entry.group {
    case .session: argument != nil
    case .annotating: argument != nil || command == .setColor || command == .setStatus
    default: false
    }
  }
}
