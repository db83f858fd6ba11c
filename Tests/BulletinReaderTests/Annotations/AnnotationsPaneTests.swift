import AnnotationJournal
import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct AnnotationsPaneTests {
  private func pane(_ sample: AnnotatedSample, columns: Int = 28, rows: Int = 20) -> AnnotationsPane
  {
    var pane = AnnotationsPane()
    pane.take(sample.list)
    pane.set(CardPage(columns: columns, rows: rows))
    return pane
  }

  /// The numbers of the annotations, from 1, in the order of the cards.
  private func numbers(_ pane: AnnotationsPane, _ sample: AnnotatedSample) -> [Int] {
    pane.cards.compactMap { card in
      sample.ids.firstIndex(of: pane.list.placed[card].annotation.id).map { $0 + 1 }
    }
  }

  @Test(arguments: [
    (AnnotationOrder.place, [1, 2, 3, 6, 7, 4, 5]), (.tag, [1, 2, 3, 6, 7, 4, 5]),
    (.status, [1, 2, 7, 3, 6, 4, 5]), (.due, [2, 1, 7, 3, 6, 4, 5]),
    (.color, [7, 1, 3, 2, 6, 4, 5]), (.author, [7, 1, 2, 3, 6, 4, 5]),
  ])
  func cardsAreSorted(order: AnnotationOrder, expected: [Int]) throws {
    let sample = try AnnotatedSample.amended()
    var pane = pane(sample)
    pane.sort(by: order)
    #expect(numbers(pane, sample) == expected)
  }

  /// The pane need not show for its card to be the one at the cursor.
  @Test(arguments: [60, 80, 109, 112]) func theCardAtTheCursorIsTheOneThatKeysMean(columns: Int)
    throws
  {
    let sample = try AnnotatedSample()
    try sample.annotate("第二条 在本省行政区域内开展流通及其监督管理，适用本办法。", [.note("旧的")])
    let driver = sample.driver(columns, 24)
    try driver.press("gg ]a 5gc a \"新的\" <Enter> <C-w>3 dd")
    #expect(sample.document.annotations.compactMap(\.annotation.note) == ["旧的"])
  }

  @Test func ordersComeByTurns() {
    var order = AnnotationOrder.place
    var seen: [AnnotationOrder] = []
    for _ in AnnotationOrder.allCases {
      seen.append(order)
      order = order.next
    }
    #expect(seen == AnnotationOrder.allCases && order == .place)
  }

  @Test func groupsAreHeaded() throws {
    var pane = pane(try AnnotatedSample.amended(), rows: 60)
    func headings() -> [String] { pane.rows().filter { $0.card == nil }.map(\.row.text) }
    #expect(headings().filter { !$0.isEmpty } == ["待确认 1", "失锚 1"])
    pane.sort(by: .status)
    #expect(
      headings().filter { !$0.isEmpty } == ["待办 2", "已办 1", "不跟进 2", "待确认 1", "失锚 1"])
  }

  @Test func theCurrentCardStaysWhateverComes() throws {
    let sample = try AnnotatedSample.amended()
    var pane = pane(sample)
    pane.go(to: sample.ids[2])
    pane.sort(by: .color)
    #expect(pane.current == sample.ids[2])
    try sample.annotate("第一条 为规范", [])
    pane.take(sample.list)
    #expect(pane.current == sample.ids[2])
    pane.setFilter("台账")
    #expect(pane.current == sample.ids[2] && pane.cards.count == 2)
    try sample.document.remove(sample.ids[2], by: "甲")
    pane.take(sample.list)
    #expect(pane.current == sample.ids[1])
    pane.go(to: sample.ids[6])
    #expect(pane.filter == nil && pane.current == sample.ids[6])
    pane.setFilter("无此词")
    #expect(pane.current == nil && pane.rows().isEmpty && !pane.move(1) && !pane.scroll(5))
  }

  @Test(arguments: [1, 2, 3, 7, 20, 200], [4, 12, 28, 40])
  func theCurrentCardAlwaysShows(rows: Int, columns: Int) throws {
    var pane = pane(try AnnotatedSample.amended(), columns: columns, rows: rows)
    var chance = RandomReading(seed: UInt64(rows * 100 + columns))
    for _ in 0..<60 {
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: pane.move(Int.random(in: -3...3, using: &chance))
      case 1: pane.scroll(Int.random(in: -30...30, using: &chance))
      case 2: pane.go(toCard: Int.random(in: -2...9, using: &chance))
      default: pane.sort(by: AnnotationOrder.allCases.randomElement(using: &chance) ?? .place)
      }
      let shown = pane.rows()
      #expect(shown.count <= rows)
      #expect(shown.contains { $0.card == pane.position })
      for row in shown {
        #expect(pane.page.cells(row.row.text) <= max(columns, 4) + 1)
      }
    }
    #expect(!pane.move(.max) || pane.position == pane.cards.count - 1)
    #expect(!pane.move(.min) || pane.position == 0)
  }

  @Test(arguments: [1, 3, 8, 15, 60])
  func pagesShowEveryRowOfALongNote(rows: Int) throws {
    let sample = try AnnotatedSample()
    let note = (1...40).map { "第\($0)行意见" }.joined(separator: "\n")
    try sample.annotate("依法合规", [.note("短")])
    try sample.annotate("安全可控", [.note(note)])
    try sample.annotate("隐私计算", [.note("末")])
    var pane = pane(sample, rows: rows)
    pane.move(1)
    var seen: Set<String> = []
    repeat {
      for row in pane.rows() { seen.insert(row.row.text) }
    } while pane.scroll(max(1, rows - 2)) && pane.position == 1
    for line in note.split(separator: "\n") { #expect(seen.contains(String(line))) }
    pane.go(toCard: 2)
    while pane.scroll(rows) {}
    #expect(pane.position == 2)
    while pane.scroll(-max(1, rows - 2)) {}
    #expect(pane.position == 0)
  }

  @Test func aClickFindsTheCard() throws {
    var pane = pane(try AnnotatedSample.amended(), rows: 60)
    #expect(pane.card(atRow: 0) == 0)
    let rows = pane.rows()
    let last = try #require(rows.lastIndex { $0.card == pane.cards.count - 1 })
    #expect(pane.card(atRow: last) == pane.cards.count - 1)
    #expect(pane.card(atRow: 59) == nil && pane.card(atRow: -1) == nil)
  }

  @Test func thePaneFollowsTheText() throws {
    let sample = try AnnotatedSample.amended()
    let driver = sample.driver(112, 24)
    func current() -> String {
      driver.screen.compactMap { $0.split(separator: "│┃").last }.joined(separator: "\n")
    }
    try driver.press("/ \"源台账\" <Enter>")
    #expect(driver.screen[1].contains("3/7"))
    try driver.press("G")
    #expect(driver.screen[1].contains("5/7"))
    try driver.press("gg")
    #expect(driver.screen[1].contains("1/7"))
    try driver.press("/ \"10.5\" <Enter>")
    #expect(driver.screen[1].contains("6/7"))
    #expect(driver.screen.contains { $0.contains("┃◌ 第五条") })
  }

  @Test(arguments: [(20, 5), (23, 6), (71, 9), (72, 5), (90, 7), (110, 5), (113, 8), (300, 90)])
  func anyScreenWillDo(columns: Int, rows: Int) throws {
    let driver = try AnnotatedSample.amended().driver(columns, rows)
    for keys in [
      "", "]a", "G", "<C-w>3", "j j j", "G", "k", "<C-w>1", "<C-w>2", "v j j", "<Esc> gg",
    ] {
      try driver.press(keys)
      #expect(driver.screen.count == rows)
      #expect(driver.frame.cursor != nil)
    }
  }

  @Test func manyAnnotationsAreListed() throws {
    let placed = try AnnotatedSample.amended().document.annotations
    let many = Array(repeating: placed.filter { $0.bytes != nil }, count: 400).flatMap { $0 }
      .sorted { ($0.bytes?.lowerBound ?? 0) < ($1.bytes?.lowerBound ?? 0) }
    var pane = AnnotationsPane()
    pane.take(AnnotationList(many, today: AnnotatedSample.today))
    pane.set(CardPage(columns: 30, rows: 30))
    pane.go(toCard: .max)
    #expect(pane.position == many.count - 1)
    for byte in stride(from: 0, to: 3_000, by: 7) { pane.follow(byte: byte) }
    for _ in 0..<200 { pane.move(-7) }
    #expect(pane.rows().count == 30)
  }
}
