import BulletinScreen
import Testing

@testable import BulletinReader

/// What the message line says is said whole, however narrow the window.
@Suite struct MessageTests {
  private let words = """
    批注没有写入：/srv/bulletins/.zhupi/journal/01JDQ8.jsonl：磁盘已满；腾出空间后按 gs 再存一次，写下的都还在
    """

  /// What the lowest rows show, put together.
  private func tail(_ driver: ReaderDriver, rows: Int) -> String {
    driver.screen.suffix(rows).map { $0.drop { $0 == " " } }.joined()
  }

  @Test(arguments: [(112, 1), (60, 2), (30, 5), (24, 6)])
  func aLongMessageTakesTheRowsItNeeds(columns: Int, rows: Int) throws {
    let driver = ReaderDriver(SampleBulletins.issue, columns, 16)
    driver.session.show(words, isError: true)
    #expect(tail(driver, rows: rows).contains(words))
    #expect(driver.roles(in: 16 - rows).contains("message.error"))
    try driver.press("j")
    #expect(!driver.screen.joined().contains("gs"), "a key takes it away")
  }

  /// Where not even the whole window is enough, the end shows that there is more.
  @Test(arguments: [(20, 6), (24, 5)])
  func aMessageIsNotCutWithoutASign(columns: Int, rows: Int) throws {
    let driver = ReaderDriver(SampleBulletins.issue, columns, rows)
    driver.session.show(words, isError: true)
    #expect(driver.screen.last?.hasSuffix("…") == true, "\(driver.screen)")
    driver.session.show("磁盘已满，写下的都还在内存里", isError: false)
    let said = tail(driver, rows: rows)
    #expect(said.hasSuffix("…") || said.contains("磁盘已满，写下的都还在内存里"), "\(driver.screen)")
  }

  @Test func aMessageMayTakeAllRowsButTwo() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 20, 6)
    try driver.press("中 ｊ")
    let said = tail(driver, rows: 4)
    #expect(said.contains("英文输入") && !said.hasSuffix("…"), "\(driver.screen)")
  }

  /// The remark on the input method is made once, and only what a frame has shown is made.
  @Test func theInputMethodIsRemarkedUntilItWasSeen() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 16)
    try driver.press("／ <Esc> ］ <Esc> ｕ")
    #expect(driver.screen.last?.contains("英文输入") == true)
    #expect(driver.screen.last?.contains("英文输入") == true, "it stays until the next key")
    try driver.press("ｊ")
    #expect(!driver.screen.joined().contains("英文输入"))
  }

  @Test func theInputMethodIsRemarkedBesideWhatACommandSays() throws {
    let driver = try AnnotatedSample().driver(112, 16)
    try driver.press("ｕ")
    let said = try #require(driver.screen.last)
    #expect(said.contains("没有可撤销的改动") && said.contains("英文输入"))
  }

  @Test func composedCharactersAreNeverUnbound() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 16)
    for keys in ["中", "文", "g数"] {
      try driver.press(keys)
      #expect(driver.screen.last?.contains("英文输入") == true)
      #expect(!driver.screen.joined().contains("没有绑定"))
    }
  }

  @Test(arguments: [60, 24]) func itStandsBelowAnOpenNote(columns: Int) throws {
    let driver = ReaderDriver(SampleBulletins.issue, columns, 16)
    try driver.press("a \"写了一半\"")
    driver.session.show(words, isError: true)
    #expect(driver.cursorRow.contains("写了一半"))
    #expect(tail(driver, rows: columns == 60 ? 2 : 6).contains(words))
  }

  @Test func itStandsAboveTheLineThatItRefuses() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 40, 16)
    try driver.press("f \"2026-02-30\"")
    driver.session.show(words, isError: true)
    #expect(driver.cursorRow.contains("2026-02-30"))
    #expect(driver.screen.suffix(6).dropLast(2).map { $0.drop { $0 == " " } }.joined() == words)
  }
}
