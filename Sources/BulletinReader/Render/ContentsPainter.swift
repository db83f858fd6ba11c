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
    var inner = row.inset(left: 1, right: 1)
    if case .column = node {
      put(text.title, in: inner, .contentsColumn)
      return
    }
    inner = inner.inset(right: paintCount(below: node, &state, inner))
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

extension Canvas {
  /// Paints how many annotations lie below a line, and whether one of them is to be followed up.
  /// - Returns: the cells that are taken from the line's text.
  private mutating func paintCount(
    below node: OutlineNode, _ state: inout ReaderState, _ row: Rect
  ) -> Int {
    let list = state.annotations
    let count = list.count(beginningIn: state.contents.outline.bytes(of: node))
    guard count.all > 0 else { return 0 }
    let sign = String(signs.annotation)
    let number = count.all <= 2 ? String(repeating: sign, count: count.all) : "\(sign)\(count.all)"
    let flag = String(signs.flag)
    // The flags stand below each other, whether a line has one or not.
    let flagCells = list.tally.pending > 0 ? cells(flag) + 1 : 0
    let used = cells(number) + flagCells + 1
    guard row.columns >= used + 8 else { return 0 }
    if count.pending > 0 {
      putRight(flag, in: row, count.overdue > 0 ? .followUpOverdue : .followUp)
    }
    putRight(number, in: row.inset(right: flagCells), .contentsCount)
    return used
  }
}

extension Outline {
  /// The bytes of the source that belong to a node with all below it.
  func bytes(of node: OutlineNode) -> Range<Int> {
    let articles = bulletin.articles
    switch node {
    case .front: return bulletin.bytes(of: 0..<(articles.first?.lines.lowerBound ?? 0))
    case .back: return bulletin.bytes(of: line(of: .back)..<bulletin.roles.count)
    case .column(let index), .article(let index):
      let isLast = index + 1 == articles.count
      let end =
        isLast
        ? (hasBack ? line(of: .back) : bulletin.roles.count)
        : articles[index + 1].lines.lowerBound
      return bulletin.bytes(of: articles[index].lines.lowerBound..<end)
    case .section(let index):
      let section = bulletin.sections[index]
      return bulletin.bytes(of: section.line..<max(section.line, section.end))
    }
  }
}
