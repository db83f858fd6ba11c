internal import BulletinCore

/// Finding what a user quotes, as it is read: over line and page breaks, whatever its width.
extension PresentText {
  /// The places of a text, in the order of the text; places that overlap an earlier one are left
  /// out. Empty for a text of blanks alone.
  ///
  /// The search runs through the units one after another, so that a quote may cross from one to the
  /// next, and passes over figures that stand inside a unit, and over comments.
  public func places(of quote: String) -> [Range<Int>] {
    let wanted = normalizedScalars(of: quote)
    guard !wanted.isEmpty else { return [] }
    let read = readText()
    let found = places(of: withoutMarks(wanted), in: read.scalars).map { place in
      let last = read.bytes[place.upperBound - 1]
      return range(ofBytes: read.bytes[place.lowerBound]..<last + 1)
    }
    // A quote copied from the file with its marks.
    return found.isEmpty ? places(of: wanted, in: normalized.scalars) : found
  }

  /// All units in reading order as one normalised text, with the byte offset of each scalar.
  private func readText() -> (scalars: [UInt32], bytes: [Int]) {
    var scalars: [UInt32] = []
    var bytes: [Int] = []
    scalars.reserveCapacity(normalized.count)
    bytes.reserveCapacity(normalized.count)
    var unit = bulletin.unit(after: -1)
    while let present = unit {
      let text = bulletin.text(of: present)
      for (scalar, offset) in zip(text.scalars, text.offsets) {
        let folded = normalForm(scalar.value)
        if folded == 0 { continue }
        scalars.append(folded)
        bytes.append(Int(offset))
      }
      unit = bulletin.unit(after: present.line)
    }
    return (scalars, bytes)
  }

  /// A quote without `**`, which no text as it is read has.
  private func withoutMarks(_ wanted: [UInt32]) -> [UInt32] {
    var kept: [UInt32] = []
    for scalar in wanted {
      if scalar == 0x2A, kept.last == 0x2A { kept.removeLast() } else { kept.append(scalar) }
    }
    return kept.isEmpty ? wanted : kept
  }

  private func places(of wanted: [UInt32], in text: [UInt32]) -> [Range<Int>] {
    guard let head = wanted.first, text.count >= wanted.count else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    while start <= text.count - wanted.count {
      if text[start] == head, text[start..<start + wanted.count].elementsEqual(wanted) {
        found.append(start..<start + wanted.count)
        start += wanted.count
      } else {
        start += 1
      }
    }
    return found
  }
}
