import BulletinCore
import Testing

@Suite struct LineTests {
  private static func lines(_ text: String) -> [String] {
    let source = SourceText(text)
    return source.lines.map { line in
      "\(line.number) " + String(decoding: source.bytes[line.bytes], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("LF", "甲\n\n乙\n", ["1 甲", "3 乙"]),
    ("no newline at the end", "甲\n乙", ["1 甲", "2 乙"]),
    ("CRLF", "甲\r\n\r\n乙\r\n", ["1 甲", "3 乙"]),
    ("CR", "甲\r\r乙\r", ["1 甲", "3 乙"]),
    ("CR, no newline at the end", "甲\r乙", ["1 甲", "2 乙"]),
    ("CRLF and LF mixed", "甲\r\n乙\n\r\n丙", ["1 甲", "2 乙", "4 丙"]),
    ("a CR inside a line of an LF file ends nothing", "甲\r乙\n丙\n", ["1 甲\r乙", "2 丙"]),
    ("two CRs before an LF", "甲\r\r\n乙\n", ["1 甲\r", "2 乙"]),
    (
      "form feeds, vertical tabs and Unicode separators end nothing",
      "甲\u{B}乙\u{C}丙\u{2028}丁\u{2029}戊\u{85}己\n", ["1 甲\u{B}乙\u{C}丙\u{2028}丁\u{2029}戊\u{85}己"]
    ),
    ("lines of blanks have no text", " \n\t\n　　\n甲\n\u{A0}\u{200B}\n乙\n", ["4 甲", "6 乙"]),
    ("blanks around text stay", "　　甲 \n", ["1 　　甲 "]),
  ])
  func linesAreCountedAsSedDoes(_ name: String, _ text: String, _ expected: [String]) {
    #expect(Self.lines(text) == expected, "\(name)")
  }

  @Test(arguments: [("", 0), ("\n", 1), ("甲", 1), ("甲\n", 1), ("甲\n乙", 2), ("甲\r\n\r\n", 2)])
  func blankLinesCount(_ text: String, _ count: Int) {
    #expect(SourceText(text).lineCount == count)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsDoNotChangeTheReading(_ end: String) {
    let drawn = WeeklyIssue.picture
    let text = drawn.rows.map(\.text).joined(separator: end) + end
    #expect(Labelled.readings(Bulletin(SourceText(text))) == Labelled.readings(drawn.bulletin))
  }

  /// A line of 1 MB, in several kinds.
  @Test(arguments: [
    "数", "数据。", "（", "第一条 ", "**", "# ", "1.", "图1", "a", "“", "\u{301}", "👩🏽‍💻", "— ",
  ])
  func lineOfAMegabyte(_ piece: String) {
    let long = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let bulletin = Bulletin(SourceText("岚州数字观察\n\(long)\n第一条 为了保护数据权益。\n"))
    #expect(bulletin.roles.count == 3)
    let unit = bulletin.unit(holding: 1)
    #expect(bulletin.text(of: unit).scalars.count <= long.unicodeScalars.count + 64)
  }

  @Test func hundredThousandCombiningMarks() {
    let marks = "数" + String(repeating: "\u{301}", count: 100_000)
    let bulletin = Bulletin(SourceText("岚州数字观察\n第一条 \(marks)据。\n第二条 本条例自公布之日起施行。\n"))
    #expect(Labelled.readings(bulletin) == ["title - 0", "clause 1 1", "clause 2 1"])
    #expect(bulletin.text(of: bulletin.unit(holding: 1)).scalars.count == 100_000 + 7)
  }
}
