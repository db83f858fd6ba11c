internal import BulletinCore

/// Making targets of what a user marks.
extension PresentText {
  /// How many scalars of surroundings a quote keeps on either side.
  static let contextLength = 64

  /// The target of a range of the present text.
  ///
  /// - Parameters:
  ///   - range: normalised scalars; what lies beyond the text is cut off.
  ///   - document: the document's ULID.
  public func makeTarget(_ range: Range<Int>, document: String) -> Target {
    let range = range.clamped(to: 0..<normalized.count)
    let before = max(0, range.lowerBound - Self.contextLength)..<range.lowerBound
    let behind = range.upperBound..<min(normalized.count, range.upperBound + Self.contextLength)
    return Target(
      document: document, edition: edition, position: range,
      quote: Target.Quote(
        exact: normalized.string(range), prefix: normalized.string(before),
        suffix: normalized.string(behind),
        count: countPlaces(of: Array(normalized.scalars[range]), in: normalized.scalars)),
      structure: structure(at: range.lowerBound))
  }

  /// The address of an offset.
  func structure(at offset: Int) -> Target.Structure {
    let chain = sections(around: offset)
    let article = line(at: offset).flatMap { self.article(holding: $0) }
    let start =
      chain.last.map { bodyStart(of: bulletin.sections[$0]) }
      ?? article.map { normalized.offset(atByte: articleStart($0)) } ?? 0
    return Target.Structure(
      article: article.map { bulletin.articles[$0].title } ?? "",
      path: chain.map { name(of: bulletin.sections[$0]) }, offset: max(0, offset - start))
  }

  /// The byte offset at which an article's title begins.
  private func articleStart(_ index: Int) -> Int {
    Int(bulletin.source.lines[bulletin.articles[index].titleLine].start)
  }
}

/// How often some scalars stand in a text, overlapping places included; 0 for none.
func countPlaces(of wanted: [UInt32], in text: [UInt32]) -> Int {
  guard let head = wanted.first, let tail = wanted.last, text.count >= wanted.count else {
    return 0
  }
  var count = 0
  let last = wanted.count - 1
  for start in 0...text.count - wanted.count
  where text[start] == head && text[start + last] == tail {
    if text[start..<start + wanted.count].elementsEqual(wanted) { count += 1 }
  }
  return count
}
