import AnnotationJournal
import BulletinScreen
import Testing

@testable import BulletinReader

/// Messages that tell where one is and what to press.
@Suite struct MessageWordsTests {
  @Test func aDraftThatIsLeftTellsTheWayBack() throws {
    let driver = try AnnotatedSample().driver()
    try driver.press("]c a \"甲\" <Esc>")
    #expect(driver.session.report.message == "草稿已留下，还没有保存为批注；按 gn 续写")
    driver.use(Loaded(builtInKeymap("emacs"), problems: []), named: "emacs")
    driver.offer([NoteDraft(subject: .annotation("无"), text: "甲")])
    #expect(driver.session.report.message.contains("按 N 续写"))
  }

  @Test func aCountRemovesOneAndSaysSo() throws {
    let sample = try AnnotatedSample()
    let driver = sample.driver()
    try driver.press("]c c2 ]c c2 3dd")
    #expect(sample.document.annotations.count == 1)
    #expect(driver.session.report.message == "批注已删除（只此一条），可撤销")
  }

  @Test func thereIsNoSuchPage() throws {
    let driver = ReaderDriver()
    try driver.press("]a 3]c")
    let place = driver.session.place
    try driver.press("999gp")
    #expect(driver.session.place == place)
    #expect(driver.session.report.message == "没有第999页的文章：首篇在第1页，末篇始于第15页")
    try driver.press("10gp")
    #expect(driver.session.report.message == "第10页所在的文章始于第9页")
  }

  @Test func aPageIsCitedWhereItIsKnown() throws {
    let long = String(repeating: "本条内容较多，另行说明。", count: 200)
    let text = SampleBulletins.issue.replacing("第四条 前款", with: "第四条 \(long)前款")
    let driver = ReaderDriver(text)
    func citation(after keys: String) throws -> String {
      try driver.press(keys + " y")
      guard case .copy(let words)? = driver.effects.last else { return "" }
      return String(words.split(separator: "\n").last ?? "")
    }
    #expect(try citation(after: "gg 3]c").hasSuffix("第三条，第1页"))
    #expect(try citation(after: "gg 5]c").hasSuffix("第五条，第1页起"))
  }

  @Test func aClickTakesTheOldMessageAway() throws {
    let driver = ReaderDriver()
    try driver.press("ma")
    driver.handle(.mouse(MouseEvent(.press, at: Point(column: 40, row: 6))))
    #expect(driver.session.report.message.isEmpty)
  }

  @Test(arguments: ["q", "<Esc>", "<F1>"]) func helpLeavesTheSelection(key: String) throws {
    let driver = ReaderDriver()
    try driver.press("]c v 3l <F1> j \(key)")
    #expect(driver.session.report.mode == "visual")
    #expect(driver.session.report.clause == "第一条")
  }
}
