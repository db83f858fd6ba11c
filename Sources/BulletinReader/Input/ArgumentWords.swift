internal import AnnotationJournal

/// The names that arguments of commands may be; none where they are not known.
struct ArgumentNames {
  var themes: [String] = []
  var keymaps: [String] = []
}

/// A word of an argument that means nothing.
struct UnknownWord {
  fileprivate let command: String
  fileprivate let word: String
  fileprivate let choices: [String]

  /// The word that was probably meant.
  var nearest: String? { NearestWord.find(word, among: choices) }

  /// What is wrong, with all there is where nothing is near.
  var reason: Text {
    let list = nearest == nil ? choices.joined(separator: " ") : ""
    return Text(
      zh: "\(command) 没有 \(word)" + (list.isEmpty ? "" : "；有：\(list)"),
      en: "\(command) has no \(word)" + (list.isEmpty ? "" : "; there are: \(list)"))
  }
}

extension CommandCall {
  /// The first word of the argument that should be one of a few and is not.
  func unknownWord(among names: ArgumentNames) -> UnknownWord? {
    let words = (argument ?? "").split { $0 == " " || command == .set && $0 == "=" }
      .map(String.init)
    guard let first = words.first else { return nil }
    if command == .export, words.count == 1, ExportFormat(fileName: first) != nil { return nil }
    let choices = choices(among: names)
    if !choices.isEmpty, !choices.contains(first) { return unknown(first, choices) }
    guard command == .set, words.count > 1, let setting = SessionSetting(rawValue: first) else {
      return nil
    }
    let values = setting.values(themes: names.themes, keymaps: names.keymaps)
    return values.isEmpty || values.contains(words[1]) ? nil : unknown(words[1], values)
  }

  private func unknown(_ word: String, _ choices: [String]) -> UnknownWord {
    UnknownWord(command: command.rawValue, word: word, choices: choices)
  }

  /// The words that the first of the argument is one of; empty where it is free.
  private func choices(among names: ArgumentNames) -> [String] {
    switch command {
    case .setColor: AnnotationColor.allCases.map(\.rawValue)
    case .setStatus: FollowUpStatus.allCases.map(\.rawValue)
    case .sortAnnotations: AnnotationOrder.allCases.map(\.rawValue)
    case .set: SessionSetting.allCases.map(\.rawValue)
    case .export: ExportFormat.allCases.map(\.rawValue)
    case .theme: names.themes
    case .keymap: names.keymaps
    default: []
    }
  }
}
