internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the status line: mode, place, page to the left; hits, follow-ups,
  /// keys and percent to the right.
  mutating func paintStatusLine(_ state: inout ReaderState, _ row: Rect, typed: String) {
    clear(row, .status)
    let inner = row.inset(left: 1, right: 1)
    let percent = state.text.mutate { $0.percent() }.map { "\($0)%" } ?? ""
    var right = inner
    func take(_ cells: Int) { right = right.inset(right: cells + 2) }
    take(max(4, putRight(percent, in: right, .status)))
    if !typed.isEmpty { take(putRight(typed, in: right, .statusKeys)) }
    let isNarrow = inner.columns < 72
    for words in state.followUpWords(language, signs, isNarrow: isNarrow) {
      // What does not fit beside the place is left out, what matters less first.
      let taken = words.reduce(0) { $0 + cells($1.text) } + words.count - 1
      guard right.columns - taken >= (isNarrow ? 24 : 40) else { continue }
      take(putRight(words, in: right))
    }
    if let words = state.hitWords(isShort: isNarrow) {
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

  /// Paints words up to the right edge of a row, a blank between them.
  private mutating func putRight(_ words: [CardRow.Part], in row: Rect) -> Int {
    var right = row
    for word in words.reversed() {
      right = right.inset(right: putRight(word.text, in: right, word.role) + 1)
    }
    return row.columns - right.columns - 1
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
    case .visual(let selection):
      selection.byUnit
        ? Text(zh: "选段", en: "Select units")(language) : Text(zh: "选字", en: "Select")(language)
    case .note: Text(zh: "批注", en: "Note")(language)
    case .help: Text(zh: "帮助", en: "Help")(language)
    case .prompt(let prompt, _):
      switch prompt.purpose {
      case .search, .searchBackward: Text(zh: "查找", en: "Search")(language)
      case .command: Text(zh: "命令", en: "Command")(language)
      case .heading: Text(zh: "标题", en: "Heading")(language)
      case .filter: Text(zh: "筛选", en: "Filter")(language)
      case .tags: Text(zh: "标签", en: "Tags")(language)
      case .dueDate: Text(zh: "跟进", en: "Follow up")(language)
      case .assignee: Text(zh: "分派", en: "Assign")(language)
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

  /// `⚑ 3 逾期 1` and `待确认 1 失锚 1`, what matters more first; in a narrow window the open ones
  /// and what is to be reviewed stand in the title line.
  func followUpWords(
    _ language: Language, _ signs: LineSigns, isNarrow: Bool
  ) -> [[CardRow.Part]] {
    let tally = annotations.tally
    func part(_ count: Int, _ name: Text, _ role: StyleRole) -> CardRow.Part? {
      count > 0 ? CardRow.Part(text: "\(name(language)) \(count)", role: role) : nil
    }
    let flag = Text(zh: String(signs.flag), en: String(signs.flag))
    let groups = [
      [part(tally.unsaved, Text(zh: "未保存", en: "unsaved"), .statusOverdue)],
      [
        isNarrow ? nil : part(tally.pending, flag, .statusFollowUps),
        part(tally.overdue, Text(zh: "逾期", en: "overdue"), .statusOverdue),
      ],
      [
        part(tally.doubtful, Text(zh: "待确认", en: "to review"), .statusReview),
        part(tally.orphaned, Text(zh: "失锚", en: "orphaned"), .statusReview),
      ],
    ]
    return groups.prefix(isNarrow ? 2 : 3).map { $0.compactMap { $0 } }.filter { !$0.isEmpty }
  }

  /// `命中 3/17 “台账”`
  func hitWords(isShort: Bool) -> String? {
    guard let search, search.isShown else { return nil }
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
