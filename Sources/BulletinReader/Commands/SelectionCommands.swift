internal import BulletinCore

/// Selecting in the text.
extension ReaderState {
  /// Begins to select, changes the way of it, or stops.
  mutating func select(byUnit: Bool) -> [Effect] {
    guard let cursor = text?.cursor.position else { return [.bell] }
    panes.focus(.text)
    switch mode {
    case .visual(let selection) where selection.byUnit == byUnit: mode = .normal
    case .visual(let selection):
      mode = .visual(Selection(anchor: selection.anchor, byUnit: byUnit))
    default: mode = .visual(Selection(anchor: cursor, byUnit: byUnit))
    }
    arrange()
    return []
  }

  /// Goes to the end of the selection that was left.
  mutating func swapSelectionEnds() -> [Effect] {
    guard case .visual(let selection) = mode, let cursor = text?.cursor.position else {
      return [.bell]
    }
    mode = .visual(Selection(anchor: cursor, byUnit: selection.byUnit))
    return moveText { pane in
      pane.go(to: selection.anchor)
      return true
    }
  }

  /// Selects from one character to another.
  private mutating func select(
    from first: TextPosition, to last: TextPosition, byUnit: Bool = false
  ) -> [Effect] {
    mode = .visual(Selection(anchor: first, byUnit: byUnit))
    return moveText { pane in
      pane.go(to: last)
      return true
    }
  }

  private mutating func selectUnits(_ first: Int, through last: Int) -> [Effect] {
    let count = text.mutate { $0.layout.text(of: last).scalars.count } ?? 0
    return select(
      from: TextPosition(line: first, offset: 0),
      to: TextPosition(line: last, offset: max(0, count - 1)), byUnit: true)
  }

  /// Selects the clause that holds the cursor, with its items.
  mutating func selectClause() -> [Effect] {
    guard let line = text?.cursor.position.line else { return [.bell] }
    var section = contents.outline.section(holding: line)
    while let index = section {
      let found = bulletin.sections[index]
      if found.role == .clause {
        return selectUnits(
          found.line, through: bulletin.unit(holding: bulletin.lastLine(of: found)).line)
      }
      section = contents.outline.parent(of: index)
    }
    say(Text(zh: "光标不在条款中", en: "the cursor is in no clause"))
    return [.bell]
  }

  /// Selects the article that holds the cursor, its editor's note included.
  mutating func selectArticle() -> [Effect] {
    guard let index = article else {
      say(Text(zh: "光标不在文章中", en: "the cursor is in no article"))
      return [.bell]
    }
    let lines = bulletin.articles[index].lines
    guard let first = bulletin.lineOfUnit(holding: lines.lowerBound),
      let last = bulletin.lineOfUnit(before: lines.upperBound)
    else { return [.bell] }
    return selectUnits(first, through: last)
  }

  /// Selects the unit that holds the cursor.
  mutating func selectParagraph() -> [Effect] {
    guard let line = text?.cursor.position.line else { return [.bell] }
    return selectUnits(line, through: line)
  }

  /// Selects the sentence that holds the cursor, its closing mark included.
  mutating func selectSentence() -> [Effect] {
    guard let cursor = text?.cursor.position, let range = text.mutate({ $0.sentence(at: cursor) })
    else { return [.bell] }
    return select(
      from: TextPosition(line: cursor.line, offset: range.lowerBound),
      to: TextPosition(line: cursor.line, offset: max(range.lowerBound, range.upperBound - 1)))
  }

  /// Selects what the innermost marks of quotation around the cursor hold.
  mutating func selectQuotation() -> [Effect] {
    guard let cursor = text?.cursor.position,
      let range = text.mutate({
        quotation(in: $0.layout.text(of: cursor.line).scalars, at: cursor.offset)
      })
        ?? nil, !range.isEmpty
    else {
      say(Text(zh: "光标处没有引号", en: "no quotation under the cursor"))
      return [.bell]
    }
    return select(
      from: TextPosition(line: cursor.line, offset: range.lowerBound),
      to: TextPosition(line: cursor.line, offset: range.upperBound - 1))
  }
}

/// Marks that hold a quotation (GB/T 15834), and titles.
private let quotationMarks: [Unicode.Scalar: Unicode.Scalar] = [
  "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉",
]

/// What the innermost pair of marks around a character holds.
private func quotation(in scalars: [Unicode.Scalar], at offset: Int) -> Range<Int>? {
  var open: [(mark: Unicode.Scalar, at: Int)] = []
  var innermost: Range<Int>?
  for (index, scalar) in scalars.enumerated() {
    if let closing = quotationMarks[scalar] {
      open.append((closing, index))
    } else if let begun = open.lastIndex(where: { $0.mark == scalar }) {
      let range = open[begun].at + 1..<index
      open.removeSubrange(begun...)
      let holds = (range.lowerBound - 1...index).contains(offset)
      if holds, innermost.map({ $0.count > range.count }) ?? true { innermost = range }
    }
  }
  return innermost ?? straightQuotation(in: scalars, at: offset)
}

/// The same between straight marks, which do not tell which way they look: they count in pairs.
private func straightQuotation(in scalars: [Unicode.Scalar], at offset: Int) -> Range<Int>? {
  let marks = scalars.indices.filter { scalars[$0] == "\"" }
  for pair in stride(from: 0, to: marks.count - 1, by: 2)
  where (marks[pair]...marks[pair + 1]).contains(offset) {
    return marks[pair] + 1..<marks[pair + 1]
  }
  return nil
}
