/// Which rows of the text a pane shows.
///
/// It holds on to a character, not to a row, so that the text at the top stays whatever the size.
struct Viewport: Equatable, Sendable {
  /// A character in the top row; the top row's neighbour where that has no text.
  private(set) var anchor: TextPosition
  /// Rows without text that the top lies above the anchor's row; -1 for the one below it.
  private(set) var shift = 0
  /// Rows of the pane.
  var height: Int

  /// Begins with the row that holds a position.
  init(anchor: TextPosition, height: Int) {
    self.anchor = anchor
    self.height = height
  }

  /// The same with another character in the top row, of a text that took this one's place.
  func moved(to anchor: TextPosition, height: Int) -> Viewport {
    var moved = self
    (moved.anchor, moved.height) = (anchor, height)
    return moved
  }

  /// The top row.
  func top(in layout: inout TextLayout) -> RowPlace {
    let place = layout.place(holding: anchor)
    guard shift != 0 else { return place }
    if shift < 0 {
      guard let below = layout.next(place), !below.isText, below.line == place.line else {
        return place
      }
      return below
    }
    var top = place
    for _ in 0..<shift {
      guard let above = layout.previous(top), above.line == place.line, !above.isText else { break }
      top = above
    }
    return top
  }

  /// Makes a row the top.
  mutating func setTop(_ place: RowPlace, in layout: inout TextLayout) {
    var text = place
    var rows = 0
    if place.stretch == RowPlace.trail, let above = layout.previous(place) {
      text = above
      rows = -1
    }
    while text.stretch == RowPlace.lead, let below = layout.next(text) {
      text = below
      rows += 1
    }
    anchor = TextPosition(line: text.line, offset: layout.row(at: text).range.lowerBound)
    shift = rows
  }

  /// The rows that show, from the top.
  func rows(in layout: inout TextLayout) -> [RowPlace] {
    var rows: [RowPlace] = []
    var next: RowPlace? = height > 0 ? top(in: &layout) : nil
    while let place = next, rows.count < height {
      rows.append(place)
      next = layout.next(place)
    }
    return rows
  }

  /// Scrolls down by rows (up, if negative), no further than the file's last row at the bottom.
  /// - Returns: the rows it went.
  @discardableResult
  mutating func scroll(_ count: Int, in layout: inout TextLayout) -> Int {
    let top = top(in: &layout)
    let (place, moved) = layout.place(count, from: top)
    guard count > 0 else {
      setTop(place, in: &layout)
      return -moved
    }
    let missing = height - 1 - layout.place(height - 1, from: place).moved
    let back = min(max(0, missing), moved)
    setTop(layout.place(-back, from: place).place, in: &layout)
    return moved - back
  }

  /// Shows a row at so many rows from the top, or as near to that as the file's start allows.
  mutating func show(_ place: RowPlace, at row: Int, in layout: inout TextLayout) {
    setTop(layout.place(-max(0, row), from: place).place, in: &layout)
  }
}
