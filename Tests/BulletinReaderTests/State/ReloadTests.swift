import AnnotationJournal
import BulletinScreen
import Testing

@testable import BulletinReader

/// Reading on while others amend the file.
@Suite struct ReloadTests {
  /// Two lines more at the top.
  private let longer = "新的一行\n又一行\n" + SampleBulletins.issue

  /// A reader in front of a journal, in which the file was read again.
  private func reader(
    after keys: String, reloading text: String, rows: Int = 24
  ) throws -> (driver: ReaderDriver, sample: AnnotatedSample) {
    let sample = try AnnotatedSample()
    let driver = sample.driver(120, rows)
    try driver.press(keys)
    try reload(text, driver, sample)
    return (driver, sample)
  }

  private func reload(_ text: String, _ driver: ReaderDriver, _ sample: AnnotatedSample) throws {
    try sample.amend(text)
    driver.session.reload(SampleBulletins.bulletin(text))
    driver.show(sample.document.annotations, today: AnnotatedSample.today)
  }

  @Test(arguments: [
    ("gg 5]c", "第五条"), ("5]c 4l", "鼓励采用"), ("3]c 3j", "（二）"), ("]e", "编者按"), ("4]c 10l", "，是指"),
    ("]a", "关于促进"), ("G", "第二条 算力券"),
  ])
  func theCursorStaysWithItsWords(keys: String, words: String) throws {
    let (driver, _) = try reader(after: keys, reloading: longer, rows: 60)
    #expect(driver.textAtCursor.hasPrefix(words), "\(driver.textAtCursor)")
  }

  @Test func aKeyAnnotatesWhatItWouldHave() throws {
    let (driver, sample) = try reader(after: "gg 5]c", reloading: longer)
    try driver.press("c2")
    #expect(sample.document.annotations.map(\.facts.label) == ["第五条"])
  }

  @Test func aClauseKeepsTheCursorUnderAnotherNumber() throws {
    let text = SampleBulletins.issue.replacing(
      "第五条 鼓励采用", with: "第五条 新增的一条，另有规定的除外。\n第六条 鼓励采用"
    ).replacing("第六条 违反", with: "第七条 违反")
    let (driver, sample) = try reader(after: "5]c", reloading: text)
    try driver.press("c2")
    #expect(sample.document.annotations.map(\.facts.label) == ["第六条"])
  }

  @Test func whereTheUnitIsGoneTheNextOneIsRead() throws {
    let text = longer.replacing("（一）来源于公共部门的，由主管部门审核；\n", with: "")
    let (driver, _) = try reader(after: "3]c 2j", reloading: text)
    #expect(driver.textAtCursor.hasPrefix("（二）来源于企业"))
  }

