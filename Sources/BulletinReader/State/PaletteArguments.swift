internal import AnnotationJournal

/// What may follow a command's name in the palette.
extension ReaderState {
  /// Whole lines to choose from for `NAME ARGUMENT`, those that fit best first.
  func argumentCompletions(for command: Command, _ words: PaletteWords) -> [Prompt.Completion] {
    let name = command.rawValue + (words.isForced ? "!" : "")
    return FuzzyMatch(words.rest).best(of: choices(for: command, words.rest)) {
      [$0.word, $0.help.zh, $0.help.en]
    }
    .map { Prompt.Completion(word: "\(name) \($0.word)", help: $0.help) }
  }

  private func choices(for command: Command, _ typed: String) -> [Prompt.Completion] {
    switch command {
    case .theme: marked(command.choices(among: setup.names), present: setup.theme)
    case .keymap: marked(command.choices(among: setup.names), present: setup.keymap)
    case .tag: annotations.tagsInUse(and: knownTags).map { named($0.tag) }
    case .assign: annotations.peopleInUse.map { named($0.name) }
    case .followUp: Self.dates.map { named($0) }
    case .set: settings(typed)
    default: command.choices(among: setup.names)
    }
  }

  private static let dates = ["today", "tomorrow", "+7d", "+2w", "周五", "下周一"]

  /// Names of settings, and behind a name its values.
  private func settings(_ typed: String) -> [Prompt.Completion] {
    SessionSetting.allCases.flatMap { setting in
      guard typed.hasPrefix(setting.rawValue) else {
        return [Prompt.Completion(word: setting.rawValue, help: setting.help)]
      }
      return setting.values(among: setup.names).map {
        Prompt.Completion(word: "\(setting.rawValue)=\($0)", help: setting.help)
      }
    }
  }

  /// Words with a remark on the one in use.
  private func marked(_ words: [Prompt.Completion], present: String) -> [Prompt.Completion] {
    words.map {
      $0.word == present
        ? Prompt.Completion(word: $0.word, help: Text(zh: "现用", en: "in use")) : $0
    }
  }

  private func named(_ name: String) -> Prompt.Completion {
    Prompt.Completion(word: name, help: .nothing)
  }
}

extension Text {
  /// No words.
  static let nothing = Text(zh: "", en: "")
}

extension CommandCall {
  /// The theme that the line chooses: `theme paper`, `set theme=paper`.
  var theme: String? {
    switch command {
    case .theme: argument
    case .set:
      argument.flatMap(SessionSetting.read).flatMap { $0.setting == .theme ? $0.value : nil }
    default: nil
    }
  }
}
