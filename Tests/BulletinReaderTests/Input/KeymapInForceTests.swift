import BulletinScreen
import Keymaps
import Testing

@testable import BulletinReader

/// What the reader says of keys are those of the keymap in force.
@Suite struct KeymapInForceTests {
  private func driver(_ name: String, _ columns: Int = 112) -> ReaderDriver {
    let keymap = builtInKeymap(name)
    return ReaderDriver(SampleBulletins.issue, columns, 30) {
      $0.keymap = { Loaded(keymap, problems: []) }
    }
  }

  @Test(arguments: [
    ("vim", "Enter 保存  Ctrl-j 换行  Esc 留作草稿  Ctrl-c 放弃"),
    ("emacs", "Enter 保存  Ctrl-j 换行  Esc 留作草稿  Ctrl-c Ctrl-k 放弃"),
    ("less", "Enter 保存  Ctrl-j 换行  Esc 留作草稿  Ctrl-c 放弃"),
  ])
  func aNoteNamesItsKeys(name: String, hint: String) throws {
    let wide = driver(name, 160)
    try wide.press("a")
    #expect(wide.screen.contains { $0.contains(hint) })
    let narrow = driver(name, 40)
    try narrow.press("a")
    #expect(narrow.screen.contains { $0.hasSuffix(" Enter 保存  Ctrl-j 换行  Esc 留作草稿") })
  }

  @Test(arguments: [("vim", ":theme"), ("emacs", "<M-x> theme")])
  func helpSaysHowACommandWithoutKeysIsCalled(name: String, words: String) throws {
    let driver = driver(name)
    driver.perform(CommandCall(.help))
    driver.perform(CommandCall(.filter, "theme"))
    #expect(driver.screen.contains { $0.contains("  \(words) ") })
  }

  /// A key that the text has another use for is said to work where it does.
  @Test func helpSaysWhereAKeyWorks() throws {
    let driver = driver("emacs", 160)
    driver.perform(CommandCall(.help))
    driver.perform(CommandCall(.filter, "row-down"))
    #expect(driver.screen.contains { $0.contains(" <C-n> <Down> ") && $0.contains("下移一行") })
    #expect(driver.screen.contains { $0.contains(" n ") && $0.contains("下移一行（目录、批注）") })
  }

  @Test(arguments: [
    ("vim", Command.search, " /"), ("vim", .searchBackward, " ?"), ("vim", .palette, " :"),
    ("less", .search, " /"), ("less", .palette, " :"), ("emacs", .search, " 查找"),
    ("emacs", .searchBackward, " 向前查找"), ("emacs", .palette, " 命令"),
  ])
  func aLineBeginsWithTheSignOfItsKey(name: String, command: Command, label: String) {
    let driver = driver(name)
    driver.perform(CommandCall(command))
    #expect(driver.screen.last == label)
  }

  @Test func commandsThatWantANumberNameNoKeys() {
    let driver = driver("emacs")
    for command in [Command.goToClause, .goToPage, .goToPercent] {
      driver.perform(CommandCall(command))
      #expect(driver.session.report.message.hasPrefix("先输入"))
      #expect(driver.cursorRow.contains(command.rawValue))
      driver.perform(CommandCall(.cancel))
    }
  }

  @Test func reviewKeysChangeWithTheKeymap() throws {
    let driver = try AnnotatedSample.amended().driver(112, 40)
    #expect(driver.screen.contains { $0.contains("A 接受") })
    let own = keymap(
      #"{ "extends": "vim", "bindings": { "annotations": { "A": "", "Y": "accept-anchor" } } }"#)
    driver.use(own, named: "own")
    #expect(driver.screen.contains { $0.contains("Y 接受") })
    #expect(!driver.screen.contains { $0.contains("A 接受") })
  }

  @Test func whatIsWrongWithAKeymapIsSaidWhenItIsTaken() {
    let driver = driver("vim")
    driver.use(keymap(#"{ "bindings": { "text": { "x": "hlep" } } }"#), named: "my")
    #expect(driver.session.report.message.contains("是不是 help"))
  }

  /// It is read when the first key is struck, and said once that key has done what it does.
  @Test(arguments: ["j", "]c", "gg"])
  func whatIsWrongWithTheFirstKeymapIsSaidToo(keys: String) throws {
    let own = keymap(#"{ "extends": "vim", "bindings": { "text": { "x": "hlep" } } }"#)
    let driver = ReaderDriver { $0.keymap = { own } }
    try driver.press(keys)
    #expect(driver.session.report.message.contains("是不是 help"))
    try driver.press("k")
    #expect(driver.session.report.message.isEmpty)
  }

  /// That keys hide others may be wanted: it is said when the keymap is taken, not at each start.
  @Test func whatMayBeWantedIsSaidOnce() throws {
    let own = keymap(#"{ "extends": "vim", "bindings": { "text": { "g": "row-down" } } }"#)
    let driver = ReaderDriver { $0.keymap = { own } }
    try driver.press("j")
    #expect(driver.session.report.message.isEmpty)
    driver.use(own, named: "own")
    #expect(driver.session.report.message.contains("gc go-to-clause"))
  }

  /// Where Alt is part of keys, a wrong one is not Esc and another key, which might leave.
  @Test func aWrongKeyWithAltLeavesNothing() throws {
    let emacs = driver("emacs")
    try emacs.press("<M-q> a \"甲\" <M-q> \"乙\"")
    #expect(emacs.effects.filter { $0 != .draftChanged } == [.bell, .bell])
    #expect(emacs.session.report.mode == "note")
    let vim = driver("vim")
    try vim.press("<M-q>")
    #expect(vim.effects == [.quit])
  }

  /// An empty search is the one before, the way asked.
  @Test(arguments: [
    ("vim", "/ \"条\" <Enter> / <Enter>", "? <Enter>"),
    ("less", "/ \"条\" <Enter> / <Enter>", "? <Enter>"),
    ("emacs", "<C-s> \"条\" <C-s> s <C-s>", "S <C-s>"),
    ("emacs", "<C-s> \"条\" <C-s> <C-s>", "<C-r>"),
  ])
  func anEmptySearchGoesOn(name: String, forth: String, back: String) throws {
    let driver = driver(name)
    try driver.press(forth)
    let second = driver.textAtCursor
    driver.perform(CommandCall(.nextHit))
    #expect(driver.textAtCursor != second)
    try driver.press(back)
    #expect(driver.textAtCursor == second)
  }

  @Test(arguments: [("vim", "<C-g>"), ("emacs", "<C-x>="), ("less", "=")])
  func oneIsToldWhereOneIs(name: String, keys: String) throws {
    let driver = driver(name)
    driver.perform(CommandCall(.goToClause, "3"))
    try driver.press(keys)
    #expect(
      driver.session.report.message
        == "sample.txt 第 22/44 行，《某省信息化动态》2026年第12期（总第203期），"
        + "〈数据要素流通管理办法〉第三条，第1页")
  }

  @Test(arguments: [("vim", "］ｃ"), ("emacs", "］"), ("less", "］ｃ")])
  func theInputMethodIsMentionedOnceOnTheScreen(name: String, keys: String) throws {
    let driver = driver(name)
    try driver.press(keys)
    #expect(driver.session.report.message.contains("英文输入"))
    #expect(driver.session.report.line != ReaderDriver().session.report.line)
    #expect(driver.screen.last?.contains("英文输入") == true)
    try driver.press(keys)
    #expect(!driver.session.report.message.contains("英文输入"))
  }
}
