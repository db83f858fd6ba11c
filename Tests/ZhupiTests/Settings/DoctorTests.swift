import BulletinReader
import Foundation
import Testing

@testable import zhupi

/// `zhupi doctor`
@Suite struct DoctorTests {
  /// What a run of the built program found, by check.
  private func findings(
    _ words: [String] = [], _ environment: [String: String] = [:], status: Int32
  ) throws -> [String: [LinedJSON]] {
    let home = try TemporaryFolder()
    let variables = [
      "HOME": home.path, "LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color",
      "ZHUPI_AUTHOR": "someone", "EDITOR": "cat",
    ]
    let result = try ChildProcess.run(
      BuiltProgram.path, ["doctor", "--json"] + words,
      environment: variables.merging(environment) { $1 })
    #expect(result.errors.isEmpty)
    #expect(result.status == status, "\(result.output)")
    let left = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(left.isEmpty, "nothing is written")
    let rows = try LinedJSONParser.parse(Array(result.output.utf8)).elements
    return Dictionary(grouping: rows) { $0["check"]?.string ?? "" }
  }

  private func level(_ findings: [LinedJSON]?) -> [String] {
    findings?.compactMap { $0["level"]?.string } ?? []
  }

  @Test func everyCheckFindsSomethingAndWritesNothing() throws {
    let found = try findings(status: 0)
    #expect(Set(found.keys) == Set(DoctorCheck.all.map(\.name)))
    for rows in found.values {
      for row in rows {
        #expect(row["found"]?["zh"]?.string?.isEmpty == false)
        #expect(row["found"]?["en"]?.string?.isEmpty == false)
        #expect(row["level"]?.string != "problem")
      }
    }
    #expect(found["colours"]?.first?["found"]?["en"]?.string?.hasPrefix("256 colours") == true)
    #expect(found["author"]?.first?["found"]?["en"]?.string == "someone (ZHUPI_AUTHOR)")
  }

  @Test(
    arguments: [
      (["TERM": "no-such-terminal"], "terminal", ["problem"]),
      (["TERM": "dumb"], "terminal", ["problem"]),
      (["TERM": ""], "terminal", ["hint"]),
      (["TERM": "xterm-256color", "TMUX": "/tmp/x,1,0"], "terminal", ["hint"]),
      (["TERM": "linux"], "colours", ["hint"]),
      (["NO_COLOR": "1"], "colours", ["ok"]),
      (["CLICOLOR_FORCE": "1"], "colours", ["ok", "hint"]),
      (["COLORTERM": "truecolor"], "colours", ["ok"]),
      (["LC_ALL": "xx_XX.ISO-8859-1"], "locale", ["hint", "ok"]),
      (["EDITOR": "/no/such/editor"], "editor", ["hint"]),
      (["PATH": "/nowhere"], "git", ["hint"]),
      (["ZHUPI_JOURNAL": "/dev/null/journal"], "journal", ["problem"]),
      (["ZHUPI_JOURNAL": "/dev/null"], "journal", ["problem"]),
      (["XDG_STATE_HOME": "/dev/null"], "state", ["problem"]),
      (["XDG_STATE_HOME": "/proc/none"], "state", ["problem"]),
    ] as [([String: String], String, [String])])
  func whatIsAmissIsTold(environment: [String: String], check: String, levels: [String]) throws {
    let found = try findings([], environment, status: levels.contains("problem") ? 1 : 0)
    #expect(level(found[check]) == levels, "\(String(describing: found[check]))")
    for row in found[check] ?? [] where row["level"]?.string == "problem" {
      #expect(row["advice"]?["en"]?.string?.isEmpty == false)
    }
  }

  @Test func theJournalIsLookedThrough() throws {
    let folder = try AnnotatedFolder()
    _ = try folder.annotate("--at", "10")
    let journal = folder.file(".zhupi/journal")
    func rows() throws -> [LinedJSON] {
      let result = try folder.run(["doctor", "--json"])
      return try LinedJSONParser.parse(Array(result.output.utf8)).elements.filter {
        $0["check"]?.string == "journal"
      }
    }
    let sound = try rows()
    #expect(sound.first?["found"]?["en"]?.string?.hasSuffix("(the nearest .zhupi)") == true)
    #expect(sound.last?["found"]?["en"]?.string?.contains("1 annotations") == true)
    #expect(level(sound) == ["ok", "ok"])

    let names = try FileManager.default.contentsOfDirectory(atPath: journal)
    let file = try #require(names.first { $0.hasSuffix(".jsonl") })
    let handle = try #require(FileHandle(forWritingAtPath: journal + "/" + file))
    handle.seekToEndOfFile()
    handle.write(Data("no record\n".utf8))
    try handle.close()
    #expect(level(try rows()).last == "problem")

    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: journal)
    #expect(level(try rows()) == ["problem"])
  }

  @Test func wrongConfigurationIsAProblem() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("{ \"mesure\": 1 }", to: "config.json")
    let found = try findings(["--config", file], status: 1)
    #expect(level(found["configuration"]) == ["problem"])
    let missing = try findings(["--config", "/no/such"], status: 1)
    #expect(level(missing["configuration"]) == ["problem"])
    let copy = try folder.write("{ \"copyCommand\": \"no-such-program -x\" }", to: "copy.json")
    #expect(level(try findings(["--config", copy], status: 1)["clipboard"]) == ["problem"])
  }

  @Test(
    arguments: [
      ([2, 1, 1, 1, 1], nil, "ok"), ([2, 2, 2, 2, 2], nil, "ok"),
      ([2, 1, 1, 1, 1], true, "problem"),
      ([2, 2, 2, 2, 2], true, "ok"), ([2, 1, 1, 1, 1], false, "ok"),
      ([1, 1, 1, 1, 1], nil, "problem"),
      ([2, 1, 2, 1, 1], nil, "hint"), ([], nil, "problem"),
    ] as [([Int], Bool?, String)])
  func widthsAreJudged(cells: [Int], configured: Bool?, level: String) {
    #expect(TerminalChecks.judge(cells, configured: configured).level.rawValue == level)
  }

  @Test(arguments: [
    ("tmux 3.3a", true), ("tmux 3.2", true), ("tmux 3.1c", false), ("tmux 2.9", false),
    ("tmux next-3.5", true), ("tmux 4", true), ("tmux master", true),
  ])
  func tmuxPassesCopiesOnSince32(version: String, passesOn: Bool) {
    #expect(ProgramChecks.passesOn(version) == passesOn)
  }
}

/// `zhupi doctor` on a terminal.
@Suite(
  .timeLimit(.minutes(5)), .enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct TerminalDoctorTests {
  @Test func aTerminalIsAskedForWidths() throws {
    let screen = try TerminalScreen(
      columns: 120, rows: 30, "sh -c '$ZHUPI doctor; echo left with $?; stty -a; cat'")
    let shown = try screen.wait(for: " icanon ")
    #expect(shown.contains("中 2  “ 1  … 1"))
    #expect(shown.contains(" echo "), "the terminal's modes are as they were")
  }

  /// `script` gives the program a terminal in which nobody answers.
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"),
      "script is not installed"))
  func aTerminalThatNeverAnswersIsNotWaitedFor() throws {
    let home = try TemporaryFolder()
    let result = try ChildProcess.run(
      "/usr/bin/script", ["-qec", BuiltProgram.path + " doctor", "/dev/null"],
      environment: [
        "HOME": home.path, "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm",
        "SHELL": "/bin/sh",
      ])
    #expect(result.output.contains("the terminal did not answer"))
  }
}
