internal import AnnotationJournal

/// Looking for annotations in order.
extension AnnotationList {
  /// The next annotation in the text that meets a condition and begins behind a byte, or before it.
  func next(
    from byte: Int, forward: Bool, _ fits: (PlacedAnnotation) -> Bool
  ) -> PlacedAnnotation? {
    if forward { return placed[first(from: byte + 1)..<placedCount].first(where: fits) }
    return placed[..<first(from: byte)].last(where: fits)
  }

  /// What somebody has to look at: doubtful anchors in reading order, then orphans.
  var reviewQueue: [PlacedAnnotation] { placed.filter(\.awaitsReview) }
}
