internal import BulletinScreen

/// Where a note being written stands: at the bottom of a pane, its height told by the pane's alone.
struct NoteBox: Equatable, Sendable {
  /// All of it.
  let whole: Rect
  /// The row that says what is noted on; empty where there is one row only.
  let heading: Rect
  /// The columns and rows of the note; its columns are the width that editing goes by.
  let field: Rect
  /// The row that says which keys do what; empty where there is no room.
  let hint: Rect

  private static let fewestRows = 4
  private static let mostRows = 12

  /// Takes two fifths of a pane, within bounds.
  init(in pane: Rect) {
    let wanted = min(max(Self.fewestRows, pane.rows * 2 / 5), Self.mostRows)
    whole = pane.inset(top: max(0, pane.rows - wanted))
    let side = whole.columns >= 12 ? 1 : 0
    let inner = whole.inset(left: side, right: side)
    heading = whole.rows > 1 ? whole.rowRect(0) : Rect(column: 0, row: 0, columns: 0, rows: 0)
    let hasHint = whole.rows > Self.fewestRows
    hint = inner.inset(top: hasHint ? whole.rows - 1 : whole.rows)
    field = inner.inset(top: whole.rows > 1 ? 1 : 0, bottom: hasHint ? 1 : 0)
  }
}

extension Canvas {
  /// Paints a note being written over the bottom of a pane, the cursor at its caret.
  ///
  /// Scrolls the note so that its caret shows. Paint it last: the cursor is the caret's.
  mutating func paintNote(
    _ note: inout NoteEditor, heading: String, hint: String, in rect: Rect
  ) {
    let box = NoteBox(in: rect)
    guard !box.field.isEmpty else { return }
    clear(box.whole, .prompt)
    let layout = NoteLayout(
      note.content, width: box.field.columns, ambiguousWide: painter.ambiguousWide)
    let rows = note.scroll(height: box.field.rows, layout)
    let isWhole = note.top == 0 && rows.last?.range.upperBound == note.content.count
    paintNoteHeading(
      heading, percent: isWhole ? nil : note.caret * 100 / note.content.count, box.heading)
    put(hint, in: box.hint, .hint)

    var cursor = box.field.origin
    for (index, row) in rows.enumerated() {
      let line = box.field.rowRect(index)
      guard row.holds(note.caret) else {
        paintNoteText(layout.text.scalars(in: row.range), at: 0, line)
        continue
      }
      // In two parts, so that the cursor stands where the first one ends on the screen.
      let before = row.range.lowerBound..<note.caret
      let used = paintNoteText(layout.text.scalars(in: before), at: 0, line)
      paintNoteText(layout.text.scalars(in: note.caret..<row.range.upperBound), at: used, line)
      cursor = Point(column: line.column + min(used, line.columns - 1), row: line.row)
    }
    painter.cursor = cursor
  }

  @discardableResult
  private mutating func paintNoteText(
    _ scalars: [Unicode.Scalar], at column: Int, _ line: Rect
  ) -> Int {
    let place = Point(column: line.column + column, row: line.row)
    return painter.put(scalars, at: place, in: line, style: ink(.prompt))
  }

  /// `─ 批注 › 第三条 ───────── 38% ─`
  private mutating func paintNoteHeading(_ words: String, percent: Int?, _ row: Rect) {
    guard !row.isEmpty else { return }
    rule(signs.horizontal, from: row.column, to: row.endColumn, row: row.row, .paneDivider)
    var inner = row.inset(left: min(1, row.columns - 1), right: min(1, row.columns - 1))
    if let percent, inner.columns >= 16 {
      inner = inner.inset(right: putRight(" \(percent)% ", in: inner, .paneHeading) + 1)
    }
    put(" \(fitted(words, inner.columns - 2)) ", in: inner, .paneHeadingFocused)
  }
}
