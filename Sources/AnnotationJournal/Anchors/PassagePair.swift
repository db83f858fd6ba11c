/// What became of an old passage: the new passage that is it, and how surely.
struct PassagePair: Equatable, Sendable {
  enum Certainty: Comparable, Sendable {
    /// Shares rare words with what is new there: where a rewritten clause may be looked for.
    case hint
    /// The best there is, or what order alone suggests: a likely place, never more.
    case guess
    /// The same passage, amended.
    case sure
    /// The same text.
    case equal

    /// Whether the place is beyond doubt.
    var isSure: Bool { self >= .sure }
  }

  /// The index of the new passage.
  var new: Int
  var certainty: Certainty
  /// Whether it kept its place among its neighbours.
  var isInOrder = true
}

/// The bounds that pairing goes by, in shares of weight. They were set on pairs of amended laws, on
/// the same with clauses cut out, and on made ones; see the tests for what they reach.
enum PairingBounds {
  /// How much of the old passage must survive for a sure pair in order, how far its likeness must
  /// lead that of the second, in either direction, and how near to it, as a share, any second may
  /// come.
  static let survival: Float = 0.36
  static let lead: Float = 0.12
  static let rival: Float = 0.7
  /// The same for what was amended heavily and is like nothing else.
  static let lowSurvival: Float = 0.3
  static let lowLead: Float = 0.2
  static let low: Float = 0.35
  /// How much of it surviving makes a small lead enough; else it must be so nearly equal that what
  /// parts it from being equal is this share of what parts the second.
  static let mostSurvival: Float = 0.65
  static let nearness: Float = 0.5
  static let nearLead: Float = 0.06
  /// What a pair out of order needs, and such a one that is like nothing else.
  static let movedSurvival: Float = 0.75
  static let movedLead: Float = 0.25
  static let aloneSurvival: Float = 0.55
  static let aloneLead: Float = 0.3
  static let alone: Float = 0.5
  /// How much must survive of what stands alone between two sure pairs.
  static let enclosed: Float = 0.5
  /// How much must survive for a guess.
  static let guess: Float = 0.2
  /// How alike a rewritten clause must be to what is new in the one clause that order leaves it, in
  /// one of several, or in any other.
  static let hintAlone: Float = 0.1
  static let hintInOrder: Float = 0.15
  static let hint: Float = 0.2
  /// How much of a passage must be found inside another for a merger or a split; how much of its
  /// scalars for a sure one; and how much of these another passage may claim.
  static let merger: Float = 0.7
  static let sureMerger = 0.85
  static let contested = 0.3
}
