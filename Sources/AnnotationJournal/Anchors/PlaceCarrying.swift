public import BulletinCore

/// Carries places of one reading of a file over to a later one, as anchors are carried across
/// editions: for somebody who reads on while the file is amended.
public struct PlaceCarrying {
  private let old: NormalizedText
  private let new: NormalizedText
  /// The parts of either that are compared; before and behind them both say the same.
  private let parts: (old: Range<Int>, new: Range<Int>)
  /// Nil where both are one edition: only blanks differ, if anything does.
  private var comparison: EditionComparison?

  /// How many scalars are compared before and behind what changed: more than the longest clause, so
  /// that passages are cut there as in the whole text.
  private static let margin = 2_500

  /// Compares two readings.
  public init(from old: Bulletin, to new: Bulletin) {
    let present = PresentText(new)
    self.old = NormalizedText(old.source)
    self.new = present.normalized
    parts = Self.changedParts(self.old.scalars, self.new.scalars)
    guard self.old.edition != present.edition else { return }
    let text = ComparedText(Array(self.new.scalars[parts.new]))
    let lines = LineTexts(present, parts.new)
    comparison = EditionComparison(
      ComparedText(Array(self.old.scalars[parts.old])), text,
      newPassages: cutPassages(text, lines: lines), lines: lines)
  }

  /// What is left of two texts without their common beginning and end, a margin kept of either.
  private static func changedParts(_ old: [UInt32], _ new: [UInt32]) -> (
    old: Range<Int>, new: Range<Int>
  ) {
    let shorter = min(old.count, new.count)
    let common = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    let start = max(0, common - margin)
    let rest = shorter - start
    let commonEnd =
      (0..<rest).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] } ?? rest
    let end = max(0, commonEnd - margin)
    return (start..<old.count - end, start..<new.count - end)
  }

  /// The byte of the later reading at which what stood in bytes of the earlier one begins; nil where
  /// nothing of it is left.
  public mutating func start(of bytes: Range<Int>) -> Int? {
    let range = old.range(ofBytes: bytes)
    guard !range.isEmpty else { return nil }
    return carried(range).map(new.byteOffset)
  }

  private mutating func carried(_ range: Range<Int>) -> Int? {
    if comparison == nil || range.lowerBound < parts.old.lowerBound { return range.lowerBound }
    guard range.lowerBound < parts.old.upperBound else {
      return range.lowerBound + new.count - old.count
    }
    let part = range.clamped(to: parts.old)
    let shift = parts.old.lowerBound
    guard
      let compared = comparison?.old.range(at: part.lowerBound - shift..<part.upperBound - shift),
      !compared.isEmpty, let carried = comparison?.carry(compared),
      let offset = comparison?.new.origin(of: carried.range.lowerBound), offset < parts.new.count
    else { return nil }
    return parts.new.lowerBound + offset
  }
}
