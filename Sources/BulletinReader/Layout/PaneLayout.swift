internal import BulletinScreen

/// Where everything stands on a screen of a size.
struct PaneLayout: Equatable, Sendable {
  /// The whole screen.
  let screen: Rect
  /// The top line; empty where there is no room for anything.
  var titleLine = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The panes that show, from left to right, without the dividers between them.
  var panes: [Pane: Rect] = [:]
  /// The columns of the dividers.
  var dividers: [Int] = []
  /// The line above the last.
  var statusLine = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The last line.
  var messageLine = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// Whether panes have a heading: where more than one could show.
  var hasHeadings = false

  /// Whether there is room for a reader at all.
  var isRoomy: Bool { screen.columns >= 20 && screen.rows >= 5 }

  /// Parts a screen.
  init(_ size: Size, _ state: PaneState, measure: Int) {
    screen = Rect(size)
    guard isRoomy else { return }
    titleLine = screen.rowRect(0)
    statusLine = screen.rowRect(size.rows - 2)
    messageLine = screen.rowRect(size.rows - 1)
    let body = screen.inset(top: 1, bottom: 2)
    hasHeadings = size.columns >= 72
    let shown = PaneLayout.shown(columns: size.columns, state)
    guard shown.count > 1 else {
      for pane in shown { panes[pane] = body }
      return
    }
    place(shown, in: body, state.split, measure)
  }

  /// The panes that show at a width, from left to right.
  private static func shown(columns: Int, _ state: PaneState) -> [Pane] {
    if state.isAlone || columns < 72 { return [state.focus] }
    let open = Pane.allCases.filter { !state.split.hidden.contains($0) }
    if columns >= 110 || open.count < 3 { return open.isEmpty ? [.text] : open }
    return state.side == .annotations ? [.annotations, .text] : [.contents, .text]
  }

  private mutating func place(_ shown: [Pane], in body: Rect, _ split: PaneSplit, _ measure: Int) {
    let sides = shown.filter { $0 != .text }
    var widths: [Pane: Int] = [:]
    let total = body.columns - (shown.count - 1)
    let spare = total - (2 * measure + TextFrame.margins)
    let usual =
      body.columns < 110
      ? min(max(body.columns / 3, 24), 32) : min(max(spare / max(1, sides.count), 28), 40)
    for side in sides {
      let wanted = side == .contents ? split.contents : split.annotations
      widths[side] = min(max(wanted ?? usual, 12), max(12, total / 2 - 8))
    }
    let taken = sides.reduce(0) { $0 + (widths[$1] ?? 0) }
    if shown.contains(.text) {
      widths[.text] = total - taken
    } else if let first = shown.first {
      widths[first, default: 0] += total - taken
    }
    var column = body.column
    for (index, pane) in shown.enumerated() {
      if index > 0 {
        dividers.append(column)
        column += 1
      }
      let columns = widths[pane] ?? 0
      panes[pane] = Rect(column: column, row: body.row, columns: columns, rows: body.rows)
      column += columns
    }
  }

  /// The rows of a pane below its heading.
  func body(of pane: Pane) -> Rect? {
    panes[pane].map { hasHeadings ? $0.inset(top: 1) : $0 }
  }

  /// Where the text stands in its pane; for a pane that does not show, as if it stood alone.
  func textFrame(measure: Int) -> TextFrame {
    let alone = isRoomy ? screen.inset(top: hasHeadings ? 2 : 1, bottom: 2) : screen
    return TextFrame(body(of: .text) ?? alone, measure: measure)
  }
}

/// Where the text stands in its pane: margin, measure and scroll bar.
struct TextFrame: Equatable, Sendable {
  /// The whole body of the pane.
  let pane: Rect
  /// The columns of the measure, all rows of the pane.
  let measure: Rect

  /// The cells beside the measure: the unit's bar and a blank, a blank and the scroll bar.
  static let margins = 4

  /// Centres a measure of Chinese characters in a pane.
  init(_ pane: Rect, measure: Int) {
    self.pane = pane
    let columns = max(1, min(2 * measure, pane.columns - TextFrame.margins))
    let left = max(2, (pane.columns - columns) / 2)
    self.measure = Rect(
      column: pane.column + min(left, max(0, pane.columns - 1)), row: pane.row, columns: columns,
      rows: pane.rows)
  }

  /// The column of the unit's bar.
  var barColumn: Int { max(pane.column, measure.column - 2) }
  /// The column of the marks beside annotated text.
  var noteColumn: Int { max(pane.column, min(measure.endColumn + 1, scrollColumn - 1)) }
  /// The column of the scroll bar.
  var scrollColumn: Int { max(pane.column, pane.endColumn - 1) }
}
