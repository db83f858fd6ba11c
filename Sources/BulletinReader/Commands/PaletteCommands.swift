internal import BulletinCore

/// Running commands by name.
extension ReaderState {
  /// Opens the palette with words in it, as a command does that wants an argument.
  mutating func openPalette(_ words: String) -> [Effect] { openPrompt(.command, words) }

  /// Runs `NAME ARGUMENT`, a clause's number or label, or a percentage; nothing opens the palette.
  mutating func runPalette(_ words: String?) -> [Effect] {
    guard let words else { return openPrompt(.command) }
    let trimmed = words.split(separator: " ").joined(separator: " ")
    guard !trimmed.isEmpty else { return [] }
    if let command = Palette.synonyms[trimmed] { return perform(CommandCall(command), count: nil) }
    if let place = clausePlace(trimmed) { return place }
    if trimmed.hasSuffix("%"), let percent = Int(trimmed.dropLast()) { return goToPercent(percent) }
    do throws(CommandCall.Failure) {
      let call = try CommandCall(parsing: trimmed)
      guard call.command.entry.group != .typing else { return unknown(trimmed, nil) }
      return perform(call, count: nil)
    } catch {
      let fitting = Palette.completions(for: trimmed)
      if fitting.count == 1, let call = try? CommandCall(parsing: fitting[0].word) {
        return perform(call, count: nil)
      }
      if Command.named(trimmed.prefix { $0 != " " }.description) != nil {
        say(error.reason, isError: true)
        return [.bell]
      }
      return unknown(trimmed, error.nearest)
    }
  }

  private mutating func unknown(_ words: String, _ nearest: String?) -> [Effect] {
    let advice = nearest.map { Text(zh: "，是不是 \($0)？", en: "; did you mean \($0)?") }
    say(
      Text(
        zh: "没有命令 \(words)\(advice?.zh ?? "")", en: "no command \(words)\(advice?.en ?? "")"),
      isError: true)
    return [.bell]
  }

  /// `8`, `第八条`, `第六条之一`, `第8条`: a clause of the article being read.
  private mutating func clausePlace(_ words: String) -> [Effect]? {
    if let number = Int(words), number >= 0 { return goToClause(number) }
    let scalars = Array(words.unicodeScalars)
    guard let label = ClauseLabel(in: scalars, at: 0), label.range.count == scalars.count else {
      return nil
    }
    guard let article,
      let line = bulletin.clause(label.number, minor: label.minor, inArticle: article)
    else {
      say(Text(zh: "本篇没有\(words)", en: "this article has no \(words)"), isError: true)
      return [.bell]
    }
    return jump(toLine: line)
  }

  /// Finds the commands that what is typed may mean.
  mutating func updateCompletions() {
    guard case .prompt(var prompt, let below) = mode else { return }
    switch prompt.purpose {
    case .command:
      let line = prompt.string
      prompt.completions =
        line.contains(" ") ? argumentCompletions(for: line) : Palette.completions(for: line)
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
}

/// The names to choose from in the palette.
enum Palette {
  /// Commands that the words may mean, by name or help, those that fit best first.
  static func completions(for words: String) -> [Prompt.Completion] {
    FuzzyMatch(words).best(of: all) { command in
      let entry = command.entry
      return [command.rawValue, entry.hint.zh, entry.help.zh, entry.help.en]
    }
    .map { Prompt.Completion(word: $0.rawValue, help: $0.entry.help) }
  }

  /// What hands that know vim type without thinking.
  static let synonyms: [String: Command] = [
    "q": .close, "q!": .close, "qa": .close, "quit": .close, "wq": .close, "x": .close, "h": .help,
    "e": .reload, "e!": .reload,
  ]

  private static let all = Command.allCases.filter { $0.entry.group != .typing }
}
