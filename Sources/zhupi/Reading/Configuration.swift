import BulletinReader

/// The user's configuration, `config.json`:
/// `{ "theme", "keymap", "language": "zh"|"en", "measure": 44, "ambiguousWide": false, "mouse": true,
/// "journal": "~/notes/journal", "author": "…", "copyCommand": "wl-copy" }`.
struct Configuration: Sendable {
  /// A theme's name or file.
  private(set) var theme: String?
  /// A keymap's name or file.
  private(set) var keymap: String?
  /// The language of the interface.
  private(set) var language: Language?
  /// How many Chinese characters a row of text takes at most.
  private(set) var measure: Int?
  /// Whether the terminal gives two cells to “ ” … —; asked of the terminal where not said.
  private(set) var ambiguousWide: Bool?
  /// Whether the mouse is listened to.
  private(set) var mouse = true
  /// The journal's folder: an absolute path, or one that begins with `~/`.
  private(set) var journal: String?
  /// Who annotates.
  private(set) var author: String?
  /// The program that takes what is copied, with its arguments.
  private(set) var copyCommand: String?
  /// What is wrong in the file; the rest of it counts.
  private(set) var problems: [SettingsProblem] = []

  private static let keys = [
    "theme", "keymap", "language", "measure", "ambiguousWide", "mouse", "journal", "author",
    "copyCommand",
  ]
  private static let measures = 10.0...200.0

  /// The configuration in force: the file named, else the user's own where there is one.
  static func load(_ invocation: Invocation) throws(Failure) -> Configuration {
    if let file = invocation.arguments.word(.config) {
      return Configuration(try readFile(file), file: file.text)
    }
    guard let file = invocation.environment.configFolder?.appending("config.json"), exists(file)
    else { return Configuration() }
    return Configuration(try readFile(file), file: file.text)
  }

  private init() {}

  /// Reads a file; what is wrong is left out and reported.
  init(_ bytes: [UInt8], file: String) {
    let json: LinedJSON
    do throws(LinedJSONParser.Failure) {
      json = try LinedJSONParser.parse(bytes)
    } catch {
      problems = [SettingsProblem(file: file, line: error.line, reason: error.reason)]
      return
    }
    guard let members = json.members else {
      let reason = Text(zh: "文件应是一个 JSON 对象", en: "the file must be a JSON object")
      problems = [SettingsProblem(file: file, line: json.line, reason: reason)]
      return
    }
    for member in members { read(member, file) }
  }

  private mutating func read(_ member: LinedJSON.Member, _ file: String) {
    var expected: Text?
    switch (member.key, member.value.content) {
    case ("theme", .string(let name)): theme = name
    case ("keymap", .string(let name)): keymap = name
    case ("theme", _), ("keymap", _):
      expected = Text(zh: "应是名称或文件的字符串", en: "must be a string, a name or a file")
    case ("language", .string("zh")): language = .chinese
    case ("language", .string("en")): language = .english
    case ("language", _): expected = Text(zh: "应是 \"zh\" 或 \"en\"", en: "must be \"zh\" or \"en\"")
    case ("measure", .number(let number)) where Self.measures.contains(number):
      measure = Int(number)
    case ("measure", _):
      expected = Text(zh: "应是 10 到 200 的数", en: "must be a number from 10 to 200")
    case ("journal", .string(let path)) where path.hasPrefix("/") || path.hasPrefix("~/"):
      journal = path
    case ("journal", _):
      expected = Text(
        zh: "应是绝对路径，或以 ~/ 开头", en: "must be an absolute path, or begin with ~/")
    case ("copyCommand", .string(let command)) where command.contains { $0 != " " }:
      copyCommand = command
    case ("copyCommand", _):
      expected = Text(
        zh: "应是一条命令的字符串，如 \"wl-copy\"", en: "must be a string, a command such as \"wl-copy\"")
    case ("author", .string(let name)) where !name.isEmpty: author = name
    case ("author", _): expected = Text(zh: "应是姓名的字符串", en: "must be a string, a name")
    case ("ambiguousWide", .bool(let isWide)): ambiguousWide = isWide
    case ("mouse", .bool(let isOn)): mouse = isOn
    case ("ambiguousWide", _), ("mouse", _):
      expected = Text(zh: "应是 true 或 false", en: "must be true or false")
    default: expected = Text(zh: "未知的键", en: "unknown key")
    }
    guard let expected else { return }
    let isKnown = Self.keys.contains(member.key)
    problems.append(
      SettingsProblem(
        file: file, line: member.line, subject: member.key, reason: expected,
        nearest: isKnown ? nil : NearestWord.find(member.key, among: Self.keys)))
  }
}
