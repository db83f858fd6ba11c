internal import BulletinCore

/// Looks for words in a text from a byte outward, blanks between them left out.
///
/// All its searches together compare no more than a start may wait for: in a text that says the same
/// over and over those nearby are as good as any.
struct WordSearch {
  /// How many bytes either way of its old place a place is looked for in.
  private static let reach = 4_000_000

  private let source: SourceText
  private let middle: Int
  /// How many bytes may still be compared.
  private var patience = 2_000_000

  /// Looks around a byte of a text.
  init(_ source: SourceText, from byte: Int) {
    (self.source, middle) = (source, byte)
  }

  /// Where words stand: behind the same words as before, else behind the most of them, of such the
  /// nearest.
  mutating func nearest(_ words: Substring, behind before: String = "") -> Int? {
    place(of: Array(words.utf8), behind: Array(before.utf8))?.lowerBound
  }

  /// The byte behind the nearest place of words.
  mutating func nearestEnd(of words: Substring) -> Int? {
    place(of: Array(words.utf8), behind: [])?.upperBound
  }

  private mutating func place(of words: [UInt8], behind before: [UInt8]) -> Range<Int>? {
    guard let first = words.first else { return nil }
    let bytes = source.bytes
    var best: (place: Range<Int>, likeness: Int)?
    for step in 0..<2 * min(Self.reach, max(middle, bytes.count - middle)) {
      let index = step & 1 == 0 ? middle + step / 2 : middle - 1 - step / 2
      guard index >= 0, index < bytes.count, bytes[index] == first else { continue }
      guard patience > 0 else { break }
      guard let end = end(of: words, at: index) else { continue }
      let likeness = self.likeness(of: before, at: index)
      if likeness == before.count { return index..<end }
      if likeness > best?.likeness ?? -1 { best = (index..<end, likeness) }
    }
    return best?.place
  }

  /// The byte behind words where they begin at one.
  private mutating func end(of words: [UInt8], at start: Int) -> Int? {
    var index = start
    var matched = 0
    defer { patience -= index - start }
    while matched < words.count {
      guard index < source.bytes.count else { return nil }
      // A whole scalar at a time: 《 and the ideographic blank before it begin with the same bytes.
      let scalar = source.bytes[index..<index + source.scalarLength(at: index)]
      if words[matched...].starts(with: scalar) {
        index = scalar.endIndex
        matched += scalar.count
      } else {
        guard let ink = source.ink(from: index), ink > index else { return nil }
        index = ink
      }
    }
    return index
  }

  /// How many bytes at the end of words stand before a byte.
  private mutating func likeness(of words: [UInt8], at place: Int) -> Int {
    var index = place
    var rest = words.count
    defer { patience -= place - index }
    while rest > 0, let start = source.ink(before: index) {
      let scalar = source.bytes[start..<start + source.scalarLength(at: start)]
      guard words[..<rest].suffix(scalar.count).elementsEqual(scalar) else { break }
      index = start
      rest -= scalar.count
    }
    return words.count - rest
  }
}