  @Test func theTopStaysToo() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 72, 14)
    try driver.press("5]c <C-e> 3j")
    let before = driver.screen
    driver.session.reload(SampleBulletins.bulletin(longer))
    func text(_ screen: [String]) -> [[Substring]] {
      // The scroll bar is another one.
      screen.dropFirst().dropLast(2).map { row in
        row.prefix { $0 != "▐" && $0 != "▕" }.split(separator: " ")
      }
    }
    #expect(text(driver.screen) == text(before))
  }

  @Test func whatIsSelectedStaysSelected() throws {
    let (driver, sample) = try reader(after: "gg ]c v 10l", reloading: longer)
    #expect(driver.session.report.mode == "visual")
    try driver.press("c2")
    #expect(sample.document.annotations.map(\.quote) == ["第一条 为规范要素流通"])
  }

  @Test func whileSomethingIsSelectedTheFileWaits() throws {
    let driver = ReaderDriver()
    #expect(!driver.session.isTyping)
    try driver.press("]c v")
    #expect(driver.session.isTyping)
    try driver.press("<Esc>")
    #expect(!driver.session.isTyping)
  }

  @Test func marksAndJumpsStayWithTheirWords() throws {
    let (driver, _) = try reader(after: "3]c ma 2]c gg", reloading: longer, rows: 60)
    try driver.press("<C-o>")
    #expect(driver.textAtCursor.hasPrefix("第五条"))
    try driver.press("'a")
    #expect(driver.textAtCursor.hasPrefix("第三条"))
  }

  @Test func aFileThatIsEmptyForAMomentKeepsThePlace() throws {
    let (driver, sample) = try reader(after: "5]c ma", reloading: "", rows: 60)
    try driver.press("j a c2 <C-o> v")
    try reload(longer, driver, sample)
    #expect(driver.textAtCursor.hasPrefix("第五条"))
    try driver.press("gg 'a c2")
    #expect(sample.document.annotations.map(\.facts.label) == ["第五条"])
  }

  @Test func theMouseHeldDownHoldsOnToItsWords() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 90, 24)
    try driver.press("G")
    let rows = driver.screen
    let row = try #require(rows.firstIndex { $0.contains("第一条 为支持") })
    let point = Point(column: 70, row: row)
    driver.handle(.mouse(MouseEvent(.press, at: point)))
    driver.session.reload(SampleBulletins.bulletin("只有一行。"))
    driver.handle(.mouse(MouseEvent(.drag, at: Point(column: 60, row: 4))))
    driver.handle(.mouse(MouseEvent(.release, at: Point(column: 60, row: 4))))
    #expect(driver.screen.joined().contains("只有一行"))
  }

  @Test func theContentsStayFiltered() throws {
    let (driver, _) = try reader(
      after: "<C-w>1 / \"贸易\" <Enter>", reloading: longer, rows: 40)
    #expect(driver.screen.contains { $0.contains("“贸易” 1") })
    #expect(!driver.screen.contains { $0.contains("刊头") })
  }

  @Test func theContentsCursorStays() throws {
    let (driver, _) = try reader(after: "<C-w>1 G", reloading: longer, rows: 40)
    let before = ReaderDriver(SampleBulletins.issue, 120, 40)
    try before.press("<C-w>1 G")
    #expect(driver.cursorRow == before.cursorRow)
  }

  @Test func helpStaysOpen() throws {
    let (driver, _) = try reader(after: "<F1>", reloading: longer)
    #expect(driver.session.report.focus == "help")
  }
}

/// A place that was left in another state of the file.
@Suite struct LastingPlaceTests {
  private func reopened(_ keys: String, in text: String) throws -> ReaderDriver {
    let driver = ReaderDriver(SampleBulletins.issue, 120, 24)
    try driver.press(keys)
    let place = driver.session.place
    return ReaderDriver(text, 120, 24) { $0.place = place }
  }

  @Test(arguments: [
    ("5]c", "第五条 鼓励"), ("3]c 3j", "（二）来源于企业"), ("4]c 10l", "，是指按照第三条"), ("]a", "关于促进"),
  ])
  func aChangedFileOpensAtTheSameWords(keys: String, words: String) throws {
    let driver = try reopened(keys, in: "新的一行\n又一行\n" + SampleBulletins.issue)
    #expect(driver.textAtCursor.hasPrefix(words), "\(driver.textAtCursor)")
  }

  @Test(arguments: [
    ("第五条 鼓励采用ＡＩ", "第六条 鼓励采用ＡＩ", "第六条 鼓励"), ("占比不低于10.5%。", "占比另定。", "第五条 鼓励"),
    ("第五条 鼓励采用ＡＩ、隐私计算等技术，占比不低于10.5%。\n", "", "图1 流通"),
  ])
  func amendedWordsAreKnownByTheirNeighbours(old: String, new: String, words: String) throws {
    let text = "新的一行\n又一行\n" + SampleBulletins.issue.replacing(old, with: new)
    let driver = try reopened("5]c", in: text)
    #expect(driver.textAtCursor.contains(words), "\(driver.textAtCursor)")
  }

