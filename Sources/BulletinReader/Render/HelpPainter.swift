internal import BulletinScreen

extension Canvas {
  /// Paints the table of keys over the panes, in two columns where there is room.
  /// - Returns: the rows of the table above the first one that shows.
  mutating func paintHelp(_ help: HelpState, _ keymap: Keymap, in body: Rect) -> Int {
    clear(body, .help)
    let table = HelpTable(keymap, filter: help.filter, language)
    let heading = Text(zh: "帮助 · 按键一览", en: "Help · the table of keys")(language)
    let head = body.inset(left: 2, right: 2).rowRect(0)
    put(heading, in: head, .paneHeadingFocused)
    let rest = body.inset(left: 2, top: 2, right: 2)
    guard !rest.isEmpty else { return 0 }
    painter.cursor = Point(column: rest.column, row: rest.row)
    if table.lines.isEmpty {
      put(Text(zh: "没有符合的按键", en: "Nothing fits")(language), in: rest.rowRect(0), .dim)
    }
    let isWide = rest.columns >= 104
    let first = isWide ? table.firstColumn : table.lines.count
    let height = max(first, table.lines.count - first)
    let top = min(help.scrolled, max(0, height - rest.rows))
    let width = isWide ? (rest.columns - 4) / 2 : rest.columns
    paint(table.lines.prefix(first).dropFirst(top), in: rest, columns: width)
    paint(
      table.lines.dropFirst(first).dropFirst(top), in: rest.inset(left: width + 4), columns: width)
    if height > rest.rows {
      let percent = min(100, (top + rest.rows) * 100 / height)
      putRight("\(percent)%", in: head, .paneHeading)
    }
    return top
  }

  private mutating func paint(_ lines: ArraySlice<HelpLine>, in rect: Rect, columns: Int) {
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      var row = rect.rowRect(index)
      row.columns = min(row.columns, columns)
      guard line.heading.isEmpty else {
        put(line.heading, in: row, .helpGroup)
        continue
      }
      let keyColumn = min(24, row.columns / 2)
      put(fittingKeys(line.keys, keyColumn - 2), in: row, .helpKey)
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
