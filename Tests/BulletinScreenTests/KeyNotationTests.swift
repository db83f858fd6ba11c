import Testing

@testable import BulletinScreen

@Suite struct KeyNotationTests {
  @Test(
    arguments: [
      ("j", [.character("j")]),
      ("]c", [.character("]"), .character("c")]),
      ("gg", [.character("g"), .character("g")]),
      ("vi\"", [.character("v"), .character("i"), .character("\"")]),
      ("<C-d>", [Key(.character("d"), .control)]),
      ("<C-D>", [Key(.character("d"), .control)]),
      ("<C-w>1", [Key(.character("w"), .control), .character("1")]),
      ("<C-w>>", [Key(.character("w"), .control), .character(">")]),
      ("<C-w><lt>", [Key(.character("w"), .control), .character("<")]),
      ("<C->>", [Key(.character(">"), .control)]),
      ("<Space>", [.character(" ")]), ("<space>", [.character(" ")]),
      ("<Tab>", [Key(.tab)]), ("<S-Tab>", [Key(.tab, .shift)]), ("<C-i>", [Key(.tab)]),
      ("<Esc>", [Key(.escape)]), ("<C-[>", [Key(.escape)]),
      ("<Enter>", [Key(.enter)]), ("<CR>", [Key(.enter)]), ("<C-m>", [Key(.enter)]),
      ("<M-Enter>", [Key(.enter, .alt)]), ("<A-x>", [Key(.character("x"), .alt)]),
      ("<BS>", [Key(.backspace)]), ("<Del>", [Key(.delete)]), ("<F1>", [Key(.function(1))]),
      ("<S-F12>", [Key(.function(12), .shift)]), ("<C-Up>", [Key(.up, .control)]),
      ("<PageDown>", [Key(.pageDown)]), ("<C-M-x>", [Key(.character("x"), [.control, .alt])]),
      ("<C-Space>", [Key(.character(" "), .control)]), ("<S-a>", [.character("A")]),
      ("条", [.character("条")]), ("<Bar>", [.character("|")]), ("", []),
    ] as [(String, [Key])])
  func notationIsRead(text: String, keys: [Key]) throws {
    #expect(try KeyNotation.keys(text) == keys)
  }

  @Test(arguments: [
    ("j", "j"), ("<C-D>", "<C-d>"), ("<cr>", "<Enter>"), ("<", "<lt>"), ("<Bslash>", "\\"),
    ("<A-C-x>", "<C-M-x>"), ("<S-F1>", "<S-F1>"), ("<gt>", ">"), ("<M-lt>", "<M-lt>"),
    ("<C-]>", "<C-]>"), ("<space>", "<Space>"), ("<pgup>", "<PageUp>"),
  ])
  func keysAreWrittenInOneForm(text: String, written: String) throws {
    let keys = text == "<" ? [Key.character("<")] : try KeyNotation.keys(text)
    #expect(KeyNotation.text(keys) == written)
  }

  @Test(
    arguments: [
      ("]<c", 1, .unclosedBracket), ("<", 0, .unclosedBracket),
      ("条<Entr>", 1, .unknownName("Entr", nearest: "Enter")),
      ("<C-Spce>", 0, .unknownName("C-Spce", nearest: "Space")),
      ("<frobnicate>", 0, .unknownName("frobnicate", nearest: nil)),
      ("<>", 0, .unknownName("", nearest: nil)), ("<F0>", 0, .unknownName("F0", nearest: nil)),
      ("<C->", 0, .unknownName("C-", nearest: nil)),
    ] as [(String, Int, KeyNotationError.Reason)])
  func mistakeIsToldWithItsPlace(text: String, place: Int, reason: KeyNotationError.Reason) {
    #expect(throws: KeyNotationError(reason: reason, place: place)) { try KeyNotation.keys(text) }
  }

  @Test func everyKeyIsReadBackAsWritten() throws {
    let codes: [Key.Code] =
      [
        .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home,
        .end, .pageUp, .pageDown,
      ]
      + (1...63).map { .function($0) }
      + (UInt32(0)...0x17F).compactMap { Unicode.Scalar($0).map { .character($0) } }
      + [.character("条"), .character("“")]
    for code in codes {
      for bits in UInt8(0)...7 {
        let key = Key(code, Key.Modifiers(rawValue: bits))
        let text = KeyNotation.text(key)
        #expect(try KeyNotation.keys(text) == [key], "\(text)")
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func randomTextIsReadOrRefusedAndNeverTraps(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pool = Array("<>C-MS-lt EscF1ab\"\\条\u{1B}".unicodeScalars)
    let text = String(
      String.UnicodeScalarView((0..<12).map { _ in pool.randomElement(using: &random) ?? " " }))
    if let keys = try? KeyNotation.keys(text) {
      #expect((try? KeyNotation.keys(KeyNotation.text(keys))) == keys)
    }
    _ = try? KeyScript.tokens(text)
  }
}
