internal import BulletinCore

/// Going to a place of the file, and leaving a trace of where one came from.
extension ReaderState {
  /// Goes to a position and keeps the place that is left in the jump list.
  mutating func jump(to position: TextPosition, landing: Landing = .near) {
    guard let from = text?.cursor.position else { return }
    if from != position { memory.jumps.leave(from) }
    text?.go(to: position, landing: landing)
    followText()
  }

  /// Goes to the start of the unit that holds a line.
  mutating func jump(toLine line: Int, landing: Landing = .beginning) -> [Effect] {
    guard let unit = bulletin.lineOfUnit(holding: line) else { return [.bell] }
    jump(to: TextPosition(line: unit, offset: 0), landing: landing)
    return []
  }

  /// Goes to the top of the pane with the focus, or to a line of the file.
  mutating func goToTop(line: Int?) -> [Effect] {
    if scrollHelp(by: -1_000_000) { return [] }
    if let line { return goToFileLine(line) }
    switch panes.focus {
    case .contents: contents.put(contents.first)
    case .annotations: annotationsPane.go(toCard: 0)
    case .text:
      guard let first = text?.layout.firstUnit else { return [.bell] }
      jump(to: TextPosition(line: first, offset: 0))
      text?.showTop()
    }
    return []
  }

  /// Goes to the end of the pane with the focus, or to a line of the file.
  mutating func goToBottom(line: Int?) -> [Effect] {
    if scrollHelp(by: 1_000_000) { return [] }
    if let line { return goToFileLine(line) }
    switch panes.focus {
    case .contents: contents.put(contents.last)
    case .annotations: annotationsPane.go(toCard: .max)
    case .text:
      guard let last = text?.layout.lastUnit, let row = text?.layout.lastTextRow(of: last),
        let start = text?.layout.row(at: row).range.lowerBound
      else { return [.bell] }
      jump(to: TextPosition(line: last, offset: start))
      text?.showBottom()
    }
    return []
  }

  /// Goes to a line of the file, counted from 1.
  mutating func goToFileLine(_ number: Int) -> [Effect] {
    guard let line = bulletin.lineIndex(ofNumber: number),
      let position = text?.position(
        of: Place.Spot(line: Int(bulletin.source.lines[line].number), byte: 0))
    else { return [.bell] }
    jump(to: position)
    return []
  }

  /// Goes to a percentage of the file; without a number the palette asks for it.
  mutating func goToPercent(_ percent: Int?) -> [Effect] {
    guard let percent else {
      return askNumber(for: .goToPercent, Text(zh: "先输入百分之几", en: "type the percentage first"))
    }
    let lines = bulletin.source.lines
    guard let first = lines.first, let last = lines.last else { return [.bell] }
    if percent >= 100 { return focusedOnText { $0.goToBottom(line: nil) } }
    let byte = Int(first.start) + (Int(last.end) - Int(first.start)) * percent / 100
    guard let line = bulletin.lineIndex(atByte: byte), let unit = bulletin.lineOfUnit(holding: line)
    else { return [.bell] }
    let spot = Place.Spot(line: Int(lines[line].number), byte: byte - Int(lines[line].start))
    jump(to: text?.position(of: spot) ?? TextPosition(line: unit, offset: 0))
    return []
  }

  /// Runs something as if the text had the focus.
  private mutating func focusedOnText(_ body: (inout ReaderState) -> [Effect]) -> [Effect] {
    let before = panes
    panes.focus(.text)
    defer { panes = before }
    return body(&self)
  }

  /// Goes to an article and shows it from its editor's note on.
  mutating func open(article index: Int) -> [Effect] {
    guard let from = text?.cursor.position else { return [.bell] }
    memory.jumps.leave(from)
    text?.open(bulletin.articles[index])
    followText()
    return []
  }
}

extension TextPane {
  /// Shows the file's first row at the top.
  mutating func showTop() {
    guard let first = layout.firstUnit else { return }
    viewport.setTop(layout.firstRow(of: first), in: &layout)
  }

  /// Shows the file's last row at the bottom.
  mutating func showBottom() {
    guard let last = layout.lastUnit else { return }
    viewport.show(layout.lastRow(of: last), at: viewport.height - 1, in: &layout)
  }
}
