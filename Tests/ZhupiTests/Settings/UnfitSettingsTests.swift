import BulletinReader
import Foundation
import Glibc
import Testing

/// What may stand among the settings and is no file: a pipe that nobody writes to, a device without
/// end, a folder. Nothing waits for it, and it costs nobody the reader.
@Suite(.timeLimit(.minutes(2))) struct UnfitSettingsTests {
  private enum Kind: String, CaseIterable {
    case pipe, device, folder

    func make(_ path: String) throws {
      switch self {
      case .pipe: #expect(mkfifo(path, 0o600) == 0)
      case .device: #expect(symlink("/dev/zero", path) == 0)
      case .folder: #expect(mkdir(path, 0o700) == 0)
      }
    }

    var complaint: String { self == .folder ? "this is a folder" : "this is a pipe or a device" }
  }

  private static let render = ["render", "--size", "80x8", "--keys"]

  @Test(arguments: Kind.allCases)
  private func aConfigurationThatIsNoFile(kind: Kind) throws {
    let home = try Home(["themes/own.json": "{}"])
    let file = home.settings + "/config.json"
    try kind.make(file)
    for words in [["annotations"], ["themes"], ["config", "show"], ["render", "--size", "80x8"]] {
      #expect(try home.run(words).status == 0, "\(words)")
    }
    #expect(try home.run(["render", "--size", "80x8"]).output.contains(kind.complaint))
    let check = try home.run("config", "check")
    #expect(check.status == 1)
    #expect(
      check.output.hasPrefix("\(file): \(kind.complaint)"), "\(check.output)")
    #expect(try home.run("doctor").status == 1)
    // Who names it wants it, and waits for who writes to a pipe.
    if kind == .pipe { return }
    let named = try home.run("config", "show", "--config", file)
    #expect(named.status == (kind == .folder ? 66 : 0))
    #expect(named.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("config show --config", #"{ "measure": 31 }"#, "measure        31"),
    ("keys --keymap", #"{ "bindings": { "text": { "Q": "next-clause" } } }"#, "  Q "),
    ("render --size 40x5 README --theme", #"{ "extends": "paper" }"#, "README"),
    ("config check --theme", #"{ "extends": "papr" }"#, "/dev/stdin:1: extends: "),
  ])
  func whatTheCommandLineNamesMayBeAPipe(words: String, json: String, shown: String) throws {
    let home = try Home()
    let file = try home.folder.write("第一条 应当登记。\n", to: "README")
    let line = "echo '\(json)' | \"$0\" \(words.replacing("README", with: "\"$1\"")) /dev/stdin"
    let result = try BuiltProgram.runShell(line, file: file)
    #expect(result.output.contains(shown), "\(result)")
  }

  /// A name that is no name for settings is told in a line of its own and keeps nothing else from
  /// being looked at, or listed.
  @Test(arguments: ["keymaps", "themes"])
  func oddNamesAmongOthers(kind: String) throws {
    let home = try Home(["\(kind)/a.json": "{ \"a\": 1 }", "\(kind)/b.json.json": "{ \"b\": 1 }"])
    let folder = home.settings + "/" + kind
    #expect(symlink("nowhere", folder + "/d.json") == 0)
    let name = Array("\(folder)/".utf8) + [0xFF] + ".json\0".utf8
    let descriptor = name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { path in
      path.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
    }
    #expect(close(descriptor) == 0)
    let check = try home.run("config", "check")
    #expect(check.status == 1)
    let lines = check.output.split(separator: "\n").map { $0.dropFirst(folder.utf8.count + 1) }
    for start in ["a.json:1: a: ", "b.json.json:1: b: ", "d.json: ", "\u{FFFD}.json: "] {
      #expect(lines.filter { $0.hasPrefix(start) }.count == 1, "\(check.output)")
    }
    #expect(lines.count == 4, "\(check.output)")
    let listed = try home.run("completions", "list", kind)
    #expect(listed.status == 0 && listed.output.hasPrefix("a\nb.json\nd\n"))
  }

  @Test func aListedNameIsTheOneInTheFolder() throws {
    let home = try Home([
      "keymaps/b.json.json": #"{ "bindings": { "text": { "Q": "next-clause" } } }"#,
      "themes/b.json.json": #"{ "extends": "paper" }"#,
    ])
    #expect(symlink("nowhere", home.settings + "/themes/d.json") == 0)
    #expect(try home.run("keys", "--keymap", "b.json").output.contains("  Q "))
    let themes = try home.run("themes")
    #expect(themes.status == 0)
    #expect(themes.output.contains("b.json ") && themes.output.contains("\npaper "))
    #expect(!themes.output.contains("themes/d.json"))
  }

  @Test(arguments: Kind.allCases)
  private func keymapsAndThemesThatAreNoFiles(kind: Kind) throws {
    let home = try Home(["keymaps/a.json": "{}", "themes/a.json": "{}"])
    try kind.make(home.settings + "/keymaps/odd.json")
    try kind.make(home.settings + "/themes/odd.json")
    let check = try home.run("config", "check")
    let lines = check.output.split(separator: "\n")
    #expect(lines.filter { $0.contains("/odd.json: \(kind.complaint)") }.count == 2)
    let keys = try home.run("keys", "--keymap", "odd")
    #expect(keys.status == 65)
    #expect(keys.errors.contains("/odd.json: \(kind.complaint)"))
    #expect(keys.output.contains("next-clause"), "there are keys all the same")
    for word in ["keymap odd", "theme odd"] {
      let screen = try home.run(Self.render + [": \"\(word)\" <Enter>"]).output
      #expect(screen.contains(kind.complaint), "\(screen)")
    }
  }

  /// What takes the place of the standard ones and cannot be read is told, and they are there.
  @Test func theStandardOnesAreNotLost() throws {
    let home = try Home(["keymaps/vim.json": "{", "themes/vermilion-dark.json": "{"])
    let screen = try home.run(
      "render", "--size", "80x8", "--format", "json", "--keys", "]c ]c")
    #expect(screen.status == 0)
    let plain = try Home().run("render", "--size", "80x8", "--format", "json", "--keys", "]c ]c")
    let (own, other) = (
      try LinedJSONParser.parse(Array(screen.output.utf8)),
      try LinedJSONParser.parse(Array(plain.output.utf8))
    )
    #expect(own["position"]?["line"]?.number == other["position"]?["line"]?.number)
    #expect(colours(own) == colours(other))
  }

  /// The colours of the rows above the message.
  private func colours(_ frame: LinedJSON) -> [[String?]] {
    (frame["styles"]?.elements ?? []).filter { $0["row"]?.number ?? 0 < 6 }.map {
      [$0["fg"]?.string, $0["bg"]?.string]
    }
  }

  @Test func aBrokenThemeIsNotTaken() throws {
    let home = try Home(["themes/broken.json": "{"])
    func frame(_ keys: String) throws -> LinedJSON {
      let words = ["render", "--size", "80x8", "--format", "json", "--keys", keys]
      return try LinedJSONParser.parse(Array(try home.run(words).output.utf8))
    }
    let before = try frame(": \"theme paper\" <Enter>")
    let after = try frame(": \"theme paper\" <Enter> : \"theme broken\" <Enter>")
    #expect(colours(after) == colours(before))
    #expect(after["message"]?.string?.contains("themes/broken.json:1: ") == true)
    let setting = try frame(
      ": \"theme paper\" <Enter> : \"theme broken\" <Enter> : \"set theme\" <Enter>")
    #expect(setting["message"]?.string == "theme=paper")
  }

  /// A theme goes by the name of its file, whatever it calls itself.
  @Test func aThemeGoesByItsFile() throws {
    let home = try Home(["themes/mine.json": "{ \"name\": \"paper\", \"extends\": \"paper\" }"])
    let chosen = try home.run(
      Self.render + [": \"theme mine\" <Enter> : \"set theme\" <Enter>"])
    #expect(chosen.output.contains("theme=mine"))
    let named = try home.run(
      Self.render + [": \"set theme\" <Enter>", "--theme", "mine"])
    #expect(named.output.contains("theme=mine"))
  }

  @Test func aNameThatIsNotThereIsToldWithThoseThatAre() throws {
    let home = try Home(["keymaps/own one.json": "{ \"extends\": \"vim\" }"])
    let keys = try home.run("keys", "--keymap", "zzzzzz")
    #expect(keys.status == 2)
    #expect(
      keys.errors == "zhupi: zzzzzz: no such keymap; there are: own one vim emacs less\n")
    let check = try home.run("config", "check")
    #expect(check.output.contains("own one.json: completions leave it out"))
  }
}
