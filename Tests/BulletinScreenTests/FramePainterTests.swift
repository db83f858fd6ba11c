import Testing

@testable import BulletinScreen

@Suite struct FramePainterTests {
  private let all = Rect(column: 0, row: 0, columns: 10, rows: 1)

  private func painted(
    _ text: String, at column: Int = 0, in clip: Rect? = nil, columns: Int = 10,
    ambiguousWide: Bool = false
  ) -> (line: String, used: Int) {
    var painter = FramePainter(
      size: Size(columns: columns, rows: 1), ambiguousWide: ambiguousWide)
    let used = painter.put(
      text, at: Point(column: column, row: 0), in: clip ?? all, style: .plain)
    return (painter.frame.line(0), used)
  }

  @Test func wideCharactersTakeTwoCells() {
    let (line, used) = painted("第3条")
    #expect(line == "第3条     ")
    #expect(used == 5)
  }

  @Test func quotesAreWideWhereTheTerminalHasThemSo() {
    #expect(painted("“办”").used == 4)
    #expect(painted("“办”", ambiguousWide: true).used == 6)
  }

  @Test func wideCharacterIsNotCutByTheRightEdge() {
    let clip = Rect(column: 0, row: 0, columns: 5, rows: 1)
    let (line, used) = painted("数据流通", in: clip)
    #expect(line == "数据      ")
    #expect(used == 5)
  }

  @Test func wideCharacterIsNotCutByTheLeftEdge() {
    let clip = Rect(column: 3, row: 0, columns: 4, rows: 1)
    let (line, used) = painted("数据流通", at: 0, in: clip)
    #expect(line == "    流    ")
    #expect(used == 7)
  }

  @Test func combiningMarkJoinsItsBase() {
    let (line, used) = painted("e\u{301}x")
    #expect(line.unicodeScalars.elementsEqual("e\u{301}x        ".unicodeScalars))
    #expect(used == 2)
  }

  @Test func markOfALaterCallJoinsTheBaseBeforeIt() {
    var painter = FramePainter(size: Size(columns: 4, rows: 1))
    let used = painter.put("条", at: Point(column: 0, row: 0), in: all, style: .plain)
    painter.put("\u{20DD}", at: Point(column: used, row: 0), in: all, style: .plain)
    #expect(painter.frame.line(0).unicodeScalars.elementsEqual("条\u{20DD}  ".unicodeScalars))
  }

  @Test func markBehindTheLastCellStillJoins() {
    let clip = Rect(column: 0, row: 0, columns: 2, rows: 1)
    let line = painted("条\u{301}", in: clip).line
    #expect(line.unicodeScalars.prefix(2).elementsEqual("条\u{301}".unicodeScalars))
  }

  @Test func markWithoutBaseStandsOnACircle() {
    let (line, used) = painted("\u{301}a")
    #expect(line.unicodeScalars.prefix(3).elementsEqual("◌\u{301}a".unicodeScalars))
    #expect(used == 2)
  }

  @Test func cellKeepsEightMarksAtMost() {
    let (line, used) = painted("a" + String(repeating: "\u{301}", count: 5000) + "b")
    #expect(line.unicodeScalars.prefix { $0 != "b" }.count == 9)
    #expect(used == 2)
  }

  @Test func presentationSelectorIsLeftOut() {
    #expect(painted("☎\u{FE0F}x").line.hasPrefix("☎x"))
  }

  @Test func invisibleScalarsAreShownAsSigns() {
    #expect(painted("a\u{1B}[m\u{202E}b\u{200B}").line == "a␛[m⇄b¦   ")
  }

  @Test func signsTakeTheirStyleWhereThereIsOne() {
    var painter = FramePainter(size: Size(columns: 3, rows: 1))
    painter.signStyle = painter.style("sign", Style(attributes: .reverse))
    painter.put("a\u{1B}b", at: Point(column: 0, row: 0), in: all, style: .plain)
    let roles = painter.frame.cells.map { painter.frame.styled($0).role }
    #expect(roles == ["", "sign", ""])
  }

