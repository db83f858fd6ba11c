internal import AnnotationJournal

/// A command with its argument, as a key or the palette calls it: `search 算力`.
public struct CommandCall: Hashable, Sendable {
  /// What to do.
  public let command: Command
  /// The character, number or text that it carries; nothing where a prompt is to ask.
  public let argument: String?

  /// Makes a call.
  public init(_ command: Command, _ argument: String? = nil) {
    self.command = command
    self.argument = argument
  }

  /// Why words are no call.
  public struct Failure: Error, Equatable, Sendable {
    /// What is wrong with them.
    public let reason: Text
    /// The command that was probably meant.
    public let nearest: String?
  }

  /// Reads `NAME` or `NAME ARGUMENT`.
  public init(parsing words: String) throws(Failure) {
    if let command = Command(rawValue: words) {
      self.init(command)
      return
    }
    let parts = words.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    let name = parts.first.map(String.init) ?? ""
    guard let command = Command.named(name) else {
      throw Failure(
        reason: Text(zh: "未知的命令 \(name)", en: "unknown command \(name)"),
        nearest: NearestWord.find(name.lowercased(), among: Command.allCases.map(\.rawValue)))
    }
    let argument = parts.dropFirst().first.map { String($0.drop { $0 == " " }) } ?? ""
    self.init(command, argument.isEmpty ? nil : argument)
    guard !argument.isEmpty else { return }
    let complaint: Text? =
      switch command.entry.argument {
      case .none, .repeats: Text(zh: "\(name) 不带参数", en: "\(name) takes no argument")
      case .character where argument.unicodeScalars.count != 1:
        Text(zh: "\(name) 只带一个字符", en: "\(name) takes one character")
      case .number where !isNumber(argument):
        Text(zh: "\(name) 只带一个数字", en: "\(name) takes a number")
      case .character, .number, .text: nil
      }
    if let complaint { throw Failure(reason: complaint, nearest: nil) }
  }

  /// `NAME` or `NAME ARGUMENT`, as the parser reads it.
  public var words: String { argument.map { "\(command.rawValue) \($0)" } ?? command.rawValue }

  /// The number meant: the argument, else the count typed before the keys.
  public func number(count: Int?) -> Int? { argument.flatMap { Int($0) } ?? count }

  /// The words that the argument is one of; empty where it is free.
  var choices: [String] {
    switch command {
    case .setColor: AnnotationColor.allCases.map(\.rawValue)
    case .setStatus: FollowUpStatus.allCases.map(\.rawValue)
    case .sortAnnotations: AnnotationOrder.allCases.map(\.rawValue)
    default: []
    }
  }

  /// Whether a key is still to come before the command can run: `m` waits for `a`.
  var awaitsCharacter: Bool { argument == nil && command.entry.argument == .character }
}

private func isNumber(_ text: String) -> Bool {
  text.utf8.count <= 9 && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
}
