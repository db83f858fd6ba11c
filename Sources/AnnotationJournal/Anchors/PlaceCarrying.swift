public import BulletinCore

/// Carries places of one reading of a file over to a later one, as anchors are carried across
/// editions: for somebody who reads on while the file is amended.
public struct PlaceCarrying {
  private let old: NormalizedText
  private let new: NormalizedText
  /// Nil where both are one edition: only blanks differ, if anything does.
  private var comparison: EditionComparison?

  /// Compares two readings.
  public init(from old: Bulletin, to new: Bulletin) {
    let present = PresentText(new)
    self.old = NormalizedText(old.source)
    self.new = present.normalized
    guard self.old.edition != present.edition else { return }
    let text = ComparedText(present.normalized.scalars)
    let lines = LineTexts(present)
    comparison = EditionComparison(
      ComparedText(self.old.scalars), text, newPassages: cutPassages(text, lines: lines),
      lines: lines)
  }

  /// The byte of the later reading at which what stood in bytes of the earlier one begins; nil where
  /// nothing of it is left.
  public mutating func start(of bytes: Range<Int>) -> Int? {
    let range = old.range(ofBytes: bytes)
    guard !range.isEmpty else { return nil }
    guard let compared = comparison?.old.range(at: range) else {
      return new.byteOffset(of: range.lowerBound)
    }
    guard !compared.isEmpty, let carried = comparison?.carry(compared),
      let offset = comparison?.new.origin(of: carried.range.lowerBound), offset < new.count
    else { return nil }
    return new.byteOffset(of: offset)
  }
}
