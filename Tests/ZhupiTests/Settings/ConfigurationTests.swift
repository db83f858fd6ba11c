import BulletinReader
import Testing

@testable import zhupi

/// What is read from `config.json`, and what is said of what cannot be.
@Suite struct ConfigurationTests {
  private func read(_ text: String) -> Configuration {
    Configuration(Array(text.utf8), file: "c.json")
  }

  @Test func everyKeyIsRead() {
    let configuration = read(
      """
      { "measure": 38, "theme": "paper", "keymap": "less", "author": "甲", "language": "en",
        "panes": { "contents": 24, "annotations": 36, "hidden": ["annotations"] },
        "ambiguousWide": true, "mouse": false, "journal": "~/notes", "copyCommand": "xsel -ib" }
      """)
    #expect(configuration.problems.isEmpty)
    #expect(configuration.measure == 38)
    #expect(configuration.theme == "paper")
    #expect(configuration.keymap == "less")
    #expect(configuration.author == "甲")
    #expect(configuration.language == .english)
    #expect(
      configuration.panes == PaneSplit(contents: 24, annotations: 36, hidden: [.annotations]))
    #expect(configuration.ambiguousWide == true)
    #expect(configuration.mouse == false)
    #expect(configuration.journal == "~/notes")
    #expect(configuration.copyCommand == "xsel -ib")
    #expect(Set(configuration.lines.keys) == Set(ConfigurationKey.all.map(\.name)))
  }

  /// A line of a configuration and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    var member: String
    var message: String
    var testDescription: String { member }
    init(_ member: String, _ message: String) {
      self.member = member
      self.message = message
    }
  }

  @Test(arguments: [
    Case(#""mesure": 44"#, "mesure: unknown key; did you mean measure?"),
    Case(#""measure": 9"#, "measure: must be a whole number from 10 to 200"),
    Case(#""measure": 44.5"#, "measure: must be a whole number from 10 to 200"),
    Case(#""measure": 1e300"#, "measure: must be a whole number from 10 to 200"),
    Case(#""language": "zn""#, #"language: must be "zh" or "en"; did you mean zh?"#),
    Case(#""mouse": "yes""#, "mouse: must be true or false"),
    Case(#""theme": """#, "theme: must be a string, a name or a file"),
    Case(#""author": " ""#, "author: must be a string, a name"),
    Case(#""journal": "notes""#, "journal: must be an absolute path, or begin with ~/"),
    Case(
      #""copyCommand": 1"#, #"copyCommand: must be a string, a command such as "wl-copy""#),
    Case(
      #""panes": [32]"#,
      #"panes: must be an object such as { "contents": 32, "hidden": ["annotations"] }"#),
    Case(#""panes": { "content": 32 }"#, "panes.content: unknown key; did you mean contents?"),
    Case(
      #""panes": { "contents": 3 }"#, "panes.contents: must be a whole number from 12 to 400"),
    Case(
      #""panes": { "hidden": ["annotation"] }"#,
      "panes.hidden: must be an array of panes: contents, text, annotations; one of them stays;"
        + " did you mean annotations?"),
    Case(
      #""panes": { "hidden": ["contents", "text", "annotations"] }"#,
      "panes.hidden: must be an array of panes: contents, text, annotations; one of them stays"),
  ])
  func whatIsWrongIsSaidWithTheNearestRightWord(expected: Case) throws {
    let configuration = read("{\n  \"ambiguousWide\": false,\n  \(expected.member)\n}")
    let messages = configuration.problems.map { $0.message(.english) }
    #expect(messages == ["c.json:3: " + expected.message])
    #expect(configuration.ambiguousWide == false, "the rest counts")
    #expect(configuration.panes == PaneSplit())
  }

  @Test func aKeyThatStandsTwiceIsAWarningAndTheLaterOneCounts() {
    let configuration = read("{ \"measure\": 30,\n \"measure\": 40 }")
    #expect(configuration.measure == 40)
    #expect(configuration.problems.map(\.severity) == [.warning])
    #expect(configuration.problems.map(\.line) == [2])
  }

  @Test(arguments: ["", "[]", "{", "{\"measure\": }", "\u{0}"])
  func whatIsNoObjectIsOneProblem(text: String) {
    #expect(read(text).problems.count == 1)
    #expect(read(text).measure == Opening.standardMeasure)
  }

  @Test func everyKeyHasItsOwnNameAndHelpInBothLanguages() {
    let names = ConfigurationKey.all.map(\.name)
    #expect(Set(names).count == names.count)
    for key in ConfigurationKey.all {
      for text in [key.help, key.expected] {
        #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en, "\(key.name)")
      }
    }
  }
}
