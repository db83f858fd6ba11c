import BulletinReader
import BulletinScreen
import Testing

@testable import zhupi

/// Which theme a terminal gets where nobody names one, and where somebody does.
@Suite struct ThemeChoiceTests {
  private func settings(_ words: [String], _ variables: [String: String]) throws -> ReaderSettings {
    let environment = Environment(outputIsTerminal: true) { variables[$0].map { Word($0) } }
    let arguments = try Arguments(words.map { Word($0) }, isFile: { _ in true })
    return try ReaderSettings(Invocation(arguments: arguments, environment: environment))
  }

  @Test(arguments: [
    (ColorDepth.direct, "vermilion-dark"), (.palette, "vermilion-dark"),
    (.sixteen, "eight-colour"), (.eight, "eight-colour"), (.none, "monochrome"),
  ])
  func coloursChooseTheTheme(depth: ColorDepth, name: String) throws {
    #expect(try settings([], [:]).theme(for: depth).name == name)
    let named = try settings(["--theme", "paper"], [:]).theme(for: depth)
    #expect(named.name == "paper")
  }

  @Test(
    arguments: [
      ("0;15", .light), ("15;0", .dark), ("0;default;15", .light), ("12;8", .dark), ("0;7", .light),
      ("default;default", nil), ("", nil), ("0;99", nil), (";", nil), ("15;-1", nil),
    ] as [(String, Theme.Background?)])
  func theTerminalIsAskedWhereTheEnvironmentIsSilent(
    variable: String, background: Theme.Background?
  ) throws {
    let settings = try settings([], ["COLORFGBG": variable])
    #expect(settings.asksBackground == (background == nil))
    #expect(settings.theme(for: .direct).background == background ?? .dark)
    #expect(settings.theme(for: .palette, on: .light).name == "vermilion-light")
    #expect(settings.theme(for: .palette, on: .dark).name == "vermilion-dark")
  }

  @Test func aNamedThemeIsNotAskedAbout() throws {
    let settings = try settings(["--theme", "vermilion-dark"], [:])
    #expect(!settings.asksBackground)
    #expect(settings.theme(for: .direct, on: .light).name == "vermilion-dark")
  }

  @Test(
    arguments: [
      ([], ["NO_COLOR": "1"], false), ([], ["NO_COLOR": ""], true),
      ([], ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false),
      (["--color", "always"], ["NO_COLOR": "1"], true), (["--color", "never"], [:], false),
    ] as [([String], [String: String], Bool)])
  func coloursAreUsedWhereTheyAreWanted(
    words: [String], variables: [String: String], usesColor: Bool
  ) throws {
    let settings = try settings(words, variables)
    #expect(settings.usesColor == usesColor && settings.asksBackground == usesColor)
    #expect(settings.theme(for: .direct).name == (usesColor ? "vermilion-dark" : "monochrome"))
  }
}
