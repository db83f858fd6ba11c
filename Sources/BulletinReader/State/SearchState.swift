internal import BulletinCore

/// The search in force: what for, which way, and what was found.
struct SearchState: Sendable {
  /// What is searched for.
  let pattern: SearchPattern
  /// Whether `n` goes backward.
  var isBackward: Bool
  /// All hits, as far as they are known.
  var hits: HitIndex
  /// The hit that the cursor was brought to.
  var current: Hit?
  /// Whether its hits are marked and counted; a hidden search can still be gone on with.
  var isShown = true

  /// Bytes searched in one go while nothing else is to be done.
  static let slice = 400_000

  init(_ words: String, isBackward: Bool, in bulletin: Bulletin) {
    pattern = SearchPattern(words)
    self.isBackward = isBackward
    hits = HitIndex(pattern, in: bulletin)
  }

  /// The next hit in a direction, from the other end where there is none; and whether it came
  /// round.
  mutating func hit(from position: TextPosition, forward: Bool) -> (hit: Hit, wrapped: Bool)? {
    if let hit = forward ? hits.hit(behind: position) : hits.hit(before: position) {
      return (hit, false)
    }
    let edge = forward ? TextPosition(line: 0, offset: -1) : TextPosition(line: .max, offset: 0)
    return (forward ? hits.hit(behind: edge) : hits.hit(before: edge)).map { ($0, true) }
  }
}
