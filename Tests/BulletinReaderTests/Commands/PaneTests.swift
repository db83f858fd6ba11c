import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct PaneTests {
  @Test(arguments: [
    ("<Tab>", "annotations"), ("<S-Tab>", "contents"), ("<C-w>1", "contents"),
    ("<C-w>h", "contents"), ("<C-w>l", "annotations"), ("<C-w>h <C-w>h", "contents"),
    ("<C-w>3 <C-w>2", "text"), ("z1 <S-Tab>", "annotations"), ("<C-w>1 z1", "text"), ("g?", "help"),
    ("<F1> q", "text"), ("<C-w>1 <CR>", "text"), ("1<C-w>w", "contents"), ("2<C-w>w", "text"),
    ("3<C-w>W", "annotations"), ("9<C-w>w", "annotations"),
  ])
  func theFocusGoesThere(keys: String, focus: String) throws {
    let driver = ReaderDriver()
    try driver.press(keys)
    #expect(driver.session.report.focus == focus)
  }

  @Test func panesArePutAwayAndWidened() throws {
    let driver = ReaderDriver()
    try driver.press("z1")
    #expect(!driver.screen[1].contains("目录"))
    try driver.press("z1 <C-w>1 3<C-w>>")
    #expect(driver.screen[1].contains("目录"))
    let widths = driver.effects.compactMap { effect -> Int? in
      if case .saveSplit(let split) = effect { split.contents } else { nil }
    }
    #expect(widths.last == 34)
    try driver.press("zf")
    #expect(!driver.screen[1].contains("正文"))
    try driver.press("zf <C-w>2 zf")
    #expect(driver.screen[1].contains("正文") && !driver.screen[1].contains("批注"))
    let again = ReaderDriver { $0.split = PaneSplit(contents: 34, hidden: [.annotations]) }
    #expect(!again.screen[1].contains("批注"))
  }

  @Test func theContentsFollowAndUnfold() throws {
    let driver = ReaderDriver()
    #expect(driver.screen.contains { $0.hasPrefix(" ▾ 1 数据要素") || $0.hasPrefix("┃▾ 1 数据要素") })
    try driver.press("5]c")
    let screen = driver.screen
    #expect(screen.contains { $0.hasPrefix("   ▾ 第二章 流通") })
    #expect(screen.contains { $0.hasPrefix("   ▸ 第一章 总则") })
    #expect(screen.contains { $0.hasPrefix("┃      第五条") })
    try driver.press("]a")
    #expect(driver.screen.contains { $0.hasPrefix(" ▸ 1 数据要素") })
  }

  @Test(arguments: [
    ("zR", "       第六条", true), ("zM", "   ▸ 第一章", false), ("]c zc", "       第一条", false),
    ("]c zc ]c", "┃      第二条", true), ("<C-w>1 2j l", "   ▸ 第一章", true),
    ("]c za", "       第一条", false), ("]c za za", "第二条", true),
  ])
  func foldsOpenAndClose(keys: String, line: String, shows: Bool) throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 50)
    try driver.press(keys)
    #expect(driver.screen.contains { $0.hasPrefix(line) || $0.prefix(20).contains(line) } == shows)
  }

  @Test func theContentsAreFiltered() throws {
    let driver = ReaderDriver()
    try driver.press("<C-w>1 / \"算力券\"")
    #expect(driver.screen[1].contains("“算力券” 2"))
    try driver.press("<Enter> <Enter>")
    #expect(driver.session.report.focus == "text")
    #expect(driver.textAtCursor.hasPrefix("某市算力券实施细则"))
    try driver.press("<C-w>1 <Esc>")
    #expect(driver.screen[1].contains("3 篇"))
  }

  @Test func enterGoesToTheLineOfTheContents() throws {
    let driver = ReaderDriver()
    try driver.press("<C-w>1 G <Enter>")
    #expect(driver.textAtCursor.hasPrefix("某市算力券"))
  }

  @Test func aClickGoesThere() throws {
    let driver = ReaderDriver()
    let row = driver.screen.firstIndex { $0.contains("▸ 3 某市算力券") } ?? 0
    driver.handle(.mouse(MouseEvent(.press, at: Point(column: 6, row: row))))
    #expect(driver.textAtCursor.hasPrefix("某市算力券"))
    driver.handle(.mouse(MouseEvent(.wheelUp, at: Point(column: 50, row: 20))))
    #expect(driver.frame.cursor != nil)
  }

  @Test func helpIsTheKeymapInForce() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 120, 200)
    try driver.press("<F1>")
    let screen = driver.screen
    for words in ["移动", "]c", "到下一条", "到本篇第几条", "{n}gc"] {
      #expect(screen.contains { $0.contains(words) })
    }
    try driver.press("/ \"台账\"")
    #expect(driver.screen.contains { $0.contains("没有符合的按键") })
    try driver.press("<Esc> q q")
    #expect(driver.effects.last == .quit)
  }

  /// In a narrow window what a command does is told in as many rows as it takes.
  @Test func theHelpIsWholeInANarrowWindow() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 40, 10)
    try driver.press("<F1>")
    var (shown, last) = ("", "")
    while driver.screen.joined() != last {
      last = driver.screen.joined()
      let rows = driver.screen[3...7].map { String($0.drop { $0.isASCII || "…".contains($0) }) }
      shown += rows.joined()
      for _ in 0..<5 { try driver.press("j") }
    }
    for command in [Command.goToTop, .setColor, .followUp, .export] {
      let words = command.entry.help.zh.filter { !$0.isASCII && !"、：；".contains($0) }
      #expect(shown.filter { !$0.isASCII && !"、：；".contains($0) }.contains(words), "\(command)")
    }
  }

  @Test func theHelpNamesItselfInATinyWindow() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 20, 6)
    try driver.press("<F1>")
    #expect(driver.screen[1].contains("帮助 ") && driver.screen[1].hasSuffix("%"))
  }

  @Test func thePaletteCompletesNames() throws {
    let driver = ReaderDriver()
    try driver.press(": \"next-cl\"")
    #expect(driver.screen.contains { $0.contains("next-clause") && $0.contains("到下一条") })
    try driver.press("<Tab> <Enter>")
    #expect(driver.textAtCursor.hasPrefix("第一条"))
    try driver.press(": \"nxet-clause\" <Enter>")
    #expect(driver.session.report.message.contains("next-clause"))
  }
}
