internal import BulletinCore

/// From places to ranges of normalised scalars.
extension PresentText {
  /// The range that a place names, as anchors take it: a whole clause begins behind its label.
  public func range(of place: Place) throws(PlaceError) -> Range<Int> {
    let range =
      switch place {
      case .line(let line): range(of: try unit(onLine: line))
      case .sentence(let line, let column): try sentence(line, column)
      case .range(let line, let column, let endLine, let endColumn):
        textRange(try byte(line, column)..<(try byte(endLine, endColumn)))
      case .title(let article): try title(article)
      case .clause(let article, let number, let minor, let copy):
        try clause(article, number, minor, copy)
      }
    guard !range.isEmpty else { throw .empty }
    return range
  }

  // MARK: Lines

  /// The index in `source.lines` of a line of the file, counted from 1; nil where it has no text.
  func index(ofLine number: Int) -> Int? {
    let lines = bulletin.source.lines
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lines[middle].number) < number { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && Int(lines[low].number) == number ? low : nil
  }

  private func unit(onLine number: Int) throws(PlaceError) -> TextUnit {
    guard let index = index(ofLine: number), bulletin.roles[index].role != .comment else {
      throw .noTextUnit(line: number)
    }
    return bulletin.unit(holding: index)
  }

  /// The byte offset of a column; the one behind the last scalar counts.
  private func byte(_ line: Int, _ column: Int) throws(PlaceError) -> Int {
    guard let index = index(ofLine: line) else {
      // A range may begin or end at the first column of a line without text.
      guard column == 1, line <= bulletin.source.lineCount + 1 else {
        throw .noTextUnit(line: line)
      }
      let next = bulletin.source.lines.first { Int($0.number) > line }
      return next.map { Int($0.start) } ?? bulletin.source.bytes.count
    }
    let bytes = bulletin.source.lines[index].bytes
    var offset = bytes.lowerBound
    var passed = 1
    while passed < column {
      guard offset < bytes.upperBound else { throw .noColumn(line: line, column: column) }
      offset += 1
      while offset < bytes.upperBound, bulletin.source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      passed += 1
    }
    return offset
  }

  /// From the first to the last scalar of text in a range of bytes: marks at the ends that belong
  /// to no text, such as those of lists, are left out.
  private func textRange(_ bytes: Range<Int>) -> Range<Int> {
    let lines = bulletin.source.lines
    let touched = lines.indices(touching: bytes)
    func offsets(_ line: Int) -> [Int] {
      guard bulletin.roles[line].role != .comment else { return [] }
      return bulletin.text(of: bulletin.unit(holding: line)).offsets.map { Int($0) }
        .filter(bytes.contains)
    }
    let first = touched.lazy.compactMap { offsets($0).first }.first
    let last = touched.reversed().lazy.compactMap { offsets($0).last }.first
    guard let first, let last else { return range(ofBytes: bytes.lowerBound..<bytes.lowerBound) }
    return range(ofBytes: first..<last + 1)
  }

  // MARK: Sentences

  private func sentence(_ line: Int, _ column: Int) throws(PlaceError) -> Range<Int> {
    let unit = try unit(onLine: line)
    let byte = try byte(line, column)
    let text = bulletin.text(of: unit)
    guard !text.scalars.isEmpty else { throw .empty }
    let at = text.offsets.lastIndex { Int($0) <= byte } ?? 0
    return sentence(at, in: text)
  }

  /// The sentence that holds a scalar of a unit; its label is no part of the first.
  private func sentence(_ index: Int, in text: UnitText) -> Range<Int> {
    func ends(before place: Int) -> Bool {
      var last = place - 1
      guard last >= 0, !isTail(text.scalars[place]) else { return false }
      while last > 0, isClosing(text.scalars[last]) || text.scalars[last] == " " { last -= 1 }
      return isSentenceEnd(text.scalars[last])
    }
    let first = index < text.labelCount ? 0 : min(text.labelCount, index)
    var start = index
    while start > first, !ends(before: start) { start -= 1 }
    var end = index + 1
    while end < text.scalars.count, !ends(before: end) { end += 1 }
    let last = end - 1
    return range(ofBytes: Int(text.offsets[start])..<Int(text.offsets[last]) + 1)
  }

  // MARK: Articles and clauses

  private func article(_ number: Int) throws(PlaceError) -> Article {
    guard bulletin.articles.indices.contains(number - 1) else {
      throw .noArticle(number, count: bulletin.articles.count)
    }
    return bulletin.articles[number - 1]
  }

  /// The title with the lines that go on with it.
  private func title(_ number: Int) throws(PlaceError) -> Range<Int> {
    let article = try article(number)
    guard bulletin.roles.indices.contains(article.titleLine) else { throw .empty }
    let first = range(of: bulletin.unit(holding: article.titleLine))
    var end = first.upperBound
    var line = article.titleLine + 1
    while line < article.lines.upperBound, bulletin.roles[line].role.goesOnWithTitle {
      end = max(end, range(of: bulletin.unit(holding: line)).upperBound)
      line += 1
    }
    return first.lowerBound..<end
  }

  private func clause(_ number: Int, _ clause: Int, _ minor: Int, _ copy: Int) throws(PlaceError)
    -> Range<Int>
  {
    let article = try article(number)
    let found = bulletin.sections[article.sections].filter {
      $0.role == .clause && $0.number == clause && $0.minor == minor
    }
    guard found.count >= copy else {
      throw .noClause(article: number, number: clause, minor: minor, copy: copy)
    }
    return range(ofWhole: found[copy - 1])
  }
}

extension [SourceLine] {
  /// The lines of which a range of bytes holds something.
  fileprivate func indices(touching bytes: Range<Int>) -> Range<Int> {
    let first = firstIndex { $0.bytes.upperBound > bytes.lowerBound } ?? count
    let end = self[first...].firstIndex { $0.bytes.lowerBound >= bytes.upperBound } ?? count
    return first..<end
  }
}

extension LineRole {
  fileprivate var goesOnWithTitle: Bool { self == .subtitle || self == .continuation }
}

/// 。！？； and their half-width forms but the full stop, which may be a decimal point.
private func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "。", "！", "？", "；", "!", "?", ";", "｡": true
  default: false
  }
}

/// Marks that close behind a sentence.
private func isClosing(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "”", "’", "』", "」", "）", ")", "】", "］", "]": true
  default: false
  }
}

/// What belongs to the sentence before it.
private func isTail(_ scalar: Unicode.Scalar) -> Bool {
  isSentenceEnd(scalar) || isClosing(scalar) || scalar == " "
}
