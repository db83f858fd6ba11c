internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the scroll bar: which part of the whole issue shows, and where hits and
  /// annotations lie in it. A hit hides the mark of an annotation.
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
      let hasHit = state.search.map { $0.isShown && $0.hits.hasHit(in: part) } ?? false
      let isThumb = !isWhole && (top...bottom).contains(index)
      let isAnnotated = state.annotations.hasAnnotation(meeting: state.bulletin.bytes(of: part))
      guard hasHit || isThumb || isAnnotated else { continue }
      let (sign, role): (Unicode.Scalar, StyleRole) =
        switch (hasHit, isAnnotated) {
        case (true, _): (isThumb ? signs.hitOnThumb : signs.hit, .scrollBarHit)
        case (_, true):
          (isThumb ? signs.annotatedOnThumb : signs.annotated, .scrollBarAnnotation)
        case (false, false): (signs.thumb, .scrollBarThumb)
        }
      put(sign, column: frame.scrollColumn, row: frame.pane.row + index, role)
    }
  }
}

extension Bulletin {
  /// The bytes of lines with what stands between them, up to the next line.
  func bytes(of lines: Range<Int>) -> Range<Int> {
    let all = source.lines
    guard lines.lowerBound < all.count, !lines.isEmpty else { return 0..<0 }
    let start = Int(all[lines.lowerBound].start)
    let end = lines.upperBound < all.count ? Int(all[lines.upperBound].start) : source.bytes.count
    return start..<max(start, end)
  }
}
