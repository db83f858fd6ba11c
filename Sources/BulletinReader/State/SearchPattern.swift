/// What is searched for, compared as readers compare: full-width forms count as half-width ones,
/// and letters in either case where it has no capital.
struct SearchPattern: Equatable, Sendable {
  /// The words as typed.
  let words: String
  /// The scalars, folded.
  private let scalars: [UInt32]
  private let ignoresCase: Bool

  init(_ words: String) {
    self.words = words
    let capitals: ClosedRange<UInt32> = 0x41...0x5A
    let folded = words.unicodeScalars.map { Self.fold($0.value) }
    ignoresCase = !folded.contains { capitals.contains($0) }
    scalars = folded
  }

  /// Whether it can be found anywhere.
  var isEmpty: Bool { scalars.isEmpty }

  /// The half-width form of a full-width character; an ideographic blank is a blank.
  private static func fold(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0x3000, 0xA0, 0x09: 0x20
    case 0xFF61: 0x3002
    case 0xFF64: 0x3001
    default: value
    }
  }

  /// A text with full-width forms as half-width ones.
  static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      folded.append(Unicode.Scalar(fold(scalar.value)) ?? scalar)
    }
    return String(folded)
  }

  private func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    let value = Self.fold(scalar.value)
    return ignoresCase && value >= 0x41 && value <= 0x5A ? value + 0x20 : value
  }

  /// The first hit at or behind an offset.
  func first(in text: [Unicode.Scalar], from start: Int = 0) -> Range<Int>? {
    guard let head = scalars.first, text.count >= scalars.count else { return nil }
    var index = max(0, start)
    while index + scalars.count <= text.count {
      if folded(text[index]) == head, holds(at: index, in: text) {
        return index..<index + scalars.count
      }
      index += 1
    }
    return nil
  }

  private func holds(at start: Int, in text: [Unicode.Scalar]) -> Bool {
    for offset in 1..<max(1, scalars.count) where folded(text[start + offset]) != scalars[offset] {
      return false
    }
    return true
  }

  /// All hits, none of them touching the one before.
  func hits(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var hits: [Range<Int>] = []
    var from = 0
    while let hit = first(in: text, from: from) {
      hits.append(hit)
      from = hit.upperBound
    }
    return hits
  }
}

extension SearchPattern {
  /// The UTF-8 forms of one of its scalars, any of which must stand where it is found.
  func forms(at index: Int) -> [[UInt8]] {
    let value = scalars[index]
    var values = [value]
    let isLetter = (0x61...0x7A).contains(value)
    if ignoresCase, isLetter { values.append(value - 0x20) }
    for value in values where (0x21...0x7E).contains(value) { values.append(value + 0xFEE0) }
    switch value {
    case 0x20: values += [0x3000, 0xA0, 0x09]
    case 0x3002: values.append(0xFF61)
    case 0x3001: values.append(0xFF64)
    default: break
    }
    return values.compactMap { Unicode.Scalar($0) }.map { Array(String($0).utf8) }
  }

  /// The number of its scalars.
  var count: Int { scalars.count }
}
