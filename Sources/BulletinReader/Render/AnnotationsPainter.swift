internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the annotations pane: that there are none, and what there is to know of the article.
  mutating func paintAnnotations(_ state: inout ReaderState, in body: Rect) {
    let inner = body.inset(left: 1, right: 1)
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
    if state.panes.focus == .annotations {
      painter.cursor = Point(column: inner.column, row: inner.row)
    }
  }

  /// Paints text broken into rows and says which row comes below it.
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
