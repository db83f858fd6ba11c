import Testing

@testable import BulletinScreen

@Suite struct CharacterWidthTests {
  @Test(
    arguments: [
      ("a", 1), (" ", 1), ("é", 1), ("条", 2), ("，", 2), ("《", 2), ("　", 2), ("ａ", 2), ("ｱ", 1),
      ("가", 2), ("㐀", 2), ("𠀀", 2), ("あ", 2), ("─", 1), ("⚑", 1), ("●", 1), ("⌚", 2), ("😀", 2),
      ("☎", 1), ("🇨", 1), ("㊿", 2), ("①", 1), ("\u{2FFFD}", 2), ("\u{E0100}", 0), ("\u{301}", 0),
      ("\u{302A}", 0), ("\u{1160}", 0), ("\u{20DD}", 0), ("\u{FE0F}", 0), ("\u{3164}", 2),
      ("\u{A0}", 1), ("\u{4DC0}", 2),
    ] as [(Unicode.Scalar, Int)])
  func scalarTakesItsCells(scalar: Unicode.Scalar, cells: Int) {
    #expect(CharacterWidth.cells(scalar, ambiguousWide: false) == cells)
  }

  @Test(arguments: ["“", "”", "‘", "’", "…", "—", "①", "●", "─", "▲", "→", "°", "×", "α", "№", "�"])
  func ambiguousScalarFollowsTheTerminal(text: String) throws {
    let scalar = try #require(text.unicodeScalars.first)
    #expect(CharacterWidth.cells(scalar, ambiguousWide: false) == 1)
    #expect(CharacterWidth.cells(scalar, ambiguousWide: true) == 2)
  }

  @Test func textIsAsWideAsItsScalars() {
    #expect(CharacterWidth.cells("第5条 “ab”", ambiguousWide: false) == 10)
    #expect(CharacterWidth.cells("第5条 “ab”", ambiguousWide: true) == 12)
  }

  @Test(arguments: [WidthTable.wide, WidthTable.ambiguous, WidthTable.zero])
  func rangesAscendAndDoNotTouch(ranges: [UInt32]) {
    #expect(ranges.count % 2 == 0)
    for index in 1..<ranges.count {
      #expect(
        index % 2 == 1 ? ranges[index - 1] <= ranges[index] : ranges[index - 1] + 1 < ranges[index])
    }
  }

  @Test func noCodePointStandsInTwoTables() {
    for value in UInt32(0)...0x10FFFF {
      let tables = [WidthTable.wide, WidthTable.ambiguous, WidthTable.zero].filter {
        WidthTable.holds($0, value)
      }
      if tables.count > 1 { Issue.record("U+\(String(value, radix: 16)) stands in two tables") }
    }
  }

  @Test func fastPathsAgreeWithTheTables() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), VisibleSign.sign(for: scalar) == nil else {
        continue
      }
      let expected =
        WidthTable.holds(WidthTable.wide, value) || WidthTable.holds(WidthTable.ambiguous, value)
        ? 2 : WidthTable.holds(WidthTable.zero, value) ? 0 : 1
      if CharacterWidth.cells(scalar, ambiguousWide: true) != expected {
        Issue.record("U+\(String(value, radix: 16)) is not of \(expected) cells")
      }
    }
  }

  /// The standard library knows the categories of its own version of Unicode.
  @Test func combiningMarksTakeNoCell() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      if category == .nonspacingMark || category == .enclosingMark,
        CharacterWidth.cells(scalar, ambiguousWide: false) != 0
      {
        Issue.record("the mark U+\(String(value, radix: 16)) takes a cell")
      }
    }
  }
}
