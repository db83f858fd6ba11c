import Testing

@testable import BulletinTerminal

/// Answers of a terminal on where its cursor stands, as they come among keys.
@Suite struct CursorReportsTests {
  @Test(
    arguments: [
      ("\u{1B}[1;3R", [3]), ("\u{1B}[24;2R\u{1B}[24;3R", [2, 3]), ("ab\u{1B}[1;2Rcd", [2]),
      ("\u{1B}[1;2", []), ("\u{1B}[R", []), ("\u{1B}[;R", []), ("\u{1B}[1;0R", []), ("", []),
      ("\u{1B}[A\u{1B}[12;14R", [14]), ("\u{1B}[1;99999999999999999999R", []), ("\u{1B}[", []),
      ("\u{1B}[1;2;3R", []), ("R\u{1B}\u{1B}[5;6R", [6]),
    ] as [(String, [Int])])
  func columnsAreRead(text: String, columns: [Int]) {
    #expect(CursorReports.columns(in: Array(text.utf8)) == columns)
  }
}
