import BulletinReader
import Foundation
import Glibc
import Testing

/// Several readers on one journal, each in a terminal of its own: nobody loses anything, and each
/// shows what the others do without a key being pressed.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct SeveralReadersTests {
  private let library: AnnotatedFolder

  init() throws { library = try AnnotatedFolder() }

  /// Two readers: of one machine, or of two machines that share the journal's folder.
  private func readers(machines: Int) throws -> (AnnotatingTerminal, AnnotatingTerminal) {
    let other = machines == 2 ? ["XDG_STATE_HOME": library.homePath + "/other"] : [:]
    return (
      try AnnotatingTerminal(library), try AnnotatingTerminal(library, environment: other)
    )
  }

  @Test(arguments: [1, 2])
  func aChangeShowsInTheOtherReaderWithoutAKey(machines: Int) throws {
    let (one, other) = try readers(machines: machines)
    try one.goToClause(2)
    try one.note("甲处的批注")
    try other.screen.wait(for: "甲处的批注")
    try other.goToClause(2)
    try other.press("c3", until: "颜色：碧")
    try one.screen.wait("the colour in the card") { $0.contains(/第二条 · 第1页 +碧/) }
    try other.screen.typeText("e")
    try other.screen.wait(for: "Enter 保存")
    try other.screen.typeText("，乙处加的")
    try other.screen.wait(for: "乙处加的")
    try other.save()
    try one.screen.wait(for: "乙处加的")
    try one.press("dd", until: "批注已删除")
    try other.screen.wait("the card gone") { !$0.contains("乙处加的") }
    #expect(try one.annotations().isEmpty)
    try one.press("u", until: "已撤销：删除批注")
    try other.screen.wait(for: "乙处加的")
    let annotation = try one.annotation()
    #expect(annotation["note"]?.string == "甲处的批注，乙处加的")
    #expect(annotation["color"]?.string == "jade")
  }

  @Test func twoThatBeganWithoutEachOtherHaveOneDocument() throws {
    let (one, other) = try readers(machines: 2)
    try one.goToClause(1)
    try other.goToClause(4)
    try one.beginNote("甲先写")
    try other.beginNote("乙也写")
    try one.save()
    try other.save()
    try one.screen.wait(for: "乙也写")
    try other.screen.wait(for: "甲先写")
    #expect(try one.annotations().compactMap { $0["note"]?.string } == ["甲先写", "乙也写"])
  }

  @Test func undoLeavesWhatTheOtherChangedAndSaysSo() throws {
    let (one, other) = try readers(machines: 2)
    try one.goToClause(2)
    try one.note("甲处的批注")
    try one.press("c2", until: "颜色：金")
    try other.screen.wait("the colour in the card") { $0.contains(/第二条 · 第1页 +金/) }
    try other.goToClause(2)
    try other.press("c4", until: "颜色：青")
    try one.screen.wait("the colour in the card") { $0.contains(/第二条 · 第1页 +青/) }
    try one.press("u", until: "没有撤销：颜色后来有人改过")
    #expect(try one.annotation()["color"]?.string == "azure")
    try one.press("u", until: "没有撤销：新批注后来有人改过")
    let annotation = try one.annotation()
    #expect(annotation["note"]?.string == "甲处的批注")
    #expect(annotation["color"]?.string == "azure")
  }

  @Test func whatIsBeingTypedStaysWhileTheOtherChangesTheSame() throws {
    _ = try library.annotate("--at", "1/2", "--note", "旧文字")
    let (one, other) = try readers(machines: 2)
    try one.goToClause(2)
    try one.press("e", until: "Enter 保存")
    try one.screen.typeText("甲")
    try one.screen.wait(for: "旧文字甲")
    try other.goToClause(2)
    try other.press("t", until: "标签")
    try other.screen.typeText("乙标")
    try other.screen.type("Enter")
    try one.screen.wait("the tag and what is typed") {
      $0.contains("#乙标") && $0.contains("旧文字甲")
    }
    try one.save()
    let annotation = try one.annotation()
    #expect(annotation["note"]?.string == "旧文字甲")
    #expect(annotation["tags"]?.elements.map(\.string) == ["乙标"])
  }

  @Test func whatIsTypedIntoWhatTheOtherRemovedBringsItBack() throws {
    _ = try library.annotate("--at", "1/2", "--note", "旧文字")
    let (one, other) = try readers(machines: 2)
    try one.goToClause(2)
    try one.press("e", until: "Enter 保存")
    try one.screen.typeText("，还在写")
    try one.screen.wait(for: "还在写")
    try other.goToClause(2)
    try other.press("dd", until: "批注已删除")
    try one.screen.wait("the card gone") { !$0.contains("“在本省") }
    try one.save()
    #expect(try one.annotation()["note"]?.string == "旧文字，还在写")
    try other.screen.wait(for: "还在写")
  }

  @Test func noReaderThrowsAwayTheDraftOfAnother() throws {
    let (one, other) = try readers(machines: 1)
    try one.goToClause(2)
    try other.goToClause(2)
    try one.beginNote("甲在写")
    try one.screen.wait("the draft on the disk") { _ in try library.drafts().contains("甲在写") }
    try other.beginNote("乙在写")
    try other.screen.wait("the draft on the disk") { _ in try library.drafts().contains("乙在写") }
    #expect(try library.drafts().contains("甲在写"))
    try other.save()
    try one.end(by: SIGKILL)
    #expect(try library.drafts() == ["甲在写"])
  }
}
