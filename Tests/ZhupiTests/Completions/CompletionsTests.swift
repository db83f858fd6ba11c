import Foundation
import Testing

@testable import zhupi

/// The scripts that complete the command line, in the shells that are there.
@Suite struct CompletionsTests {
  /// A command line whose last word is being typed, and what is offered for it among others.
  struct Case: Sendable, CustomTestStringConvertible {
    var words: [String]
    var offered: [String]
    var others: [String]
    var testDescription: String { words.joined(separator: " ") }

    init(_ line: String, _ offered: [String], not others: [String] = []) {
      words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      self.offered = offered
      self.others = others
    }
  }

  private static let cases: [Case] = [
    Case("outl", ["outline"], not: ["explain"]), Case("", ["outline", "doctor", "issue.txt"]),
    Case("journal ", ["path", "check", "log"], not: ["issue.txt"]),
    Case("tags ", ["rename", "merge", "issue.txt"]),
    Case("tags rename ", ["算力", "数据"], not: ["issue.txt", "rename"]),
    Case("tags --json ren", ["rename"]), Case("text iss", ["issue.txt"]),
    Case("outline --js", ["--json"], not: ["--journal"]),
    Case("--th", ["--theme"]), Case("text --th", [], not: ["--theme"]),
    Case("--color ", ["auto", "always", "never"], not: ["jade"]),
    Case("annotate --color ", ["jade", "gold"], not: ["auto"]),
    Case("edit x --status wa", ["waiting"]), Case("annotations --state ", ["orphaned"]),
    Case("annotations --tag ", ["算力"]), Case("render --theme pa", ["paper"]),
    Case("--keymap vi", ["vim"]), Case("--encoding gb", ["gb18030"]),
    Case("help doc", ["doctor"]), Case("keys ", [], not: ["issue.txt"]),
    Case("-- ", ["issue.txt"], not: ["outline"]), Case("text -- ", ["issue.txt"]),
    Case("--theme ", ["paper"], not: ["issue.txt"]), Case("--theme ./iss", ["./issue.txt"]),
    Case("completions ", ["bash", "list"]),
  ]

