/// A normalised text without formatting, as editions are compared: Markdown marks gone, quotes,
/// dashes, colons and forms of zero folded. What differs only here has not changed.
///
/// Offsets count its scalars, from 0; `origin(of:)` and `index(at:)` map to normalised offsets.
struct ComparedText: Sendable {
  private(set) var scalars: [UInt32] = []
  /// The normalised offset of each scalar.
  private var origins: [UInt32] = []
  /// How many scalars the normalised text has.
  private var normalizedCount = 0
  /// Where a Markdown heading begins, ascending.
  private(set) var headings: [Int] = []

  init(_ text: [UInt32]) {
    scalars.reserveCapacity(text.count)
    origins.reserveCapacity(text.count)
    normalizedCount = text.count
    for (offset, scalar) in text.enumerated() {
      if scalar < 0x4E00 || scalar > 0x9FFF {
        if scalar == 0x23, headings.last != scalars.count { headings.append(scalars.count) }
        guard let folded = fold(scalar), !isRepeated(folded),
          folded != 0x2D || !isBullet(before: offset + 1 < text.count ? text[offset + 1] : 0)
        else { continue }
        scalars.append(folded)
      } else {
        scalars.append(scalar)
      }
      origins.append(UInt32(offset))
    }
  }

  var count: Int { scalars.count }

  /// Runs of dashes and dots are one: —— and -, …… and …
  private func isRepeated(_ scalar: UInt32) -> Bool {
    (scalar == 0x2D || scalar == 0x2026) && scalars.last == scalar
  }

  /// Whether a dash here marks an item of a list: where a sentence begins, or before `(一)`.
  private func isBullet(before next: UInt32) -> Bool {
    guard let last = scalars.last else { return true }
    return next == 0x28 || last.endsSentence || last.endsItem || last == 0x3A
  }

  /// The normalised offset of a scalar; behind the last scalar, the end of the normalised text.
  func origin(of index: Int) -> Int {
    index < origins.count ? Int(origins[index]) : normalizedCount
  }

  /// The normalised range of a range of scalars.
  func origins(of range: Range<Int>) -> Range<Int> {
    let start = origin(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<origin(of: range.upperBound - 1) + 1
  }

  /// The first scalar whose normalised offset is at or behind the one given.
  func index(at offset: Int) -> Int {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The scalars that stem from a normalised range.
  func range(at range: Range<Int>) -> Range<Int> {
    let start = index(at: range.lowerBound)
    return start..<max(start, index(at: range.upperBound))
  }
}

/// A scalar as it is compared; nil where it is formatting.
private func fold(_ scalar: UInt32) -> UInt32? {
  switch scalar {
  case 0x2A, 0x23, 0x5C, 0x60: nil  // * # \ `
  case 0x201C...0x201F, 0x300C...0x300F, 0x2033, 0x2036, 0x301D...0x301F: 0x22
  case 0x2018...0x201B, 0x2032, 0x2035: 0x27
  case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63: 0x2D
  case 0x2236, 0xFE30, 0xFE13, 0xFE55: 0x3A
  case 0xFE50, 0xFE10: 0x2C
  case 0xFE54, 0xFE14: 0x3B
  case 0xFF61: 0x3002
  case 0xFF64: 0x3001
  case 0x25CB, 0x25EF, 0x3007: 0x3007  // ○ ◯ 〇
  case 0x3014, 0x3018, 0x3010: 0x5B
  case 0x3015, 0x3019, 0x3011: 0x5D
  case 0x2022, 0x2027, 0x30FB, 0xFF65: 0xB7
  case 0x22EF: 0x2026
  case 0x223C, 0x301C: 0x7E
  default: scalar
  }
}

extension UInt32 {
  /// 。！？ as normalised: a sentence ends here.
  @inline(__always)
  var endsSentence: Bool { self == 0x3002 || self == 0x21 || self == 0x3F }

  /// ； as normalised: an item of a list ends here.
  @inline(__always)
  var endsItem: Bool { self == 0x3B }

  /// A bracket or quotation mark that may close behind a sentence.
  @inline(__always)
  var closesQuote: Bool {
    self == 0x22 || self == 0x27 || self == 0x29 || self == 0x5D || self == 0x300B
  }

  /// Punctuation of any kind, and signs: nothing that carries meaning by itself.
  @inline(__always)
  var isMark: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA1...0xBF, 0x2010...0x2027,
      0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3020, 0xFE10...0xFE6F:
      true
    default: false
    }
  }
}
