internal import BulletinCore
internal import BulletinScreen

/// Moving by rows, pages, characters, words, sentences and paragraphs.
extension ReaderState {
  /// Changes the text pane, its cursor in sight, and brings the contents after it.
  mutating func moveText(_ body: (inout TextPane) -> Bool) -> [Effect] {
    guard text != nil else { return [.bell] }
    text?.bringCursorIntoView()
    let moved = text.mutate(body) ?? false
    followText()
    return moved ? [] : [.bell]
  }

  /// Moves by rows in the pane with the focus.
  mutating func moveRows(_ count: Int) -> [Effect] {
    if scrollHelp(by: count) { return [] }
    switch panes.focus {
    case .contents: return contents.move(count) ? [] : [.bell]
    case .text: return moveText { $0.moveRows(count) }
    case .annotations: return annotationsPane.move(count) ? [] : [.bell]
    }
  }

  /// Moves by pages in the pane with the focus.
  mutating func movePages(_ count: Int) -> [Effect] { scroll { count * max(1, $0 - 2) } }

  /// Moves by half a page, or by as many rows as a count says, which then holds for the next times.
  mutating func scrollHalfPage(down: Bool, rows: Int?) -> [Effect] {
    if let rows, rows > 0 { memory.halfPage = rows }
    let kept = memory.halfPage
    return scroll { height in
      let rows = kept ?? max(1, height / 2)
      return down ? rows : -rows
    }
  }

  /// Moves in the pane with the focus by rows that its height gives.
  private mutating func scroll(_ rows: (_ height: Int) -> Int) -> [Effect] {
    if scrollHelp(by: rows(max(1, size.rows - 4))) { return [] }
    switch panes.focus {
    case .contents: return contents.move(rows(contents.height)) ? [] : [.bell]
    case .text: return moveText { $0.scroll(rows($0.viewport.height)) }
    case .annotations:
      return annotationsPane.scroll(rows(annotationsPane.page.rows)) ? [] : [.bell]
    }
  }

  /// Moves by characters, over the ends of rows and units.
  mutating func moveCharacters(_ count: Int) -> [Effect] {
    moveText { $0.move(abs(count)) { pane in pane.character(forward: count > 0) } }
  }

  /// Moves by words.
  mutating func moveWords(_ count: Int) -> [Effect] {
    moveText { $0.move(abs(count)) { pane in pane.word(forward: count > 0) } }
  }

  /// Moves by sentences.
  mutating func moveSentences(_ count: Int) -> [Effect] {
    moveText { $0.move(abs(count)) { pane in pane.sentence(forward: count > 0) } }
  }

  /// Moves by units.
  mutating func moveParagraphs(_ count: Int) -> [Effect] {
    moveText { $0.move(abs(count)) { pane in pane.paragraph(forward: count > 0) } }
  }

  /// Moves to the first character of the row.
  mutating func goToRowStart() -> [Effect] {
    moveText { pane in
      let row = pane.layout.row(at: pane.cursorRow())
      pane.cursor.position.offset = row.range.lowerBound
      pane.cursor.goal = nil
      return true
    }
  }

  /// Moves to the last character of the row, and keeps to the ends of rows.
  mutating func goToRowEnd() -> [Effect] {
    moveText { pane in
      pane.cursor.goal = TextCursor.rowEnd
      pane.land(on: pane.cursorRow())
      return true
    }
  }

  /// Moves the cursor's row to the middle of the pane, or a line of the file.
  mutating func centreRow(line: Int?) -> [Effect] {
    if let line, goToFileLine(line) == [.bell] { return [.bell] }
    return moveText { pane in
      pane.reveal(.middle)
      return true
    }
  }
}

extension TextPane {
  /// Moves the cursor so many steps, as far as there are any.
  mutating func move(_ count: Int, _ step: (inout TextPane) -> TextPosition?) -> Bool {
    var moved = false
    for _ in 0..<count {
      guard let next = step(&self) else { break }
      cursor = TextCursor(position: next)
      moved = true
    }
    if moved { reveal() }
    return moved
  }

  /// The next or previous character that takes room.
  mutating func character(forward: Bool) -> TextPosition? {
    let line = cursor.position.line
    let scalars = layout.text(of: line).scalars
    var offset = cursor.position.offset + (forward ? 1 : -1)
    while scalars.indices.contains(offset) {
      if layout.takesRoom(scalars[offset]) || offset == 0 {
        return TextPosition(line: line, offset: offset)
      }
      offset += forward ? 1 : -1
    }
    return forward ? startOfNextUnit() : endOfPreviousUnit()
  }

