import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct ScreenTests {
  @Test func aFirstOpeningShowsTheFirstArticleWithItsNote() throws {
    let driver = ReaderDriver()
    let screen = driver.screen
    #expect(screen[0].hasPrefix(" 某省信息化动态 第12期 总第203期 · 2026-03-20"))
    #expect(screen[0].hasSuffix("数据要素流通管理办法"))
    #expect(screen[2].contains("╭ 编者按 ───"))
    #expect(driver.session.report.article == 1)
    try driver.press("gg")
    #expect(driver.screen[2].contains("汇聚资讯 服务决策"))
  }

  @Test(arguments: [
    (160, ["目录", "正文", "批注"]), (110, ["目录", "正文", "批注"]), (109, ["目录", "正文"]),
    (72, ["目录", "正文"]), (71, []),
  ])
  func panesShowByWidth(columns: Int, headings: [String]) {
    let driver = ReaderDriver(SampleBulletins.issue, columns, 30)
    let row = driver.screen[1]
    for heading in ["目录", "正文", "批注"] {
      #expect(row.contains(heading) == headings.contains(heading))
    }
  }

  @Test func annotationsOpenOverTheContents() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 90, 30)
    try driver.press("<C-w>3")
    #expect(driver.screen[1].contains("批注"))
    #expect(!driver.screen[1].contains("目录"))
    #expect(driver.screen.contains { $0.contains("某数办发〔2026〕12号") })
    try driver.press("<C-w>1 <C-w>2")
    #expect(driver.screen[1].contains("目录"))
  }

  @Test func aNarrowScreenShowsThePaneWithTheFocusAlone() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 60, 20)
    #expect(driver.screen[1].contains("编者按"))
    try driver.press("<Tab>")
    #expect(driver.session.report.focus == "annotations")
    #expect(driver.screen[1].contains("还没有批注"))
    try driver.press("<Tab>")
    #expect(driver.screen.contains { $0.contains("国策要论") })
  }

  @Test(arguments: [(19, 30), (60, 4), (1, 1), (12, 3)])
  func tooSmallAScreenAsksForRoom(columns: Int, rows: Int) {
    let driver = ReaderDriver(SampleBulletins.issue, columns, rows)
    let text = driver.screen.joined()
    #expect(!text.contains("数据"))
    #expect(columns < 10 || text.contains("请放大窗口"))
  }

  @Test func theUnitUnderTheCursorHasABar() throws {
    let driver = ReaderDriver()
    try driver.press("3]c")
    let marked = driver.screen.filter {
      $0.contains("┃ ") && !$0.hasPrefix("┃") || $0.contains("│┃")
    }
    #expect(marked.contains { $0.contains("第三条") })
    #expect(marked.contains { $0.contains("（二）来源于企业的") })
    try driver.press("4l")
    let narrower = driver.screen.filter { $0.contains("│┃") }
    #expect(narrower.contains { $0.contains("第三条") })
    #expect(!narrower.contains { $0.contains("（一）") })
  }

  @Test func figuresAndSourcesAndNotesHaveTheirStyles() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 100, 60)
    let screen = driver.screen
    func roles(_ words: String) -> [String] {
      guard let row = screen.firstIndex(where: { $0.contains(words) }) else { return [] }
      return driver.roles(in: row)
    }
    #expect(roles("图1 流通总体框架").contains("text.caption"))
    #expect(screen.contains { $0.contains("┄┄ 图1 流通总体框架 ┄┄") })
    #expect(roles("（来源：某省数据局）").contains("text.source"))
    #expect(roles("╭ 编者按").contains("editor-note.heading"))
    #expect(roles("第二条 在本省").contains("text.label"))
    #expect(screen.contains { $0.contains("  第一章 总则") })
    #expect(roles("一、总体要求").contains("text.heading"))
  }

  @Test func theStatusLineTellsThePlace() throws {
    let driver = ReaderDriver()
    try driver.press("5]c")
    #expect(driver.screen[38].contains("普通  数据要素流通管理办法 › 第二章 › 第五条  第1页"))
    try driver.press("3]")
    #expect(driver.screen[38].contains("3]"))
    #expect(driver.screen[39].contains("] 之后：c 条"))
    try driver.press("<Esc> G")
    #expect(driver.screen[38].hasSuffix("100%"))
  }

  @Test func nothingOfTheFileReachesTheScreenAsControl() throws {
    let text = "标题\u{1B}[31m红\u{9B}5m\n\n正文\u{202E}倒\u{200B}序\u{7}。\n\n第一条\u{1B}]0;x\u{7} 内容。"
    let driver = ReaderDriver(text, 112, 20)
    try driver.press("j j / \"\u{1B}\" <Esc>")
    for scalar in driver.screen.joined().unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.value != 0x202E && scalar.value != 0x200B)
    }
  }

  @Test func wideAmbiguousCharactersGetAsciiLines() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 30) { $0.ambiguousWide = true }
    let text = driver.screen.joined()
    #expect(!text.contains { "│┃─╭╯▐▕┄".contains($0) })
    #expect(text.contains("+ 编者按 ---"))
  }

  @Test(arguments: ["", "\n\n", "<!-- 注 -->", "**", "一"])
  func emptyAndTinyFilesAreRead(text: String) throws {
    let driver = ReaderDriver(text, 112, 20)
    _ = driver.screen
    try driver.press(
      "j k l h w b ) ( } { G gg 50% ]c [c ]a zR za / \"一\" <Enter> n <Tab> j <CR> ma 'a")
    #expect(driver.screen.count == 20)
  }

  /// A key that has no room beside what it does stands above it, whole.
  @Test func keysAreWholeInNarrowHelp() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 36, 20)
    try driver.press("<F1>")
    for _ in 0..<30 {
      for row in driver.screen.dropFirst(3).dropLast(2) {
        #expect(!row.contains("…"), "\(row)")
      }
      try driver.press("<PageDown>")
    }
  }

  @Test func englishHelpHasEnglishBrackets() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 80, 40) { $0.language = .english }
    try driver.press("<F1> G")
    let text = driver.screen.joined()
    #expect(text.contains(" (") && !text.contains { "（）、".contains($0) })
  }

  @Test func englishIsSpoken() throws {
    let driver = ReaderDriver { $0.language = .english }
    #expect(driver.screen[1].contains("Contents"))
    try driver.press("]x")
    #expect(driver.session.report.message == "]x is bound to nothing")
  }
}