  @Test func ofEqualWordsThoseBetweenTheSameNeighboursAreTaken() throws {
    let line = "各单位应当按照要求认真做好有关工作，并且及时报送进展情况。"
    let text = (1...30).map { "\($0)号单位\n\(line)" }.joined(separator: "\n")
    let driver = ReaderDriver(text, 90, 24)
    try driver.press("41}")
    let place = driver.session.place
    let again = ReaderDriver("新的一行\n又一行\n又一行\n" + text, 90, 24) { $0.place = place }
    try again.press("{")
    #expect(again.textAtCursor.hasPrefix("21号单位"), "\(again.textAtCursor)")
  }

  /// What a damaged file of places may say.
  @Test(arguments: ["第五条鼓励采用", "无此文字", "\u{10FFFF}", " "])
  func aSpotFarOutsideIsMovedInside(words: String) {
    let spot = Place.Spot(line: 1_000_000, byte: 1 << 49, words: words, wordsBefore: words)
    let driver = ReaderDriver(SampleBulletins.issue, 112, 40) {
      $0.place = Place(cursor: spot, top: spot)
    }
    #expect(driver.session.frame().cursor != nil)
  }

  @Test func wordsBetweenBlanksOfAnyKindAreFoundAgain() throws {
    let driver = ReaderDriver("前言\n" + Self.notice(blank: "\u{3000}"), 90, 24)
    try driver.press("}")
    let place = try #require(driver.session.place)
    for blank in ["", "\u{3000}\u{3000}", "\u{2002}", "\u{85}", "\u{200B}"] {
      let text = "新的一行\n又一行\n" + SampleBulletins.paragraphs(9) + "\n前言\n"
      let again = ReaderDriver(text + Self.notice(blank: blank), 90, 40) { $0.place = place }
      #expect(again.textAtCursor.hasPrefix("有关通知"), "\(again.textAtCursor)")
    }
  }

  /// Three lines, each but the first behind a blank.
  private static func notice(blank: String) -> String {
    ["有关通知", "《甲乙办法》已经通过。", "“丙丁规则”另行公布。"].joined(separator: "\n" + blank)
  }

  @Test func keptWordsDoNotReachAcrossAFileOfBlanks() throws {
    let gap = String(repeating: " ", count: 100_000)
    let driver = ReaderDriver("首先读到的话。\(gap)很远的话。", 90, 24)
    let place = try #require(driver.session.place)
    #expect(place.cursor.words == "首先读到的话。")
    let again = ReaderDriver("新的一行\n首先读到的话。\(gap)很远的话。", 90, 24) { $0.place = place }
    #expect(again.textAtCursor.hasPrefix("首先读到"), "\(again.textAtCursor)")
  }

  /// All of it has what the place had, and nothing stands behind the same words.
  @Test func inATextThatRepeatsItselfAPlaceNearbyWillDo() throws {
    let line = String(repeating: "政策", count: 11)
    let text = Array(repeating: line, count: 6_000).joined(separator: "\n")
    let words = String(repeating: "政策", count: 12)
    let spot = Place.Spot(line: 3_000, byte: 0, words: words, wordsBefore: "无此文字" + words)
    let driver = ReaderDriver(text, 90, 24) { $0.place = Place(cursor: spot, top: spot) }
    let found = driver.session.report.line
    #expect(found.map { abs($0 - 3_000) < 3 } == true, "\(found ?? 0)")
  }

  @Test func wordsThatAreGoneLeaveTheOldLine() throws {
    let driver = try reopened("5]c", in: SampleBulletins.paragraphs(60))
    #expect(driver.textAtCursor.contains("段说明"))
  }
}

/// The cursor when the window changes its size.
@Suite struct ResizingTests {
  @Test func theCursorComesIntoSight() throws {
    let sample = try AnnotatedSample()
    let driver = sample.driver(200, 50)
    try driver.press("gg 6]c")
    let top = driver.screen[2]
    driver.handle(.resize(Size(columns: 80, rows: 24)))
    let screen = driver.screen
    #expect(screen[2].contains("汇聚资讯") == top.contains("汇聚资讯"))
    #expect(screen.contains { $0.contains("┃") })
    #expect(driver.session.frame().cursor != nil)
  }
}
