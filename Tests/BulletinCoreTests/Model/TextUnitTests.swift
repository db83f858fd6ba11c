import BulletinCore
import Testing

@Suite struct TextUnitTests {
  private let drawn = Labelled(
    """
    title - 0    | # 望海新区海洋数据管理办法
    comment      | <!-- 初稿 -->
    clause 1 1   | **第一条**　海洋数据中心负责**汇聚**、存储、更新海洋观测数据，编制并公布年度开放
    caption 1    | 图1 职责分工
    comment      | <!-- 换页 -->
    continuation | 目录，受理 Open
    continuation | Data 申请。
    clause 2 1   | 第二条 本办法自公布之日起施行。
    """)

  @Test func unitHoldsItsPiecesAndNotTheFigureBetween() {
    drawn.check()
    let bulletin = drawn.bulletin
    for line in [2, 5, 6] {
      let unit = bulletin.unit(holding: line)
      #expect(unit.line == 2)
      #expect(unit.pieces == [2, 5, 6])
      #expect(unit.reading == RoledLine(.clause, number: 1, depth: 1))
    }
    #expect(bulletin.unit(holding: 3).pieces == [3])
    #expect(bulletin.unit(holding: 0).pieces == [0])
  }

  @Test func unitsFollowOneAnotherWithoutComments() {
    let bulletin = drawn.bulletin
    #expect(bulletin.unit(after: 0)?.line == 2)
    #expect(bulletin.unit(after: 2)?.line == 3)
    #expect(bulletin.unit(after: 3)?.line == 7)
    #expect(bulletin.unit(after: 7) == nil)
    #expect(bulletin.unit(before: 7)?.line == 3)
    #expect(bulletin.unit(before: 3)?.line == 2)
    #expect(bulletin.unit(before: 2)?.line == 0)
    #expect(bulletin.unit(before: 0) == nil)
  }

  @Test func textJoinsHalvesAndDropsMarks() {
    let bulletin = drawn.bulletin
    let text = bulletin.text(of: bulletin.unit(holding: 2))
    #expect(text.string == "第一条 海洋数据中心负责汇聚、存储、更新海洋观测数据，编制并公布年度开放目录，受理 Open Data 申请。")
    #expect(text.labelCount == 4)
    #expect(text.offsets.count == text.scalars.count)
  }

  /// A line and its text without marks; the number of scalars of its label with its blank.
  @Test(arguments: [
    ("clause 1 1", "第一条　为了保护数据，制定本条例。", "第一条 为了保护数据，制定本条例。", 4),
    ("clause 1 1", "第一条为了保护数据，制定本条例。", "第一条为了保护数据，制定本条例。", 3),
    ("clause 1 1", "- **第一条** 为了**保护**数据。", "第一条 为了保护数据。", 4),
    ("item 1 1", "（一）汇聚数据；", "（一）汇聚数据；", 3),
    ("item 1 1", "1. 汇聚数据；", "1. 汇聚数据；", 3),
    ("paragraph", "　　数据  应当   准确。", "数据 应当 准确。", 0),
    ("paragraph", "> 数据*应当*准确。", "数据*应当*准确。", 0),
    ("paragraph", "每亩**增收**3*5元。", "每亩增收3*5元。", 0),
  ])
  func textOfALine(_ reading: String, _ line: String, _ text: String, _ label: Int) {
    let second =
      reading.hasPrefix("item") ? "item 2 1 | \(line.first == "1" ? "2." : "（二）")更新数据。" : "? | 完。"
    let bulletin = Labelled(
      """
      title - 0  | 望海新区海洋数据管理办法
      \(reading) | \(line)
      \(second)
      """
    ).bulletin
    let read = bulletin.text(of: bulletin.unit(holding: 1))
    #expect(Labelled.reading(bulletin.roles[1]).hasPrefix(reading))
    #expect(read.string == text)
    #expect(read.labelCount == label)
  }
}
