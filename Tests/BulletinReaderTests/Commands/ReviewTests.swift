import AnnotationJournal
import BulletinScreen
import Testing

@testable import BulletinReader

/// Doubtful anchors and orphans after the text was amended.
@Suite struct ReviewTests {
  /// One annotation each that stays, is in doubt and has lost its text.
  private func amended() throws -> AnnotatedSample {
    let sample = try AnnotatedSample()
    try sample.annotate("在本省行政区域内开展流通及其监督管理，适用本办法。", [.note("范围")])
    try sample.annotate("提供方应当在2026年6月底前建立来源台账。", [.status("open")])
    try sample.annotate("算力券单张面额不超过二十万元。", [.note("核对面额")])
    try sample.amend(
      SampleBulletins.issue.replacing("2026年6月底前", with: "2027年9月底前")
        .replacing("第二条 算力券单张面额不超过二十万元。", with: ""))
    return sample
  }

  private func states(_ sample: AnnotatedSample) -> [AnchorState] {
    sample.document.annotations.map(\.anchor.state)
  }

  @Test func whatIsInDoubtIsReachedAndSettled() throws {
    let sample = try amended()
    #expect(states(sample) == [.exact, .doubtful, .orphaned])
    let driver = sample.driver(120, 40)
    try driver.press("]o")
    #expect(driver.session.report.clause == "第三条")
    try driver.press("A")
    #expect(states(sample) == [.exact, .exact, .orphaned])
    #expect(sample.document.annotations[1].quote.contains("2027年9月"))
    try driver.press("gg ]o")
    #expect(driver.session.report.focus == "annotations")
    try driver.press("O")
    #expect(sample.document.annotations[2].isSettledOrphan)
    try driver.press("<C-w>2 gg ]o")
    #expect(driver.session.report.message.contains("没有待确认"))
  }

  /// An orphan is attached to what is selected, or to the unit under the text's cursor.
  @Test(arguments: [
    ("/ \"支持企业\" <Enter> v 3l ]o M", "支持企业"), ("2]c ]o M", "在本省行政区域内开展流通及其监督管理，适用本办法。"),
  ])
  func anOrphanIsMovedByHand(keys: String, quote: String) throws {
    let sample = try amended()
    try sample.document.leaveOrphan(sample.ids[1], by: "甲")
    try sample.document.remove(sample.ids[0], by: "甲")
    try sample.document.remove(sample.ids[1], by: "甲")
    let driver = sample.driver(120, 40)
    try driver.press(keys)
    #expect(sample.document.annotations.map(\.quote) == [quote])
    #expect(states(sample) == [.exact])
  }

  @Test func theNextToReviewIsAtHandOnceOneIsSettled() throws {
    let sample = try amended()
    let driver = sample.driver(120, 40)
    try driver.press("<C-w>3 gg j A")
    #expect(states(sample) == [.exact, .exact, .orphaned])
    try driver.press("O")
    #expect(sample.document.annotations[2].isSettledOrphan)
  }

  @Test func aNoteIsEditedInSightOfItsText() throws {
    let sample = try amended()
    let driver = sample.driver(120, 16)
    try driver.press("G <C-w>3 gg e")
    #expect(driver.session.report.clause == "第二条")
    #expect(driver.screen.contains { $0.contains("第二条 在本省") })
  }

  @Test func whatIsInNoDoubtIsNotMoved() throws {
    let sample = try amended()
    let driver = sample.driver(120, 40)
    let before = sample.document.annotations
    try driver.press("gg <C-w>3 gg M")
    #expect(sample.document.annotations == before)
    #expect(driver.session.report.message.contains("没有疑问"))
  }

  @Test(arguments: [40, 20]) func theCountsShowInANarrowWindow(columns: Int) throws {
    let driver = try amended().driver(columns, columns == 40 ? 12 : 6)
    #expect(driver.screen[0].hasSuffix("⚑ 1 ◌ 1 ✕ 1"), "\(driver.screen[0])")
  }

  @Test func whatIsSettledCanBeUndone() throws {
    let sample = try amended()
    let driver = sample.driver(120, 40)
    try driver.press("]o A u")
    #expect(states(sample) == [.exact, .doubtful, .orphaned])
  }

  @Test func whatIsNotInDoubtNeedsNoAnswer() throws {
    let sample = try amended()
    let driver = sample.driver(120, 40)
    let before = sample.document.annotations
    try driver.press("]h A O")
    #expect(sample.document.annotations == before)
  }

  @Test(arguments: [
    ("]h", "第二条 在本省"), ("2]h", "提"), ("]h ]h [h", "第二条 在本省"), ("]f", "提"), ("G [f", "提"),
    ("<C-w>3 gg j <Enter>", "提"),
  ])
  func keysGoFromAnnotationToAnnotation(keys: String, text: String) throws {
    let driver = try amended().driver(120, 40)
    try driver.press(keys)
    #expect(driver.textAtCursor.hasPrefix(text), "\(driver.textAtCursor)")
  }
}
