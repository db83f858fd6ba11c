import AnnotationJournal
import BulletinScreen
import Keymaps
import Testing

@testable import BulletinReader

@Suite struct AnnotationCardTests {
  private func card(
    _ sample: AnnotatedSample, _ number: Int, _ extent: AnnotationCard.Extent = .whole,
    columns: Int = 26, change: (inout CardPage) -> Void = { _ in }
  ) throws -> [String] {
    var page = CardPage(columns: columns, rows: 20)
    change(&page)
    let placed = try #require(sample.list.annotation(sample.ids[number - 1]))
    let card = AnnotationCard(
      placed, in: sample.list, extent, showsKeys: !page.reviewKeys.isEmpty, page: page)
    return card.rows.map(\.text)
  }

  private static let keys = [
    ReviewKey(key: "A", word: Text(zh: "接受", en: "accept"), worksOnOrphans: false),
    ReviewKey(key: "M", word: Text(zh: "改放", en: "move"), worksOnOrphans: true),
  ]

  @Test func aCardTellsEverything() throws {
    let sample = try AnnotatedSample.amended()
    #expect(
      try card(sample, 1) == [
        "● 第三条 · 第1页 甲 · 金", "“流通应当遵循依法合规、安", "全可控、公平高效的原则”",
        "请核对与上位法第七条", "#台账 #合规", "⚑ 12月1日 周二 @甲",
      ])
    #expect(try card(sample, 2).last == "⚑ 逾期 3 天")
    #expect(try card(sample, 7).last == "✓ 已办")
    #expect(
      try card(sample, 6) == [
        "● 关于促进数字贸易发展… 紫", "“为促进数字贸易发展，提出", "如下意见”", "~ 原 “为更好促进数字贸易高",
        "质量发展，提出如下意见”", "口径变了", "作者 甲",
      ])
  }

  @Test func whatWaitsForReviewIsBriefUntilItIsCurrent() throws {
    let sample = try AnnotatedSample.amended()
    #expect(try card(sample, 4, .brief) == ["◌ 第五条  15%→10.5%"])
    #expect(try card(sample, 5, .brief) == ["✕ 第七条  “本办法施行前已…"])
    #expect(
      try card(sample, 4) { $0.reviewKeys = Self.keys } == [
        "◌ 第五条 · 第1页 甲 · 朱", "15%→10.5%", "“占比不低于10.5%”", "~ 原 “占比不低于15%”",
        "比例是否过高", "A 接受  M 改放",
      ])
    #expect(try card(sample, 5) { $0.reviewKeys = Self.keys }.last == "M 改放")
  }

  @Test func wordsThatWereOnlyAddedOrLeftOutAreNamed() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("违反第五条规定的，依照《某安全法》第四十五条处理。", [.status("open"), .due("2026-11-20")])
    try sample.annotate("算力券单张面额不超过二十万元。")
    try sample.amend(
      sample.text.replacing("违反第五条规定的，", with: "违反第五条规定的，不")
        .replacing("单张面额不超过", with: "单张面额超过"))
    #expect(try card(sample, 1, .brief) == ["◌ 第六条  增“不”", "⚑ 逾期 6 天"])
    #expect(try card(sample, 2, .brief) == ["◌ 第二条  删“不”"])
  }

  @Test func whatBelongsToNoArticleSaysWhere() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("主办：某省信息化促进会")
    let driver = sample.driver()
    try driver.press("<C-w>3")
    #expect(driver.screen.contains { $0.contains("● 刊头") })
    try driver.press("<Enter> e")
    #expect(driver.screen.contains { $0.contains("批注 › 刊头") })
    let issue = PlacesOutside(SampleBulletins.bulletin(SampleBulletins.issue))
    #expect(issue.name(at: SampleBulletins.issue.utf8.count).zh == "刊尾")
    #expect(PlacesOutside(SampleBulletins.bulletin("一段。")).name(at: 0).zh == "篇首")
  }

  @Test func englishAndAsciiAreSpoken() throws {
    let sample = try AnnotatedSample.amended()
    let rows = try card(sample, 2, columns: 40) {
      $0.language = .english
      $0.signs = .ascii
    }
    #expect(rows[0] == "* 第三条 - p. 1 甲 - azure")
    #expect(rows.last == "F 3 days overdue")
  }

  @Test func aNoteThatMayBeLostSaysSo() throws {
    let disk = ForgetfulDisk()
    let sample = try AnnotatedSample(SampleBulletins.issue, disk: disk)
    try sample.annotate("隐私计算", [.note("短")])
    disk.isForgetful = true
    _ = try? sample.document.annotate(bytes: sample.bytes(of: "依法合规"), [.note("短")], by: "甲")
    let screen = sample.driver().screen
    #expect(screen.contains { $0.contains("! 未保存") })
    #expect(screen.contains { $0.contains("第三条 流通应当") && $0.contains("!") })
    #expect(screen[38].contains("未保存 1"))
    disk.isForgetful = false
    try sample.document.saveUnsaved()
    #expect(!sample.driver().screen.joined().contains("未保存"))
  }

  @Test func reviewKeysAreThoseOfTheKeymap() throws {
    let sample = try AnnotatedSample.amended()
    let hint = "A 接受  M 改放  O 失锚"
    #expect(sample.driver().screen.contains { $0.contains("│ \(hint)") })
    let json = """
      { "extends": "vim", "bindings": { "annotations": { "A": "", "ga": "accept-anchor", "O": "" } } }
      """
    let vim = SettingsFile(name: "vim", bytes: Keymaps.json(named: "vim") ?? [])
    let own = KeymapFile.load(
      SettingsFile(name: "my.json", bytes: Array(json.utf8)),
      from: SettingsLibrary(names: ["vim"]) { _ in vim })
    let driver = sample.driver { $0.keymap = { own } }
    #expect(driver.screen.contains { $0.contains("│ ga 接受  M 改放") })
    try driver.press("<C-w>3 G")
    #expect(driver.screen.contains { $0.contains("M 改放") && !$0.contains("接受") })
  }

  @Test(arguments: [
    ("一行", 1), ("", 0), ("一\n二\n三\n四", 4), ("一\n二\n三\n四\n五", 4), ("\n\n一", 3),
    (String(repeating: "长", count: 100), 4),
  ])
  func notesOfOtherCardsAreCut(note: String, rows: Int) throws {
    let sample = try AnnotatedSample()
    try sample.annotate("依法合规", [.note(note)])
    let short = try card(sample, 1, .short)
    #expect(short.count == 2 + rows)
    let isCut = try card(sample, 1, .whole).count > short.count
    #expect(short.last?.hasSuffix("……") == isCut)
  }

  @Test(arguments: 1...20)
  func noCharacterOfTheCurrentNoteIsLost(seed: UInt64) throws {
    var chance = RandomReading(seed: seed)
    let note = chance.text(lines: 12).replacing("\t", with: " ")
    let sample = try AnnotatedSample()
    try sample.annotate("依法合规", [.note(note)])
    for columns in [4, 11, 24, 60] {
      let page = CardPage(columns: columns, rows: 10)
      let placed = try #require(sample.list.placed.first)
      let card = AnnotationCard(placed, in: sample.list, .whole, showsKeys: false, page: page)
      let shown = card.rows.flatMap(\.parts).filter { $0.role == .annotationNote }.map(\.text)
      // Blanks at a row's end are not drawn, nor marks that stand on one.
      func dense(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter {
          $0 != "\n" && $0 != " " && CharacterWidth.cells($0, ambiguousWide: false) > 0
        }
      }
      let isWhole = dense(shown.joined()) == dense(note)
      #expect(isWhole)
      for row in shown {
        #expect(CharacterWidth.cells(row, ambiguousWide: false) <= max(2, columns))
      }
    }
  }

  @Test func nothingOfAJournalReachesTheScreenAsControl() throws {
    let sample = try AnnotatedSample()
    try sample.annotate(
      "依法合规",
      [
        .note("红\u{1B}[31m\u{9B}5m\u{202E}倒\r\u{7}"), .tag("签\u{1B}]0;x\u{7}", true),
        .status("st\u{1B}c"), .due("\u{1B}"), .assignee("人\u{8}"),
      ], by: "作\u{1B}者")
    try sample.annotate("隐私计算", [], by: "乙")
    for scalar in sample.driver().screen.joined().unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.value != 0x202E)
    }
  }
}