  private mutating func startOfNextUnit() -> TextPosition? {
    layout.bulletin.unit(after: cursor.position.line).map {
      TextPosition(line: $0.line, offset: 0)
    }
  }

  private mutating func endOfPreviousUnit() -> TextPosition? {
    layout.bulletin.lineOfUnit(before: cursor.position.line).map { line in
      let scalars = layout.text(of: line).scalars
      let last = scalars.lastIndex { layout.takesRoom($0) }
      return TextPosition(line: line, offset: last ?? 0)
    }
  }

  /// The start of the next or previous unit; backward first that of the unit one is in.
  mutating func paragraph(forward: Bool) -> TextPosition? {
    if forward { return startOfNextUnit() }
    let position = cursor.position
    if position.offset > 0 { return TextPosition(line: position.line, offset: 0) }
    return layout.bulletin.lineOfUnit(before: position.line).map {
      TextPosition(line: $0, offset: 0)
    }
  }

  /// The start of the next or previous word; a unit's start is one.
  mutating func word(forward: Bool) -> TextPosition? {
    boundary(forward: forward) { scalars, index in
      let kind = WordKind(scalars[index])
      return kind != .blank && kind != .punctuation && WordKind(scalars[index - 1]) != kind
    }
  }

  /// The start of the next or previous sentence; a unit's start is one.
  mutating func sentence(forward: Bool) -> TextPosition? {
    boundary(forward: forward, beginsSentence)
  }

  /// The sentence around a character of a unit, its closing marks included.
  mutating func sentence(at position: TextPosition) -> Range<Int> {
    let scalars = layout.text(of: position.line).scalars
    guard !scalars.isEmpty else { return 0..<0 }
    var start = min(position.offset, scalars.count - 1)
    while start > 0, !beginsSentence(scalars, start) { start -= 1 }
    var end = start + 1
    while end < scalars.count, !beginsSentence(scalars, end) { end += 1 }
    while end > start + 1, WordKind(scalars[end - 1]) == .blank { end -= 1 }
    return start..<end
  }

  /// The next or previous place where something begins, over the ends of units.
  private mutating func boundary(
    forward: Bool, _ begins: ([Unicode.Scalar], Int) -> Bool
  ) -> TextPosition? {
    let position = cursor.position
    let scalars = layout.text(of: position.line).scalars
    if forward {
      var index = position.offset + 1
      while index < scalars.count {
        if begins(scalars, index) { return TextPosition(line: position.line, offset: index) }
        index += 1
      }
      return startOfNextUnit()
    }
    guard position.offset > 0 else {
      guard let line = layout.bulletin.lineOfUnit(before: position.line) else { return nil }
      let scalars = layout.text(of: line).scalars
      return start(before: scalars.count, in: scalars, line: line, begins)
    }
    return start(before: position.offset, in: scalars, line: position.line, begins)
  }

  private func start(
    before end: Int, in scalars: [Unicode.Scalar], line: Int,
    _ begins: ([Unicode.Scalar], Int) -> Bool
  ) -> TextPosition {
    var index = min(end, scalars.count) - 1
    while index > 0, !begins(scalars, index) { index -= 1 }
    return TextPosition(line: line, offset: max(0, index))
  }
}

/// Whether a sentence begins at a character that is not the unit's first.
private func beginsSentence(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
  guard !isSentenceTail(scalars[index]) else { return false }
  var before = index - 1
  while before > 0, isClosing(scalars[before]) || scalars[before] == " " { before -= 1 }
  return isSentenceEnd(scalars[before])
}

/// Marks that end a sentence; the half-width full stop may be a decimal point and does not.
private func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "。", "！", "？", "；", "!", "?", ";": true
  default: false
  }
}

/// Closing quotation marks and brackets, which belong to the sentence before them.
private func isClosing(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "”", "’", "」", "』", "）", ")", "》", "】": true
  default: false
  }
}

/// What cannot begin a sentence.
private func isSentenceTail(_ scalar: Unicode.Scalar) -> Bool {
  isSentenceEnd(scalar) || isClosing(scalar) || scalar == " "
}
