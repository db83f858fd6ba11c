import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct MotionTests {
  @Test(arguments: [
    ("]c", "第一条"), ("3]c", "第三条"), ("3]c [c", "第二条"), ("]a", "关于促进"),
    ("2]a", "某市算力券实施细则"), ("]]", "数据要素"), ("2]]", "第一章"), ("4]]", "关于促进"), ("5]]", "一、总体要求"),
    ("2]a [a [a", "编者按"),
    ("]a ]a 2l [a", "某市算力券"),
    ("[a", ""), ("gg [a", ""), ("gg ]a", "编者按"),
    ("]g", "图1"), ("]a ]g", ""), ("5gc", "第五条"), ("9gp", "关于促进"), ("12gp", "关于促进"),
    ("15gp", "某市算力券"), ("]c }", "第二条"), ("]c } }", "第三条"), ("3]c 2} {", "（一）"),
    ("]c w", "为规范要素流通"), ("]c 2w", "保护主体权益"), ("]c 2w b", "为规范要素流通"),
    ("3]c )", "提供方应当"), ("3]c ) (", "第三条"), ("]c 3l", " 为规范"), ("]c 4l 2h", "条 为"),
    ("]c $", "。"), ("]c $ 0", "第一条"), ("G [e", "编者按"), ("]r", "第三条的"),
    ("2]r", "《某市"), ("6]c [r", "第三条建立"), ("G", "第二条 算力券"), ("gg", "汇聚资讯"),
    ("8G", "01 数据要素"), ("100%", "第二条 算力券"), (":8<Enter>", ""), (": \"4\" <Enter>", "第四条"),
    (": \"第六条\" <Enter>", "第六条"), (": \"next-clause\" <Enter>", "第一条"),
    (": \"go-to-clause 2\" <Enter>", "第二条"),
  ])
  func keysGoThere(keys: String, text: String) throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 50)
    try driver.press(keys)
    if text.isEmpty {
      #expect(!driver.session.report.message.isEmpty)
    } else {
      #expect(driver.textAtCursor.hasPrefix(text), "\(driver.textAtCursor)")
    }
  }

  @Test func rowsAreDisplayRowsAndKeepTheColumn() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 60, 50)
    try driver.press("3]c 10l")
    let start = driver.frame.cursor
    try driver.press("j")
    let below = driver.frame.cursor
    #expect(below?.row == (start?.row ?? 0) + 1)
    #expect(below?.column == start?.column)
    try driver.press("4j 4k k")
    #expect(driver.frame.cursor == start)
  }

  @Test func scrollingTakesTheCursorAlong() throws {
    let driver = ReaderDriver(SampleBulletins.paragraphs(60), 80, 24)
    _ = driver.screen
    for key in ["<C-d>", "<C-f>", "<Space>", "10j", "<C-u>", "<C-b>", "<BS>", "G", "30k", "zz"] {
      try driver.press(key)
      let frame = driver.frame
      #expect(frame.cursor != nil, "after \(key)")
    }
    try driver.press("G")
    #expect(driver.screen[18...21].contains { $0.contains("第60段") })
    try driver.press("gg")
    #expect(driver.screen[2].contains("第1段"))
  }

  /// A count before half a page is so many rows, also for the next time, as in vim, less and emacs.
  @Test func aCountSetsHowFarHalfAPageScrolls() throws {
    func top(_ keys: String) throws -> String {
      let driver = ReaderDriver(SampleBulletins.paragraphs(60), 80, 24)
      try driver.press(keys)
      // Without the bar of the unit: a row between paragraphs takes the cursor a little further.
      return driver.screen[2...20].joined(separator: "\n").filter { $0 != "┃" && $0 != " " }
    }
    #expect(try top("12j 5<C-d> <C-d>") == top("12j 10<C-d>"))
    #expect(try top("12j 5<C-d> 4<C-d>") == top("12j 9<C-d>"))
    #expect(try top("40j 3<C-u> <C-d>") == top("40j 3<C-u> 3<C-d>"))
    #expect(try top("12j <C-d>") != top("12j 5<C-d>"))
  }

  @Test func aLineOfTheFileIsCentred() throws {
    let driver = ReaderDriver(SampleBulletins.paragraphs(60), 80, 24)
    try driver.press("41zz")
    #expect(driver.session.report.line == 41 && driver.textAtCursor.hasPrefix("第21段"))
    #expect(9...13 ~= (driver.frame.cursor?.row ?? 0))
  }

  @Test func aPageDownShowsWhatFollows() throws {
    let driver = ReaderDriver(SampleBulletins.paragraphs(60), 80, 24)
    let last = driver.screen[18...21].reversed().first { $0.contains("段") } ?? ""
    let words = last.split(separator: " ").first { $0.contains("段") } ?? "?"
    try driver.press("<Space>")
    #expect(driver.screen[2...6].contains { $0.contains(words) })
  }

  @Test func nothingFurtherIsSaidAndRung() throws {
    let driver = ReaderDriver()
    try driver.press("G ]a")
    #expect(driver.session.report.message == "后面没有文章了")
    #expect(driver.effects.contains(.bell))
  }
}
