internal import BulletinCore

/// References: finding them, and following the one under the cursor.
extension ReaderState {
  /// Goes so many references on (back, if negative).
  mutating func goToReference(_ count: Int) -> [Effect] {
    guard var position = text?.cursor.position else { return [.bell] }
    var found: TextPosition?
    for _ in 0..<abs(count) {
      guard let next = text?.reference(from: position, forward: count > 0) else { break }
      found = next
      position = next
    }
    guard let found else {
      say(
        count > 0
          ? Text(zh: "后面没有引用了", en: "no further reference")
          : Text(zh: "前面没有引用了", en: "no earlier reference"))
      return [.bell]
    }
    jump(to: found)
    return []
  }

  /// Goes to what the reference under the cursor names, where this issue has it.
  mutating func followReference() -> [Effect] {
    guard let reference = text?.referenceUnderCursor() else {
      say(Text(zh: "光标处没有引用", en: "no reference under the cursor"))
      return [.bell]
    }
    switch reference.target {
    case .title(let title):
      guard let index = bulletin.article(titled: title) else { return notHere("《\(title)》") }
      return open(article: index)
    case .documentNumber(let number):
      guard let index = bulletin.article(numbered: number) else { return notHere(number) }
      return open(article: index)
    case .clause(let label, let document):
      return follow(label, of: document)
    }
  }

  private mutating func follow(_ label: ClauseLabel, of document: String?) -> [Effect] {
    let index = document.map { bulletin.article(titled: $0) } ?? article
    guard let index else { return notHere(document.map { "《\($0)》" } ?? "") }
    guard let line = bulletin.clause(label.number, minor: label.minor, inArticle: index) else {
      say(
        Text(zh: "没有第\(label.number)条", en: "there is no clause \(label.number)"), isError: true)
      return [.bell]
    }
    return jump(toLine: line)
  }

  private mutating func notHere(_ name: String) -> [Effect] {
    say(Text(zh: "本期没有 \(name)", en: "this issue does not have \(name)"))
    return [.bell]
  }
}

extension TextPane {
  /// The reference that the cursor stands in; what stands far from the cursor is not looked at.
  mutating func referenceUnderCursor() -> Reference? {
    let text = layout.text(of: cursor.position.line)
    let offset = cursor.position.offset
    let start = max(text.labelCount, offset - 400)
    guard offset >= start, offset < text.scalars.count else { return nil }
    let window = Array(text.scalars[start..<min(text.scalars.count, offset + 400)])
    return Reference.all(in: window, from: 0).first { $0.range.contains(offset - start) }?
      .shifted(by: start)
  }

  /// The next or previous reference's first character.
  mutating func reference(from position: TextPosition, forward: Bool) -> TextPosition? {
    if let found = reference(inUnitOf: position, forward: forward) { return found }
    var line = position.line
    while let unit = forward
      ? layout.bulletin.unit(after: line)?.line : layout.bulletin.lineOfUnit(before: line)
    {
      line = unit
      guard layout.bulletin.mayRefer(unit) else { continue }
      let edge = TextPosition(line: unit, offset: forward ? -1 : .max)
      if let found = reference(inUnitOf: edge, forward: forward) { return found }
    }
    return nil
  }

  /// Looks in one unit, a window at a time, so that the length of the unit does not count.
  private mutating func reference(
    inUnitOf position: TextPosition, forward: Bool
  ) -> TextPosition? {
    let text = layout.text(of: position.line)
    let window = 4_096
    // A clause may follow the document it belongs to; windows overlap by the longest reference.
    let overlap = 160
    var edge = min(max(position.offset, text.labelCount - 1), text.scalars.count)
    while forward ? edge < text.scalars.count - 1 : edge > text.labelCount {
      let start = max(text.labelCount, forward ? edge + 1 - overlap : edge - window)
      let end = min(text.scalars.count, forward ? edge + window : edge + overlap)
      guard start < end else { return nil }
      let starts = Reference.all(in: Array(text.scalars[start..<end]), from: 0)
        .map { $0.range.lowerBound + start }
      let found =
        forward
        ? starts.first { $0 > position.offset } : starts.last { $0 < position.offset }
      if let found { return TextPosition(line: position.line, offset: found) }
      edge = forward ? max(edge + 1, end - overlap) : start
    }
    return nil
  }
}

extension Bulletin {
  /// Whether a unit's bytes have a sign that references need, so that others are not read at all.
  func mayRefer(_ line: Int) -> Bool {
    let bytes = source.bytes.span
    for piece in unit(holding: line).pieces {
      let range = source.lines[piece].bytes
      var index = range.lowerBound
      while index + 2 < range.upperBound {
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE3, 0x80, 0x8A), (0xE7, 0xAC, 0xAC), (0xE3, 0x80, 0x94): return true  // 《 第 〔
        default: index += 1
        }
      }
    }
    return false
  }

  /// The article of a title, brackets and blanks not counted; one that has it in its title, else.
  func article(titled title: String) -> Int? {
    let wanted = Self.bare(title)
    guard !wanted.isEmpty else { return nil }
    let titles = articles.map { Self.bare($0.title) }
    return titles.firstIndex(of: wanted) ?? titles.firstIndex { $0.contains(wanted) }
  }

  /// The article of a document number.
  func article(numbered number: String) -> Int? {
    let wanted = Self.bare(number)
    return articles.firstIndex { article in
      guard let own = article.documentNumber.map(Self.bare), !own.isEmpty else { return false }
      return wanted == own || wanted.hasSuffix(own)
    }
  }

  /// A name without brackets, quotation marks and blanks.
  private static func bare(_ name: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch WordKind(scalar) {
      case .blank, .punctuation: continue
      case .latin, .other: view.append(scalar)
      }
    }
    return String(view)
  }
}
