import Testing

@testable import BulletinScreen

@Suite struct VisibleSignTests {
  @Test(
    arguments: [
      ("\u{1B}", "␛"), ("\u{0}", "␀"), ("\u{A}", "␊"), ("\u{7F}", "␡"), ("\t", " "),
      ("\u{9B}", "␦"), ("\u{202E}", "⇄"), ("\u{2066}", "⇄"), ("\u{200F}", "⇄"), ("\u{61C}", "⇄"),
      ("\u{200B}", "¦"), ("\u{200D}", "¦"), ("\u{FEFF}", "¦"), ("\u{AD}", "¦"), ("\u{2028}", "␤"),
      ("\u{E0041}", "␦"), ("\u{FFFE}", "␦"), ("\u{1FFFF}", "␦"), ("\u{FFF9}", "␦"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func scalarThatHidesHasASign(scalar: Unicode.Scalar, sign: Unicode.Scalar) {
    #expect(VisibleSign.sign(for: scalar) == sign)
  }

  @Test(arguments: [
    "a", "条", "“", "…", "。", "😀", "\u{301}", "\u{FE0F}", "\u{3000}", "�", "\u{E0100}",
  ])
  func scalarThatShowsHasNone(text: String) throws {
    let scalar = try #require(text.unicodeScalars.first)
    #expect(VisibleSign.sign(for: scalar) == nil)
  }

  /// Controls and formats, by the standard library's categories, never pass as they are; but for
  /// the few formats that are drawn, Arabic number signs and the like.
  @Test func noControlAndNoFormatPasses() {
    let drawn: Set<UInt32> = [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let hides: Bool =
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: !(0x600...0x605).contains(value) && !drawn.contains(value)
        default: false
        }
      if hides, VisibleSign.sign(for: scalar) == nil {
        Issue.record("U+\(String(value, radix: 16)) has no sign")
      }
    }
  }

  @Test(arguments: [false, true])
  func everySignTakesOneCellAndSoDoesWhatItStandsFor(ambiguousWide: Bool) {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let sign = VisibleSign.sign(for: scalar) else {
        continue
      }
      let cells = [scalar, sign].map { CharacterWidth.cells($0, ambiguousWide: ambiguousWide) }
      if cells != [1, 1] { Issue.record("U+\(String(value, radix: 16)) takes \(cells) cells") }
      if VisibleSign.sign(for: sign) != nil { Issue.record("the sign \(sign) would need a sign") }
    }
  }
}
