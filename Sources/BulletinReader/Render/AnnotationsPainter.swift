internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints `批注 · 按位置   3/14` above the annotations pane.
  mutating func paintAnnotationsHeading(
    _ state: inout ReaderState, _ row: Rect, _ role: StyleRole
  ) {
    state.arrangeAnnotations()
    let pane = state.annotationsPane
    let count = pane.cards.isEmpty ? "0" : "\(pane.position + 1)/\(pane.cards.count)"
    let inner = row.inset(left: 1, right: 1)
    let right = putRight(count, in: inner, .paneHeading)
    var left = inner.inset(right: right + 1)
    left = left.inset(left: put(Text(zh: "批注", en: "Annotations")(language), in: left, role))
    let words = pane.filter.map { "“\($0.words)”" } ?? pane.order.name(language)
    put("\(signs.dot)\(words)", in: left, .paneHeading)
  }

  /// Paints the annotations pane: the cards, or that there are none and what there is to know of the
  /// article.
  mutating func paintAnnotations(_ state: inout ReaderState, _ keymap: Keymap?, in body: Rect) {
    let inner = body.inset(left: 1, right: 1)
    if state.panes.focus == .annotations, painter.cursor == nil {
      painter.cursor = Point(column: inner.column, row: inner.row)
    }
    guard !state.annotations.placed.isEmpty else {
      return paintLackOfAnnotations(&state, in: inner)
    }
    state.arrangeAnnotations(keymap: keymap)
    guard !state.annotationsPane.cards.isEmpty else {
      put(Text(zh: "没有符合的批注", en: "Nothing fits")(language), in: inner, .dim)
      return
    }
    let position = state.annotationsPane.position
    var isCursorSet = false
    for (index, row) in state.annotationsPane.rows().enumerated() {
      let rect = inner.rowRect(index)
      paint(row.row, in: rect)
      guard row.card == position else { continue }
      put(signs.bar, column: body.column, row: rect.row, .annotationCurrent)
      guard !isCursorSet, state.panes.focus == .annotations else { continue }
      painter.cursor = Point(column: rect.column, row: rect.row)
      isCursorSet = true
    }
  }

  private mutating func paint(_ row: CardRow, in rect: Rect) {
    var room = rect
    if let right = row.right {
      room = rect.inset(right: putRight(right.text, in: rect, right.role))
    }
    var column = 0
    for part in row.parts {
      let place = Point(column: rect.column + column, row: rect.row)
      column += put(part.text, at: place, in: room, part.role)
    }
  }

  private mutating func paintLackOfAnnotations(_ state: inout ReaderState, in inner: Rect) {
    var y = 0
    y = putBroken(
      Text(zh: "还没有批注", en: "No annotations yet")(language), in: inner, from: y, .dim)
    guard let article = state.article else { return }
    state.facts.look(at: article, in: state.bulletin)
    y += 1
    y = putBroken(Text(zh: "本篇", en: "This article")(language), in: inner, from: y, .paneHeading)
    let lines = state.articleLines(article)
    let names = lines.map { cells($0.name(language)) }.max() ?? 0
    for (name, value) in lines where y < inner.rows {
      put(name(language), in: inner.rowRect(y), .dim)
      y = putBroken(value, in: inner.inset(left: names + 2), from: y, .text)
    }
  }

  /// Paints text broken into rows, what has no room left out, and says which row comes below it.
  @discardableResult
  mutating func putBroken(
    _ text: String, in rect: Rect, from row: Int, _ role: StyleRole
  ) -> Int {
    let scalars = Array(text.unicodeScalars)
    var breaker = LineBreaker(
      scalars, first: rect.columns, rest: rect.columns, ambiguousWide: painter.ambiguousWide)
    var row = row
    while row < rect.rows, let broken = breaker.next() {
      painter.put(
        scalars[broken.shown], at: Point(column: rect.column, row: rect.row + row),
        in: rect.rowRect(row), style: ink(role))
      row += 1
    }
    return row
  }
}

extension ReaderState {
  /// The facts about an article, name by name.
  func articleLines(_ index: Int) -> [(name: Text, value: String)] {
    let article = bulletin.articles[index]
    var lines: [(name: Text, value: String?)] = [
      (Text(zh: "栏目", en: "Column"), article.column),
      (Text(zh: "来源", en: "Source"), article.source),
      (Text(zh: "文号", en: "No."), article.documentNumber),
      (Text(zh: "通过", en: "Passed"), article.adoption),
      (
        Text(zh: "页码", en: "Page"),
        article.page.map { Text(zh: "第\($0)页起", en: "from \($0)")(setup.language) }
      ),
    ]
    if article.editorNote != nil {
      let value = Text(zh: "有编者按", en: "by the editors")
      lines.append((Text(zh: "按语", en: "Note"), value(setup.language)))
    }
    for count in facts.counts { lines.append((count.kind, "\(count.number)")) }
    return lines.compactMap { line in line.value.map { (line.name, $0) } }
  }
}
