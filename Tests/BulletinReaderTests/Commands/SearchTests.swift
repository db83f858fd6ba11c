import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct SearchTests {
  @Test(arguments: [
    ("/ \"台账\" <Enter>", "台账要求", 3), ("/ \"台账\" <Enter> n", "台账。", 3),
    ("/ \"台账\" <Enter> 3n", "台账要求", 3), ("G ? \"台账\" <Enter>", "台账，是指", 3),
    ("G ? \"台账\" <Enter> N", "台账要求", 3), ("/ \"AI\" <Enter>", "ＡＩ", 1),
    ("/ \"ai\" <Enter>", "ＡＩ", 2), ("/ \"(来源:\" <Enter>", "（来源：", 1),
    ("]c w * ", "为规范", 1), ("3/ \"台账\" <Enter>", "台账，是指", 3),
    ("G 2? \"台账\" <Enter>", "台账。", 3), ("/ \"台账\" <Enter> 2/ <Enter>", "台账，是指", 3),
  ])
  func hitsAreFound(keys: String, text: String, count: Int) throws {
    let driver = ReaderDriver(SampleBulletins.issue, 140, 50)
    try driver.press(keys)
    driver.settle()
    #expect(driver.textAtCursor.hasPrefix(text), "\(driver.textAtCursor)")
    #expect(driver.screen[48].contains("/\(count) “"), "\(driver.screen[48])")
  }

  @Test func hitsAreHighlightedAndMarked() throws {
    let driver = ReaderDriver()
    try driver.press("/ \"台账\" <Enter>")
    let frame = driver.frame
    let roles = Set(frame.cells.map { frame.styled($0).role })
    #expect(roles.isSuperset(of: ["search.hit", "search.hit.current", "scroll-bar.hit"]))
    try driver.press("<Esc>")
    let after = driver.frame
    #expect(!after.cells.contains { after.styled($0).role == "search.hit" })
  }

  /// What was searched for outlasts its marks.
  @Test(arguments: [
    "n", "N", "/ <Enter>", "? <Enter>", ": \"search-or-next\" <Enter> <Enter>",
  ])
  func aHiddenSearchIsGoneOnWith(keys: String) throws {
    for hide in ["<Esc>", ": \"noh\" <Enter>"] {
      let driver = ReaderDriver()
      try driver.press("/ \"台账\" <Enter> \(hide)")
      #expect(!driver.screen.contains { $0.contains("命中") })
      #expect(!driver.frame.cells.contains { driver.frame.styled($0).role == "scroll-bar.hit" })
      try driver.press(keys)
      #expect(driver.textAtCursor.hasPrefix("台账"), "\(driver.textAtCursor)")
      #expect(driver.screen.contains { $0.contains("命中") })
    }
  }

  /// emacs: once given up, the search key asks again.
  @Test func aHiddenSearchMakesRoomForAnother() throws {
    let driver = ReaderDriver()
    try driver.press("/ \"台账\" <Enter> <Esc> : \"search-or-next\" <Enter> \"算力\" <Enter>")
    #expect(driver.textAtCursor.hasPrefix("算力"))
  }

  @Test func aHiddenSearchStaysHiddenWhenTheFileIsReadAgain() throws {
    let driver = ReaderDriver()
    try driver.press("/ \"台账\" <Enter> <Esc>")
    driver.session.reload(SampleBulletins.bulletin(SampleBulletins.issue))
    #expect(!driver.screen.contains { $0.contains("命中") })
  }

  @Test func aHitMayRunOverARowEndAndAPageBreak() throws {
    let cut = SampleBulletins.issue.replacing("及其监督管理，", with: "及其监\n\n督管理，")
    let driver = ReaderDriver(cut, 40, 20)
    try driver.press("/ \"流通及其监督管理,适用\" <Enter>")
    #expect(driver.session.report.message.isEmpty)
    #expect(driver.session.report.clause == "第二条")
  }

  @Test func whatIsNotThereIsSaid() throws {
    let driver = ReaderDriver()
    try driver.press("/ \"量子\" <Enter>")
    #expect(driver.session.report.message.contains("量子"))
    try driver.press("n")
    #expect(driver.effects.contains(.bell))
  }

  @Test func countingGoesOnBesidesReading() throws {
    let text = (1...20_000).map { "第\($0)段：推进算力建设，完善工作机制，及时报送进展情况。" }.joined(separator: "\n")
    let driver = ReaderDriver(text, 112, 24)
    try driver.press("/ \"算力\" <Enter>")
    #expect(driver.session.wantsTick)
    #expect(driver.textAtCursor.hasPrefix("算力"))
    try driver.press("5n")
    driver.settle()
    #expect(driver.screen[22].contains("6/20000"))
    try driver.press("N")
    #expect(driver.screen[22].contains("5/20000"))
  }

  @Test func whatWasTypedComesBack() throws {
    let driver = ReaderDriver()
    try driver.press("/ \"台账\" <Enter> / \"算力\" <Enter> / <Up> <Up>")
    #expect(driver.cursorRow.hasPrefix(" /台账"))
    try driver.press("<Down>")
    #expect(driver.cursorRow.hasPrefix(" /算力"))
  }

  @Test func aPasteIsTextAndNoCommand() throws {
    let driver = ReaderDriver()
    driver.handle(.paste("qG"))
    #expect(driver.effects.isEmpty)
    try driver.press("/")
    driver.handle(.paste("台\n账"))
    #expect(driver.cursorRow.hasPrefix(" /台 账"))
  }

  @Test func aLineIsEdited() throws {
    let driver = ReaderDriver()
    try driver.press("/ \"流通应当 台账\" <C-w> \"算力\" <C-a> <Del> <C-e> <BS> <C-k>")
    #expect(driver.cursorRow.hasPrefix(" /通应当 算 "))
    try driver.press("<C-u> <C-y> <Left> <Left> \"x\"")
    #expect(driver.cursorRow.hasPrefix(" /通应当x 算"))
    try driver.press("<Esc>")
    #expect(driver.session.report.mode == "normal")
  }
}
