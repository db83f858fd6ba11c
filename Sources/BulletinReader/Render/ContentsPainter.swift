internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the contents: the tree with its folds, the place being read marked.
  mutating func paintContents(_ state: inout ReaderState, in body: Rect) {
    let rows = state.contents.rows
    let current = state.contents.current.flatMap { state.contents.visible($0) }
    let isFocused = state.panes.focus == .contents
    if rows.isEmpty {
      let words =
        state.contents.filter == nil
        ? Text(zh: "没有目录", en: "No contents") : Text(zh: "没有符合的条目", en: "Nothing fits")
      put(words(language), in: body.rowRect(0), from: 1, .dim)
    }
    for (index, node) in rows.enumerated() {
      let row = body.rowRect(index)
      paint(node, &state, row, isCurrent: node == current)
      guard isFocused, node == state.contents.cursor else { continue }
      lay(.contentsCursor, over: row)
      if painter.cursor == nil { painter.cursor = Point(column: row.column, row: row.row) }
    }
  }

  private mutating func paint(
    _ node: OutlineNode, _ state: inout ReaderState, _ row: Rect, isCurrent: Bool
  ) {
    let text = state.contents.text(of: node, language)
    let outline = state.contents.outline
    if isCurrent { put(signs.bar, column: row.column, row: row.row, .contentsCurrent) }
    let inner = row.inset(left: 1, right: 1)
    if case .column = node {
      put(text.title, in: inner, .contentsColumn)
      return
    }
    let isArticle = if case .section = node { false } else { true }
    let role: StyleRole =
      isCurrent ? .contentsCurrent : (isArticle ? .contentsArticle : .contents)
    var column = min(2 * outline.depth(of: node), max(0, inner.columns - 12))
    if outline.hasChildren(node), state.contents.filter == nil {
      let sign = state.contents.folds.isOpen(node) ? signs.open : signs.closed
      put(sign, column: inner.column + column, row: inner.row, role)
    }
    column += 2
    if !text.label.isEmpty {
      column += put(text.label, in: inner, from: column, role) + 1
    }
    guard column < inner.columns else { return }
    put(text.title, in: inner, from: column, text.isExcerpt && !isCurrent ? .dim : role)
  }
}
