internal import BulletinCore
internal import BulletinScreen

/// The text pane: its layout, what of it shows, and the cursor.
struct TextPane: Sendable {
  /// Rows and units.
  var layout: TextLayout
  /// What shows.
  var viewport: Viewport
  /// Where one reads.
  var cursor: TextCursor { didSet { displaced = nil } }
  /// Where the cursor stood before a smaller size moved it; nil once it was moved by hand.
  private var displaced: TextCursor?

  /// Rows kept between the cursor and the pane's edges while scrolling.
  var margin: Int { viewport.height >= 12 ? 2 : 0 }

  /// Begins at a position, which the top row then holds.
  init(layout: TextLayout, at position: TextPosition, height: Int) {
    self.layout = layout
    cursor = TextCursor(position: position)
    viewport = Viewport(anchor: position, height: height)
  }
}

/// How a jump brings its target into the pane.
enum Landing: Sendable {
  /// Not at all where it shows already; else a third from the top.
  case near
  /// The same, but a third from the top too where little room is left below for what begins there.
  case beginning
  /// In the top row, as where an article begins.
  case top
  /// In the middle.
  case middle
}

extension TextPane {
  /// The row of the cursor.
  mutating func cursorRow() -> RowPlace { layout.place(holding: cursor.position) }

  /// Moves the cursor to a position and shows it.
  mutating func go(to position: TextPosition, landing: Landing = .near) {
    let count = layout.text(of: position.line).scalars.count
    cursor.position = TextPosition(
      line: position.line, offset: min(max(0, position.offset), max(0, count - 1)))
    cursor.goal = nil
    reveal(landing)
  }

  /// Goes to the beginning of an article, its editor's note where it has one.
  mutating func open(_ article: Article) {
    guard let start = layout.bulletin.lineOfUnit(holding: article.lines.lowerBound) else { return }
    go(to: TextPosition(line: start, offset: 0), landing: .top)
  }

  /// Leaves what shows as it is where the cursor is in it; else scrolls until it is.
  mutating func keepInSight() { if !isInSight(cursor.position) { reveal() } }

  /// Whether the row that holds a position shows.
  mutating func isInSight(_ position: TextPosition) -> Bool {
    viewport.rows(in: &layout).contains(layout.place(holding: position))
  }

  /// Scrolls until the cursor shows.
  mutating func reveal(_ landing: Landing = .near) {
    let row = cursorRow()
    switch landing {
    case .near, .beginning: break
    case .top: return viewport.setTop(row, in: &layout)
    case .middle: return viewport.show(row, at: viewport.height / 2, in: &layout)
    }
    guard viewport.height > 0 else { return }
    let margin = min(margin, (viewport.height - 1) / 2)
    let top = viewport.top(in: &layout)
    if let index = distance(from: top, to: row, most: viewport.height * 2) {
      if landing == .beginning, index > viewport.height * 2 / 3 {
        return viewport.show(row, at: viewport.height / 3, in: &layout)
      }
      let lowest = viewport.height - 1 - margin
      if index > lowest { return follow(row, index, lowest) }
      if index < margin { viewport.scroll(index - margin, in: &layout) }
    } else if let index = distance(from: row, to: top, most: viewport.height) {
      viewport.scroll(-index - margin, in: &layout)
    } else {
      viewport.show(row, at: viewport.height / 3, in: &layout)
    }
  }

  /// Scrolls down to a row a little below the pane; one further off comes a third from the top.
  private mutating func follow(_ row: RowPlace, _ index: Int, _ lowest: Int) {
    if index < viewport.height + 2 {
      let top = layout.place(index - lowest, from: viewport.top(in: &layout)).place
      viewport.setTop(top, in: &layout)
    } else {
      viewport.show(row, at: viewport.height / 3, in: &layout)
    }
  }

  private mutating func distance(from upper: RowPlace, to lower: RowPlace, most: Int) -> Int? {
    guard upper <= lower else { return nil }
    var place = upper
    var rows = 0
    while place != lower {
      guard rows < most, let next = layout.next(place), next <= lower else { return nil }
      place = next
      rows += 1
    }
    return rows
  }

  /// Brings the cursor to the nearest row that shows, as after the pane became smaller or scrolled.
  mutating func bringCursorIntoView() {
    let rows = viewport.rows(in: &layout).filter(\.isText)
    guard let first = rows.first, let last = rows.last else { return }
    let row = cursorRow()
    if row < first { land(on: first) } else if row > last { land(on: last) }
  }

  /// Puts the cursor on a row of text, in the column that it keeps to.
  mutating func land(on place: RowPlace) {
    let goal = goalColumn()
    let row = layout.row(at: place)
    cursor.position = TextPosition(
      line: place.line, offset: layout.offset(at: goal, in: row))
    cursor.goal = goal
  }

  private mutating func goalColumn() -> Int {
    if let goal = cursor.goal { return goal }
    let row = layout.row(at: cursorRow())
    return layout.column(of: cursor.position.offset, in: row)
  }

  /// Scrolls until the cursor's row is one of the first so many.
  mutating func show(above height: Int) {
    let row = cursorRow()
    let top = viewport.top(in: &layout)
    if let index = distance(from: top, to: row, most: viewport.height), index < height { return }
    viewport.show(row, at: height / 2, in: &layout)
  }

  /// Moves the cursor by rows of text.
  /// - Returns: whether it moved.
  @discardableResult
  mutating func moveRows(_ count: Int) -> Bool {
    var place = cursorRow()
    var left = abs(count)
    var target = place
    while left > 0, let next = count > 0 ? layout.next(place) : layout.previous(place) {
      place = next
      guard place.isText else { continue }
      target = place
      left -= 1
    }
    let moved = left < abs(count)
    if moved { land(on: target) }
    reveal()
    if left > 0, count < 0 { viewport.scroll(-left, in: &layout) }
    return moved
  }

  /// Scrolls by rows and takes the cursor along.
  /// - Returns: whether anything moved.
  @discardableResult
  mutating func scroll(_ count: Int) -> Bool {
    let before = cursor.position
    let moved = viewport.scroll(count, in: &layout)
    guard abs(moved) == abs(count) else {
      // At the file's edge the cursor goes on alone.
      return moveRows(count) || moved != 0
    }
    var place = cursorRow()
    let (target, _) = layout.place(moved, from: place)
    place = nearestText(target, down: count > 0) ?? place
    land(on: place)
    bringCursorIntoView()
    return moved != 0 || cursor.position != before
  }

  /// The row itself or the next row of text in a direction, else in the other one.
  private mutating func nearestText(_ place: RowPlace, down: Bool) -> RowPlace? {
    for step in [down ? 1 : -1, down ? -1 : 1] {
      var found: RowPlace? = place
      while let row = found, !row.isText {
        found = step > 0 ? layout.next(row) : layout.previous(row)
      }
      if let found { return found }
    }
    return nil
  }

  /// Shows rows from another place on by the wheel, the cursor following only as far as it must.
  mutating func wheel(_ count: Int) {
    viewport.scroll(count, in: &layout)
    bringCursorIntoView()
  }

  /// Takes another size; the character at the top stays there, the cursor in sight. Where there is
  /// room again it goes back.
  mutating func resize(width: Int, height: Int, ambiguousWide: Bool) {
    layout.set(width: width, ambiguousWide: ambiguousWide)
    viewport.height = height
    let wanted = displaced ?? cursor
    cursor = wanted
    bringCursorIntoView()
    if cursor.position != wanted.position { displaced = wanted }
  }
}
