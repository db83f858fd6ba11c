internal import BulletinCore

/// What one can jump to, besides articles.
enum Region: Sendable {
  case clause
  /// Any heading or section, and articles.
  case section
  case editorNote
  case figure

  /// What a message calls it.
  var name: Text {
    switch self {
    case .clause: Text(zh: "条", en: "clause")
    case .section: Text(zh: "小节", en: "section")
    case .editorNote: Text(zh: "编者按", en: "editor's note")
    case .figure: Text(zh: "图", en: "figure")
    }
  }
}

/// Going from region to region.
extension ReaderState {
  /// Goes so many regions of a kind on (back, if negative), or as far as there are any.
  mutating func goToRegion(_ region: Region, _ count: Int) -> [Effect] {
    guard let cursor = text?.cursor.position else { return [.bell] }
    var line = cursor.line
    // From inside a region's first unit, back goes to its own start.
    if count < 0, cursor.offset > 0 { line += 1 }
    var found: Int?
    for _ in 0..<abs(count) {
      guard let next = bulletin.line(of: region, from: line, forward: count > 0) else { break }
      found = next
      line = next
    }
    return found.map { jump(toLine: $0) } ?? missing(region.name, forward: count > 0)
  }

  private mutating func missing(_ name: Text, forward: Bool) -> [Effect] {
    say(
      forward
        ? Text(zh: "后面没有\(name.zh)了", en: "no further \(name.en)")
        : Text(zh: "前面没有\(name.zh)了", en: "no earlier \(name.en)"))
    return [.bell]
  }

  /// Goes so many articles on. An article begins with its editor's note; back from inside it goes
  /// to its own beginning first.
  mutating func goToArticle(_ count: Int) -> [Effect] {
    guard let cursor = text?.cursor.position else { return [.bell] }
    let articles = bulletin.articles
    let here = articles.lastIndex(in: articles.indices) { $0.lines.lowerBound <= cursor.line } ?? -1
    var steps = count
    if count < 0, here >= 0, cursor > TextPosition(line: articles[here].lines.lowerBound, offset: 0)
    {
      steps += 1
    }
    let target = min(max(0, here + steps), articles.count - 1)
    let isMove = count > 0 ? target > here : here >= 0 && (target < here || steps != count)
    guard articles.indices.contains(target), isMove else {
      return missing(Text(zh: "文章", en: "article"), forward: count > 0)
    }
    return open(article: target)
  }

  /// Goes to a clause of the article being read; without a number the palette asks for it.
  mutating func goToClause(_ number: Int?, minor: Int = 0, label: String? = nil) -> [Effect] {
    guard let number else {
      return askNumber(for: .goToClause, Text(zh: "先输入第几条", en: "type the clause's number first"))
    }
    guard let article, let line = bulletin.clause(number, minor: minor, inArticle: article) else {
      return refuse(
        Text(
          zh: "本篇没有\(label ?? "第\(number)条")",
          en: "this article has no \(label ?? "clause \(number)")"))
    }
    return jump(toLine: line)
  }

  /// Goes to the article that stands on a printed page; without a number the palette asks for it.
  mutating func goToPage(_ number: Int?) -> [Effect] {
    guard let number else {
      return askNumber(for: .goToPage, Text(zh: "先输入页码", en: "type the page first"))
    }
    let pages = bulletin.articles.compactMap(\.page)
    guard let first = pages.min(), let end = pages.max(), let last = bulletin.lastPage else {
      say(Text(zh: "本期没有标页码", en: "this issue prints no pages"), isError: true)
      return [.bell]
    }
    let found = bulletin.articles.lastIndex { $0.page.map { $0 <= number } ?? false }
    guard number <= last, let found, let page = bulletin.articles[found].page else {
      say(
        Text(
          zh: "没有第\(number)页的文章：首篇在第\(first)页，末篇始于第\(end)页",
          en: "no article on page \(number): they begin on pages \(first) to \(end)"),
        isError: true)
      return [.bell]
    }
    if page != number {
      say(
        Text(
          zh: "第\(number)页所在的文章始于第\(page)页",
          en: "the article on page \(number) begins on page \(page)"))
    }
    return open(article: found)
  }

  /// Goes to what the line under the cursor of the contents names.
  mutating func openEntry() -> [Effect] {
    guard context == .contents, let node = contents.cursor else { return [.bell] }
    panes.focus(.text)
    arrange()
    switch node {
    case .column(let article), .article(let article): return open(article: article)
    case .front, .back, .section:
      return jump(toLine: contents.outline.line(of: node), landing: .top)
    }
  }
}

extension Bulletin {
  /// The last page that the last article with a page may reach, at the very least as dense as a
  /// page of an issue ever is; nil where no pages are known.
  fileprivate var lastPage: Int? {
    guard let article = articles.last(where: { $0.page != nil }), let page = article.page else {
      return nil
    }
    return page + bytes(of: article.lines).count / Self.sparsePage + 2
  }

  /// The bytes of a page with hardly anything on it: half of one has a figure or a heading.
  private static let sparsePage = 600

  /// The first line of the next or previous region of a kind, seen from a line.
  func line(of region: Region, from line: Int, forward: Bool) -> Int? {
    switch region {
    case .editorNote: article(from: line, forward: forward) { $0.editorNote?.line }
    case .clause: section(from: line, forward: forward) { $0.role == .clause }
    case .section:
      nearer(
        section(from: line, forward: forward) { $0.role != .clause },
        article(from: line, forward: forward) { $0.titleLine }, forward: forward)
    case .figure: figure(from: line, forward: forward)
    }
  }

  private func nearer(_ one: Int?, _ other: Int?, forward: Bool) -> Int? {
    guard let one, let other else { return one ?? other }
    return forward ? min(one, other) : max(one, other)
  }

  private func section(from line: Int, forward: Bool, _ fits: (Section) -> Bool) -> Int? {
    let before = sections.lastIndex(in: sections.indices) {
      forward ? $0.line <= line : $0.line < line
    }
    var index = forward ? (before ?? -1) + 1 : before ?? -1
    while sections.indices.contains(index) {
      if fits(sections[index]) { return sections[index].line }
      index += forward ? 1 : -1
    }
    return nil
  }

  private func article(from line: Int, forward: Bool, _ place: (Article) -> Int?) -> Int? {
    var index =
      articles.lastIndex(in: articles.indices) { $0.lines.lowerBound <= line } ?? (forward ? 0 : -1)
    while articles.indices.contains(index) {
      if let found = place(articles[index]), forward ? found > line : found < line { return found }
      index += forward ? 1 : -1
    }
    return nil
  }

  private func figure(from line: Int, forward: Bool) -> Int? {
    var index = line + (forward ? 1 : -1)
    while roles.indices.contains(index) {
      if roles[index].role == .caption { return index }
      index += forward ? 1 : -1
    }
    return nil
  }

  /// The line of a clause of an article: 第六条之一 has number 6 and minor 1.
  func clause(_ number: Int, minor: Int, inArticle article: Int) -> Int? {
    let found = sections[articles[article].sections].first {
      $0.role == .clause && $0.number == number && $0.minor == minor
    }
    return found?.line
  }
}
