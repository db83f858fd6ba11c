import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct NotePainterTests {
  /// A screen on which a note is painted over a field of `▒`.
  private static func screen(
    _ note: inout NoteEditor, _ columns: Int, _ rows: Int, in pane: Rect? = nil,
    ambiguousWide: Bool = false
  ) -> Frame {
    let size = Size(columns: columns, rows: rows)
    let keymap = ReaderDriver.keymap
    var opening = Opening(
      bulletin: SampleBulletins.bulletin(""), name: "", size: size, theme: ReaderDriver.theme,
      keymap: { keymap })
    opening.ambiguousWide = ambiguousWide
    var canvas = Canvas(ReaderState(opening), theme: opening.theme, styles: StyleTable())
    canvas.painter.fill(Rect(size), with: "~", style: .plain)
    canvas.paintNote(
      &note, heading: "批注 › 第三条", hint: "Enter 保存  Ctrl-j 换行", in: pane ?? Rect(size))
    return canvas.frame
  }

  private static func lines(_ frame: Frame) -> [String] {
    frame.lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  @Test func aBoxStandsAtTheBottomOfThePane() {
    var note = NoteEditor(text: "请核对与上位法第七条\n\n是否一致")
    let pane = Rect(column: 4, row: 1, columns: 40, rows: 16)
    let frame = Self.screen(&note, 48, 18, in: pane)
    let lines = Self.lines(frame)
    #expect(lines[0...10].allSatisfy { $0 == String(repeating: "~", count: 48) })
    #expect(lines[11] == "~~~~─ 批注 › 第三条 ────────────────────────~~~~")
    #expect(lines[12] == "~~~~ 请核对与上位法第七条                   ~~~~")
    #expect(lines[14] == "~~~~ 是否一致                               ~~~~")
    #expect(lines[16] == "~~~~ Enter 保存  Ctrl-j 换行                ~~~~")
    #expect(lines[17] == String(repeating: "~", count: 48))
    #expect(frame.cursor == Point(column: 4 + 1 + 8, row: 14))
  }

  @Test func aSmallPaneHasRoomForThreeRows() {
    var note = NoteEditor(text: "一二三四五六七八九十")
    let frame = Self.screen(&note, 15, 4)
    #expect(Self.lines(frame) == ["─ 批注 › 第… ──", " 一二三四五六", " 七八九十", ""])
    #expect(frame.cursor == Point(column: 9, row: 2))
  }

  @Test func theNoteScrollsNoFartherThanItMust() {
    var note = NoteEditor(text: (1...9).map(String.init).joined(separator: "\n"))
    let desk = NoteDesk("")
    func press(_ command: Command, _ count: Int) -> [String] {
      for _ in 0..<count {
        note.edit(command, kill: &desk.kill, width: 13, ambiguousWide: false)
      }
      return Self.lines(Self.screen(&note, 15, 4)).dropFirst().map { $0.filter { $0 != " " } }
    }
    #expect(press(.caretEnd, 1) == ["7", "8", "9"])
    #expect(press(.olderEntry, 2) == ["7", "8", "9"])
    #expect(press(.olderEntry, 1) == ["6", "7", "8"])
    #expect(press(.deleteBefore, 8) == ["2", "7", "8"])
    #expect(press(.newerEntry, 2) == ["2", "7", "8"])
    #expect(press(.newerEntry, 1) == ["7", "8", "9"])
    #expect(press(.olderEntry, 9) == ["1", "2", "7"])
    #expect(press(.killToEnd, 20) == ["1", "", ""])
  }

  /// What a note looks like: signs in the place of what would not show.
  private static func shown(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.map { VisibleSign.sign(for: $0) ?? $0 }
  }

  @Test(arguments: [(15, 4), (112, 24), (20, 5), (33, 9), (3, 3), (2, 1)], [false, true])
  func whatShowsIsTheNoteAndTheCursorIsInIt(size: (Int, Int), ambiguousWide: Bool) {
    let (columns, rows) = size
    var chance = RandomReading(seed: UInt64(columns))
    for round in 0..<6 {
      let text = NoteSamples.text(pieces: round * round * 6, &chance)
      let desk = NoteDesk(text)
      for _ in 0..<5 {
        let place = Int.random(in: 0...desk.note.content.count, using: &chance)
        desk.note.move(to: desk.note.content.boundary(atOrAfter: place))
        let frame = Self.screen(&desk.note, columns, rows, ambiguousWide: ambiguousWide)
        let field = NoteBox(in: Rect(frame.size)).field
        let cursor = frame.cursor ?? Point(column: -1, row: -1)
        #expect(field.contains(cursor))
        for cell in frame.cells {
          #expect(frame.scalars(of: cell).allSatisfy { VisibleSign.sign(for: $0) == nil })
        }
        guard columns > 3 else { continue }
        desk.width = field.columns
        desk.ambiguousWide = ambiguousWide
        var copy = desk.note
        let shown = copy.scroll(height: field.rows, desk.layout)
        #expect(shown.count { $0.holds(desk.note.caret) } == 1)
        for (index, row) in shown.enumerated() {
          var painted: [Unicode.Scalar] = []
          for column in field.column..<field.endColumn {
            painted += frame.scalars(of: frame[row: field.row + index, column: column])
          }
          // Marks without a base stand on a circle, presentation selectors do not show.
          let isPlain: (Unicode.Scalar) -> Bool = {
            CharacterWidth.cells($0, ambiguousWide: ambiguousWide) > 0 && $0 != "◌"
          }
          let wanted = Self.shown(desk.note.content.scalars(in: row.range)).filter(isPlain)
          #expect(Array(painted.filter(isPlain).prefix(wanted.count)) == wanted)
          #expect(painted.filter(isPlain).dropFirst(wanted.count).allSatisfy { $0 == " " })
        }
      }
    }
  }

  @Test func aLargePasteWithEscapesReachesNoCell() {
    let desk = NoteDesk("")
    let line = "台账\u{1B}[2J\u{1B}]52;c;QQ==\u{7}\u{9B}31m\u{202E}"
    desk.note.insert(String(repeating: line, count: 20_000).unicodeScalars)
    for command in [Command.caretEnd, .caretLeft, .olderEntry, .caretStart] {
      desk.edit(command)
      let frame = Self.screen(&desk.note, 112, 24)
      for cell in frame.cells {
        #expect(frame.scalars(of: cell).allSatisfy { VisibleSign.sign(for: $0) == nil })
      }
      #expect(frame.lines.joined().contains("台账␛[2J␛]52;c;QQ==␇␦31m⇄"))
    }
  }

  @Test func theCaretTellsHowFarOneIs() {
    var note = NoteEditor(text: String(repeating: "一二三四五六七八九十", count: 40))
    #expect(Self.lines(Self.screen(&note, 40, 10))[6].hasSuffix("100% ─"))
    note.move(to: 100)
    #expect(Self.lines(Self.screen(&note, 40, 10))[6].hasSuffix("25% ─"))
  }
}
