import Foundation
import Testing

/// The keymaps that come with the program, from outside: what `keys` lists, `render` presses.
@Suite struct KeymapsTests {
  private struct Binding: Decodable {
    let keys: String
    let command: String
    let context: String
    let help: [String: String]
  }

  private static let names = ["vim", "emacs", "less"]

  private func bindings(_ keymap: String) throws -> [Binding] {
    let result = try BuiltProgram.run(["keys", "--keymap", keymap, "--json"])
    #expect(result.status == 0 && result.errors.isEmpty)
    return try JSONDecoder().decode([Binding].self, from: Data(result.output.utf8))
  }

  /// What is no key is told with its place, and with the key that was probably meant.
  @Test(arguments: [
    ("]c <Entr>", "4", "<Enter>"), ("<C-", "1", "<lt>"), ("\"x", "1", "zhupi keys"),
  ])
  func whatIsNoKeyIsTold(keys: String, place: String, advice: String) throws {
    let result = try BuiltProgram.run(["render", "--keys", keys])
    #expect(result.status == 2 && result.errors.contains(advice), "\(result.errors)")
    #expect(result.errors.contains(place))
  }

  /// Commands that come first, each typed into the palette.
  private static let preparations = [
    ["go-to-clause 6", "next-word"], ["search 第", "next-hit"], ["go-to-bottom"],
    ["go-to-clause 3", "go-to-bottom", "jump-back"], ["next-editor-note", "next-reference"],
    ["go-to-clause 2", "set-mark a", "go-to-top"], ["go-to-clause 6", "follow-up today"],
    ["go-to-clause 6", "tag 甲", "undo"], ["go-to-clause 6", "set-color jade", "go-to-clause 7"],
    ["toggle-focus-mode"],
  ]

  /// What these do shows in a terminal alone, or is the end.
  private static let unseen = ["redraw", "suspend", "close"]
  /// What these do takes an annotation in doubt, or a note that was left: pressed in the reader's
  /// own tests.
  private static let pressedElsewhere = [
    "accept-anchor", "leave-orphan", "next-doubtful", "previous-doubtful", "resume-note",
  ]
  private static let counts = [
    "go-to-clause": 2, "go-to-page": 9, "go-to-percent": 50, "width": 30,
  ]

  /// The first key of each command of the text pane; most of vim's are pressed in a terminal.
  @Test(arguments: ["emacs", "less"])
  func everyCommandOfTheTextIsReachedByItsKeys(keymap: String) throws {
    let bindings = try bindings(keymap)
    let palette = try #require(bindings.first { $0.command == "palette" }).keys
    let bound = Set(bindings.filter { $0.context == "text" }.map(\.keys))
    var seen = Set(Self.unseen + Self.pressedElsewhere)
    var untouched: [Int: String] = [:]
    for binding in bindings where binding.context == "text" || binding.context == "global" {
      if binding.context == "global", bound.contains(binding.keys) { continue }
      guard seen.insert(binding.command).inserted else { continue }
      let waits = ["set-mark", "go-to-mark"].contains(binding.command)
      let count = Self.counts[binding.command].map(String.init) ?? ""
      let struck = count + binding.keys + (waits ? "a" : "")
      let works = try Self.preparations.indices.contains { index in
        let commands = Self.preparations[index].map { "\(palette) \"\($0)\" <Enter>" }
        let keys = commands.joined(separator: " ")
        let before = try untouched[index] ?? screen(keymap, keys)
        untouched[index] = before
        return try screen(keymap, "\(keys) \(struck)") != before
      }
      #expect(works, "\(struck) for \(binding.command)")
    }
  }

  private func screen(_ keymap: String, _ keys: String) throws -> String {
    let options = ["--keymap", keymap, "--size", "80x12", "--format", "json"]
    let result = try BuiltProgram.run(["render", "--keys", keys] + options)
    #expect(result.status == 0, "\(keys): \(result.errors)")
    return result.output
  }

  @Test(arguments: names)
  func everyBindingIsListedWithItsHelp(keymap: String) throws {
    let bindings = try bindings(keymap)
    #expect(bindings.count > 200)
    #expect(bindings.allSatisfy { !$0.keys.isEmpty && !$0.command.isEmpty })
    #expect(bindings.allSatisfy { $0.help.keys.sorted() == ["en", "zh"] })
    let listed = try BuiltProgram.run(["keys", "--keymap", keymap]).output
    #expect(listed.split(separator: "\n").filter { $0.hasPrefix("  ") }.count == bindings.count)
  }

  /// A file of the user's that is wrong is told with its line, and the reader has keys.
  @Test func aBrokenKeymapIsToldAndHasKeys() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "{ \"extends\": \"less\",\n  \"bindings\": {\n    \"text\": { \"x\": \"hlep\" } } }",
      to: "own.json")
    let keys = try BuiltProgram.run(
      ["keys", "--keymap", file], environment: ["LANG": "en_GB.UTF-8"])
    #expect(keys.status == 65)
    #expect(
      keys.errors == "zhupi: \(file):3: x: unknown command hlep; did you mean help?\n")
    let screen = try BuiltProgram.run(["render", "--keymap", file, "--keys", "h"])
    #expect(screen.status == 0 && screen.output.contains("按键一览"))
    let broken = try folder.write("{ \"bindings\": ", to: "broken.json")
    let other = try BuiltProgram.run(["render", "--keymap", broken, "--keys", "<F1>"])
    #expect(other.status == 0 && other.output.contains("按键一览"))
  }
}
