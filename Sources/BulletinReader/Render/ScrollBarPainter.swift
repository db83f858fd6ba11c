internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the scroll bar: which part of the whole issue shows, and where hits lie in it.
  mutating func paintScrollBar(
    _ state: inout ReaderState, _ rows: [RowPlace], _ frame: TextFrame
  ) {
    let height = frame.pane.rows
    let lines = state.bulletin.roles.count
    guard height > 0, lines > 0, let first = rows.first, let last = rows.last else { return }
    let isWhole = first.line == state.text?.layout.firstUnit && rows.count < height
    let top = first.line * height / lines
    let bottom = max(top, last.line * height / lines)
    for index in 0..<height {
      let part =
        index * lines / height..<max(index * lines / height + 1, (index + 1) * lines / height)
      let hasHit = state.search?.hits.hasHit(in: part) ?? false
      let isThumb = !isWhole && (top...bottom).contains(index)
      guard hasHit || isThumb else { continue }
      let sign = hasHit ? (isThumb ? signs.hitOnThumb : signs.hit) : signs.thumb
      put(
        sign, column: frame.scrollColumn, row: frame.pane.row + index,
        hasHit ? .scrollBarHit : .scrollBarThumb)
    }
  }
}
