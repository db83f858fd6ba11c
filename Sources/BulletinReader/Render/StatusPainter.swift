internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the status line: mode, place, page to the left; hits, keys and percent to the right.
  mutating func paintStatusLine(_ state: inout ReaderState, _ row: Rect, typed: String) {
    clear(row, .status)
    let inner = row.inset(left: 1, right: 1)
    let percent = state.text.mutate { $0.percent() }.map { "\($0)%" } ?? ""
    var right = inner
    func take(_ cells: Int) { right = right.inset(right: cells + 2) }
    take(max(4, putRight(percent, in: right, .status)))
    if !typed.isEmpty { take(putRight(typed, in: right, .statusKeys)) }
    let words = state.hitWords(isShort: inner.columns < 72)
    if let words {
      take(putRight(fitted(words, max(0, inner.columns / 2)), in: right, .statusHits))
    }

    var left = right
    if inner.columns >= 40 {
      let used = put(state.modeName(language), in: left, .statusMode)
      left = left.inset(left: used + 2)
    }
    let page = state.page.map { Text(zh: "第\($0)页", en: "p. \($0)")(language) }
    let pageCells = page.map { cells($0) + 2 } ?? 0
    let path = fittingPath(state, left.columns - pageCells)
    let used = put(path, in: left, .status)
    if let page, left.columns > used + 2 {
      put(page, in: left, from: used == 0 ? 0 : used + 2, .status)
    }
  }

  /// The place as `article › chapter › clause`, what stands outside left out until it fits.
  private func fittingPath(_ state: ReaderState, _ room: Int) -> String {
    var parts = state.placeNames(language)
    let step = " \(signs.step) "
    while parts.count > 1 {
      let tail = parts.dropFirst().joined(separator: step)
      let left = room - cells(tail) - cells(step)
      // An article's name cut to a few characters says less than none.
      if left >= min(cells(parts[0]), 16) { return fitted(parts[0], left) + step + tail }
      parts.removeFirst()
    }
    return fitted(parts.first ?? "", room)
  }
}

extension ReaderState {
  /// The name of the mode.
  func modeName(_ language: Language) -> String {
    switch mode {
    case .normal: Text(zh: "普通", en: "Normal")(language)
    case .help: Text(zh: "帮助", en: "Help")(language)
    case .prompt(let prompt, _):
      switch prompt.purpose {
      case .search, .searchBackward: Text(zh: "查找", en: "Search")(language)
      case .command: Text(zh: "命令", en: "Command")(language)
      case .filter: Text(zh: "筛选", en: "Filter")(language)
      }
    }
  }

  /// The article and the sections around the cursor, from outside in.
  func placeNames(_ language: Language) -> [String] {
    guard let node = contents.current else { return [] }
    return contents.outline.path(of: node).reversed().map { node in
      switch node {
      case .section(let index):
        let section = bulletin.sections[index]
        let label = bulletin.label(of: section)
        let isNamed = section.role == .clause || section.role == .chapter || section.role == .part
        guard !isNamed || label.isEmpty else { return label }
        return label + bulletin.shortTitle(of: section)
      case .front, .back, .column, .article:
        return OutlineText(node, in: bulletin, language).title
      }
    }
  }

  /// The page on which the article begins, as printed.
  var page: Int? { article.flatMap { bulletin.articles[$0].page } }

  /// `命中 3/17 “台账”`
  func hitWords(isShort: Bool) -> String? {
    guard let search else { return nil }
    let number = search.current.flatMap { search.hits.number(of: $0) }.map(String.init) ?? "?"
    let total = "\(search.hits.total)\(search.hits.isComplete ? "" : "+")"
    let count = search.current == nil ? total : "\(number)/\(total)"
    if isShort { return count }
    return Text(
      zh: "命中 \(count) “\(search.pattern.words)”", en: "hit \(count) “\(search.pattern.words)”")(
        setup.language)
  }
}

extension Bulletin {
  /// A heading cut to what a status line can hold.
  fileprivate func shortTitle(of section: Section) -> String {
    let title = title(of: section)
    guard title.unicodeScalars.count > 16 else { return title }
    return String(title.unicodeScalars.prefix(15)) + "…"
  }
}
