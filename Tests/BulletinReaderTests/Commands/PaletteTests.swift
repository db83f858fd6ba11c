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
    ("set", "keymap=vim"), ("50%", ""), ("５０％", ""), ("第１条", ""), ("第 1 条", ""), ("２", ""),
    (" 2 ", ""),
    ("ｗｉｄｔｈ　３８", "measure=38"), ("set width=38", "measure=38"), ("set mouse?", "mouse=on"),
    ("set nomouse", "mouse=off"), ("SET Language=en", "language=en"), ("行宽 38", "measure=38"),
    ("redr", ""), ("n", "一次只读一个文件"), ("bal", ""), ("go-to-clause 第三条", ""),
    ("第几条 第９０条", "没有第90条"), ("::8", "没有第8条"), ("：８", "没有第8条"), (":第三条", ""),
    ("99999999999999999999", "没有第99999999999999999999条"), ("000000000003", ""),
    ("filter 算力", "它用于目录、批注、帮助"), ("filter", "它用于目录、批注、帮助"),
    ("open-entry", "它用于目录"), ("swap-selection-ends", "它用于选择"), (": : width 38", "measure=38"),
  ])
  func linesDoWhatTheySay(line: String, said: String) throws {
    let driver = driver()
    try driver.press("]c : \"\(line)\" <Enter>")
    #expect(driver.session.report.mode == "normal")
    #expect(driver.session.report.message.contains(said), "\(driver.session.report.message)")
    #expect(said.isEmpty == driver.session.report.message.isEmpty)
  }

  /// What cannot be run stays to be mended, and why is told above it.
  @Test(arguments: [
    ("width 3", "10 到 200"), ("width ten", "数字"), ("theme papre", "paper"),
    ("keymap emcs", "emacs"), ("set mesure=3", "measure"), ("set mouse=maybe", "on"),
    ("nosuch", "没有命令"), ("nxet-clause", "next-clause"), ("u", "全名"), ("note", "Tab"),
    ("clause 5", "Tab"), ("next-clause 5", "不带参数"), ("e other.txt", "一次只读一个文件"),
    ("w other.txt", "export"), ("-5%", "没有命令"), ("-9223372036854775808%", "没有命令"),
    ("99999999999%", "没有命令"), ("+8", "没有命令"), ("1 2", "没有命令"), ("export csv", "文件名"),
    ("set-color", "vermilion"), ("set-status", "waiting"), ("set-mark", "字符"), ("go-to-mark", "字符"),
  ])
  func linesThatCannotBeRunStay(line: String, said: String) throws {
    let driver = driver()
    try driver.press("]c : \"\(line)\" <Enter>")
    #expect(driver.session.report.mode == "prompt" && driver.effects.last == .bell)
    #expect(driver.cursorRow == ":" + line || driver.cursorRow.contains(":" + line))
    #expect(driver.session.report.message.contains(said), "\(driver.session.report.message)")
    #expect(driver.screen.contains { $0.contains(said) })
  }

  @Test func aNameIsMendedWithWhatFollowsIt() throws {
    let driver = driver()
    try driver.press(": \"clause 2\" <Enter> <Tab> <Enter>")
    #expect(driver.session.report.clause == "第二条")
  }

  /// Neither a few characters nor the beginning of a name change what somebody has written.
  @Test(arguments: [
    "删", "remove", "remove-annot", "first", "ball", "normal", "cq", "python", "leave", "toggle-d",
    "und", "撤",
  ])
  func nothingChangesByHalfAName(line: String) throws {
    let driver = try AnnotatedSample.amended().driver(112, 40)
    try driver.press("]c : \"\(line)\" <Enter>")
    #expect(driver.effects == [.bell] && driver.session.report.mode == "prompt")
  }

  @Test(arguments: ["remove-annotation", "删除"]) func wholeNamesChange(line: String) throws {
    let driver = try AnnotatedSample.amended().driver(112, 40)
    try driver.press("]o : \"\(line)\" <Enter>")
    #expect(driver.effects.contains { if case .journal = $0 { true } else { false } })
  }

  @Test(arguments: [
    "q", "q!", "wq", "quit", "x", "qa!", "wqa", "xa", "exit", "ｑ", "qui", "qu", ":q",
  ])
  func handsThatKnowVimCanLeave(line: String) throws {
    let driver = driver()
    try driver.press(": \"\(line)\" <Enter>")
    #expect(driver.effects.last == .quit)
  }

  /// What such hands begin to type comes before what has its letters somewhere.
  @Test(arguments: [("qui", "quit"), ("nohl", "nohl"), ("nohls", "nohlsearch"), ("upd", "update")])
  func theBeginningsOfSuchNamesAreCompleted(typed: String, name: String) throws {
    let driver = driver()
    try driver.press(": \"\(typed)\" <Tab>")
    #expect(driver.cursorRow.trimmedEnd == " :" + name)
  }

  @Test func theyCanSaveReadAgainAndClearHits() throws {
    let driver = driver()
    for (line, effect) in [
      ("w", Effect.journal(.saveAgain)), ("wa", .journal(.saveAgain)), ("e", .reload),
    ] {
      try driver.press(": \"\(line)\" <Enter>")
      #expect(driver.effects.last == effect)
    }
    try driver.press("/ 条 <Enter>")
    #expect(driver.screen.contains { $0.contains("命中") })
    try driver.press(": \"noh\" <Enter>")
    #expect(!driver.screen.contains { $0.contains("命中") })
    try driver.press(": \"only\" <Enter> : \"only\" <Enter>")
    #expect(!driver.screen.contains { $0.contains("目录") }, "once more leaves it alone too")
  }

  /// The words of a search are the user's own.
  @Test func whatFollowsTheNameStaysAsTyped() throws {
    let driver = driver()
    try driver.press(": \"search 甲  乙Ａ\" <Enter>")
    #expect(driver.session.report.message.contains("“甲  乙Ａ”"))
  }

  @Test func listsAndLinesTypedBeforeAreGoneThrough() throws {
    let driver = driver()
    try driver.press(": \"width 40\" <Enter> : \"set mouse\" <Enter> : \"width 30\" <Enter>")
    try driver.press(": wi <Up> <Up>")
    #expect(driver.cursorRow.contains("width 40"), "those that begin so")
    try driver.press("<Down> <Down>")
    #expect(driver.cursorRow.trimmedEnd == " :wi")
    try driver.press("<C-n>")
    #expect(driver.cursorRow.trimmedEnd == " :width")
    try driver.press("<C-n> <C-p> <C-p>")
    #expect(driver.cursorRow.trimmedEnd == " :wi", "back from the list")
    try driver.press("<Esc> :")
    #expect(driver.screen.contains { $0.hasPrefix("  width 30") })
  }

  /// Commands and searches come back in a later reading; what is typed about an annotation does not.
  @Test func linesOfEarlierReadingsComeBack() throws {
    let first = try AnnotatedSample().driver(112, 30)
    try first.press(": \"width 30\" <Enter> / 台账 <Enter> f 周五 <Enter> gj \"总则\" <Enter>")
    let saved = try #require(first.savedLines)
    #expect(saved == TypedLines(commands: ["width 30"], searches: ["台账"]))
    let later = ReaderDriver(SampleBulletins.issue, 112, 30) { $0.typedLines = { saved } }
    try later.press("/ <Up>")
    #expect(later.cursorRow.contains("台账"))
    try later.press("<Esc> : \"set\" <Enter>")
    #expect(later.savedLines == TypedLines(commands: ["set"]), "it tells what is new alone")
    #expect(later.savedLines.map(saved.adding)?.commands == ["width 30", "set"])
    try later.press(": <Up> <Up>")
    #expect(later.cursorRow.contains("width 30"))
  }

  /// Readers remember lines in turn: what comes later stands last, each once, and the oldest go.
  @Test func linesOfSeveralReadersStandTogether() {
    let first = TypedLines(commands: ["set", "width 30"], searches: ["台账"])
    let both = first.adding(TypedLines(commands: ["set"])).adding(TypedLines(searches: ["总则"]))
    #expect(both == TypedLines(commands: ["width 30", "set"], searches: ["台账", "总则"]))
    let many = TypedLines(commands: (0..<50).map { "width \($0)" })
    #expect(many.adding(first).commands.suffix(3) == ["width 49", "set", "width 30"])
    #expect(many.adding(first).commands.count == 50)
  }

  /// What a file holds that nobody typed is no line.
  @Test func linesAreFewAndSound() {
    let lines = (0..<300).map { "width \($0)" } + ["a\u{1B}[31m", "", "甲\n乙"]
    let kept = TypedLines(commands: lines)
    #expect(kept.commands == (250..<300).map { "width \($0)" })
    #expect(TypedLines(searches: [String(repeating: "甲", count: 2_000)]).searches.isEmpty)
  }

  @Test(arguments: ["THEME paper", "set theme=paper", "主题　ｐａｐｅｒ"])
  func themesArePreviewedHoweverTheyAreChosen(line: String) throws {
    let driver = driver()
    try driver.press(": \"\(line)\"")
    #expect(driver.effects.last == .previewTheme("paper"))
    try driver.press("<Enter>")
    #expect(driver.effects.last == .useTheme("paper"))
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
    try driver.press("gg gj \"没有的标题\"")
    driver.settle()
    #expect(driver.screen.contains { $0.contains("没有符合的标题") })
    try driver.press("<Enter>")
    #expect(driver.session.report.message.contains("没有的标题"))
    #expect(driver.session.report.mode == "prompt")
  }

  /// A label is meant as it stands: it is no number of an article, and no few characters.
  @Test(arguments: [
    ("第三条", "第三条", 1), ("第3条", "第三条", 1), ("第 三 条", "第三条", 1), ("第二条", "第二条", 2),
    ("二、", "二、", 1), ("第二章", "第二章", 1), ("第九条", "", 0),
  ])
  func aLabelNamesWhatHasIt(words: String, start: String, count: Int) throws {
    let driver = driver(112, 40)
    try driver.press("gj \"\(words)\"")
    driver.settle()
    #expect(offers(driver).count == count, "\(offers(driver))")
    guard count > 0 else { return }
    try driver.press("<Enter>")
    #expect(driver.textAtCursor.hasPrefix(start), "\(driver.textAtCursor)")
  }

  /// Of clauses that are called the same, the one of the article being read is meant.
  @Test(arguments: ["第二条", "2", "第２条", "第 2 条"])
  func theArticleBeingReadComesFirst(words: String) throws {
    let driver = driver(112, 40)
    for article in [1, 3] {
      try driver.press("gj \"\(words)\"")
      driver.settle()
      try driver.press("<Enter>")
      #expect(driver.session.report.article == article)
      #expect(driver.session.report.clause == "第二条")
      try driver.press("2]a")
    }
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
