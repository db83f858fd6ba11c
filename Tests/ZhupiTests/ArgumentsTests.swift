import BulletinReader
import Testing

@testable import zhupi

/// Reads a command line; only `files` are there.
private func read(_ line: [String], files: Set<String> = []) throws(Failure) -> Arguments {
  try Arguments(line.map { Word($0) }, isFile: { files.contains($0.text) })
}

/// The fault that a command line is refused with.
private func fault(_ line: [String], files: Set<String> = []) -> UsageFault? {
  do throws(Failure) {
    _ = try read(line, files: files)
  } catch {
    if case .usage(let fault) = error { return fault }
  }
  return nil
}

@Suite struct ArgumentsTests {
  @Test(arguments: [
    ["outline", "--json", "--depth", "2", "a.txt"], ["--json", "outline", "a.txt", "--depth=2"],
    ["--depth", "2", "--json", "outline", "a.txt"],
    ["outline", "--json", "--depth=2", "--", "a.txt"],
  ])
  func optionsStandBeforeOrAfterTheCommand(line: [String]) throws {
    let arguments = try read(line)
    #expect(arguments.command?.name == "outline")
    #expect(arguments.operands == [Word("a.txt")])
    #expect(arguments.has(.json))
    #expect(try arguments.number(.depth, in: 0...9) == 2)
  }

  @Test(arguments: [
    (["./outline"], "./outline"), (["--", "outline"], "outline"), (["-"], "-"),
    (["--", "--json"], "--json"), (["some.txt"], "some.txt"), (["unheard"], "unheard"),
  ])
  func whatIsNoCommandIsAPath(line: [String], path: String) throws {
    let arguments = try read(line)
    #expect(arguments.command == nil)
    #expect(arguments.operands == [Word(path)])
  }

  @Test(arguments: [("otline", "outline"), ("explian", "explain"), ("theme", "themes")])
  func aWordNearACommandIsTakenForIt(word: String, command: String) {
    #expect(fault([word]) == .unknownCommand(word, nearest: command))
    #expect(fault([word], files: [word]) == nil, "a file of that name is opened")
    #expect(fault(["./" + word]) == nil)
    #expect(fault([word + ".txt"]) == nil)
  }

  @Test func aMisspeltOptionGetsTheNearestOne() {
    #expect(fault(["outline", "--jsn", "f"]) == .unknownOption("--jsn", nearest: "--json"))
    #expect(fault(["--verison"]) == .unknownOption("--verison", nearest: "--version"))
    #expect(fault(["-x"]) == .unknownOption("-x", nearest: nil))
  }

  @Test func whatDoesNotFitTheCommandIsRefused() {
    #expect(fault(["text", "--json", "f"]) == .foreignOption(.json, command: "text"))
    #expect(fault(["--json", "f.txt"]) == .foreignOption(.json, command: nil))
    #expect(fault(["outline"]) == .missingOperand(command: "outline"))
    #expect(fault(["outline", "a", "b"]) == .needlessOperand("b", command: "outline"))
    #expect(fault(["outline", "f", "--depth"]) == .missingValue(.depth))
    #expect(fault(["outline", "f", "--json=1"]) == .needlessValue(.json))
  }

  @Test(arguments: ["-1", "x", "", "99999999999999999999"])
  func numbersHaveARange(value: String) throws {
    let arguments = try read(["outline", "f", "--depth", value])
    #expect(throws: Failure.self) { try arguments.number(.depth, in: 0...127) }
  }

  @Test func helpNeedsNoOperand() throws {
    #expect(try read(["outline", "--help"]).has(.help))
    #expect(try read(["-h"]).has(.help))
  }

  @Test func everyCommandHasItsOwnName() {
    let names = ProgramCommand.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}

@Suite struct EnvironmentTests {
  private func environment(_ variables: [String: String]) -> Environment {
    Environment(outputIsTerminal: false) { variables[$0].map { Word($0) } }
  }

  @Test(arguments: [
    ([:], Language.chinese), (["LANG": "en_US.UTF-8"], .english),
    (["LANG": "zh_CN.UTF-8"], .chinese),
    (["LC_ALL": "en_GB", "LANG": "zh_CN"], .english),
    (["LC_ALL": "zh_CN", "LANG": "en_US"], .chinese),
    (["LC_ALL": "C.UTF-8", "LANG": "en_US"], .english), (["LC_MESSAGES": "en"], .english),
    (["LC_ALL": "", "LANG": "en_US"], .english), (["LC_ALL": "C"], .chinese),
  ])
  func theFirstLocaleThatNamesALanguageDecides(variables: [String: String], language: Language) {
    #expect(environment(variables).language == language)
  }

  @Test func foldersFollowTheBaseDirectories() {
    let home = environment(["HOME": "/home/a"])
    #expect(home.configFolder?.text == "/home/a/.config/zhupi")
    #expect(home.stateFolder?.text == "/home/a/.local/state/zhupi")
    let chosen = environment(["HOME": "/home/a", "XDG_STATE_HOME": "/s/", "XDG_CONFIG_HOME": "rel"])
    #expect(chosen.stateFolder?.text == "/s/zhupi")
    #expect(chosen.configFolder?.text == "/home/a/.config/zhupi", "relative ones are ignored")
    #expect(environment([:]).stateFolder == nil)
  }
}
