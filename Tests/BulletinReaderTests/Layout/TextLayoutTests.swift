import BulletinCore
import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct TextLayoutTests {
  /// All rows of a text in order.
  private func rows(_ layout: inout TextLayout) -> [LayoutRow] {
    var rows: [LayoutRow] = []
    var next = layout.firstUnit.map { layout.firstRow(of: $0) }
    while let place = next {
      rows.append(layout.row(at: place))
      next = layout.next(place)
    }
    return rows
  }

  @Test(arguments: 1...60)
  func noCharacterAndNoWidthIsLost(seed: Int) {
    var random = RandomReading(seed: UInt64(seed))
    let bulletin = SampleBulletins.bulletin(random.text(lines: 12))
    let width = Int.random(in: 10...200, using: &random)
    var layout = TextLayout(bulletin, width: width, ambiguousWide: seed % 3 == 0)
    var reached: [Int: Int] = [:]
    for row in rows(&layout) where row.kind == .text {
      let text = layout.text(of: row.place.line)
      #expect(row.range.lowerBound == reached[row.place.line, default: 0])
      reached[row.place.line] = row.range.upperBound
      #expect(row.shown.lowerBound == row.range.lowerBound)
      #expect(row.shown.upperBound <= row.range.upperBound)
      #expect(text.scalars[row.shown.upperBound..<row.range.upperBound].allSatisfy { $0 == " " })
      let end = layout.column(of: row.shown.upperBound, in: row)
      #expect(end <= width || row.shown.count <= 1, "\(end) cells in \(width)")
    }
    for (line, end) in reached { #expect(end == layout.text(of: line).scalars.count) }
  }

  @Test(arguments: 1...20)
  func upIsTheWayDownBackwards(seed: Int) {
    var random = RandomReading(seed: UInt64(seed))
    let bulletin = SampleBulletins.bulletin(random.text(lines: 12))
    var layout = TextLayout(bulletin, width: 24 + seed, ambiguousWide: false)
    let down = rows(&layout).map(\.place)
    var up: [RowPlace] = []
    var next = layout.lastUnit.map { layout.lastRow(of: $0) }
    while let place = next {
      up.append(place)
      next = layout.previous(place)
    }
    #expect(down == up.reversed())
    #expect(zip(down, down.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func aVeryLongUnitIsLaidOutAtAnyPlace() {
    let bulletin = SampleBulletins.bulletin(String(repeating: "流通应当遵循安全可控的原则。", count: 20_000))
    var layout = TextLayout(bulletin, width: 88, ambiguousWide: false)
    let count = layout.text(of: 0).scalars.count
    #expect(count == 280_000)
    for offset in [0, 16_383, 16_384, 140_001, count - 1] {
      let place = layout.place(holding: TextPosition(line: 0, offset: offset))
      #expect(layout.row(at: place).range.contains(offset))
    }
    let last = layout.lastRow(of: 0)
    #expect(layout.row(at: last).range.upperBound == count)
    var place = layout.place(holding: TextPosition(line: 0, offset: 16_000))
    var end = layout.row(at: place).range.lowerBound
    for _ in 0..<400 {
      #expect(layout.row(at: place).range.lowerBound == end)
      end = layout.row(at: place).range.upperBound
      place = layout.next(place) ?? place
    }
  }

  @Test func indentsFollowTheManner() {
    let text = """
      第一章 总则
      第一条 为规范流通，制定本办法，并自公布之日起施行，由主管部门负责解释。
      （一）来源于公共部门的，由主管部门审核，并对审核的结果负责到底；
      本条所称的主管部门，是指负责管理工作的部门，具体由有关规定确定。
      """
    let driver = ReaderDriver(text, 44, 20)
    let screen = driver.screen
    #expect(screen.contains("┃               第一章 总则"))
    #expect(screen.contains("  第一条 为规范流通，制定本办法，并自公布"))
    #expect(screen.contains("  之日起施行，由主管部门负责解释。"))
    #expect(screen.contains("      （一）来源于公共部门的，由主管部门审"))
    #expect(screen.contains("            核，并对审核的结果负责到底；"))
    #expect(screen.contains("      本条所称的主管部门，是指负责管理工作"))
  }
}
