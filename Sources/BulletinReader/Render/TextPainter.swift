internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the text pane: rows, highlights below hits below the selection, the bar beside the unit under the cursor, the scroll bar.
  mutating func paintText(_ state: inout ReaderState, _ frame: TextFrame) {
    guard let rows = state.text.mutate({ $0.viewport.rows(in: &$0.layout) }) else {
      let words = Text(zh: "这个文件没有文字", en: "This file has no text")(language)
      put(words, in: frame.measure.rowRect(0), .dim)
      return
    }
    let marked = state.markedBytes() ?? 0..<0
    let highlights = state.highlights(on: rows)
    let reference = state.text.mutate { $0.referenceUnderCursor() } ?? nil
    for (index, place) in rows.enumerated() {
      guard let row = state.text?.layout.row(at: place), let cursor = state.text?.cursor.position
      else { continue }
      let y = frame.pane.row + index
      paint(row, &state, frame, y)
      paint(highlights, over: row, &state, frame, y)
      paintHits(row, &state, frame, y)
      if let reference, place.line == cursor.line {
        lay(.reference, over: reference.range, of: row, &state, frame, y)
      }
      if let selected = state.selectedRange(in: place.line) {
        lay(.selection, over: selected, of: row, &state, frame, y)
      }
      if state.isMarked(row, by: marked) {
        put(signs.bar, column: frame.barColumn, row: y, .marginUnit)
      }
    }
    paintCursor(&state, rows, frame)
    paintScrollBar(&state, rows, frame)
  }

  private mutating func paint(
    _ row: LayoutRow, _ state: inout ReaderState, _ frame: TextFrame, _ y: Int
  ) {
    let measure = frame.measure.rowRect(y - frame.measure.row)
    switch row.kind {
    case .blank: return
    case .boxBottom:
      rule(signs.horizontal, from: measure.column, to: measure.endColumn, row: y, .editorNoteBorder)
      put(signs.bottomLeft, column: measure.column, row: y, .editorNoteBorder)
      put(signs.bottomRight, column: measure.endColumn - 1, row: y, .editorNoteBorder)
      return
    case .text: break
    }
    let isFirst = row.place.stretch == 0 && row.place.index == 0
    paintBox(row.setting.box, measure, isFirst: isFirst)
    guard let text = state.text?.layout.text(of: row.place.line) else { return }
    let start = measure.column + row.indent
    var column = start
    let labelEnd = min(max(row.shown.lowerBound, text.labelCount), row.shown.upperBound)
    let parts = [
      (row.shown.lowerBound..<labelEnd, row.setting.labelRole),
      (labelEnd..<row.shown.upperBound, row.setting.role),
    ]
    for (range, role) in parts where !range.isEmpty {
      column += painter.put(
        text.scalars[range], at: Point(column: column, row: y), in: measure, style: ink(role))
    }
    if isFirst, row.setting.box == .head, column < measure.endColumn - 2 {
      rule(
        signs.horizontal, from: column + 1, to: measure.endColumn - 1, row: y, .editorNoteBorder)
    }
    if isFirst, row.setting.isRuled {
      rule(signs.dash, from: measure.column + 4, to: start - 1, row: y, .figure)
      rule(signs.dash, from: column + 1, to: measure.endColumn - 4, row: y, .figure)
    }
  }

  private mutating func paintBox(_ box: Typesetting.Box, _ row: Rect, isFirst: Bool) {
    guard box != .none else { return }
    let isHead = box == .head && isFirst
    let left = isHead ? signs.topLeft : signs.divider
    let right = isHead ? signs.topRight : signs.divider
    put(left, column: row.column, row: row.row, .editorNoteBorder)
    put(right, column: row.endColumn - 1, row: row.row, .editorNoteBorder)
  }

  /// Lays a role over scalars of a row.
  private mutating func lay(
    _ role: StyleRole, over range: Range<Int>, of row: LayoutRow, _ state: inout ReaderState,
    _ frame: TextFrame, _ y: Int
  ) {
    if let rect = rect(of: range, in: row, &state, frame, y) { lay(role, over: rect) }
  }

  /// Where scalars of a unit stand in one of its rows; nil where none of them do.
  func rect(
    of range: Range<Int>, in row: LayoutRow, _ state: inout ReaderState, _ frame: TextFrame,
    _ y: Int
  ) -> Rect? {
    let part = range.clamped(to: row.shown)
    guard row.kind == .text, !part.isEmpty,
      let start = state.text?.layout.column(of: part.lowerBound, in: row),
      let end = state.text?.layout.column(of: part.upperBound, in: row)
    else { return nil }
    let rect = Rect(column: frame.measure.column + start, row: y, columns: end - start, rows: 1)
    return rect.intersection(frame.measure)
  }

  private mutating func paintHits(
    _ row: LayoutRow, _ state: inout ReaderState, _ frame: TextFrame, _ y: Int
  ) {
    guard row.kind == .text, state.search?.isShown == true,
      let hits = state.search?.hits.hits(in: row.place.line)
    else { return }
    let array = Array(hits)
    var index =
      (array.lastIndex(in: array.indices) { $0.range.upperBound <= row.shown.lowerBound } ?? -1) + 1
    while index < array.count, array[index].range.lowerBound < row.shown.upperBound {
      let isCurrent = array[index] == state.search?.current
      lay(
        isCurrent ? .searchHitCurrent : .searchHit, over: array[index].range, of: row, &state,
        frame, y)
      index += 1
    }
  }

  private mutating func paintCursor(
    _ state: inout ReaderState, _ rows: [RowPlace], _ frame: TextFrame
  ) {
    guard let place = state.text.mutate({ $0.cursorRow() }), let index = rows.firstIndex(of: place),
      let row = state.text?.layout.row(at: place), let offset = state.text?.cursor.position.offset,
      let column = state.text?.layout.column(of: offset, in: row)
    else { return }
    let point = Point(
      column: min(frame.measure.column + column, frame.pane.endColumn - 1),
      row: frame.pane.row + index)
    if state.panes.focus == .text { painter.cursor = point }
    if case .prompt = state.mode {
      lay(.cursor, over: Rect(column: point.column, row: point.row, columns: 1, rows: 1))
    }
  }
}

extension ReaderState {
  /// Whether a row belongs to bytes of the source; blank rows do where they lie between such rows.
  mutating func isMarked(_ row: LayoutRow, by bytes: Range<Int>) -> Bool {
    guard !bytes.isEmpty, let offsets = text?.layout.text(of: row.place.line).offsets else {
      return false
    }
    switch row.place.stretch {
    case RowPlace.trail: return false
    case RowPlace.lead:
      guard let first = offsets.first.map(Int.init) else { return false }
      return bytes.lowerBound < first && first < bytes.upperBound
    default:
      guard let shown = ShownHighlights.bytes(of: row.range, offsets) else {
        return bytes.contains(Int(bulletin.source.lines[row.place.line].start))
      }
      return shown.overlaps(bytes)
    }
  }
}
