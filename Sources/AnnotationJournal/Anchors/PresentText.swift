public import BulletinCore

/// A bulletin as it is now, with its normalised text: what places are looked up in and anchors are
/// made in. Ranges are normalised scalars unless they say otherwise.
public struct PresentText: Sendable {
  /// The reading.
  public let bulletin: Bulletin
  /// The text that anchors count in.
  public let normalized: NormalizedText
  /// The index of the section around each section; -1 for the outermost.
  private let parents: [Int]

  /// Normalises the text of a bulletin that was read.
  public init(_ bulletin: Bulletin) {
    self.bulletin = bulletin
    normalized = NormalizedText(bulletin.source)
    var parents: [Int] = []
    var open: [Int] = []
    for (index, section) in bulletin.sections.enumerated() {
      while let last = open.last, bulletin.sections[last].end <= section.line { open.removeLast() }
      parents.append(open.last ?? -1)
      open.append(index)
    }
    self.parents = parents
  }

  /// Which state of the text this is.
  public var edition: Edition { normalized.edition }

  // MARK: Ranges of units, clauses and bytes

  /// A unit from its label on to its end; what stands between its halves is in it.
  public func range(of unit: TextUnit) -> Range<Int> {
    let text = bulletin.text(of: unit)
    guard let first = text.offsets.first, let last = text.offsets.last else {
      return normalized.range(ofBytes: bulletin.source.lines[unit.line].bytes)
    }
    return range(ofBytes: Int(first)..<Int(last) + 1)
  }

  /// A whole clause or another section: from behind its label to the end of its last unit. What
  /// closes an article without belonging to it, such as its source, is no part of it.
  public func range(ofWhole section: Section) -> Range<Int> {
    let start = bodyStart(of: section)
    return start..<max(start, end(of: section))
  }

  /// The normalised range of a range of bytes of the source.
  public func range(ofBytes bytes: Range<Int>) -> Range<Int> { normalized.range(ofBytes: bytes) }

  /// The bytes of the source from a range's first scalar to its last.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<normalized.count)
    guard !range.isEmpty else {
      let byte =
        range.lowerBound < normalized.count
        ? normalized.byteOffset(of: range.lowerBound) : bulletin.source.bytes.count
      return byte..<byte
    }
    var end = normalized.byteOffset(of: range.upperBound - 1) + 1
    while end < bulletin.source.bytes.count, bulletin.source.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return normalized.byteOffset(of: range.lowerBound)..<end
  }

  /// The range as it is drawn and listed: a whole clause from its label on, any other as it is.
  public func drawn(_ range: Range<Int>) -> Range<Int> {
    guard let index = section(at: range.lowerBound) else { return range }
    let section = bulletin.sections[index]
    guard section.role == .clause, range == self.range(ofWhole: section) else { return range }
    let unit = bulletin.unit(holding: section.line)
    return self.range(of: unit).lowerBound..<range.upperBound
  }

  /// The range that is drawn as these bytes of the source: a whole clause from behind its label,
  /// where they are a clause from its label to its end; any other as it is.
  public func range(drawnAs bytes: Range<Int>) -> Range<Int> {
    let range = range(ofBytes: bytes)
    guard let index = section(at: range.lowerBound) else { return range }
    let section = bulletin.sections[index]
    guard section.role == .clause else { return range }
    let whole = self.range(ofWhole: section)
    return drawn(whole) == range ? whole : range
  }

  /// A unit without its label.
  func bodyRange(of unit: TextUnit) -> Range<Int> {
    let range = range(of: unit)
    let text = bulletin.text(of: unit)
    guard text.labelCount < text.offsets.count else { return range.upperBound..<range.upperBound }
    return normalized.offset(atByte: Int(text.offsets[text.labelCount]))..<range.upperBound
  }

  /// Where the text behind a section's label begins.
  func bodyStart(of section: Section) -> Int {
    bodyRange(of: bulletin.unit(holding: section.line)).lowerBound
  }

  private func end(of section: Section) -> Int {
    let unit = bulletin.unit(holding: bulletin.lastLine(of: section))
    return range(of: unit.line < section.line ? bulletin.unit(holding: section.line) : unit)
      .upperBound
  }

  // MARK: What stands at an offset

  /// The index of the source line that holds an offset; the last line for the end of the text. Nil
  /// where the source has no line.
  public func line(at offset: Int) -> Int? {
    guard !bulletin.source.lines.isEmpty else { return nil }
    let byte =
      offset < normalized.count
      ? normalized.byteOffset(of: max(0, offset)) : bulletin.source.bytes.count
    var low = 0
    var high = bulletin.source.lines.count
    while low < high {
      let middle = (low + high) / 2
      let isBefore = Int(bulletin.source.lines[middle].start) <= byte
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The index of the article that holds a line; nil before the first and between articles.
  public func article(holding line: Int) -> Int? {
    var low = 0
    var high = bulletin.articles.count
    while low < high {
      let middle = (low + high) / 2
      let isBefore = bulletin.articles[middle].lines.lowerBound <= line
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low > 0, bulletin.articles[low - 1].lines.contains(line) else { return nil }
    return low - 1
  }

  /// The index in `bulletin.sections` of the innermost section at an offset.
  func section(at offset: Int) -> Int? {
    guard let line = line(at: offset) else { return nil }
    var low = 0
    var high = bulletin.sections.count
    while low < high {
      let middle = (low + high) / 2
      if bulletin.sections[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    var index = low - 1
    while index >= 0, bulletin.sections[index].end <= line { index = parents[index] }
    return index >= 0 ? index : nil
  }

  /// The sections around an offset, the outermost first, as indices.
  func sections(around offset: Int) -> [Int] {
    var chain: [Int] = []
    var index = section(at: offset) ?? -1
    while index >= 0 {
      chain.append(index)
      index = parents[index]
    }
    return chain.reversed()
  }

  /// Where an address points: the sections that end in its labels, then its article.
  func ranges(named address: Target.Structure) -> [Range<Int>] {
    guard let article = bulletin.articles.firstIndex(where: { $0.title == address.article }) else {
      return []
    }
    let lines = bulletin.articles[article].lines
    var ranges: [Range<Int>] = []
    if let label = address.path.last,
      let section = bulletin.sections[bulletin.articles[article].sections].first(where: {
        name(of: $0) == label
      })
    {
      ranges.append(range(ofWhole: section))
    }
    if let first = lines.first, let last = lines.last {
      let source = bulletin.source.lines
      ranges.append(range(ofBytes: source[first].bytes.lowerBound..<source[last].bytes.upperBound))
    }
    return ranges
  }

  /// How a section is called in an address: its label, else its heading.
  func name(of section: Section) -> String {
    let label = bulletin.label(of: section)
    return label.isEmpty ? bulletin.title(of: section) : label
  }
}
