internal import BulletinScreen

/// What the mouse does.
extension ReaderState {
  /// Rows that one notch of the wheel scrolls.
  private static let notch = 3

  /// Focuses and goes where a click says; scrolls the pane under the wheel.
  mutating func follow(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.action {
    case .wheelDown: return wheel(Self.notch, at: mouse.place)
    case .wheelUp: return wheel(-Self.notch, at: mouse.place)
    case .press: return press(at: mouse.place)
    case .drag: return drag(to: mouse.place)
    case .release:
      defer { pointer = .up }
      if case .divider = pointer { return [.saveSplit(panes.split)] }
      return []
    }
  }

  /// Takes hold of a divider, else focuses and goes.
  private mutating func press(at place: Point) -> [Effect] {
    let layout = layout
    if let index = layout.dividers.firstIndex(of: place.column), layout.titleLine.row < place.row,
      place.row < layout.statusLine.row
    {
      pointer = .divider(index)
      return []
    }
    let effects = click(at: place)
    if case .normal = mode, pane(at: place) == .text, let cursor = text?.cursor.position {
      pointer = .selecting(from: cursor)
    }
    return effects
  }

  /// Moves the divider that is held, or selects.
  private mutating func drag(to place: Point) -> [Effect] {
    switch pointer {
    case .up: break
    case .divider(let index): moveDivider(index, to: place.column)
    case .selecting(let anchor): select(from: anchor, to: place)
    }
    return []
  }

  private mutating func moveDivider(_ index: Int, to column: Int) {
    let shown = layout.panes.sorted { $0.value.column < $1.value.column }
    guard shown.indices.contains(index + 1) else { return }
    let (left, right) = (shown[index], shown[index + 1])
    // The text has what the other pane leaves.
    let side = left.key == .text ? right.key : left.key
    let width =
      left.key == .text ? right.value.endColumn - column - 1 : column - left.value.column
    let taken = min(max(12, width), max(12, size.columns / 2))
    if side == .contents {
      panes.split.contents = taken
    } else {
      panes.split.annotations = taken
    }
    arrange()
  }

  /// Selects from where the button went down; beyond the pane's edge the text scrolls along.
  private mutating func select(from anchor: TextPosition, to place: Point) {
    let frame = layout.textFrame(measure: setup.measure)
    if place.row < frame.pane.row { text?.wheel(-1) }
    if place.row >= frame.pane.endRow { text?.wheel(1) }
    let row = min(max(0, place.row - frame.pane.row), frame.pane.rows - 1)
    text?.put(row: row, column: max(0, place.column - frame.measure.column))
    mode = .visual(Selection(anchor: anchor, byUnit: false))
    followText()
  }

  private func pane(at place: Point) -> Pane? {
    layout.panes.first { $0.value.contains(place) }?.key
  }

  private mutating func wheel(_ rows: Int, at place: Point) -> [Effect] {
    if scrollHelp(by: rows) { return [] }
    switch pane(at: place) {
    case .contents: contents.scroll(rows)
    case .text:
      text?.wheel(rows)
      followText()
    case .annotations: annotationsPane.scroll(rows)
    case nil: break
    }
    return []
  }

  private mutating func click(at place: Point) -> [Effect] {
    switch mode {
    case .normal: break
    case .visual: mode = .normal
    case .prompt, .note, .help: return []
    }
    message = nil
    guard let pane = pane(at: place) else { return [] }
    let effects = focus(pane)
    guard let body = layout.body(of: pane), body.contains(place) else { return effects }
    let row = place.row - body.row
    switch pane {
    case .contents:
      let rows = contents.rows
      guard rows.indices.contains(row) else { return effects }
      contents.put(rows[row])
      let depth = contents.outline.depth(of: rows[row])
      let isSign = place.column <= body.column + 2 + 2 * depth
      if isSign, contents.outline.hasChildren(rows[row]) { return effects + toggleFold() }
      return effects + openEntry()
    case .text:
      let column = place.column - layout.textFrame(measure: setup.measure).measure.column
      text?.put(row: row, column: column)
      followText()
    case .annotations:
      guard let card = annotationsPane.card(atRow: row) else { return effects }
      annotationsPane.go(toCard: card)
      return effects + openAnnotation()
    }
    return effects
  }
}

/// What the mouse does while its button is down.
enum Pointer: Equatable, Sendable {
  case up
  /// It holds the divider of this number, from the left.
  case divider(Int)
  /// It selects from where it went down.
  case selecting(from: TextPosition)
}

extension TextPane {
  /// Puts the cursor on a row of the pane, at a cell of the measure.
  mutating func put(row: Int, column: Int) {
    let rows = viewport.rows(in: &layout)
    guard rows.indices.contains(row), rows[row].isText else { return }
    cursor.goal = max(0, column)
    land(on: rows[row])
    cursor.goal = nil
  }
}
