import BulletinScreen
import Foundation
import Keymaps
import Testing
import Themes

@testable import BulletinReader

private func theme(_ json: String) -> Loaded<Theme> {
  ThemeFile.load(
    SettingsFile(name: "my.json", bytes: Array(json.utf8)), from: BuiltInThemes.library)
}

@Suite struct ThemeTests {
  @Test(arguments: [("Themes", Themes.names), ("Keymaps", Keymaps.names + Keymaps.parts)])
  func everyFileOfTheFolderIsInTheProgram(folder: String, names: [String]) throws {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: root.path + "/" + folder)
    let found = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    #expect(found.sorted() == names.sorted())
  }

  @Test(arguments: Themes.names)
  func builtInThemesAreSoundAndLegible(name: String) throws {
    let file = try #require(BuiltInThemes.library.file(named: name))
    let loaded = ThemeFile.load(file, from: BuiltInThemes.library)
    #expect(loaded.problems.isEmpty, "\(loaded.problems.map { $0.message(.english) })")
    #expect(loaded.value.name == name)
    let weak = loaded.value.weakContrasts()
    #expect(weak.isEmpty, "\(weak.map { "\($0.ink.name) on \($0.ground.name) \($0.ratio)" })")
  }

  @Test(arguments: [Themes.light, Themes.dark])
  func colouredThemesColourEverything(name: String) throws {
    let theme = try BuiltInThemes.theme(name)
    let base = theme[.base].style
    #expect(base.foreground != nil && base.background != nil)
    #expect(theme.background == (name == Themes.light ? .light : .dark))
  }

  @Test func withoutColoursAttributesTellEverything() throws {
    let theme = try BuiltInThemes.theme(Themes.colourless)
    for role in StyleRole.allCases {
      #expect(theme[role].style.foreground == nil && theme[role].style.background == nil)
    }
    let telling: [StyleRole] = [
      .title, .heading, .label, .selection, .searchHit, .searchHitCurrent, .contentsCurrent,
      .contentsCursor, .paneHeadingFocused, .messageError, .highlightGold, .highlightGoldCurrent,
      .followUpOverdue, .status, .reference, .cursor,
    ]
    for role in telling { #expect(!theme[role].style.attributes.isEmpty, "\(role.name)") }
    #expect(theme[.searchHit].style != theme[.searchHitCurrent].style)
    #expect(theme[.highlightGold].style != theme[.highlightGoldCurrent].style)
    #expect(theme[.paneHeading].style != theme[.paneHeadingFocused].style)
  }

  @Test func everyRoleHasANameOfItsOwn() {
    #expect(Set(StyleRole.allCases.map(\.name)).count == StyleRole.allCases.count)
    for role in StyleRole.allCases { #expect(StyleRole.named(role.name) == role) }
    #expect(StyleRole.highlightVioletCurrent.name == "highlight.violet.current")
    #expect(StyleRole.followUpOverdue.name == "follow-up.overdue")
  }

  @Test func rolesFallBackAlongTheDots() {
    let own = theme(
      """
      { "palette": { "red": "#ff0000" }, "styles": {
        "search": { "fg": "red", "bold": true, "underline": true },
        "search.hit": { "bg": "#00ff00" },
        "search.hit.current": { "bold": false, "fg": "none" }, "highlight": { "bg": "default" } } }
      """)
    #expect(own.problems.isEmpty)
    let (red, green) = (Color.rgb(255, 0, 0), Color.rgb(0, 255, 0))
    #expect(
      own.value[.searchHit]
        == StyledRole(
          role: "search.hit",
          style: Style(foreground: red, background: green, attributes: [.bold, .underline])))
    #expect(
      own.value[.searchHitCurrent].style == Style(background: green, attributes: .underline))
    #expect(own.value[.highlightJadeCurrent].style.background == .standard)
    #expect(own.value[.heading].style == Style())
  }

  @Test func aThemeChangesWhatItExtends() {
    let own = theme(
      """
      { "extends": "vermilion-light", "name": "mine", "palette": { "vermilion": "#123456" },
        "styles": { "text.division": { "underline": true } } }
      """)
    #expect(own.problems.isEmpty)
    let style = own.value[.division].style
    #expect(style.foreground == .rgb(0x12, 0x34, 0x56))
    #expect(style.attributes == [.bold, .underline])
    #expect(own.value.name == "mine" && own.value.background == .light)
  }

  /// Whatever is wrong with a file, there is something to see: the built-in theme of its name, what
  /// the file says on its own being laid over it, else the standard one.
  @Test(arguments: [
    ("paper", "{", "paper"), ("mine", "{", Themes.dark), ("mine", "{}", Themes.dark),
    ("mine", #"{ "background": "light" }"#, Themes.light),
    ("mine", #"{ "extends": "papr" }"#, Themes.dark),
    ("mine", #"{ "extends": "papr", "background": "light" }"#, Themes.light),
    ("paper", #"{ "extends": "paper" }"#, "paper"),
    ("paper", #"{ "name": "own", "extends": "paper", "styles": {} }"#, "paper"),
  ])
  func aBrokenThemeLooksLikeAnother(name: String, json: String, expected: String) throws {
    let library = SettingsLibrary(
      names: Themes.names,
      own: { $0 == name ? SettingsFile(name: "/t/\(name).json", bytes: Array(json.utf8)) : nil },
      builtIn: { BuiltInThemes.library.file(named: $0) })
    let own = ThemeFile.load(try #require(library.file(named: name)), from: library).value
    let other = try BuiltInThemes.theme(expected)
    #expect(StyleRole.allCases.allSatisfy { own[$0] == other[$0] })
    #expect(own.background == other.background)
  }

  @Test func ofVeryManyMistakesTheFirstAreTold() {
    let lines = (0..<1_000).map { #""nosuch\#($0)": {}"# }.joined(separator: ",\n")
    #expect(theme(#"{ "styles": { \#(lines) } }"#).problems.count == 101)
  }

  @Test(arguments: [
    (
      #"{ "styles": { "text.headin": {} } }"#,
      "text.headin: unknown role; did you mean text.heading?"
    ),
    (#"{ "styles": { "text": { "color": "red" } } }"#, "text.color: unknown property"),
    (
      #"{ "styles": { "text": { "bolt": true } } }"#,
      "text.bolt: unknown property; did you mean bold?"
    ),
    (#"{ "styles": { "text": { "bold": 1 } } }"#, "text.bold: must be true or false"),
    (#"{ "styles": { "text": { "fg": 1 } } }"#, "text.fg: must be a string"),
    (#"{ "styles": { "text": [] } }"#, "text: must be an object { }"),
    (#"{ "styles": { "dim": {}, "dim": {} } }"#, "dim: stands twice; the later one counts"),
    (
      ##"{ "palette": { "ink": "#000000" }, "styles": { "text": { "fg": "inc" } } }"##,
      "text.fg: unknown colour inc; did you mean ink?"
    ),
    (##"{ "palette": { "ink": "#00000g" } }"##, "ink: a colour is written #rrggbb"),
    (#"{ "background": "dork" }"#, "background: must be light or dark; did you mean dark?"),
    (#"{ "name": 3 }"#, "name: must be a string"),
    (
      #"{ "extends": "vermillion-dark" }"#,
      "extends: nothing named vermillion-dark to extend; did you mean vermilion-dark?"
    ),
    (#"{ "style": {} }"#, "style: unknown key; did you mean styles?"),
  ])
  func complaintsNamePlaceAndNearestWord(json: String, expected: String) {
    let problems = theme("\n\n" + json).problems
    #expect(problems.map { $0.message(.english) } == ["my.json:3: " + expected])
  }

  @Test func contrastIsThatOfTheStandard() throws {
    let black = Color.rgb(0, 0, 0)
    let white = Color.rgb(255, 255, 255)
    #expect(abs(try #require(Theme.contrast(black, white)) - 21) < 0.001)
    #expect(abs(try #require(Theme.contrast(white, .rgb(118, 118, 118))) - 4.54) < 0.01)
    #expect(Theme.contrast(white, white) == 1)
    #expect(Theme.contrast(.standard, white) == nil)
    let faint = theme(##"{ "styles": { "base": { "fg": "#888888", "bg": "#999999" } } }"##)
    #expect(faint.value.weakContrasts().contains { $0.ink == .text && $0.ground == .text })
  }

  @Test func terminalColoursHaveNamesOfTheirOwn() {
    let own = theme(
      ##"""
      { "palette": { "red": "#ff0000" }, "styles": {
        "text": { "fg": "cyan", "bg": "black" }, "dim": { "fg": "red" } } }
      """##)
    #expect(own.problems.isEmpty)
    #expect(own.value[.text].style == Style(foreground: .indexed(6), background: .indexed(0)))
    #expect(own.value[.dim].style.foreground == .rgb(255, 0, 0))
    let wrong = theme(##"{ "styles": { "text": { "fg": "cian" } } }"##).problems
    #expect(wrong.first?.nearest == "cyan")
  }
}
