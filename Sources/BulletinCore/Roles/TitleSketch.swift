/// A title reduced to what two printings of it share: characters in compatibility form (UAX #15,
/// NFKC as far as widths go) without blanks and marks, as pairs of neighbours.
struct TitleSketch {
  private(set) var scalars: [UInt32] = []
  private var pairs: [UInt64] = []
  private var signature = TitleSignature()

  /// A sketch of the text in the byte ranges, one behind the other.
  init(_ text: Span<UInt8>, _ ranges: [Range<Int>]) {
    for range in ranges {
      signature.add(text, range)
      forEachTitleScalar(text, range) { scalars.append($0) }
    }
    var previous: UInt32 = 0
    pairs.reserveCapacity(scalars.count)
    for scalar in scalars {
      pairs.append(UInt64(previous) << 32 | UInt64(scalar))
      previous = scalar
    }
    pairs.sort()
  }

  /// How alike two titles are, from 0 to 1: the share of neighbouring pairs that both have
  /// (Dice's coefficient).
  func likeness(to other: TitleSketch) -> Double {
    guard !pairs.isEmpty, !other.pairs.isEmpty else { return 0 }
    var (left, right, common) = (0, 0, 0)
    while left < pairs.count, right < other.pairs.count {
      if pairs[left] == other.pairs[right] {
        common += 1
        left += 1
        right += 1
      } else if pairs[left] < other.pairs[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return 2 * Double(common) / Double(pairs.count + other.pairs.count)
  }

  /// Whether a line with the signature may be the title, or a good part of it, at all.
  func mayMatch(_ line: TitleSignature) -> Bool { signature.shares(with: line) }
}

/// Which characters a line has, as a set of 128 hashed bits: a cheap first look.
struct TitleSignature {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) {
    forEachTitleScalar(text, range) { scalar in
      let bit = (scalar &* 0x9E37_79B1) >> 25
      if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit - 64) }
    }
  }

  /// Whether at least half of the smaller set is in the other too.
  func shares(with other: TitleSignature) -> Bool {
    let common = (low & other.low).nonzeroBitCount + (high & other.high).nonzeroBitCount
    let mine = low.nonzeroBitCount + high.nonzeroBitCount
    let theirs = other.low.nonzeroBitCount + other.high.nonzeroBitCount
    return common * 2 >= min(mine, theirs) && common > 0
  }
}

@inline(__always)
private func forEachTitleScalar(
  _ text: Span<UInt8>, _ range: Range<Int>, _ body: (UInt32) -> Void
) {
  var index = range.lowerBound
  while index < range.upperBound {
    let (scalar, width) = text.scalar(at: index)
    index += width
    let folded = scalar.folded
    if scalar.isHan || scalar.digit != nil {
      body(folded)
    } else if scalar.isLatinLetter {
      body(folded | 0x20)
    }
  }
}
