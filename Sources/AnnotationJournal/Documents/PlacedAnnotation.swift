/// An annotation with where its text now is.
///
/// A class that never changes: lists of thousands are sorted and handed on, and a value of so many
/// texts would be counted up and down each time.
public final class PlacedAnnotation: Equatable, Sendable {
  /// What the journal says.
  public let annotation: Annotation
  /// How its text was found again.
  public let anchor: Anchor
  /// The bytes of the source that it takes as it is drawn, a whole clause from its label on: from
  /// the first scalar's start to the last one's end. Nil where it has no place.
  public let bytes: Range<Int>?
  /// Where it stands: of an orphan what its target still knows.
  public let facts: PlaceFacts
  /// Its text as it is read now, units parted by line feeds; the kept words where it has no place.
  public let quote: String
  /// False for what was written where it may be lost.
  public let isSaved: Bool

  /// Whether somebody has to look at where it stands.
  public var awaitsReview: Bool {
    anchor.state == .doubtful || anchor.state == .orphaned && !isSettledOrphan
  }

  /// Whether it was confirmed that its text is gone from the present edition.
  public let isSettledOrphan: Bool

  /// An annotation found again in the present text.
  init(_ annotation: Annotation, _ anchor: Anchor, in present: PresentText, isSaved: Bool) {
    self.annotation = annotation
    self.anchor = anchor
    self.isSaved = isSaved
    isSettledOrphan = annotation.orphanedIn == present.edition.id
    if let range = anchor.range {
      bytes = present.bytes(of: present.drawn(range))
      facts = present.facts(of: range)
      quote = present.quote(of: range)
    } else {
      bytes = nil
      facts = Self.facts(annotation)
      quote = annotation.target?.quote.exact ?? ""
    }
  }

  /// An annotation of a document whose file is not there.
  public init(absent annotation: Annotation) {
    self.annotation = annotation
    anchor = .absent
    bytes = nil
    facts = Self.facts(annotation)
    quote = annotation.target?.quote.exact ?? ""
    isSaved = true
    isSettledOrphan = false
  }

  /// Whether both say the same.
  public static func == (left: PlacedAnnotation, right: PlacedAnnotation) -> Bool {
    left === right
      || left.annotation == right.annotation && left.anchor == right.anchor
        && left.bytes == right.bytes && left.facts == right.facts && left.quote == right.quote
        && left.isSaved == right.isSaved && left.isSettledOrphan == right.isSettledOrphan
  }

  private static func facts(_ annotation: Annotation) -> PlaceFacts {
    annotation.target.map { PlaceFacts($0) }
      ?? PlaceFacts(article: nil, articleTitle: nil, label: nil, page: nil)
  }

  /// Reading order: by the beginning, the longer before what it holds, then by id; what has no
  /// place stands at the end.
  static func isInOrder(_ left: PlacedAnnotation, _ right: PlacedAnnotation) -> Bool {
    guard let first = left.bytes, let second = right.bytes else {
      if (left.bytes == nil) != (right.bytes == nil) { return left.bytes != nil }
      let (one, two) = (left.annotation.target?.position, right.annotation.target?.position)
      let (start, other) = (one?.lowerBound ?? 0, two?.lowerBound ?? 0)
      return (start, left.annotation.id) < (other, right.annotation.id)
    }
    return (first.lowerBound, second.upperBound, left.annotation.id)
      < (second.lowerBound, first.upperBound, right.annotation.id)
  }
}
