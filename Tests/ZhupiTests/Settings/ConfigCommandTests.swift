import BulletinReader
import Foundation
import Testing

/// `zhupi config`
@Suite struct ConfigCommandTests {
  @Test func showTellsWhereEachValueComesFrom() throws {
    let home = try Home([
      "config.json": "{ \"measure\": 30,\n \"author\": \"a\", \"theme\": \"paper\" }"
    ])
    let file = home.folder.path + "/.config/zhupi/config.json"
    let plain = try home.shown()
    #expect(plain["measure"]?["value"]?.number == 30)
    #expect(plain["measure"]?["default"]?.number == 44)
    #expect(plain["measure"]?["source"]?.string == "file")
    #expect(plain["measure"]?["from"]?.string == file + ":1")
    #expect(plain["author"]?["from"]?.string == file + ":2")
    #expect(plain["keymap"]?["value"]?.string == "vim")
    #expect(plain["keymap"]?["source"]?.string == "default")
    #expect(plain["ambiguousWide"]?["value"]?.isNull == true)
    #expect(plain["language"]?["value"]?.string == "en")
    #expect(plain["language"]?["from"]?.string == "LANG")
    #expect(plain["journal"]?["source"]?.string == "default")

    let environment = ["ZHUPI_AUTHOR": "b", "ZHUPI_JOURNAL": "/j"]
    let said = try home.shown("--author", "c", "--theme", "monochrome", environment: environment)
    #expect(said["author"]?["value"]?.string == "c")
    #expect(said["author"]?["from"]?.string == "--author")
    #expect(said["theme"]?["source"]?.string == "option")
    #expect(said["journal"]?["value"]?.string == "/j")
    #expect(said["journal"]?["source"]?.string == "environment")
  }

  @Test func showListsEveryKeyForPeople() throws {
    let home = try Home(["config.json": "{ \"measure\": 30, \"language\": \"zh\" }"])
    let result = try home.run("config", "show")
    #expect(result.status == 0)
    #expect(result.output.contains("measure        30"))
    #expect(result.output.contains("默认 44"), "the configuration's language is used")
    #expect(result.output.split(separator: "\n").count == 20)
  }

  @Test func checkIsCalmWhereNothingIsWrong() throws {
    let result = try Home().run("config", "check")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains("themes"))
  }

  @Test func checkFindsWhatIsWrongInEveryFile() throws {
    let home = try Home([
      "config.json": "{ \"theme\": \"vermilion-drak\",\n\"mesure\": 3 }",
      "themes/own.json": "{ \"extends\": \"paper\",\n\"styles\": { \"txet\": {} } }",
      "keymaps/own.json":
        "{ \"extends\": \"vim\",\n\"bindings\": { \"text\": {\n\"Q\": \"next-claus\" } } }",
    ])
    let result = try home.run("config", "check")
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n").map(String.init)
    for end in [
      "config.json:2: mesure: unknown key; did you mean measure?",
      "config.json:1: theme: there is no vermilion-drak; did you mean vermilion-dark?",
      "themes/own.json:2: txet: unknown role; did you mean text?",
    ] {
      #expect(lines.contains { $0.hasSuffix(end) }, "\(end) in \(result.output)")
    }
    #expect(
      lines.contains { $0.contains("keymaps/own.json:3: Q: ") && $0.contains("next-clause?") })
    let json = try LinedJSONParser.parse(
      Array(try home.run("config", "check", "--json").output.utf8))
    #expect(json.elements.count == lines.count)
    #expect(json.elements.first?["key"]?.string == "mesure")
    #expect(json.elements.first?["nearest"]?.string == "measure")
    #expect(json.elements.allSatisfy { $0["severity"]?.string == "error" })
  }

  @Test func weakContrastIsAWarning() throws {
    let home = try Home([
      "themes/pale.json":
        "{ \"extends\": \"paper\", \"styles\": { \"dim\": { \"fg\": \"#f0f0e0\" } } }"
    ])
    let result = try home.run("config", "check")
    #expect(result.status == 0)
    #expect(result.output.contains("pale.json: dim: contrast below 4.5:1"))
    #expect(result.output.contains("(a warning)"))
    #expect(result.output.split(separator: "\n").last?.contains("warnings") == true)
  }

  @Test func pathTellsWhereFilesAre() throws {
    let home = try Home()
    let lines = try home.run("config", "path").output.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(lines.map { $0[0] } == ["config", "themes", "keymaps", "state", "journal"])
    #expect(lines[0].last == home.folder.path + "/.config/zhupi/config.json")
    #expect(lines[4].last == home.folder.path + "/.local/share/zhupi/journal")
  }

  @Test(
    arguments: [
      (["config"], 2), (["config", "shw"], 2), (["config", "show", "x"], 2),
      (["config", "show", "--config", "/no/such"], 66),
    ] as [([String], Int32)])
  func wrongUseIsRefused(words: [String], status: Int32) throws {
    let result = try BuiltProgram.run(words)
    #expect(result.status == status)
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  /// The columns of the dividers between panes, as `render` shows them.
  private func dividers(_ home: Home) throws -> [Int] {
    let screen = try home.run("render", "--size", "140x12").output.split(separator: "\n")
    let row = Array(try #require(screen.dropFirst(2).first).unicodeScalars)
    // A Chinese character takes two columns.
    var column = 0
    var found: [Int] = []
    for scalar in row {
      if scalar == "│" { found.append(column) }
      column += scalar.value >= 0x2E80 ? 2 : 1
    }
    return found
  }

  @Test func panesAreAStartUntilOneIsRemembered() throws {
    let home = try Home([
      "config.json": "{ \"panes\": { \"contents\": 20, \"hidden\": [\"annotations\"] } }"
    ])
    #expect(try dividers(home) == [20])
    let state = ".local/state/zhupi/panes.json"
    _ = try home.folder.write("{\"contents\":30,\"annotations\":28,\"hidden\":[]}", to: state)
    // Nothing is remembered without --write.
    #expect(try dividers(home) == [20])
    let shown = try home.shown()
    #expect(shown["panes"]?["source"]?.string == "state")
    #expect(shown["panes"]?["value"]?["contents"]?.number == 30)
  }
}
