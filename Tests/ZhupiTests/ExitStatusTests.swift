import Foundation
import Testing

/// The built program's exit statuses and messages.
@Suite struct ExitStatusTests {
  /// A command line and the status it ends with; standard input has a chapter without clauses.
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var status: Int32
    var testDescription: String { "\(line) → \(status)" }
    init(_ line: String, _ status: Int32) {
      self.line = line
      self.status = status
    }
  }

  private static let cases: [Case] = [
    Case("outline /no/such/file", 66), Case("text /no/such/file", 66),
    Case("/no/such/file.txt", 66), Case("explain /", 66), Case("render /", 66),
    Case("otline x", 2), Case("--wrong", 2), Case("outline", 2), Case("help outlin", 2),
    Case("outline --depth x -", 2), Case("outline --encoding latin -", 2),
    Case("render - --size 8", 2), Case("render - --keys <Nope>", 2),
    Case("render - --theme vermilion-drak", 2), Case("render - --keymap ./none.json", 66),
    Case("help", 0), Case("help text", 0), Case("outline --help", 0), Case("--version", 0),
    Case("text - --article 2", 1), Case("text - --clause 2", 1),
    Case("keys", 0), Case("themes", 0), Case("keys --json", 0), Case("themes --json", 0),
  ]

  @Test(arguments: cases)
  func statusAndOneLineOfError(expected: Case) throws {
    let arguments = expected.line.split(separator: " ").map(String.init)
    let result = try BuiltProgram.run(arguments, input: "第一章 总则\n")
    let status = expected.status
    #expect(result.status == status)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == (status == 0 ? 0 : 1), "\(result.errors)")
    if status == 0 {
      #expect(!result.output.isEmpty)
    } else {
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix("zhupi: "))
    }
  }

  @Test(arguments: ["explain", "outline", "text", "render"])
  func anEmptyFileIsNoError(command: String) throws {
    let result = try BuiltProgram.run([command, "-"], input: "")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
  }

  @Test func whatIsNoTextIsRefused() throws {
    let folder = try TemporaryFolder()
    let binary = try folder.write(Data([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0]), to: "binary")
    #expect(try BuiltProgram.run(["text", binary]).status == 65)
    #expect(try BuiltProgram.run([binary]).status == 65)
    let latin = try folder.write(Data([0x41, 0xFF, 0x42]), to: "latin")
    #expect(try BuiltProgram.run(["text", latin, "--encoding", "gb18030"]).status == 65)
  }

  /// What never ends is given up where it shows that it is no text, or is larger than any text.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "ulimit -v 4000000; \"$0\" outline /dev/zero",
      "ulimit -v 4000000; \"$0\" outline --encoding utf-16le /dev/zero",
      "truncate -s 5G \"$1\"; \"$0\" outline \"$1\"",
      "ulimit -v 1000000; yes 甲 | \"$0\" outline -",
    ])
  func whatHasNoEndIsRefused(line: String) throws {
    let folder = try TemporaryFolder()
    let result = try BuiltProgram.runShell(line, file: folder.path + "/big")
    #expect(result.status == 65)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  /// What is named may be a pipe.
  @Test func aPipeThatIsNamedIsRead() throws {
    let folder = try TemporaryFolder()
    let line = "mkfifo \"$1\"; (printf '第一条 一。\\n' >\"$1\") & \"$0\" text \"$1\""
    let result = try BuiltProgram.runShell(line, file: folder.path + "/pipe")
    #expect(result.status == 0 && result.output.contains("第一条"))
    let input = try BuiltProgram.run(["text", "/dev/stdin"], input: "第一条 一。\n")
    #expect(input.status == 0 && input.output.contains("第一条"))
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func aFileThatMayNotBeReadIsToldSo() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("文字\n", to: "secret.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    #expect(try BuiltProgram.run(["text", file]).status == 66)
  }

  @Test func messagesFollowTheLocaleAndStayInOneLine() throws {
    let name = "/no/such\u{1B}[31m\nfile.txt"
    let english = try BuiltProgram.run(["text", name], environment: ["LANG": "en_US.UTF-8"])
    #expect(english.errors == "zhupi: /no/such␛[31m␊file.txt: no such file; check the path\n")
    let chinese = try BuiltProgram.run(["text", "/no/such"])
    #expect(chinese.errors == "zhupi: /no/such: 没有这个文件；请检查路径\n")
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(String(repeating: "一段文字。\n\n", count: 100_000), to: "long.txt")
    let result = try BuiltProgram.runShell("\"$0\" text \"$1\" | head -n 1", file: file)
    #expect(result.status == 0)
    #expect(result.output == "一段文字。\n")
    #expect(result.errors.isEmpty)
  }

  @Test func aFullDiskIsAnError() throws {
    let result = try BuiltProgram.runShell("\"$0\" help >/dev/full")
    #expect(result.status == 74)
    #expect(result.errors.hasPrefix("zhupi: "))
  }

  /// A file that is opened later must not become the output.
  @Test(arguments: ["help >&-", "help >&- <&-", "text \"$1\" >&-"])
  func aClosedOutputIsAnError(line: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("文字\n", to: "text.txt")
    let result = try BuiltProgram.runShell("\"$0\" " + line, file: file)
    #expect(result.status == 74)
    #expect(result.errors.hasPrefix("zhupi: "))
  }
}
