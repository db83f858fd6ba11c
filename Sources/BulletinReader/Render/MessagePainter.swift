internal import BulletinScreen

extension Canvas {
  /// Paints the last line: what is typed, what may follow the keys so far, or a message.
  mutating func paintMessageLine(
    _ state: inout ReaderState, _ layout: PaneLayout, pending: PendingKeys?, _ keymap: Keymap?
  ) {
    let message = state.shownMessage
    if case .prompt(let prompt, _) = state.mode {
      var lowest = layout.statusLine.row - 1
      // Why the line below cannot be taken; the line itself stays.
      if let message {
        paint(message, downTo: lowest, layout)
        lowest -= rows(of: message, layout)
      }
      if message == nil, prompt.purpose == .heading, let headings = state.headings,
        headings.isComplete, headings.matches.isEmpty
      {
        let words = Text(zh: "没有符合的标题", en: "no heading fits")
        paint(Message(words: words(language)), downTo: lowest, layout)
      }
      paintCompletions(prompt, downTo: lowest, layout)
      paintPrompt(prompt, keymap ?? .empty, layout.messageLine)
    } else if let pending, !pending.followers.isEmpty || pending.awaiting != nil {
      return paintHints(pending, layout)
    } else if let message {
      paint(message, downTo: layout.messageLine.row, layout)
    }
    state.inputNotice.painted()
  }

  /// How many rows a message takes: more than one where the window is narrow.
  func rows(of message: Message, _ layout: PaneLayout) -> Int {
    let width = layout.messageLine.columns - 2
    guard cells(message.words) > width else { return 1 }
    var breaker = LineBreaker(
      Array(message.words.unicodeScalars), first: width, rest: width,
      ambiguousWide: painter.ambiguousWide)
    var rows = 0
    let most = max(1, layout.screen.rows - 2)
    while rows < most, breaker.next() != nil { rows += 1 }
    return rows
  }

  /// Paints a message in as many rows as it takes, of which `last` is the lowest; where there are not
  /// so many, its end is an ellipsis.
  private mutating func paint(_ message: Message, downTo last: Int, _ layout: PaneLayout) {
    let rows = rows(of: message, layout)
    let role: StyleRole = message.isError ? .messageError : .message
    let rect = Rect(
      column: 0, row: last - rows + 1, columns: layout.messageLine.columns, rows: rows)
    clear(rect, role)
    let inner = rect.inset(left: 1, right: 1)
    let scalars = Array(message.words.unicodeScalars)
    var breaker = LineBreaker(
      scalars, first: inner.columns, rest: inner.columns, ambiguousWide: painter.ambiguousWide)
    for row in 0..<rows {
      guard let broken = breaker.next() else { break }
      let end = row == rows - 1 ? scalars.count : broken.shown.upperBound
      let words = String(String.UnicodeScalarView(scalars[broken.shown.lowerBound..<end]))
      put(words, in: inner.rowRect(row), role)
    }
  }

  private mutating func paintPrompt(_ prompt: Prompt, _ keymap: Keymap, _ row: Rect) {
    clear(row, .prompt)
    let inner = row.inset(left: 1, right: 1)
    let sign = prompt.purpose.command.flatMap { keymap.sign(for: $0, in: .text) }
    let used = put(sign ?? prompt.purpose.label(language), in: inner, .promptLabel)
    let field = inner.inset(left: used)
    // A long line moves to the left so that the caret stays in sight.
    let caret = cells(prompt.beforeCaret)
    let hidden = max(0, caret - field.columns + 1)
    put(
      prompt.string, at: Point(column: field.column - hidden, row: field.row), in: field, .prompt)
    painter.cursor = Point(
      column: min(field.column + caret - hidden, max(row.column, row.endColumn - 1)), row: row.row)
  }

