internal import BulletinScreen

extension Canvas {
  /// Paints the table of keys over the panes, in two columns where there is room.
  /// - Returns: the rows of the table above the first one that shows.
  mutating func paintHelp(_ help: HelpState, _ keymap: Keymap, in body: Rect) -> Int {
    clear(body, .help)
    let table = HelpTable(keymap, filter: help.filter, language)
    let head = body.inset(left: 2, right: 2).rowRect(0)
    paintHelpHeading(in: head)
    let rest = body.inset(left: 2, top: 2, right: 2)
    guard !rest.isEmpty else { return 0 }
    painter.cursor = Point(column: rest.column, row: rest.row)
    if table.lines.isEmpty {
      put(Text(zh: "没有符合的按键", en: "Nothing fits")(language), in: rest.rowRect(0), .dim)
    }
    let isWide = rest.columns >= 104
    let first = isWide ? table.firstColumn : table.lines.count
    let width = isWide ? (rest.columns - 4) / 2 : rest.columns
    let left = rows(of: table.lines.prefix(first), width)
    let right = rows(of: table.lines.dropFirst(first), width)
    let height = max(left.count, right.count)
    let top = min(help.scrolled, max(0, height - rest.rows))
    paint(left.dropFirst(top), in: rest, columns: width)
    paint(right.dropFirst(top), in: rest.inset(left: width + 4), columns: width)
    if height > rest.rows {
      let percent = min(100, (top + rest.rows) * 100 / height)
      putRight("\(percent)%", in: head, .paneHeading)
    }
    return top
  }

  private mutating func paintHelpHeading(in head: Rect) {
    let heading = Text(zh: "帮助 · 按键一览", en: "Help · the table of keys")(language)
    let short = Text(zh: "帮助", en: "Help")(language)
    // To the right stands how far one has come.
    let isRoomy = cells(heading) + 6 <= head.columns
    put(isRoomy ? heading : short, in: head, .paneHeadingFocused)
  }

  /// Where what a command does begins.
  private func helpColumn(_ columns: Int) -> Int { min(24, columns / 2) }

  /// The lines broken into rows of the table: what a command does goes on in the next one, and begins
  /// there where its key takes more room than there is beside it.
  private func rows(of lines: ArraySlice<HelpLine>, _ columns: Int) -> [HelpLine] {
    let room = columns - helpColumn(columns)
    return lines.flatMap { line -> [HelpLine] in
      var line = line
      var rows: [HelpLine] = []
      if let key = line.keys.first, cells(key) > helpColumn(columns) - 2 {
        rows.append(HelpLine(keys: line.keys))
        line.keys = []
      }
      guard cells(line.help) > room, room > 1 else { return rows + [line] }
      let scalars = Array(line.help.unicodeScalars)
      var breaker = LineBreaker(
        scalars, first: room, rest: room, ambiguousWide: painter.ambiguousWide)
      while let broken = breaker.next() {
        let words = String(String.UnicodeScalarView(scalars[broken.shown]))
        rows.append(HelpLine(keys: line.keys, help: words))
        line.keys = []
      }
      return rows
    }
  }

  private mutating func paint(_ lines: ArraySlice<HelpLine>, in rect: Rect, columns: Int) {
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      var row = rect.rowRect(index)
      row.columns = min(row.columns, columns)
      guard line.heading.isEmpty else {
        put(line.heading, in: row, .helpGroup)
        continue
      }
      let keyColumn = helpColumn(columns)
      let room = line.help.isEmpty ? columns : keyColumn - 2
      put(fittingKeys(line.keys, room), in: row, .helpKey)
      put(line.help, in: row, from: keyColumn, .help)
    }
  }

  /// As many whole keys as fit, the first one always.
  private func fittingKeys(_ keys: [String], _ room: Int) -> String {
    var fitting = keys.first ?? ""
    for key in keys.dropFirst() where cells(fitting) + 1 + cells(key) <= room {
      fitting += " \(key)"
    }
    return fitted(fitting, room)
  }
}
