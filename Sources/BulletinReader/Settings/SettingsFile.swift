/// A keymap or theme file before it is read.
public struct SettingsFile: Sendable {
  /// How messages call it: a path, or the name of a built-in one.
  public let name: String
  /// What stands in it, or why that cannot be had.
  let content: Result<[UInt8], SettingsProblem>
  /// Whether it comes with the program, where nothing can be put right in it.
  let isBuiltIn: Bool

  /// Makes a file of its name and its bytes.
  public init(name: String, bytes: [UInt8], isBuiltIn: Bool = false) {
    self.name = name
    content = .success(bytes)
    self.isBuiltIn = isBuiltIn
  }

  /// Makes a file that is there and cannot be read.
  public init(name: String, unreadable reason: Text) {
    self.name = name
    content = .failure(SettingsProblem(file: name, line: 0, reason: reason))
    isBuiltIn = false
  }

  /// What others call it when they extend it: `vim` for `…/keymaps/vim.json`.
  var calledName: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return last.hasSuffix(".json") ? String(last.dropLast(5)) : last
  }
}

/// The files that `extends` can name: the user's own before the built-in ones.
public struct SettingsLibrary: Sendable {
  /// The names to choose from, for messages and listings.
  public let names: [String]
  private let own: @Sendable (String) -> SettingsFile?
  private let builtIn: @Sendable (String) -> SettingsFile?

  /// Makes a library that finds a file by its name, first with `own`, then with `builtIn`.
  public init(
    names: [String], own: @escaping @Sendable (String) -> SettingsFile? = { _ in nil },
    builtIn: @escaping @Sendable (String) -> SettingsFile?
  ) {
    self.names = names
    self.own = own
    self.builtIn = builtIn
  }

  /// The file of a name.
  public func file(named name: String) -> SettingsFile? { own(name) ?? builtIn(name) }

  /// The file of a name that comes with the program, whatever the user has.
  func builtInFile(named name: String) -> SettingsFile? { builtIn(name) }

  /// What comes with the program alone.
  var builtInOnly: SettingsLibrary { SettingsLibrary(names: names, builtIn: builtIn) }
}

/// A file that was read as JSON, its members ready to be understood.
struct SettingsDocument {
  let file: String
  /// What others call it when they extend it.
  let calledName: String
  let isBuiltIn: Bool
  let members: [LinedJSON.Member]

  /// The text under a key, if it is one.
  func string(_ key: String) -> String? { members.last { $0.key == key }?.value.string }

  /// Takes a member that must be a text, or notes the problem and leaves what was there.
  func readText(
    _ member: LinedJSON.Member, into text: inout String, _ problems: inout ProblemList
  ) {
    if let value = member.value.string {
      text = value
    } else {
      problems.append(problem(member.line, member.key, .mustBeText))
    }
  }

  /// A problem in this file.
  func problem(
    _ line: Int, _ subject: String, _ reason: Text, nearest: String? = nil,
    severity: SettingsProblem.Severity = .error
  ) -> SettingsProblem {
    SettingsProblem(
      file: file, line: line, subject: subject, reason: reason, nearest: nearest,
      severity: severity)
  }
}

/// Reads a file and those that it extends. What comes with the program stands in for a file of the
/// same name that cannot be read.
struct SettingsChain {
  /// The files, what is extended before what extends it.
  private(set) var documents: [SettingsDocument] = []
  private(set) var problems = ProblemList()
  /// Whether the file, or one that is to be extended, could not be read.
  private(set) var isCutShort = false

  private static let longest = 8

  /// Reads `file` and follows `extends` through `library`; `keys` may stand at the top of a file.
  init(_ file: SettingsFile, from library: SettingsLibrary, keys: [String]) {
    var next: SettingsFile? = file
    var seen: [String] = []
    while let file = next {
      next = nil
      seen.append(file.name)
      guard let document = read(file, keys: keys) else {
        let standIn = library.builtInFile(named: file.calledName)
        next = standIn.flatMap { seen.contains($0.name) ? nil : $0 }
        isCutShort = next == nil
        continue
      }
      documents.insert(document, at: 0)
      guard let extends = document.members.last(where: { $0.key == "extends" })?.value else {
        continue
      }
      if case .null = extends.content { continue }
      next = extended(extends, in: document, from: library, seen: seen)
      isCutShort = next == nil
    }
  }

  private mutating func read(_ file: SettingsFile, keys: [String]) -> SettingsDocument? {
    let json: LinedJSON
    switch file.content {
    case .failure(let problem):
      problems.append(problem)
      return nil
    case .success(let bytes):
      do throws(LinedJSONParser.Failure) {
        json = try LinedJSONParser.parse(bytes)
      } catch {
        problems.append(SettingsProblem(file: file.name, line: error.line, reason: error.reason))
        return nil
      }
    }
    guard let members = json.members else {
      let reason = Text(zh: "文件应是一个 JSON 对象", en: "the file must be a JSON object")
      problems.append(SettingsProblem(file: file.name, line: json.line, reason: reason))
      return nil
    }
    let document = SettingsDocument(
      file: file.name, calledName: file.calledName, isBuiltIn: file.isBuiltIn, members: members)
    var seen: [String] = []
    for member in members {
      if !keys.contains(member.key) {
        let reason = Text(zh: "未知的键", en: "unknown key")
        problems.append(
          document.problem(
            member.line, member.key, reason,
            nearest: NearestWord.find(member.key, among: keys)))
      } else if seen.contains(member.key) {
        problems.append(document.problem(member.line, member.key, .twice, severity: .warning))
      } else {
        seen.append(member.key)
      }
    }
    return document
  }

  private mutating func extended(
    _ extends: LinedJSON, in document: SettingsDocument, from library: SettingsLibrary,
    seen: [String]
  ) -> SettingsFile? {
    guard let name = extends.string else {
      problems.append(document.problem(extends.line, "extends", .mustBeText))
      return nil
    }
    // Who changes a built-in one under its own name means the built-in one.
    let isItself = name == document.calledName
    let builtIn = isItself ? library.builtInFile(named: name) : nil
    guard let file = builtIn ?? library.file(named: name) else {
      let reason = Text(zh: "找不到所扩展的 \(name)", en: "nothing named \(name) to extend")
      let nearest = NearestWord.find(name, among: library.names)
      problems.append(document.problem(extends.line, "extends", reason, nearest: nearest))
      return nil
    }
    guard !seen.contains(file.name), seen.count < Self.longest else {
      let reason = Text(zh: "\(name) 循环扩展", en: "\(name) extends in a circle")
      problems.append(document.problem(extends.line, "extends", reason))
      return nil
    }
    return file
  }
}

extension Text {
  /// A key or an entry that stands twice, the later one counting.
  public static let twice = Text(zh: "重复，后一个有效", en: "stands twice; the later one counts")
  /// A value that is no string.
  static let mustBeText = Text(zh: "应是字符串", en: "must be a string")
  /// A value that is neither true nor false.
  public static let mustBeTruth = Text(zh: "应是 true 或 false", en: "must be true or false")
  /// A value that is no object.
  public static let mustBeObject = Text(zh: "应是对象 { }", en: "must be an object { }")
}
