import BulletinReader

/// The user's configuration, `config.json`, as far as it could be read. `ConfigurationKey.all` has
/// its keys; what stands here before a file is read are their defaults.
struct Configuration: Sendable {
  /// How many Chinese characters a row of text takes at most.
  var measure = Opening.standardMeasure
  /// How the panes part the screen at a first opening.
  var panes = PaneSplit()
  /// A theme's name or file.
  var theme: String?
  /// A keymap's name or file.
  var keymap: String?
  /// Who annotates.
  var author: String?
  /// The language of the interface.
  var language: Language?
  /// Whether the terminal gives two cells to “ ” … —; asked of the terminal where not said.
  var ambiguousWide: Bool?
  /// Whether the mouse is listened to.
  var mouse = true
  /// The journal's folder: an absolute path, or one that begins with `~/`.
  var journal: String?
  /// The program that takes what is copied, with its arguments.
  var copyCommand: String?

  /// What is wrong in the file; the rest of it counts.
  private(set) var problems: [SettingsProblem] = []
  /// The file, as messages call it; nil where there is none.
  private(set) var file: String?
  /// The lines, from 1, of the keys that the file sets.
  private(set) var lines: [String: Int] = [:]
}

// MARK: Reading

extension Configuration {
  /// The configuration in force: the file named, else the user's own where there is one. One that
  /// nobody named and that cannot be read costs nobody the reader: there are the defaults.
  static func load(_ invocation: Invocation) throws(Failure) -> Configuration {
    if let file = invocation.arguments.word(.config) {
      return Configuration(try readFile(file, .namedSettings), file: file.text)
    }
    guard let file = invocation.environment.configFile, exists(file) else {
      return Configuration()
    }
    do throws(Failure) {
      return Configuration(try readFile(file, .settings), file: file.text)
    } catch {
      return Configuration(unreadable: file, error)
    }
  }

  /// The defaults, where the file cannot be read.
  private init(unreadable file: Word, _ failure: Failure) {
    self.init()
    self.file = file.text
    var reason = failure.reason(at: file)
    if case .isFolder = failure {
      reason = Text(zh: "这是文件夹，应是文件", en: "this is a folder and should be a file")
    }
    let reasonAndRest = Text(
      zh: reason.zh + "；现在用默认设置", en: reason.en + "; defaults are used meanwhile")
    problems = [SettingsProblem(file: file.text, line: 0, reason: reasonAndRest)]
  }

  /// Reads a file; what is wrong is left out and reported.
  init(_ bytes: [UInt8], file: String) {
    self.init()
    self.file = file
    let json: LinedJSON
    do throws(LinedJSONParser.Failure) {
      json = try LinedJSONParser.parse(bytes)
    } catch {
      problems = [SettingsProblem(file: file, line: error.line, reason: error.reason)]
      return
    }
    guard let members = json.members else {
      problems = [SettingsProblem(file: file, line: json.line, reason: .mustBeObject)]
      return
    }
    for member in members { read(member, file) }
  }

  private mutating func read(_ member: LinedJSON.Member, _ file: String) {
    func problem(
      _ line: Int, _ subject: String, _ reason: Text, nearest: String? = nil,
      _ severity: SettingsProblem.Severity = .error
    ) -> SettingsProblem {
      SettingsProblem(
        file: file, line: line, subject: subject, reason: reason, nearest: nearest,
        severity: severity)
    }
    guard let key = ConfigurationKey.named(member.key) else {
      let nearest = NearestWord.find(member.key, among: ConfigurationKey.all.map(\.name))
      let reason = Text(zh: "未知的键", en: "unknown key")
      return problems.append(problem(member.line, member.key, reason, nearest: nearest))
    }
    if lines[key.name] != nil { problems.append(problem(member.line, key.name, .twice, .warning)) }
    if let fault = key.take(&self, member.value) {
      let subject = fault.key.map { "\(key.name).\($0)" } ?? key.name
      let line = fault.line ?? member.line
      problems.append(problem(line, subject, fault.reason ?? key.expected, nearest: fault.nearest))
    } else {
      lines[key.name] = member.line
    }
  }
}

// MARK: Values

/// Why a value does not suit its key.
struct UnfitValue: Error {
  /// The key inside of the value; nil means the value as a whole.
  var key: String?
  /// The line of that key.
  var line: Int?
  /// What is wrong; nil where it is simply not what the key expects.
  var reason: Text?
  /// The right word that is nearest.
  var nearest: String?
}

extension Result where Failure == UnfitValue {
  /// Puts the value in its place, or tells why there is none.
  func put(in place: inout Success) -> UnfitValue? {
    switch self {
    case .success(let value): place = value
    case .failure(let fault): return fault
    }
    return nil
  }

  /// Puts the value in its place, or tells why there is none.
  func put(in place: inout Success?) -> UnfitValue? {
    switch self {
    case .success(let value): place = value
    case .failure(let fault): return fault
    }
    return nil
  }
}

extension LinedJSON {
  /// True or false.
  var truth: Result<Bool, UnfitValue> { bool.map { .success($0) } ?? .failure(UnfitValue()) }

  /// A whole number of the range.
  func whole(in range: ClosedRange<Int>) -> Result<Int, UnfitValue> {
    guard case .number(let number) = content, let whole = Int(exactly: number),
      range.contains(whole)
    else { return .failure(UnfitValue()) }
    return .success(whole)
  }

  /// A text of a kind.
  func text(where suits: (String) -> Bool) -> Result<String, UnfitValue> {
    guard let string, suits(string) else { return .failure(UnfitValue()) }
    return .success(string)
  }

  /// One of a few names.
  func choice<Choice: RawRepresentable & CaseIterable>(
    of choices: Choice.Type = Choice.self
  ) -> Result<Choice, UnfitValue> where Choice.RawValue == String {
    if let choice = string.flatMap(Choice.init) { return .success(choice) }
    let names = choices.allCases.map(\.rawValue)
    return .failure(UnfitValue(nearest: string.flatMap { NearestWord.find($0, among: names) }))
  }
}
