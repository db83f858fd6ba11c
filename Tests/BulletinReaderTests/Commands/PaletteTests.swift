import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct PaletteTests {
  private func driver(_ columns: Int = 112, _ rows: Int = 30) -> ReaderDriver {
    ReaderDriver(SampleBulletins.issue, columns, rows) {
      $0.themes = { ["paper", "vermilion-dark", "vermilion-light"] }
      $0.keymaps = { ["vim", "emacs", "less"] }
    }
  }

  /// The lines offered above the palette, the first ones.
  private func offers(_ driver: ReaderDriver) -> [String] {
    let frame = driver.frame
    return (0..<frame.size.rows).filter { row in
      driver.roles(in: row).contains { $0.hasPrefix("prompt.completion") }
    }
    .map { frame.line($0).split(separator: " ").first.map(String.init) ?? "" }
  }

  @Test(arguments: [
    ("gtb", "go-to-bottom"), ("nextcl", "next-clause"), ("专注", "toggle-focus-mode"),
    ("focusm", "toggle-focus-mode"), ("REDRAW", "redraw"),
  ])
  func commandsAreFoundByAFewCharacters(words: String, command: String) throws {
    let driver = driver()
    try driver.press(": \"\(words)\"")
    #expect(offers(driver).prefix(4).contains(command), "\(offers(driver))")
  }

  @Test func argumentsAreOfferedAndTaken() throws {
    let driver = driver()
    try driver.press(": \"theme pap\"")
    #expect(offers(driver) == ["theme"])
    try driver.press("<Tab> <Enter>")
    #expect(driver.effects.last == .useTheme("paper"))
    try driver.press(": \"set language=en\" <Enter>")
    #expect(driver.screen[0...1].joined().contains("Contents"))
    try driver.press(": \"set lang\"")
    #expect(!offers(driver).isEmpty)
  }

  /// A theme shows while it is chosen; given up, the one in use comes back.
  @Test func themesArePreviewed() throws {
    let driver = driver()
    try driver.press(": \"theme \" <Tab> <Tab>")
    #expect(driver.effects.contains(.previewTheme("paper")))
    #expect(driver.effects.contains(.previewTheme("vermilion-dark")))
    try driver.press("<Esc>")
    #expect(driver.effects.last == .previewTheme(nil))
    #expect(!driver.effects.contains { if case .useTheme = $0 { true } else { false } })
  }

  @Test(arguments: [
    ("8", "没有第8条"), ("第三条", ""), ("第九十条", "没有第九十条"), ("width 38", "measure=38"),
    ("width 3", "10 到 200"),
    ("theme papre", "paper"), ("keymap emcs", "emacs"), ("set mesure=3", "measure"),
    ("set mouse=maybe", "on"), ("set", "keymap=vim"), ("nosuch", "没有命令"), ("50%", ""),
  ])
  func linesDoOrSayWhatIsWrong(line: String, said: String) throws {
    let driver = driver()
    try driver.press("]c : \"\(line)\" <Enter>")
    #expect(driver.session.report.mode == "normal")
    #expect(driver.session.report.message.contains(said), "\(driver.session.report.message)")
    #expect(said.isEmpty == driver.session.report.message.isEmpty)
  }

  @Test(arguments: ["q", "q!", "wq", "quit"])
  func handsThatKnowVimCanLeave(line: String) throws {
    let driver = driver()
    try driver.press(": \"\(line)\" <Enter>")
    #expect(driver.effects.last == .quit)
  }

  @Test func whatWasTypedComesBack() throws {
    let driver = driver()
    try driver.press(": \"width 40\" <Enter> : \"width 30\" <Enter> : <Up> <Up> <Enter>")
    #expect(driver.session.report.message == "measure=40")
  }

  @Test(arguments: [
    ("数贸", "关于促进数字贸易发展的意见"), ("三条", "第三条"), ("算力券", "某市算力券实施细则"), ("流通", "第二章 流通"),
  ])
  func headingsAreFoundByAFewCharacters(words: String, start: String) throws {
    let driver = driver(112, 40)
    try driver.press("gj \"\(words)\"")
    driver.settle()
    try driver.press("<Enter>")
    #expect(driver.textAtCursor.hasPrefix(start), "\(driver.textAtCursor)")
    try driver.press("<C-o>")
    #expect(!driver.textAtCursor.hasPrefix(start))
  }

  @Test func anotherHeadingIsChosenByTab() throws {
    let driver = driver(112, 40)
    try driver.press("gj \"第三条\" <Tab> <Enter>")
    #expect(driver.session.report.clause == "第三条")
    try driver.press("gg gj \"没有的标题\" <Enter>")
    #expect(driver.session.report.message.contains("没有的标题"))
  }
}
