internal import AnnotationJournal

/// The names that arguments of commands may be; none where they are not known.
struct ArgumentNames {
  var themes: @Sendable () -> [String] = { [] }
  var keymaps: @Sendable () -> [String] = { [] }
}

/// A word of an argument that means nothing.
struct UnknownWord {
  fileprivate let command: Command
  fileprivate let word: String
  fileprivate let choices: [String]

  /// The word that was probably meant.
  var nearest: String? { NearestWord.find(word, among: choices) }

  /// What is wrong, with all there is where nothing is near.
  var reason: Text {
    let (name, list) = (command.rawValue, nearest == nil ? choices.joined(separator: " ") : "")
    return Text(
      zh: "\(name) 没有 \(word)" + (list.isEmpty ? "" : "；有：\(list)"),
      en: "\(name) has no \(word)" + (list.isEmpty ? "" : "; there are: \(list)"))
  }
}

extension Command {
  /// The words to choose from for its argument, or for what that begins with; none where it is free.
  func choices(among names: ArgumentNames) -> [Prompt.Completion] {
    switch self {
    case .setColor: AnnotationColor.allCases.map { .init(word: $0.rawValue, help: $0.name) }
    case .setStatus: FollowUpStatus.allCases.map { .init(word: $0.rawValue, help: $0.name) }
    case .sortAnnotations: AnnotationOrder.allCases.map { .init(word: $0.rawValue, help: $0.name) }
    case .export: ExportFormat.allCases.map { .init(word: $0.rawValue, help: $0.help) }
    case .set: SessionSetting.allCases.map { .init(word: $0.rawValue, help: $0.help) }
    case .theme: names.themes().map { .init(word: $0, help: .nothing) }
    case .keymap: names.keymaps().map { .init(word: $0, help: .nothing) }
    default: []
    }
  }
}

extension CommandCall {
  /// The word of the argument that should be one of a few and is not, as the command itself reads
  /// it.
  func unknownWord(among names: ArgumentNames) -> UnknownWord? {
    guard let argument else { return nil }
    let choices = command.choices(among: names).map(\.word)
    guard !choices.isEmpty else { return nil }
    func unknown(_ word: String, among choices: [String]) -> UnknownWord {
      UnknownWord(command: command, word: word, choices: choices)
    }
    let isKnown: Bool
    switch command {
    case .setColor: isKnown = AnnotationColor.named(argument) != nil
    case .setStatus: isKnown = FollowUpStatus.named(argument) != nil
    case .export:
      if ExportFormat.read(argument) != nil { return nil }
      return unknown(PaletteWords(argument).name, among: choices)
    case .set:
      guard let (setting, value) = SessionSetting.read(argument) else {
        return unknown(SessionSetting.name(in: argument), among: choices)
      }
      let values = setting.values(among: names)
      guard let value, !values.isEmpty, !values.contains(value) else { return nil }
      return unknown(value, among: values)
    default: isKnown = choices.contains(argument)
    }
    return isKnown ? nil : unknown(argument, among: choices)
  }
}