  @Test(arguments: [(0, "x 据流  "), (1, " x据流  "), (2, "数x 流  "), (3, "数 x流  ")])
  func halfOfAnOverwrittenWideCharacterBecomesBlank(column: Int, line: String) {
    var painter = FramePainter(size: Size(columns: 8, rows: 1))
    painter.put("数据流", at: Point(column: 0, row: 0), in: all, style: .plain)
    painter.put("x", at: Point(column: column, row: 0), in: all, style: .plain)
    #expect(painter.frame.line(0) == line)
  }

  @Test func fillClearsCutCharactersOnBothEdges() {
    var painter = FramePainter(size: Size(columns: 8, rows: 1))
    painter.put("数据流通", at: Point(column: 0, row: 0), in: all, style: .plain)
    painter.fill(Rect(column: 1, row: 0, columns: 4, rows: 1), with: "─", style: .plain)
    #expect(painter.frame.line(0) == " ──── 通")
  }

  @Test func layingAStyleKeepsWhatItDoesNotName() {
    var painter = FramePainter(size: Size(columns: 4, rows: 1))
    let red = Color.rgb(200, 0, 0)
    let gold = Color.rgb(255, 220, 100)
    let style = painter.style("text", Style(foreground: red, attributes: .bold))
    painter.put("数据", at: Point(column: 0, row: 0), in: all, style: style)
    painter.lay(
      StyledRole(role: "highlight", style: Style(background: gold)),
      over: Rect(column: 2, row: 0, columns: 1, rows: 1))
    let cells = painter.frame.cells.map(painter.frame.styled)
    #expect(cells.map(\.role) == ["text", "text", "highlight", "highlight"])
    #expect(cells[3].style == Style(foreground: red, background: gold, attributes: .bold))
  }

  @Test func rowsOutsideTheClipAreMeasuredAndNotPainted() {
    var painter = FramePainter(size: Size(columns: 4, rows: 2))
    let clip = Rect(column: 0, row: 0, columns: 4, rows: 1)
    #expect(painter.put("数a", at: Point(column: 0, row: 1), in: clip, style: .plain) == 3)
    #expect(painter.frame.line(1) == "    ")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func randomPaintingKeepsItsPromises(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let size = Size(columns: Int.random(in: 1...12, using: &random), rows: 3)
    var painter = FramePainter(size: size, ambiguousWide: Bool.random(using: &random))
    for step in 0..<20 {
      let before = painter.frame
      let clip = Rect(
        column: Int.random(in: -2...10, using: &random),
        row: Int.random(in: -1...2, using: &random),
        columns: Int.random(in: 0...9, using: &random), rows: Int.random(in: 0...3, using: &random))
      let style = painter.style("role\(step)", Style(foreground: .indexed(UInt8(step))))
      if step % 5 == 4 {
        painter.fill(clip, style: style)
      } else {
        let place = Point(
          column: Int.random(in: -6...12, using: &random),
          row: Int.random(in: -1...3, using: &random))
        painter.put(random.scalars(upTo: 14), at: place, in: clip, style: style)
      }
      checkHalves(painter.frame)
      checkOutside(clip, before, painter.frame)
    }
  }

  /// Every right half has its left half, every wide character its right half, in the same style;
  /// and nothing that a terminal would obey is in any cell.
  private func checkHalves(_ frame: Frame) {
    for (index, cell) in frame.cells.enumerated() {
      let column = index % frame.size.columns
      if cell.isRightHalf {
        #expect(column > 0 && frame.cells[index - 1].width == 2)
        #expect(column == 0 || frame.cells[index - 1].style == cell.style)
      }
      if cell.width == 2 {
        #expect(column + 1 < frame.size.columns && frame.cells[index + 1].isRightHalf)
      }
      for scalar in frame.scalars(of: cell) { #expect(VisibleSign.sign(for: scalar) == nil) }
    }
  }

  /// Outside the clip a cell stays, or was half of a wide character that the clip's edge cuts.
  private func checkOutside(_ clip: Rect, _ before: Frame, _ after: Frame) {
    for row in 0..<after.size.rows {
      for column in 0..<after.size.columns
      where !clip.contains(Point(column: column, row: row)) {
        let old = before[row: row, column: column]
        let new = after[row: row, column: column]
        if before.scalars(of: old) == after.scalars(of: new), old.style == new.style,
          old.width == new.width
        {
          continue
        }
        #expect(new.isBlank && old.width != 1 && new.style == old.style)
      }
    }
  }
}
