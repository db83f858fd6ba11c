/// How an annotation's text was found again; the raw value is the name in JSON.
public enum AnchorState: String, CaseIterable, Sendable {
  /// The same text at the same place.
  case exact
  /// The same text, elsewhere, or in a clause that has another label now.
  case moved
  /// Amended, and the place is certain.
  case changed
  /// A likely place that somebody must look at.
  case doubtful
  /// The text is gone.
  case orphaned
  /// The document's file is not there.
  case absent
}

/// What changed in an amended text that changes what it says; the raw value is a name for output.
public enum MeaningChange: String, CaseIterable, Sendable {
  /// 30日, 二十万元, a date
  case number
  /// The clause that the text refers to: 第十二条.
  case clauseReference = "clause-reference"
  /// 不, 无, 未, 非, 除外
  case negation
  /// 应当, 可以, 不得, 必须
  case modality
  /// 以上, 以下, 以内
  case bound
}

/// Why an anchor is doubtful.
public enum AnchorDoubt: Hashable, Sendable {
  /// The place is not certain: it is the best guess.
  case place
  /// The place is certain, but the text no longer says the same.
  case meaning(Set<MeaningChange>)
}

/// A place found again in the present text.
public struct Anchor: Equatable, Sendable {
  /// How it was found.
  public let state: AnchorState
  /// Where it stands, in normalised scalars of the present text; for a doubtful one the place
  /// proposed; nil for an orphan and where the file is absent.
  public let range: Range<Int>?
  /// How sure the place is and how much of the text survives, from 0 to 1; 1 for `exact`.
  public let confidence: Double
  /// Why it is doubtful; nil in every other state.
  public let doubt: AnchorDoubt?

  init(_ state: AnchorState, _ range: Range<Int>?, confidence: Double, doubt: AnchorDoubt? = nil) {
    self.state = state
    self.range = range
    self.confidence = (confidence * 1_000).rounded() / 1_000
    self.doubt = doubt
  }

  /// The anchor of a document whose file is not there.
  public static let absent = Anchor(.absent, nil, confidence: 0)
  /// The anchor of a text that is gone, or that was confirmed to be.
  public static let orphaned = Anchor(.orphaned, nil, confidence: 0)
}
