/// How the bulletin itself puts words together: which characters it sets side by side, and which
/// pairs end its sentences. It tells a text that was cut from one that lost its full stop, and cut
/// text from a heading.
struct Wording {
  private var pieces: HashedSet

  /// A mebibyte teaches as much as more of it, and keeps the set in the processor's cache.
  private static let lesson = 1 << 20

  init(_ bytes: Span<UInt8>) {
    // A scalar that the end cuts is left out.
    let text = bytes.extracting(0..<bytes.floorOfScalar(min(bytes.count, Wording.lesson)))
    pieces = HashedSet(expecting: text.count / 3)
    var (before, last): (UInt64, UInt64) = (0, 0)
    var index = 0
    while index < text.count {
      let (value, width) = text.scalar(at: index)
      index += width
      if value <= 0x20 || value == 0x3000 {
        if value == 0x0A || value == 0x0D { (before, last) = (0, 0) }
        continue
      }
      let scalar = UInt64(value)
      // Behind a line's head the pieces hold a 0, which nobody asks for: no branch is needed.
      pieces.insert(pair(last, scalar))
      pieces.insert(triple(before, last, scalar))
      if value == 0x3002 || value.isFullStop { pieces.insert(ending(before, last)) }
      (before, last) = (last, scalar)
    }
  }

  /// What the bulletin knows of two texts that meet: the last two scalars of the one, the first
  /// two of the other.
  func seam(_ left: (UInt32, UInt32), _ right: (UInt32, UInt32)) -> Seam {
    let (a, b) = (UInt64(left.0), UInt64(left.1))
    let (c, d) = (UInt64(right.0), UInt64(right.1))
    let (first, second) = (triple(a, b, c), triple(b, c, d))
    return Seam(
      joins: pieces.contains(pair(b, c)),
      flows: pieces.contains(first) || pieces.contains(second),
      usual: pieces.containsTwice(first) || pieces.containsTwice(second),
      ends: pieces.contains(ending(a, b)))
  }

  // One set holds all: a scalar takes 21 bits, and no scalar is 0.
  private func pair(_ a: UInt64, _ b: UInt64) -> UInt64 { a << 21 | b }
  private func triple(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { a << 42 | b << 21 | c }
  private func ending(_ a: UInt64, _ b: UInt64) -> UInt64 { a << 42 | b << 21 }
}

/// The place where one line's text ends and the next one's begins.
struct Seam {
  /// The characters that meet stand side by side elsewhere.
  var joins: Bool
  /// Three in a row across the seam do.
  var flows: Bool
  /// They do more than once, so that no single line decides.
  var usual: Bool
  /// A sentence ends like the left text elsewhere.
  var ends: Bool
}

/// A set by one hashed bit a member, with a second bit for what came again: what is not in it is
/// found with a chance of one in thirty at the most.
private struct HashedSet {
  /// Words of 32 places: the low half for once, the high half for again.
  private var words: [UInt64]
  private let shift: UInt64

  init(expecting count: Int) {
    var log = 12
    while log < 24, 1 << log < count * 32 { log += 1 }
    words = Array(repeating: 0, count: 1 << (log - 5))
    shift = UInt64(64 - log)
  }

  @inline(__always)
  private func place(_ value: UInt64) -> UInt64 {
    let mixed = (value ^ value >> 29) &* 0x9E37_79B9_7F4A_7C15
    return mixed >> shift
  }

  @inline(__always)
  mutating func insert(_ value: UInt64) {
    let place = place(value)
    let bit: UInt64 = 1 << (place & 31)
    let word = words[Int(place >> 5)]
    words[Int(place >> 5)] = word | bit | (word & bit) << 32
  }

  func contains(_ value: UInt64) -> Bool { has(value, bit: 0) }

  func containsTwice(_ value: UInt64) -> Bool { has(value, bit: 32) }

  private func has(_ value: UInt64, bit: UInt64) -> Bool {
    let place = place(value)
    return words[Int(place >> 5)] >> ((place & 31) + bit) & 1 == 1
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
  /// Whether the lines break off all over the file, not only at page ends: more than one in five.
  func findsRagged() -> Bool {
    var broken = 0
    for line in tokens.indices.dropLast() where tokens[line + 1].label == .none {
      let token = tokens[line]
      if token.ending == .open, token.length > 20, tokens[line + 1].length > 4 { broken += 1 }
    }
    return broken * 5 > tokens.count
  }

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
