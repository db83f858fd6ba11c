import BulletinReader
import Foundation
import Testing

/// A folder with a small bulletin and a home beside it, in which the built program is run.
struct AnnotatedFolder {
  private let folder: TemporaryFolder
  private let home: TemporaryFolder

  /// Makes a folder with `issue.txt`.
  /// - Parameter hasJournal: whether it is a library with a journal of its own.
  init(hasJournal: Bool = true) throws {
    folder = try TemporaryFolder()
    home = try TemporaryFolder()
    if hasJournal { try makeFolder(".zhupi/journal") }
    try write(Self.issue, to: "issue.txt")
  }

  /// Its path.
  var path: String { folder.path }
  /// The path of the home.
  var homePath: String { home.path }

  /// The path of something in it.
  func file(_ name: String) -> String { folder.path + "/" + name }

  /// Makes a folder in it, for this user alone.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  /// Writes a file in it.
  func write(_ text: String, to name: String) throws { _ = try folder.write(text, to: name) }

  /// Runs the program in it, in English, on a Friday.
  func run(
    _ words: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> ChildProcess.Result {
    try ChildProcess.run(
      "/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", path, BuiltProgram.path] + words,
      environment: variables.merging(environment) { $1 }, input: input)
  }

  /// The variables that the program runs with.
  var variables: [String: String] {
    [
      "HOME": home.path, "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC",
      "ZHUPI_NOW": "2026-11-20T08:00:00Z", "ZHUPI_AUTHOR": "甲",
    ]
  }

  /// Annotates `issue.txt` and tells the new id.
  func annotate(_ words: String...) throws -> String {
    let result = try run(["annotate", "issue.txt"] + words)
    #expect(result.status == 0, "\(words): \(result.errors)")
    return result.output.trimmingCharacters(in: .newlines)
  }

  /// The array that a command prints.
  func json(_ words: String..., environment: [String: String] = [:]) throws -> [LinedJSON] {
    let result = try run(words + ["--json"], environment: environment)
    #expect(result.status == 0, "\(words): \(result.errors)")
    let value = try LinedJSONParser.parse(Array(result.output.utf8))
    guard case .array(let elements) = value.content else {
      Issue.record("no array: \(result.output)")
      return []
    }
    return elements
  }

  /// An invented bulletin of two articles.
  static let issue = """
    某省信息化动态
    2026年3月20日 第12期 总第203期
    本期要目
    国策要论
    01 数据要素流通管理办法
    09 关于促进数字贸易发展的意见

    数据要素流通管理办法
    第一章 总则
    第一条 为规范要素流通，保护主体权益，制定本办法。
    第二条 在本省行政区域内开展流通及其监督管理，适用本办法。
    第三条 流通应当遵循依法合规的原则。提供方应当在2026年6月底前建立来源台账。
    （一）来源于公共部门的，由主管部门审核；
    （二）来源于企业的，由企业自行审核，并对审核结果负责。
    第四条 前款所称台账，是指按照第三条建立的记录。

    关于促进数字贸易发展的意见
    为促进数字贸易发展，提出如下意见。
    一、总体要求
    坚持稳中求进工作总基调，推动数字贸易高质量发展。

    """
}

extension LinedJSON {
  /// The elements of an array; none for other values.
  var elements: [LinedJSON] { if case .array(let elements) = content { elements } else { [] } }
  /// A number; nil for other values.
  var number: Double? { if case .number(let number) = content { number } else { nil } }
  /// Whether it is null.
  var isNull: Bool { content == .null }
}
