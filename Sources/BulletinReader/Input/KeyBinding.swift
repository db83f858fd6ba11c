internal import AnnotationJournal
public import BulletinScreen

/// A key that may follow those typed so far, for the hint line.
public struct KeyFollower: Equatable, Sendable {
  /// The key.
  public let key: Key
  /// The command it leads to; nothing where further keys follow.
  public let call: CommandCall?

  /// The key as it is written, save that one reads `<` and not `<lt>`.
  public var keys: String { key == .character("<") ? "<" : KeyNotation.text(key) }
  /// A word or two on where it leads.
  public var hint: Text { call?.hint ?? Text(zh: "…", en: "…") }
}

extension CommandCall {
  /// A word or two on what it does; of those that set a colour or a status, which one.
  var hint: Text {
    if let argumentName { return argumentName }
    let hint = command.entry.hint
    guard let argument else { return hint }
    return Text(zh: "\(hint.zh) \(argument)", en: "\(hint.en) \(argument)")
  }

  /// What people call the colour or the status that the argument is.
  fileprivate var argumentName: Text? {
    guard let argument else { return nil }
    return switch command {
    case .setColor: AnnotationColor.named(argument)?.name
    case .setStatus: FollowUpStatus(rawValue: argument)?.name
    default: nil
    }
  }
}

/// One line of the table of keys.
public struct KeyBinding: Equatable, Sendable {
  /// The keys in the notation of keymap files.
  public let keys: String
  /// What they call.
  public let call: CommandCall
  /// Where they do.
  public let context: KeyContext

  /// The keys as help writes them, with what is to be typed besides: `m{x}`, `{n}gc`.
  public var shownKeys: String {
    switch call.command.entry.argument {
    case .character where call.argument == nil: keys + "{x}"
    case .number where call.argument == nil: "{n}" + keys
    case .none, .repeats, .character, .number, .text: keys
    }
  }

  /// The line of help.
  public var help: Text {
    let (hint, help) = (call.command.entry.hint, call.command.entry.help)
    if let name = call.argumentName {
      return Text(zh: "\(hint.zh)：\(name.zh)", en: "\(hint.en): \(name.en)")
    }
    guard let argument = call.argument else { return help }
    return Text(zh: "\(help.zh)：\(argument)", en: "\(help.en): \(argument)")
  }
}
