/// A command with its argument, as a key or the palette calls it: `search 算力`.
public struct CommandCall: Hashable, Sendable {
  /// What to do.
  public let command: Command
  /// The character, number or text that it carries; nothing where a prompt is to ask.
  public let argument: String?
  /// Whether it may write over what is there: `export! csv notes.csv`.
  public let isForced: Bool

  /// Makes a call.
  public init(_ command: Command, _ argument: String? = nil, isForced: Bool = false) {
    self.command = command
    self.argument = argument
    self.isForced = isForced
  }

  /// Why words are no call.
  public struct Failure: Error, Equatable, Sendable {
    /// What is wrong with them.
    public let reason: Text
    /// The word that is no command.
    fileprivate var unknown: String?

    /// The command that was probably meant.
    public var nearest: String? {
      unknown.flatMap { word in
        NearestWord.find(word.lowercased(), among: Command.allCases.map(\.rawValue))
      }
    }
  }

  /// Reads `NAME` or `NAME ARGUMENT`.
  public init(parsing words: String) throws(Failure) {
    if let command = Command(rawValue: words) {
      self.init(command)
      return
    }
    let parts = PaletteWords(words)
    guard let command = Command.named(parts.name) else {
      throw Failure(
        reason: Text(zh: "未知的命令 \(parts.name)", en: "unknown command \(parts.name)"),
        unknown: parts.name)
    }
    try self.init(command, typed: parts.rest, isForced: parts.isForced)
  }

  /// A command with what was typed behind its name: names and numbers also in full-width forms, text
  /// just as it is.
  init(_ command: Command, typed: String, isForced: Bool = false) throws(Failure) {
    var argument = typed
    if !command.searchesWords {
      while argument.last == " " { argument.removeLast() }
    }
    if !command.takesOwnWords { argument = SearchPattern.folded(argument) }
    self.init(command, argument.isEmpty ? nil : argument, isForced: isForced)
    guard !argument.isEmpty else { return }
    let name = command.rawValue
    let complaint: Text? =
      switch command.entry.argument {
      case .none, .repeats: Text(zh: "\(name) 不带参数", en: "\(name) takes no argument")
      case .character where argument.unicodeScalars.count != 1:
        Text(zh: "\(name) 只带一个字符", en: "\(name) takes one character")
      case .number where !Self.isNumber(argument[...]):
        Text(zh: "\(name) 只带一个数字", en: "\(name) takes a number")
      case .character, .number, .text: nil
      }
    if let complaint { throw Failure(reason: complaint) }
  }

  /// `NAME` or `NAME ARGUMENT`, as the parser reads it.
  public var words: String {
    let name = command.rawValue + (isForced ? "!" : "")
    return argument.map { "\(name) \($0)" } ?? name
  }

  /// The number meant: the argument, else the count typed before the keys.
  public func number(count: Int?) -> Int? { argument.flatMap { Int($0) } ?? count }

  /// Whether a key is still to come before the command can run: `m` waits for `a`.
  var awaitsCharacter: Bool { argument == nil && command.entry.argument == .character }

  /// Whether a text is digits alone, and not more of them than can be reckoned with.
  static func isNumber(_ text: Substring) -> Bool {
    1...9 ~= text.utf8.count
      && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}

extension Command {
  /// Whether blanks at the end of what it takes may be meant.
  fileprivate var searchesWords: Bool {
    switch self {
    case .search, .searchBackward, .filter: true
    default: false
    }
  }

  /// Whether it takes words of the user's own, such as a file's name, and no name or number that the
  /// program knows.
  fileprivate var takesOwnWords: Bool {
    switch self {
    case .search, .searchBackward, .filter, .tag, .followUp, .assign, .export, .goToHeading,
      .palette:
      true
    default: false
    }
  }
}
