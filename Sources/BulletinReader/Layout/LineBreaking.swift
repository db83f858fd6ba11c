internal import BulletinScreen

/// One row that `LineBreaker` made; offsets count scalars of the text.
public struct BrokenRow: Equatable, Sendable {
  /// What belongs to the row; the ranges of all rows, one after the other, are the whole text.
  public let range: Range<Int>
  /// What is drawn: `range` without those blanks at its end that the row has no room for.
  public let shown: Range<Int>
  /// The cells that `shown` takes.
  public let cells: Int
}

/// Breaks a text into rows by the rules of Chinese typesetting, a row at a time.
///
/// `前款所称台账，是指……` in 12 cells gives `前款所称台` and `账，是指……`: no row begins with `，`.
/// The rules are those of W3C *Requirements for Chinese Text Layout* and GB/T 15834: no row begins
/// with a closing sign or ends with an opening one; `——` and `……` stay whole; so do words, numbers
/// with their units and labels such as 第十二条. Where a row has no place that keeps them all, the
/// word is cut; where that does not help either, the row is filled. Punctuation never hangs; up to
/// four blanks at a row's end do, and are not drawn.
///
/// A row costs time for its own length only, so that a viewport pays for what it shows.
public struct LineBreaker: Sendable {
  /// The offset of the scalar that the next row begins with.
  public private(set) var start: Int

  private let scalars: [Unicode.Scalar]
  private let first: Int
  private let rest: Int
  private let ambiguousWide: Bool

  /// Blanks that a row may have beyond its measure.
  private static let mostHangingBlanks = 4
  /// Scalars that a row may have for each cell; marks without width would make it endless.
  private static let mostScalarsPerCell = 16

  /// Makes a breaker over a text without line ends.
  ///
  /// - Parameters:
  ///   - scalars: The text.
  ///   - first: The measure of the row that begins at offset 0, in cells; below 1 is 1.
  ///   - rest: The measure of all others, in cells; below 1 is 1.
  ///   - ambiguousWide: Whether characters of ambiguous width take two cells.
  ///   - start: Where to begin: 0, or the end of a row that an equal breaker gave.
  public init(
    _ scalars: [Unicode.Scalar], first: Int, rest: Int, ambiguousWide: Bool = false,
    from start: Int = 0
  ) {
    self.scalars = scalars
    self.first = Self.allowed(first)
    self.rest = Self.allowed(rest)
    self.ambiguousWide = ambiguousWide
    self.start = max(0, start)
  }

  private static func allowed(_ measure: Int) -> Int { min(max(1, measure), 1 << 16) }

  /// The next row, or nothing behind the last; an empty text has no row.
  public mutating func next() -> BrokenRow? {
    guard start < scalars.count else { return nil }
    let row = row(measure: start == 0 ? first : rest)
    start = row.range.upperBound
    return row
  }

  /// A place where the row could end, with the cells before it.
  private struct Place {
    var index: Int
    var cells = 0
  }

  private func row(measure: Int) -> BrokenRow {
    var rules = BreakRules()
    var good = Place(index: start)
    var poor = good
    var hanging: Place?
    var hangingBlanks = 0
    var here = good
    let limit = min(scalars.count, start + (measure + 4) * Self.mostScalarsPerCell)

    while here.index < limit {
      let scalar = scalars[here.index]
      let width = CharacterWidth.cells(scalar, ambiguousWide: ambiguousWide)
      let entry = BreakClass(scalar)
      if width > 0 || entry == .glue {
        let following = here.index + 1 < scalars.count ? scalars[here.index + 1] : nil
        switch rules.quality(before: scalar, entry, following: following) {
        case .good: good = here
        case .poor: poor = here
        case .forbidden: break
        }
        if here.cells + width > measure, here.index > start {
          if entry != .blank { return ending(good, poor, here, hanging: hanging) }
          if hanging == nil { hanging = here }
          hangingBlanks += 1
          if hangingBlanks > Self.mostHangingBlanks { return made(here, hanging: hanging) }
        }
        rules.take(scalar, entry)
        here.cells += width
      }
      here.index += 1
    }
    let isWhole = here.index == scalars.count
    return isWhole ? made(here, hanging: hanging) : ending(good, poor, here, hanging: hanging)
  }

  /// The row up to the best of three places; a place at the row's start is none.
  private func ending(_ good: Place, _ poor: Place, _ full: Place, hanging: Place?) -> BrokenRow {
    if good.index > start { return made(good, hanging: hanging) }
    return made(poor.index > start ? poor : full, hanging: hanging)
  }

  private func made(_ end: Place, hanging: Place?) -> BrokenRow {
    var shown = end
    if let hanging, hanging.index < end.index { shown = hanging }
    return BrokenRow(range: start..<end.index, shown: start..<shown.index, cells: shown.cells)
  }
}
