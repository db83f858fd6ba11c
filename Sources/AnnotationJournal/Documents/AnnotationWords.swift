/// The colours of highlights; the raw value is what records and the command line say.
///
/// A journal may name others, which a newer version knows: they show in the first of these.
public enum AnnotationColor: String, CaseIterable, Sendable {
  case vermilion, gold, jade, azure, violet
}

/// The states of a follow-up; the raw value is what records and the command line say.
public enum FollowUpStatus: String, CaseIterable, Sendable {
  case open, waiting, done, dropped

  /// Whether there is still something to do.
  public var isPending: Bool { self == .open || self == .waiting }
}

extension Annotation {
  /// The colour that it shows in.
  public var shownColor: AnnotationColor {
    color.flatMap(AnnotationColor.init(rawValue:)) ?? .vermilion
  }
}

extension FollowUp {
  /// Whether there is still something to do; a state of a newer version is taken for one.
  public var isPending: Bool { FollowUpStatus(rawValue: status)?.isPending ?? true }
}