  /// Paints the words to choose from, the last of them in the row `lowest`.
  private mutating func paintCompletions(
    _ prompt: Prompt, downTo lowest: Int, _ layout: PaneLayout
  ) {
    let most = min(10, lowest - layout.titleLine.endRow)
    guard most > 0, !prompt.completions.isEmpty else { return }
    let chosen = prompt.chosen ?? 0
    let first = max(0, min(chosen - most / 2, prompt.completions.count - most))
    let shown = prompt.completions.dropFirst(first).prefix(most)
    let width = min(layout.screen.columns - 2, 72)
    let top = lowest + 1 - shown.count
    let names = shown.map { cells($0.word) }.max() ?? 0
    for (index, completion) in shown.enumerated() {
      let row = Rect(column: 1, row: top + index, columns: width, rows: 1)
      let isChosen = prompt.chosen == first + index
      let role: StyleRole = isChosen ? .promptCompletionCurrent : .promptCompletion
      clear(row, role)
      let inner = row.inset(left: 1, right: 1)
      let help = completion.help(language)
      let column = help.isEmpty ? inner.columns : min(names, inner.columns * 2 / 3) + 2
      put(completion.word, in: inner.inset(right: max(0, inner.columns - column + 2)), role)
      if column + 6 < inner.columns { put(help, in: inner, from: column, role) }
    }
  }

  /// Paints what may follow the keys typed, in as many rows as that takes.
  private mutating func paintHints(_ pending: PendingKeys, _ layout: PaneLayout) {
    var items = pending.followers.map { (key: $0.keys, hint: $0.hint(language)) }
    if let command = pending.awaiting {
      let any = Text(zh: "任一字符", en: "any character")(language)
      items.insert((key: any, hint: command.entry.hint(language)), at: 0)
    }
    let head = Text(zh: "\(pending.typed) 之后：", en: "\(pending.typed) then: ")(language)
    let width = layout.screen.columns - 2
    // Where there is little room the items go on below what is typed.
    let (indent, gap) = width < 48 ? (0, 2) : (min(cells(head), width / 3), 3)
    var rows: [[(column: Int, item: (key: String, hint: String))]] = [[]]
    var column = cells(head)
    for item in items {
      let taken = cells(item.key) + 1 + cells(item.hint)
      if column + taken > width, column > indent {
        rows.append([])
        column = indent
      }
      rows[rows.count - 1].append((column, item))
      column += taken + gap
    }
    let most = max(1, layout.screen.rows - 3)
    if rows.count > most {
      rows = Array(rows.prefix(most))
      rows[most - 1].removeLast()
      rows[most - 1].append((width - cells(signs.ellipsis), ("", signs.ellipsis)))
    }
    let top = layout.messageLine.row - rows.count + 1
    for (index, row) in rows.enumerated() {
      let line = Rect(column: 0, row: top + index, columns: layout.screen.columns, rows: 1)
      clear(line, .hint)
      let inner = line.inset(left: 1, right: 1)
      if index == 0 { put(head, in: inner, .hint) }
      for (column, item) in row {
        let used = item.key.isEmpty ? 0 : put(item.key, in: inner, from: column, .hintKey) + 1
        if column + used < inner.columns { put(item.hint, in: inner, from: column + used, .hint) }
      }
    }
  }
}

extension Prompt.Purpose {
  /// The command whose sign stands before the line, where the keymap has one: `/`, `:`.
  fileprivate var command: Command? {
    switch self {
    case .search: .search
    case .searchBackward: .searchBackward
    case .command: .palette
    case .heading, .filter, .tags, .dueDate, .assignee: nil
    }
  }

  /// What stands before the line, where no sign does.
  fileprivate func label(_ language: Language) -> String {
    switch self {
    case .search: Text(zh: "查找 ", en: "search ")(language)
    case .searchBackward: Text(zh: "向前查找 ", en: "search back ")(language)
    case .command: Text(zh: "命令 ", en: "command ")(language)
    case .heading: Text(zh: "标题 ", en: "heading ")(language)
    case .filter: Text(zh: "筛选 ", en: "filter ")(language)
    case .tags: Text(zh: "标签 ", en: "tags ")(language)
    case .dueDate: Text(zh: "到期 ", en: "due ")(language)
    case .assignee: Text(zh: "分派 @", en: "assign @")(language)
    }
  }
}
