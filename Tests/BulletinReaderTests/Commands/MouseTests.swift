import AnnotationJournal
import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct MouseTests {
  private func point(of words: String, in driver: ReaderDriver) throws -> Point {
    let frame = driver.frame
    for row in 0..<frame.size.rows {
      var column = 0
      var text = ""
      var columns: [Int] = []
      while column < frame.size.columns {
        for scalar in frame.scalars(of: frame[row: row, column: column]) {
          text.unicodeScalars.append(scalar)
          columns.append(column)
        }
        column += 1
      }
      if let range = text.firstRange(of: words) {
        let index = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return Point(column: columns[index], row: row)
      }
    }
    return try #require(nil, "\(words) does not show")
  }

  @Test func draggingSelects() throws {
    let sample = try AnnotatedSample()
    let driver = sample.driver(120, 40)
    try driver.press("]c")
    let start = try point(of: "保护主体", in: driver)
    driver.handle(.mouse(MouseEvent(.press, at: start)))
    #expect(driver.session.report.mode == "normal")
    driver.handle(.mouse(MouseEvent(.drag, at: Point(column: start.column + 6, row: start.row))))
    #expect(driver.session.report.mode == "visual")
    driver.handle(.mouse(MouseEvent(.release, at: Point(column: start.column + 6, row: start.row))))
    try driver.press("c2")
    #expect(sample.document.annotations.map(\.quote) == ["保护主体"])
    driver.handle(.mouse(MouseEvent(.press, at: start)))
    #expect(driver.session.report.mode == "normal")
  }

  @Test func draggingBeyondTheEdgeScrolls() throws {
    let driver = ReaderDriver(SampleBulletins.paragraphs(60), 80, 16)
    let start = try point(of: "第2段", in: driver)
    driver.handle(.mouse(MouseEvent(.press, at: start)))
    for _ in 0..<30 {
      driver.handle(.mouse(MouseEvent(.drag, at: Point(column: start.column, row: 15))))
    }
    #expect(driver.session.report.mode == "visual")
    #expect(!driver.screen.dropFirst(2).joined().contains("第2段"))
  }

  @Test(arguments: [(29, 40), (29, 16), (83, 70)])
  func dividersAreDragged(from: Int, to: Int) throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 24)
    func dividers() -> [Int] {
      let frame = driver.frame
      return (0..<112).filter { column in
        (2..<20).allSatisfy {
          frame.styled(frame[row: $0, column: column]).role == "pane.divider"
        }
      }
    }
    let start = try #require(dividers().min { abs($0 - from) < abs($1 - from) })
    driver.handle(.mouse(MouseEvent(.press, at: Point(column: start, row: 8))))
    driver.handle(.mouse(MouseEvent(.drag, at: Point(column: to, row: 9))))
    #expect(dividers().contains(to))
    driver.handle(.mouse(MouseEvent(.release, at: Point(column: to, row: 9))))
    guard case .saveSplit = driver.effects.last else {
      return #expect(Bool(false), "the widths are not remembered")
    }
    // Afterwards the mouse holds nothing.
    driver.handle(.mouse(MouseEvent(.drag, at: Point(column: start, row: 9))))
    #expect(dividers().contains(to))
  }

  @Test func aClickOnTheSignFolds() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 30)
    try driver.press("]c")
    let row = try #require(driver.screen.firstIndex { $0.contains("▾ 1") })
    let column = try #require(driver.screen[row].firstIndex(of: "▾"))
    let place = driver.screen[row].distance(from: driver.screen[row].startIndex, to: column)
    driver.handle(.mouse(MouseEvent(.press, at: Point(column: place, row: row))))
    #expect(driver.screen[row].contains("▸ 1"))
    driver.handle(.mouse(MouseEvent(.press, at: Point(column: place, row: row))))
    #expect(driver.screen[row].contains("▾ 1"))
  }

  @Test func aClickOnACardGoesToItsText() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("算力券单张面额不超过二十万元。", [.note("核对")])
    let driver = sample.driver(120, 40)
    let card = try point(of: "核对", in: driver)
    driver.handle(.mouse(MouseEvent(.press, at: card)))
    #expect(driver.textAtCursor.hasPrefix("第二条 算力券"))
  }
}
