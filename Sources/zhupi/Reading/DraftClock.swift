/// Says when the draft of a note is to be kept: at most once a second.
struct DraftClock {
  private var lastSave = ContinuousClock.now - .seconds(1)
  /// Whether something was typed since it was kept.
  private(set) var isWaiting = false

  mutating func changed() { isWaiting = true }

  mutating func saved() {
    isWaiting = false
    lastSave = .now
  }

  var millisecondsToSave: Int? {
    guard isWaiting else { return nil }
    return max(0, Int((lastSave + .seconds(1) - .now) / .milliseconds(1)) + 1)
  }

  var isDue: Bool { isWaiting && ContinuousClock.now - lastSave >= .seconds(1) }
}
