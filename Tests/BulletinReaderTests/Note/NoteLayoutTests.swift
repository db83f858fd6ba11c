import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct NoteLayoutTests {
  private static func rows(_ layout: NoteLayout) -> [NoteRow] {
    var walk = NoteRows(layout, at: 0)
    var rows = [walk.row]
    while walk.goDown() { rows.append(walk.row) }
    return rows
  }

  @Test(arguments: 0..<60)
  func rowsAreTheWholeNoteAndFit(seed: Int) {
    var chance = RandomReading(seed: UInt64(seed))
    var text = NoteSamples.text(pieces: Int.random(in: 0...120, using: &chance), &chance)
    // Some lines are longer than a stretch.
    if seed % 6 == 0 {
      let long = NoteSamples.text(pieces: 6_000, &chance)
      text += String(scalars: long.unicodeScalars.filter { $0 != "\n" })
    }
    let desk = NoteDesk(text, width: Int.random(in: 3...60, using: &chance))
    desk.ambiguousWide = seed % 2 == 0
    let layout = desk.layout
    let rows = Self.rows(layout)
    var place = 0
    for row in rows {
      #expect(row.range.lowerBound == place)
      #expect(!row.range.isEmpty || row.endsLine)
      let cells = layout.cells(before: row.range.upperBound, in: row)
      #expect(cells < desk.width)
      let isAtEnd = row.range.upperBound == layout.text.count
      let isAtLineEnd =
        layout.text.scalars(in: row.range.upperBound..<row.range.upperBound + 1) == ["\n"]
      #expect(row.endsLine == (isAtEnd || isAtLineEnd))
      #expect(!layout.text.scalars(in: row.range).contains("\n"))
      place = row.range.upperBound + (isAtLineEnd ? 1 : 0)
    }
    #expect(place == layout.text.count)

    for caret in stride(
      from: 0, through: layout.text.count, by: layout.text.count > 1_000 ? 997 : 1)
    {
      #expect(rows.count { $0.holds(caret) } == 1)
      #expect(NoteRows(layout, at: caret).row.holds(caret))
    }
    var walk = NoteRows(layout, at: layout.text.count)
    for row in rows.reversed() {
      #expect(walk.row == row)
      #expect(walk.goUp() == (row != rows.first))
    }
  }

  @Test func rowsFollowTheRulesOfTheTextAndBlanksTakePlaces() {
    let desk = NoteDesk("前款所称台账，是指……\n甲      乙", width: 13)
    let rows = Self.rows(desk.layout).map {
      String(scalars: desk.note.content.scalars(in: $0.range))
    }
    #expect(rows == ["前款所称台", "账，是指……", "甲      乙"])
    let narrow = Self.rows(NoteLayout(desk.note.content, width: 6, ambiguousWide: false)).suffix(2)
    #expect(narrow.map { desk.note.content.scalars(in: $0.range).count } == [4, 4])
  }

  @Test func theCaretKeepsItsColumnFromRowToRow() {
    let desk = NoteDesk("一二三四五\n六\nabcdefgh\n\n一二三四五", width: 30)
    desk.edit(.caretLeft)
    var pictures: [Int] = [desk.note.caret]
    for _ in 0..<5 {
      desk.edit(.olderEntry)
      pictures.append(desk.note.caret)
    }
    // 8 cells: behind the text's end in short lines, in a Latin one behind eight letters.
    #expect(pictures == [22, 17, 16, 7, 4, 4])
    for place in [7, 16, 17, 22, 22] {
      desk.edit(.newerEntry)
      #expect(desk.note.caret == place)
    }
  }

  @Test(arguments: 0..<30)
  func everyRowCanBeLeftUpwardsAndDownwards(seed: Int) {
    var chance = RandomReading(seed: UInt64(seed) &+ 500)
    let text = NoteSamples.text(pieces: 150, &chance)
    let desk = NoteDesk(text, width: Int.random(in: 4...40, using: &chance))
    for command in [Command.olderEntry, .newerEntry] {
      let end = command == .olderEntry ? Self.rows(desk.layout).first : Self.rows(desk.layout).last
      var last = -1
      while desk.note.caret != last {
        last = desk.note.caret
        desk.edit(command)
        #expect(desk.note.content.boundary(atOrAfter: desk.note.caret) == desk.note.caret)
      }
      #expect(NoteRows(desk.layout, at: desk.note.caret).row == end)
    }
  }
}
