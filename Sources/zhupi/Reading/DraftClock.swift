/// Says when the draft of a note is to be kept: as soon as one pauses in typing, and at least once a
/// second.
struct DraftClock {
  /// When something was first typed that is not kept yet.
  private var first: ContinuousClock.Instant?
  private var last = ContinuousClock.now

  private static let pause = Duration.milliseconds(100)
  private static let longestWait = Duration.seconds(1)

  /// Whether something was typed since it was kept.
  var isWaiting: Bool { first != nil }

  mutating func changed() {
    last = .now
    if first == nil { first = last }
  }

  mutating func saved() { first = nil }

  private var due: ContinuousClock.Instant? {
    first.map { min(last + Self.pause, $0 + Self.longestWait) }
  }

  /// How long the loop may wait before there is something to keep; nil for ever.
  var millisecondsToSave: Int? {
    due.map { max(0, Int(($0 - .now) / .milliseconds(1)) + 1) }
  }

  var isDue: Bool { due.map { .now >= $0 } ?? false }
}
