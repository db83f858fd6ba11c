import Testing

@testable import BulletinScreen

@Suite struct KeyScriptTests {
  @Test(
    arguments: [
      ("", []), ("  ", []),
      (
        "5j ]c",
        [.keys([.character("5"), .character("j")]), .keys([.character("]"), .character("c")])]
      ),
      ("<Tab>\t<C-d>", [.keys([Key(.tab)]), .keys([Key(.character("d"), .control)])]),
      ("\"待核对 a\"", [.text("待核对 a")]), ("\"\"", [.text("")]),
      (
        #"a "x\"y\\z\n" <Enter>"#,
        [.keys([.character("a")]), .text(#"x"y\z\n"#), .keys([Key(.enter)])]
      ),
      ("vi\"", [.keys([.character("v"), .character("i"), .character("\"")])]),
    ] as [(String, [KeyScript.Token])])
  func scriptIsRead(script: String, tokens: [KeyScript.Token]) throws {
    #expect(try KeyScript.tokens(script) == tokens)
  }

  @Test(
    arguments: [
      ("j \"abc", 2, .unclosedText), ("\"a\"b", 3, .textRunsOn), ("j  <Tab", 3, .unclosedBracket),
      ("\"a\\\"", 0, .unclosedText),
    ] as [(String, Int, KeyNotationError.Reason)])
  func mistakeIsToldWithItsPlaceInTheScript(
    script: String, place: Int, reason: KeyNotationError.Reason
  ) {
    #expect(throws: KeyNotationError(reason: reason, place: place)) {
      try KeyScript.tokens(script)
    }
  }
}
