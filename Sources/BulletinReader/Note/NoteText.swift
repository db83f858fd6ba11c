/// A text that is being edited, in pieces of some hundred scalars each.
///
/// A change costs one piece and a look at the lengths of the others, however long the text is, and a
/// copy shares all pieces with the original. Lines are parted by `\n` alone.
struct NoteText: Sendable {
  private struct Piece: Equatable, Sendable {
    let scalars: [Unicode.Scalar]
    /// How many scalars, kept beside them: finding a place reads no piece but its own.
    let count: Int
    /// How many line ends, so that the search for one passes over whole pieces.
    let breaks: Int

    init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars
      count = scalars.count
      breaks = scalars.reduce(0) { $0 + ($1 == "\n" ? 1 : 0) }
    }
  }

  /// Never empty; an empty text is one empty piece.
  private var pieces: [Piece]
  /// How many scalars there are.
  private(set) var count: Int

  private static let longestPiece = 1_024
  private static let shortestPiece = 256

  /// Makes a text of scalars as they are.
  init(_ scalars: [Unicode.Scalar] = []) {
    pieces = Self.cut(scalars)
    count = scalars.count
  }

  /// Parts scalars into pieces of one length.
  private static func cut(_ scalars: [Unicode.Scalar]) -> [Piece] {
    let number = max(1, (scalars.count + longestPiece - 1) / longestPiece)
    guard number > 1 else { return [Piece(scalars)] }
    return (0..<number).map { index in
      let range = index * scalars.count / number..<(index + 1) * scalars.count / number
      return Piece(Array(scalars[range]))
    }
  }

  /// The piece that an offset lies in or ends, and the offset in that piece.
  private func locate(_ offset: Int) -> (piece: Int, inner: Int) {
    var rest = offset
    for (index, piece) in pieces.enumerated() {
      if rest <= piece.count { return (index, rest) }
      rest -= piece.count
    }
    return (pieces.count - 1, pieces[pieces.count - 1].count)
  }
}

extension NoteText {
  /// Puts scalars in the place of a range, which must lie in the text.
  mutating func replace(_ range: Range<Int>, with scalars: [Unicode.Scalar]) {
    let start = locate(range.lowerBound)
    let end = locate(range.upperBound)
    var last = end.piece
    var changed = Array(pieces[start.piece].scalars[..<start.inner])
    changed += scalars
    changed += pieces[last].scalars[end.inner...]
    // Short pieces join the next one, or deletions would leave ever more of them.
    if changed.count < Self.shortestPiece, last + 1 < pieces.count {
      last += 1
      changed += pieces[last].scalars
    }
    pieces.replaceSubrange(start.piece...last, with: Self.cut(changed))
    count += scalars.count - range.count
  }

  /// The scalars of a range, cut to the text.
  func scalars(in range: Range<Int>) -> [Unicode.Scalar] {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return [] }
    var (piece, inner) = locate(range.lowerBound)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(range.count)
    while scalars.count < range.count, piece < pieces.count {
      let end = min(pieces[piece].count, inner + range.count - scalars.count)
      scalars += pieces[piece].scalars[inner..<end]
      piece += 1
      inner = 0
    }
    return scalars
  }

  /// The text as a string; costs its length.
  var string: String {
    // Scalar by scalar: what is appended in pieces is copied whole for each.
    var view = String.UnicodeScalarView()
    for piece in pieces {
      for scalar in piece.scalars { view.append(scalar) }
    }
    return String(view)
  }

  /// The offset of the first scalar of the line that holds an offset.
  func lineStart(of offset: Int) -> Int {
    var (piece, inner) = locate(offset)
    var end = offset
    while true {
      if pieces[piece].breaks > 0,
        let index = pieces[piece].scalars[..<inner].lastIndex(of: "\n")
      {
        return end - inner + index + 1
      }
      end -= inner
      guard piece > 0 else { return 0 }
      piece -= 1
      inner = pieces[piece].count
    }
  }

  /// The offset of the line end behind an offset, or of the text's end.
  func lineEnd(of offset: Int) -> Int {
    var (piece, inner) = locate(offset)
    var start = offset - inner
    while piece < pieces.count {
      if pieces[piece].breaks > 0, let index = pieces[piece].scalars[inner...].firstIndex(of: "\n")
      {
        return start + index
      }
      start += pieces[piece].count
      piece += 1
      inner = 0
    }
    return count
  }
}

extension NoteText: Equatable {
  /// Whether two texts have the same scalars, however they are cut.
  static func == (left: NoteText, right: NoteText) -> Bool {
    guard left.count == right.count else { return false }
    if left.pieces == right.pieces { return true }
    return left.pieces.lazy.map(\.scalars).joined()
      .elementsEqual(right.pieces.lazy.map(\.scalars).joined())
  }
}
