/// How the bulletin itself puts words together: which characters it sets side by side, and which
/// pairs end its sentences. It tells a paragraph that lost its full stop from one that was cut.
struct Wording {
  private var neighbours: PairSet
  private var endings: PairSet

  init(_ text: Span<UInt8>) {
    neighbours = PairSet(expecting: text.count / 3)
    endings = PairSet(expecting: text.count / 48)
    var (before, last): (UInt32, UInt32) = (0, 0)
    var index = 0
    while index < text.count {
      let (scalar, width) = text.scalar(at: index)
      index += width
      if scalar == 0x0A || scalar == 0x0D {
        (before, last) = (0, 0)
      } else if !scalar.isBlank {
        if last != 0 { neighbours.insert(last, scalar) }
        if scalar.isFullStop, before != 0 { endings.insert(before, last) }
        (before, last) = (last, scalar)
      }
    }
  }

  /// Whether a sentence ends with the two characters somewhere.
  func ends(_ first: UInt32, _ second: UInt32) -> Bool { endings.contains(first, second) }

  /// Whether the two characters stand side by side somewhere.
  func joins(_ first: UInt32, _ second: UInt32) -> Bool { neighbours.contains(first, second) }
}

/// A set of pairs of scalars by one hashed bit each; a pair that is not there is found with a
/// chance of about one in sixteen at the most.
private struct PairSet {
  private var bits: [UInt64]
  private let shift: UInt64

  init(expecting count: Int) {
    var log = 12
    while log < 26, 1 << log < count * 8 { log += 1 }
    bits = Array(repeating: 0, count: 1 << (log - 6))
    shift = UInt64(64 - log)
  }

  private func place(_ first: UInt32, _ second: UInt32) -> UInt64 {
    ((UInt64(first) << 21 ^ UInt64(second)) &* 0x9E37_79B9_7F4A_7C15) >> shift
  }

  mutating func insert(_ first: UInt32, _ second: UInt32) {
    let place = place(first, second)
    bits[Int(place >> 6)] |= 1 << (place & 63)
  }

  func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    let place = place(first, second)
    return bits[Int(place >> 6)] >> (place & 63) & 1 == 1
  }
}

/// The width of the printed rows that OCR joined into paragraphs, in cells. A page break cuts a
/// paragraph where a row ends: the first half is a whole number of rows wide.
struct PrintedRow {
  /// Cells to a row.
  let width: Int
  /// Punctuation is squeezed and stretched to fill a row.
  private static let slack = 4
  private static let indent = 4

  /// Finds the width that most of the cut paragraphs agree on; nil where too few do.
  init?(_ draft: Draft) {
    var widths: [Int] = []
    for line in draft.tokens.indices.dropLast() where widths.count < 500 {
      let (token, next) = (draft.tokens[line], draft.tokens[line + 1])
      if token.ending == .open, token.length > 30, next.label == .none, next.length > 4 {
        widths.append(draft.cells(line))
      }
    }
    guard widths.count >= 6 else { return nil }
    let scored = (56...100).map { width in
      (width, widths.count { PrintedRow.fills($0, width) })
    }
    guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 * 3 >= widths.count * 2 else {
      return nil
    }
    // The middle of the widths that are equally good.
    let equal = scored.filter { $0.1 == best.1 }.map(\.0)
    width = equal[equal.count / 2]
  }

  /// Whether a text of so many cells ends where a row does.
  func isFilled(by cells: Int) -> Bool { PrintedRow.fills(cells, width) }

  private static func fills(_ cells: Int, _ width: Int) -> Bool {
    let rest = (cells + indent) % width
    return min(rest, width - rest) <= slack && cells + indent + slack >= width
  }
}

extension Draft {
  /// About how many cells a line takes in print: two for what is not Latin.
  fileprivate func cells(_ line: Int) -> Int {
    let text = bytes.span
    var cells = 0
    var index = Int(tokens[line].start)
    while index < Int(tokens[line].end) {
      let (scalar, width) = text.scalar(at: index)
      index += width
      if scalar != 0x2A { cells += scalar < 0x2000 ? 1 : 2 }
    }
    return cells
  }

  /// Whether the line fills whole rows of print.
  mutating func fillsRows(_ line: Int) -> Bool {
    guard let row = knownRow() else { return false }
    return row.isFilled(by: cells(line))
  }
}
