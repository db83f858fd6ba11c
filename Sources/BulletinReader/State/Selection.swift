internal import BulletinCore

/// What is selected in the text: from where it was begun to the cursor.
struct Selection: Equatable, Sendable {
  /// The end that stays.
  var anchor: TextPosition
  /// Whether whole units are selected.
  var byUnit: Bool

  /// The first and the last character selected, the cursor being the other end.
  func ends(_ cursor: TextPosition) -> (first: TextPosition, last: TextPosition) {
    (min(anchor, cursor), max(anchor, cursor))
  }
}

extension ReaderState {
  /// What is selected, also while a line is typed over it.
  var selection: Selection? {
    switch mode {
    case .visual(let selection), .prompt(_, below: .visual(let selection)): selection
    case .help(let help), .prompt(_, below: .help(let help)): help.selection
    case .normal, .prompt, .note: nil
    }
  }

  /// The bytes of the source that are selected; nothing without a selection.
  mutating func selectedBytes() -> Range<Int>? {
    guard let selection, let cursor = text?.cursor.position else { return nil }
    let (first, last) = selection.ends(cursor)
    return text.mutate { pane in
      selection.byUnit
        ? pane.bytes(ofUnits: first.line, through: last.line)
        : pane.bytes(from: first, through: last)
    } ?? nil
  }

  /// The characters of a unit that are selected, as offsets in its text.
  mutating func selectedRange(in line: Int) -> Range<Int>? {
    guard let selection, let cursor = text?.cursor.position else { return nil }
    let (first, last) = selection.ends(cursor)
    guard (first.line...last.line).contains(line),
      let count = text.mutate({ $0.layout.text(of: line).scalars.count })
    else { return nil }
    let isWhole = selection.byUnit
    let start = !isWhole && line == first.line ? first.offset : 0
    let end = !isWhole && line == last.line ? last.offset + 1 : count
    return min(start, count)..<max(min(start, count), min(end, count))
  }
}

extension TextPane {
  /// The bytes of the source from one character to another, both taken; nothing where there is no
  /// text between them.
  mutating func bytes(from first: TextPosition, through last: TextPosition) -> Range<Int>? {
    let head = layout.text(of: first.line)
    guard let start = head.offsets.dropFirst(first.offset).first else { return nil }
    let tail = layout.text(of: last.line)
    guard let end = tail.offsets.prefix(last.offset + 1).last else { return nil }
    let behind = layout.bulletin.source.endOfScalar(at: Int(end))
    return Int(start) < behind ? Int(start)..<behind : nil
  }

  /// The bytes of units from the one that begins on a line through another, blanks at the ends left
  /// out.
  mutating func bytes(ofUnits first: Int, through last: Int) -> Range<Int>? {
    let head = layout.text(of: first)
    let tail = layout.text(of: last)
    guard let start = head.scalars.firstIndex(where: { WordKind($0) != .blank }),
      let end = tail.scalars.lastIndex(where: { WordKind($0) != .blank })
    else { return nil }
    return bytes(
      from: TextPosition(line: first, offset: start), through: TextPosition(line: last, offset: end)
    )
  }
}

extension SourceText {
  /// The byte behind the scalar that begins at a byte.
  fileprivate func endOfScalar(at byte: Int) -> Int {
    var end = byte + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