  /// The word that another shell is given to complete, and what it offers, one in a line.
  private func check(_ expected: Case, _ offers: [String], _ note: String) {
    for word in expected.offered { #expect(offers.contains(word), "\(word) in \(offers) \(note)") }
    for word in expected.others { #expect(!offers.contains(word), "\(word) in \(offers) \(note)") }
  }

  /// A library with tags, one of them of a kind that a shell must not obey.
  private static func library() throws -> AnnotatedFolder {
    let folder = try AnnotatedFolder()
    _ = try folder.annotate(
      "--at", "10", "--tag", "算力", "--tag", "数据", "--tag", "$(touch$IFS$9evil)")
    return folder
  }

  /// Runs a shell in a library, the program being in `$PATH` as zhupi.
  private func run(
    _ shell: String, _ arguments: [String], in folder: AnnotatedFolder
  ) throws -> ChildProcess.Result {
    let programs = folder.homePath + "/bin"
    if !FileManager.default.fileExists(atPath: programs) {
      try FileManager.default.createDirectory(
        atPath: programs, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: programs + "/zhupi", withDestinationPath: BuiltProgram.path)
    }
    var variables = folder.variables
    variables["PATH"] = programs + ":/usr/bin:/bin"
    variables["LANG"] = "C.UTF-8"
    let change = ["-c", "cd \"$0\" && exec \"$@\"", folder.path, shell]
    return try ChildProcess.run("/bin/sh", change + arguments, environment: variables)
  }

  // MARK: bash

  private static let bashDriver = """
    source <(zhupi completions bash)
    COMP_WORDS=(zhupi "$@")
    COMP_CWORD=$#
    _zhupi
    printf '%s\\n' "${COMPREPLY[@]}"
    """

  private func bash(_ words: [String], in folder: AnnotatedFolder) throws -> [String] {
    let arguments = ["--norc", "-c", Self.bashDriver, "bash"] + words
    let result = try run("/bin/bash", arguments, in: folder)
    #expect(result.errors.isEmpty, "\(words)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: Shells.has("/bin/bash"), "bash is not installed"))
  func bashOffersWhatMayBeTyped() throws {
    let folder = try Self.library()
    for expected in Self.cases { check(expected, try bash(expected.words, in: folder), "bash") }
    // bash parts a word at =.
    #expect(try bash(["--color", "=", "al"], in: folder) == ["always"])
    #expect(try bash(["--color", "="], in: folder) == ["auto", "always", "never"])
    #expect(try bash(["--color", "=", "never", "outl"], in: folder) == ["outline"])
    let ids = try bash(["edit", ""], in: folder)
    #expect(ids.count == 1)
    #expect(try bash(["--journal", "/no/such", "edit", ""], in: folder).isEmpty)
    let quoted = try bash(["tags", "rename", "$"], in: folder)
    #expect(quoted == ["\\$\\(touch\\$IFS\\$9evil\\)"], "words of a journal are quoted")
    #expect(try bash(["tags", "rename", "\\$"], in: folder) == quoted)
    #expect(try bash(["tags", "rename", "'算"], in: folder) == ["算力"])
    #expect(try bash(["tags", "rename", "\"算"], in: folder) == ["算力"])
    #expect(try bash(["tags", "rename", "'$"], in: folder) == ["$(touch$IFS$9evil)"])
    #expect(try bash(["tags", "rename", "\"$"], in: folder).isEmpty, "it would be obeyed")
  }

  // MARK: zsh

  /// The functions of zsh's own that work within its line editor alone say what they were given.
  private static let zshDriver = """
    compdef() { }
    compset() { }
    _describe() { print -rl -- "${(@P)@[-1]}" }
    _files() { print -rl -- * ./* }
    source <(zhupi completions zsh)
    words=(zhupi "$@")
    CURRENT=$#words
    _zhupi
    """

  @Test(.enabled(if: Shells.zsh != nil, "zsh is not installed"))
  func zshOffersWhatMayBeTyped() throws {
    let folder = try Self.library()
    let zsh = try #require(Shells.zsh)
    for expected in Self.cases {
      let result = try run(zsh, ["-f", "-c", Self.zshDriver, "zsh"] + expected.words, in: folder)
      #expect(result.errors.isEmpty, "\(expected)")
      let offers = result.output.split(separator: "\n").map { line in
        String(line.prefix { $0 != ":" })
      }
      // zsh itself leaves out what does not begin like the word.
      let typed = expected.words.last ?? ""
      check(expected, offers.filter { $0.hasPrefix(typed) }, "zsh")
    }
  }

  // MARK: fish

  @Test(.enabled(if: Shells.fish != nil, "fish is not installed"))
  func fishOffersWhatMayBeTyped() throws {
    let folder = try Self.library()
    let fish = try #require(Shells.fish)
    let driver = "zhupi completions fish | source; complete -C \"zhupi $argv\""
    for expected in Self.cases {
      let line = expected.words.joined(separator: " ")
      let result = try run(fish, ["--no-config", "-c", driver, "--", line], in: folder)
      let offers = result.output.split(separator: "\n").map { line in
        String(line.prefix { $0 != "\t" })
      }
      check(expected, offers, "fish")
    }
    let value = try run(fish, ["--no-config", "-c", driver, "--", "--color=al"], in: folder)
    #expect(value.output.hasPrefix("--color=always"))
  }

  // MARK: The program

  @Test func theScriptsAreMadeFromTheTables() throws {
    for shell in Shell.allCases {
      for (language, other) in [("zh_CN.UTF-8", "en_US.UTF-8")] {
        let script = try BuiltProgram.run(
          ["completions", shell.rawValue], environment: ["LANG": language])
        #expect(script.status == 0)
        for command in ProgramCommand.all { #expect(script.output.contains("'\(command.name)")) }
        for option in Option.allCases { #expect(script.output.contains(option.name)) }
        let english = try BuiltProgram.run(
          ["completions", shell.rawValue], environment: ["LANG": other])
        #expect((script.output == english.output) == (shell == .bash), "bash shows no remarks")
      }
    }
  }

  @Test func listsAreForScripts() throws {
    let folder = try Self.library()
    let tags = try folder.run(["completions", "list", "tags"])
    #expect(Set(tags.output.split(separator: "\n")).contains("算力\t1"))
    #expect(try folder.run(["completions", "list", "themes"]).output.contains("paper\n"))
    #expect(try folder.run(["completions", "list", "keymaps"]).output.contains("vim\n"))
    let id = try folder.annotate("--at", "11", "--note", "第一行\n第二行")
    let ids = try folder.run(["completions", "list", "ids"])
    #expect(ids.output.contains("\(id)\t第一行␊第二行\n"))
  }

  @Test(arguments: [
    ["completions"], ["completions", "tcsh"], ["completions", "list"],
    ["completions", "list", "words"], ["completions", "bash", "x"],
  ])
  func wrongUseIsRefused(words: [String]) throws {
    let result = try BuiltProgram.run(words)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
  }
}

/// The shells of this machine.
private enum Shells {
  static let zsh = ["/usr/bin/zsh", "/bin/zsh"].first(where: has)
  static let fish = ["/usr/bin/fish", "/bin/fish"].first(where: has)

  static func has(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
}
