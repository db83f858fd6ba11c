import Testing

@testable import BulletinScreen

@Suite struct FrameDiffTests {
  private func frame(_ lines: [String], styles: StyleTable = StyleTable(), role: String = "text")
    -> Frame
  {
    var painter = FramePainter(size: Size(columns: 8, rows: lines.count), styles: styles)
    let style = painter.style(role, Style(foreground: .indexed(1)))
    for (row, line) in lines.enumerated() {
      painter.put(
        line, at: Point(column: 0, row: row), in: Rect(painter.frame.size), style: style)
    }
    return painter.frame
  }

  @Test func equalFramesDoNotDiffer() {
    #expect(
      FrameDiff(from: frame(["第一条", "e\u{301}"]), to: frame(["第一条", "e\u{301}"])).runs.isEmpty)
  }

  @Test func withoutAnOldFrameAllRowsDiffer() {
    let runs = FrameDiff(from: nil, to: frame(["a", "b"])).runs
    #expect(runs == [0, 1].map { FrameDiff.Run(row: $0, column: 0, columns: 8) })
  }

  @Test func frameOfAnotherSizeDiffersWhole() {
    #expect(FrameDiff(from: frame(["a"]), to: frame(["a", "b"])).runs.count == 2)
  }

  @Test func changedCharacterIsARunOfItsCells() {
    let runs = FrameDiff(from: frame(["第一条ab"]), to: frame(["第二条ab"])).runs
    #expect(runs == [FrameDiff.Run(row: 0, column: 2, columns: 2)])
  }

  @Test func changedMarkIsADifference() {
    #expect(FrameDiff(from: frame(["e\u{301}"]), to: frame(["e\u{300}"])).runs.count == 1)
  }

  @Test func roleOfTheSameLookIsNoDifference() {
    let old = frame(["第一条"], role: "text")
    let new = frame(["第一条"], styles: old.styles, role: "clause")
    #expect(FrameDiff(from: old, to: new).runs.isEmpty)
  }

  @Test func numbersOfAnotherTableAreNotMistaken() {
    var other = StyleTable()
    _ = other.intern(StyledRole(role: "note", style: Style(foreground: .indexed(2))))
    #expect(FrameDiff(from: frame(["第一条"]), to: frame(["第一条"], styles: other)).runs.isEmpty)
    let plain = Frame(size: Size(columns: 8, rows: 1))
    let red = frame(["        "])
    #expect(FrameDiff(from: plain, to: red).runs.count == 1)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func oldFrameWithTheRunsIsTheNewOne(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let size = Size(columns: Int.random(in: 1...14, using: &random), rows: 4)
    let shared = Bool.random(using: &random)
    var old = FramePainter(size: size)
    paint(&old, &random)
    var new = FramePainter(size: size, styles: shared ? old.frame.styles : StyleTable())
    if Bool.random(using: &random), shared { new = old }
    paint(&new, &random)
    let diff = FrameDiff(from: old.frame, to: new.frame)
    var looks = look(old.frame)
    let newLooks = look(new.frame)
    for run in diff.runs {
      let start = run.row * size.columns + run.column
      #expect(!new.frame.cells[start].isRightHalf)
      #expect(run.column + run.columns <= size.columns)
      looks.replaceSubrange(
        start..<start + run.columns, with: newLooks[start..<start + run.columns])
    }
    #expect(looks == newLooks)
  }

  private func paint(_ painter: inout FramePainter, _ random: inout SeededRandom) {
    for _ in 0..<6 {
      let style = painter.style(
        "r", Style(foreground: .indexed(UInt8.random(in: 0...2, using: &random))))
      let place = Point(
        column: Int.random(in: 0...10, using: &random), row: Int.random(in: 0...3, using: &random))
      painter.put(
        random.scalars(upTo: 8), at: place, in: Rect(painter.frame.size), style: style)
    }
  }

  private func look(_ frame: Frame) -> [String] {
    frame.cells.map { cell in
      let text = frame.scalars(of: cell).map { String($0.value, radix: 16) }
      return "\(cell.width) \(text) \(frame.styled(cell).style)"
    }
  }
}
