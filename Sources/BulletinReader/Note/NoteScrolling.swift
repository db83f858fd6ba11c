/// Moving by the rows that a width makes, and which of them show.
extension NoteEditor {
  /// Moves the caret a row up or down, keeping its column where the row is long enough.
  mutating func moveRow(isDown: Bool, _ layout: NoteLayout) {
    var rows = NoteRows(layout, at: caret)
    let column = goal ?? layout.cells(before: caret, in: rows.row)
    guard isDown ? rows.goDown() : rows.goUp() else { return }
    let offset = layout.offset(at: column, in: rows.row)
    // Where a row begins inside a character, the caret goes on to that one's edge.
    let place =
      isDown ? content.boundary(atOrAfter: offset) : content.boundary(atOrBefore: offset)
    move(to: place, goal: column)
  }

  /// Scrolls so that the caret's row shows, no farther than that takes, and gives what shows.
  ///
  /// - Parameters:
  ///   - height: How many rows there are; below 1 is 1.
  ///   - layout: The layout of the note's own text.
  mutating func scroll(height: Int, _ layout: NoteLayout) -> [NoteRow] {
    let height = max(1, height)
    var first = NoteRows(layout, at: min(top, content.count))
    var shown = rows(from: first, height)
    if !shown.contains(where: { $0.holds(caret) }) {
      let isAbove = caret < first.row.range.lowerBound
      first = NoteRows(layout, at: caret)
      if !isAbove { for _ in 1..<height { guard first.goUp() else { break } } }
      shown = rows(from: first, height)
    }
    // No empty rows below while there are rows above.
    while shown.count < height, first.goUp() { shown.insert(first.row, at: 0) }
    top = first.row.range.lowerBound
    return shown
  }

  private func rows(from first: NoteRows, _ height: Int) -> [NoteRow] {
    var walk = first
    var rows = [walk.row]
    while rows.count < height, walk.goDown() { rows.append(walk.row) }
    return rows
  }
}
