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
    case .press: return click(at: mouse.place)
    case .drag, .release: return []
    }
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
    guard let pane = pane(at: place) else { return [] }
    let effects = focus(pane)
    guard let body = layout.body(of: pane), body.contains(place) else { return effects }
    let row = place.row - body.row
    switch pane {
    case .contents:
      let rows = contents.rows
      guard rows.indices.contains(row) else { return effects }
      contents.put(rows[row])
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
