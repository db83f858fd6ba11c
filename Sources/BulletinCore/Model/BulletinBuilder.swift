/// Makes the articles, sections and contents of a bulletin from what was read of its lines.
struct BulletinBuilder {
  private let reading: Reading
  private(set) var sections: [Section] = []
  private var draft: Draft { reading.draft }

  init(_ reading: Reading) { self.reading = reading }

  func makeContents() -> [ContentsEntry] {
    var articleOfEntry: [Int: Int] = [:]
    for (index, article) in reading.articles.enumerated() {
      if let entry = article.entry { articleOfEntry[entry] = index }
    }
    return reading.entries.enumerated().map { index, entry in
      ContentsEntry(
        line: entry.lines[0], number: entry.ordinal.map(Int.init),
        title: cleanTitle(draft, entry.title, like: entry.title), column: columnName(entry),
        page: entry.page.map(Int.init), article: articleOfEntry[index])
    }
  }

  mutating func makeArticles() -> [Article] {
    var column = reading.articles.lazy.compactMap { $0.entry }.first.flatMap {
      columnName(reading.entries[$0])
    }
    var articles: [Article] = []
    for plan in reading.articles {
      let entry = plan.entry.map { reading.entries[$0] }
      if let entry { column = columnName(entry) }
      let first = sections.count
      addSections(plan.title.upperBound..<max(plan.title.upperBound, plan.end))
      articles.append(makeArticle(plan, entry, column, first..<sections.count))
    }
    return articles
  }

  private func columnName(_ entry: PrintedEntry) -> String? {
    entry.column.map { line in
      let name = cleanTitle(draft, [draft.tokens[line].text], like: nil)
      guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last,
        first.value.isOpening, last.value.isClosing
      else { return name }
      return String(name.dropFirst().dropLast())
    }
  }

  private func makeArticle(
    _ plan: ArticlePlan, _ entry: PrintedEntry?, _ column: String?, _ sections: Range<Int>
  ) -> Article {
    let lines = plan.start..<max(plan.start, plan.end)
    let number = lines.first { draft.role($0) == .documentNumber }
    let adopted = lines.filter { draft.role($0) == .adoption }
    return Article(
      lines: lines, titleLine: plan.title.lowerBound,
      title: cleanTitle(draft, plan.title.map { draft.tokens[$0].text }, like: entry?.title),
      column: column, page: entry?.page.map(Int.init),
      documentNumber: number.map { withoutBrackets(draft.string($0)) },
      adoption: adopted.isEmpty
        ? nil : withoutBrackets(adopted.map { draft.string($0) }.joined(separator: " ")),
      source: source(lines),
      editorNote: plan.note.map {
        EditorNote(line: $0, lines: $0..<max($0 + 1, plan.title.lowerBound))
      },
      sections: sections)
  }

  /// The last source that an article names, on a line of its own or behind a paragraph.
  private func source(_ lines: Range<Int>) -> String? {
    for line in lines.reversed() {
      switch draft.role(line) {
      case .source: return draft.sourceText(line).map { draft.bytes.span.string($0) }
      case .title: return nil
      case .paragraph, .continuation, .remark, .item, .clause:
        if let range = draft.trailingSource(line) { return draft.bytes.span.string(range) }
      default: break
      }
    }
    return nil
  }

  private func withoutBrackets(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first.value.folded == 0x28,
      let last = text.unicodeScalars.last, last.value.folded == 0x29
    else { return text }
    return String(text.unicodeScalars.dropFirst().dropLast())
  }

  /// Appends the sections among the lines; each ends where one of its depth or above begins.
  private mutating func addSections(_ lines: Range<Int>) {
    var open: [Int] = []
    for line in lines where draft.role(line).isSection {
      let node = draft.roles[line]
      while let last = open.last, sections[last].depth >= Int(node.depth) {
        sections[last].end = line
        open.removeLast()
      }
      open.append(sections.count)
      sections.append(
        Section(
          line: line, end: lines.upperBound, role: node.role,
          number: node.number < 0 ? nil : Int(node.number), minor: Int(node.minor),
          depth: Int(node.depth)))
    }
  }
}
