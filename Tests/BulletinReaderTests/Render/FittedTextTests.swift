import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct FittedTextTests {
  private func fitted(_ text: String, _ room: Int) -> String {
    let keymap = ReaderDriver.keymap
    let opening = Opening(
      bulletin: SampleBulletins.bulletin(""), name: "", size: Size(columns: 80, rows: 24),
      theme: ReaderDriver.theme, keymap: { keymap })
    return Canvas(ReaderState(opening), theme: opening.theme, styles: StyleTable())
      .fitted(text, room)
  }

  @Test(arguments: [("数据要素", 8, "数据要素"), ("数据要素", 7, "数据要…"), ("数据", 1, "…"), ("数据", 0, "")])
  func whatDoesNotFitEndsInAnEllipsis(text: String, room: Int, shown: String) {
    #expect(fitted(text, room) == shown)
  }

  /// However many marks stand on one character, a frame reads no more of them than it can show.
  @Test func marksWithoutEndAreCut() {
    let marks = String(repeating: "\u{301}", count: 100_000)
    let shown = fitted("甲" + marks + "乙", 20)
    #expect(shown.unicodeScalars.count < 1_000)
    #expect(shown.hasSuffix("…"))
    #expect(fitted("甲\u{301}\u{302}乙", 4) == "甲\u{301}\u{302}乙")
  }
}
