internal import BulletinScreen

/// Something wrong in a keymap or theme file; the rest of the file is used all the same.
public struct SettingsProblem: Error, Equatable, Sendable {
  /// Whether the file says something that cannot be done, or only something of no effect.
  public enum Severity: Sendable {
    /// Something that cannot be done.
    case error
    /// Something of no effect.
    case warning
  }

  /// The file as it was named: a path, or the name of a built-in one.
  public let file: String
  /// The line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// What stands there: keys, a command, a role; empty where nothing needs a name.
  public let subject: String
  /// What is wrong with it.
  public let reason: Text
  /// The right word that is nearest, if one is near.
  public let nearest: String?
  /// How bad it is.
  public let severity: Severity

  /// Makes a problem; see the properties.
  public init(
    file: String, line: Int, subject: String = "", reason: Text, nearest: String? = nil,
    severity: Severity = .error
  ) {
    self.file = file
    self.line = line
    self.subject = subject
    self.reason = reason
    self.nearest = nearest
    self.severity = severity
  }

  /// `FILE:12: ]x: unknown command next-claus; did you mean next-clause?`, in one line.
  public func message(_ language: Language) -> String { message(language, of: file) }

  /// The same for a message line: of a long path only its end, so that the reason has room.
  public func shortMessage(_ language: Language) -> String {
    let parts = file.split(separator: "/")
    let end = parts.suffix(2).joined(separator: "/")
    return message(language, of: parts.count > 2 ? "…/\(end)" : file)
  }

  private func message(_ language: Language, of file: String) -> String {
    let place = line > 0 ? "\(file):\(line)" : file
    let reason = Self.cut(reason(language))
    let what = subject.isEmpty ? reason : "\(Self.cut(subject)): \(reason)"
    let advice =
      nearest.map { Text(zh: "；是不是 \($0)？", en: "; did you mean \($0)?")(language) } ?? ""
    return VisibleSign.inOneLine("\(place): \(what)\(advice)")
  }

  /// The beginning of a text that a file may have made as long as it likes.
  private static func cut(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(longestPart)
    return start.endIndex < text.unicodeScalars.endIndex ? String(start) + "…" : text
  }

  /// How many scalars of a subject or a reason a message has.
  private static let longestPart = 160
}

/// What came of reading a file: the value as far as it could be read, and what was wrong.
public struct Loaded<Value: Sendable>: Sendable {
  /// The value; what a problem concerns is left out of it.
  public let value: Value
  /// The problems as they were met.
  public let problems: [SettingsProblem]

  /// Whether nothing was left out.
  public var isSound: Bool { !problems.contains { $0.severity == .error } }

  /// Makes a result of a value and the problems that were met.
  public init(_ value: Value, problems: [SettingsProblem]) {
    self.value = value
    self.problems = problems
  }
}
