import BulletinScreen
import Testing

@testable import BulletinTerminal

@Suite struct CellWidthTests {
  @Test(
    arguments: [
      (0, 0), (0x61, 1), (0x4E00, 2), (0x301, 0), (0x1B, -1), (0x9B, -1), (-1, -1), (0xD800, -1),
      (0x110000, -1), (0x241B, 1),
    ] as [(Int32, Int32)])
  func answerIsTheTablesOrThatOfPosix(character: Int32, cells: Int32) {
    #expect(cellsOfWideCharacter(character) == cells)
  }

  @Test(arguments: [
    ("\u{1B}[?25h$<200/>\u{1B}c", "\u{1B}[?25h\u{1B}c"), ("a$<5>", "a"), ("a$b", "a$b"),
    ("$<5", "$<5"), ("", ""),
  ])
  func delaysAreTakenOutOfCapabilities(capability: String, plain: String) {
    #expect(TerminalLife.withoutDelays(capability) == plain)
  }
}
