/// The names that the palette knows, and what it offers while one of them is typed.
enum Palette {
  /// The command of a name in either language, or the only one whose name begins so. What changes
  /// annotations is called by its whole name alone.
  /// - Parameter name: half-width and in small letters.
  static func command(_ name: String) -> Command? {
    if let command = Command.named(name) { return command.entry.group == .typing ? nil : command }
    let called = all.filter { $0.entry.hint.zh == name }
    if called.count == 1 { return called[0] }
    guard name.unicodeScalars.count >= 2 else { return nil }
    let beginning = all.filter { $0.isCalled(beginning: name) }
    guard beginning.count == 1, beginning[0].entry.group != .annotating else { return nil }
    return beginning[0]
  }

  /// What a name that is no command's means to hands that know vim or less, by its beginning too.
  static func synonym(_ name: String) -> PaletteSynonym? {
    if let synonym = PaletteSynonym.named(name) { return synonym }
    guard name.unicodeScalars.count >= 2, !isBeginning(name) else { return nil }
    return PaletteSynonym.named(beginning: name)
  }

  /// Whether a command's name begins so.
  static func isBeginning(_ name: String) -> Bool { all.contains { $0.isCalled(beginning: name) } }

  /// Commands that the words may mean, by name or help, those that fit best first. Of nothing typed,
  /// the lines typed before and what one looks for come first.
  static func completions(for words: String, recent lines: [String] = []) -> [Prompt.Completion] {
    let name = SearchPattern.folded(words).lowercased()
    guard !name.isEmpty else { return first(recent: lines) }
    let synonym = synonym(name).map {
      Prompt.Completion(word: $0.name(beginning: name), help: $0.help)
    }
    let fitting = fitting(name, among: all)
    return (synonym.map { [$0] } ?? []) + fitting.map(completion)
  }

  /// Whole lines where no command has the name that `rest` follows: commands that take something.
  static func completions(for name: String, before rest: String) -> [Prompt.Completion] {
    let taking = all.filter {
      $0.entry.argument != .none && $0.entry.argument != .repeats
        && (try? CommandCall($0, typed: rest)) != nil
    }
    return fitting(name, among: taking).map {
      Prompt.Completion(word: "\($0.rawValue) \(rest)", help: $0.entry.help)
    }
  }

  private static func fitting(_ name: String, among commands: [Command]) -> [Command] {
    let found = FuzzyMatch(name).best(of: commands) { command in
      let entry = command.entry
      return [command.rawValue, entry.hint.zh, entry.help.zh, entry.help.en]
    }
    guard found.isEmpty else { return found }
    return NearestWord.find(name, among: commands.map(\.rawValue)).flatMap(Command.named)
      .map { [$0] } ?? []
  }

  private static func first(recent lines: [String]) -> [Prompt.Completion] {
    let chosen = lines.reversed().filter { PaletteSynonym.named(PaletteWords($0).name) == nil }
    let recent = chosen.prefix(mostRecent).map { line in
      Prompt.Completion(word: line, help: command(PaletteWords(line).name)?.entry.help ?? noHelp)
    }
    let said = Set(recent.map(\.word))
    let rest = useful + all.filter { !useful.contains($0) }
    return recent + rest.map(completion).filter { !said.contains($0.word) }
  }

  private static func completion(_ command: Command) -> Prompt.Completion {
    Prompt.Completion(word: command.rawValue, help: command.entry.help)
  }

  private static let all = Command.allCases.filter { $0.entry.group != .typing }
  private static let mostRecent = 5
  private static let noHelp = Text(zh: "", en: "")

  /// What one opens the palette for: it has no key, or one that is hard to remember.
  private static let useful: [Command] = [
    .help, .goToHeading, .goToClause, .goToPage, .export, .theme, .keymap, .width, .set,
    .sortAnnotations, .resumeNote, .reload, .showPlace, .toggleFocusMode, .close,
  ]
}

extension Command {
  /// Whether its name in either language begins so.
  fileprivate func isCalled(beginning name: String) -> Bool {
    rawValue.hasPrefix(name) || entry.hint.zh.hasPrefix(name)
  }
}
