/// Finds for each passage of an old edition the passage of the new one that it became.
///
/// Equal text that is unique in both editions pairs first, then repeated text by its neighbours,
/// then amended text: by how much of the old survives, rare words weighing most, and only where
/// neither side has a partner nearly as good. What order alone suggests is a guess. The label is no
/// part of it: clauses are renumbered all the time.
struct PassagePairing {
  /// The pair of each old passage; nil where it is gone.
  private(set) var pairs: [PassagePair?]
  /// The old passage of each new one; -1 where it is new.
  private(set) var origins: [Int]
  /// Further new passages that hold most of an old one, or were split off from it.
  private(set) var further: [Int: [Int]] = [:]
  /// For each old passage the new ones that order leaves it.
  private var gaps: [Range<Int>]
  /// The old passages of which most stands in a new one.
  private var merged: [Int: [Int]] = [:]

  let oldText: ComparedText
  let newText: ComparedText
  let oldPassages: [Passage]
  let newPassages: [Passage]

  init(
    _ oldText: ComparedText, _ oldPassages: [Passage], _ newText: ComparedText,
    _ newPassages: [Passage]
  ) {
    (self.oldText, self.newText) = (oldText, newText)
    (self.oldPassages, self.newPassages) = (oldPassages, newPassages)
    pairs = Array(repeating: nil, count: oldPassages.count)
    origins = Array(repeating: -1, count: newPassages.count)
    gaps = Array(repeating: 0..<newPassages.count, count: oldPassages.count)
    pairEqual()
    if pairs.contains(nil) {
      let prints = Wordprints(oldText, oldPassages, newText, newPassages)
      pairAlike(prints)
      findMergers(prints)
      hintRest(prints)
    }
    markOrder()
  }

  /// Makes a pair.
  mutating func join(_ old: Int, _ new: Int, _ certainty: PassagePair.Certainty) {
    pairs[old] = PassagePair(new: new, certainty: certainty)
    origins[new] = old
  }

  /// Notes where a passage that has no partner may be looked for; that place stays free.
  mutating func hint(_ old: Int, _ new: Int) {
    pairs[old] = PassagePair(new: new, certainty: .hint)
  }

  // MARK: Order

  /// The new passages between the partners of the nearest sure pairs around an old passage, as they
  /// were when order was last marked.
  func gap(around old: Int) -> Range<Int> { gaps[old] }

  /// Whether a passage has a sure pair that keeps the order of its neighbours.
  func isFixed(_ old: Int) -> Bool {
    guard let pair = pairs[old] else { return false }
    return pair.certainty.isSure && pair.isInOrder
  }

  /// Tells the pairs that keep the order of the text from those that moved.
  mutating func markOrder() {
    let sure = pairs.indices.filter { pairs[$0]?.certainty.isSure ?? false }
    let kept = Set(longestAscending(sure.map { pairs[$0]?.new ?? 0 }).map { sure[$0] })
    for old in sure { pairs[old]?.isInOrder = kept.contains(old) }
    var low = 0
    for old in pairs.indices {
      gaps[old] = low..<low
      if isFixed(old), let pair = pairs[old] { low = pair.new + 1 }
    }
    var high = origins.count
    for old in pairs.indices.reversed() {
      gaps[old] = gaps[old].lowerBound..<max(gaps[old].lowerBound, high)
      if isFixed(old), let pair = pairs[old] { high = pair.new }
    }
    for old in pairs.indices {
      guard let pair = pairs[old], !pair.certainty.isSure else { continue }
      pairs[old]?.isInOrder = gaps[old].contains(pair.new)
    }
  }

  // MARK: Amended text

  private struct Candidate {
    var old: Int
    var new: Int
    /// The share of the old passage that survives.
    var survival: Float
    /// How alike the two are: growth counts less against them than loss.
    var likeness: Float
  }

  private mutating func pairAlike(_ prints: Wordprints) {
    markOrder()
    var byOld: [Int: [Candidate]] = [:]
    var byNew: [Int: [Candidate]] = [:]
    var tally = [Float](repeating: 0, count: newPassages.count)
    for old in oldPassages.indices where prints.old[old].weight > 0 {
      // A paired old passage stands here as a rival only.
      if let pair = pairs[old], pair.certainty == .guess { continue }
      let isRival = pairs[old] != nil
      for new in prints.nearest(to: old, limit: isRival ? 3 : 8, tally: &tally) {
        let candidate = self.candidate(old, new, prints)
        if !isRival { byOld[old, default: []].append(candidate) }
        if origins[new] < 0 || isRival { byNew[new, default: []].append(candidate) }
      }
    }
    takeSure(byOld, byNew)
    markOrder()
    takeEnclosed(byOld)
    guessRest(byOld)
  }

  private func candidate(_ old: Int, _ new: Int, _ prints: Wordprints) -> Candidate {
    let shared = prints.shared(old, new)
    let (oldWeight, newWeight) = (prints.old[old].weight, prints.new[new].weight)
    return Candidate(
      old: old, new: new, survival: shared / max(oldWeight, 0.001),
      likeness: shared / max(0.6 * oldWeight + 0.4 * newWeight, 0.001))
  }

  /// Takes pairs that lead every rival on both sides, the most alike first.
  private mutating func takeSure(_ byOld: [Int: [Candidate]], _ byNew: [Int: [Candidate]]) {
    let best = byOld.values.flatMap { $0 }.filter { origins[$0.new] < 0 }
      .sorted { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for candidate in best where pairs[candidate.old] == nil && origins[candidate.new] < 0 {
      let rival = max(
        strongest(byOld[candidate.old] ?? [], but: candidate),
        strongest(byNew[candidate.new] ?? [], but: candidate))
      let isInGap = gap(around: candidate.old).contains(candidate.new)
      let isSure = isInGap ? leadsInOrder(candidate, rival) : leadsOutOfOrder(candidate, rival)
      if isSure { join(candidate.old, candidate.new, .sure) }
    }
    // Of two that cross in one gap only the likelier keeps what order gave it.
    markOrder()
    for candidate in best where pairs[candidate.old]?.new == candidate.new {
      guard let pair = pairs[candidate.old], pair.certainty == .sure, !pair.isInOrder,
        candidate.survival < PairingBounds.aloneSurvival
      else { continue }
      pairs[candidate.old]?.certainty = .guess
    }
  }

  /// Whether a pair in order leads its strongest rival: clearly, all the more where less of it
  /// survives, or by little where most of it does or the two are nearly equal.
  private func leadsInOrder(_ candidate: Candidate, _ rival: Float) -> Bool {
    let lead = candidate.likeness - rival
    if candidate.survival >= PairingBounds.survival, lead >= PairingBounds.lead,
      rival <= PairingBounds.rival * candidate.likeness
    {
      return true
    }
    if candidate.survival >= PairingBounds.lowSurvival, lead >= PairingBounds.lowLead,
      rival <= PairingBounds.low * candidate.likeness
    {
      return true
    }
    guard lead >= PairingBounds.nearLead else { return false }
    return candidate.survival >= PairingBounds.mostSurvival
      || 1 - candidate.likeness <= PairingBounds.nearness * (1 - rival)
  }

  /// The same for a pair out of order, which its neighbours do not vouch for.
  private func leadsOutOfOrder(_ candidate: Candidate, _ rival: Float) -> Bool {
    let lead = candidate.likeness - rival
    if candidate.survival >= PairingBounds.movedSurvival, lead >= PairingBounds.movedLead {
      return true
    }
    return candidate.survival >= PairingBounds.aloneSurvival && lead >= PairingBounds.aloneLead
      && rival <= PairingBounds.alone * candidate.likeness
  }

  private func strongest(_ candidates: [Candidate], but one: Candidate) -> Float {
    candidates.lazy.filter { $0.old != one.old || $0.new != one.new }.map(\.likeness).max() ?? 0
  }

  /// Takes what stands alone between two sure pairs, most of it surviving: a look-alike elsewhere
  /// is no rival there.
  private mutating func takeEnclosed(_ byOld: [Int: [Candidate]]) {
    for old in pairs.indices where pairs[old] == nil && isAlone(old) {
      let new = gap(around: old).lowerBound
      guard origins[new] < 0, let candidate = byOld[old]?.first(where: { $0.new == new }),
        candidate.survival >= PairingBounds.enclosed
      else { continue }
      join(old, new, .sure)
    }
  }

  /// Whether both neighbours have sure pairs in order; the ends of the text count as such.
  private func isEnclosed(_ old: Int) -> Bool {
    (old == 0 || isFixed(old - 1)) && (old + 1 == pairs.count || isFixed(old + 1))
  }

  /// Whether a passage stands alone between two sure pairs that have one passage between them now.
  func isAlone(_ old: Int) -> Bool { isEnclosed(old) && gap(around: old).count == 1 }

  /// Guesses for what is left: the most alike that is free, in order before out of order.
  private mutating func guessRest(_ byOld: [Int: [Candidate]]) {
    for isInOrder in [true, false] {
      let rest = byOld.values.flatMap { $0 }
        .filter { $0.survival >= PairingBounds.guess && pairs[$0.old] == nil }
        .sorted { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
      for candidate in rest where pairs[candidate.old] == nil && origins[candidate.new] < 0 {
        if isInOrder, !gap(around: candidate.old).contains(candidate.new) { continue }
        join(candidate.old, candidate.new, .guess)
      }
    }
    for old in pairs.indices where pairs[old] == nil && !oldPassages[old].bodyRange.isEmpty {
      let new = gap(around: old).lowerBound
      if isAlone(old), origins[new] < 0, newPassages[new].kind == oldPassages[old].kind {
        join(old, new, .guess)
      }
    }
  }

  // MARK: Merged and split passages

  /// Notes where most of an old passage without a sure pair stands inside a new one, and where most
  /// of a new passage without an origin stems from an old one.
  private mutating func findMergers(_ prints: Wordprints) {
    var tally = [Float](repeating: 0, count: newPassages.count)
    for old in oldPassages.indices where prints.old[old].weight > 0 {
      if let pair = pairs[old], pair.certainty == .equal { continue }
      for new in prints.nearest(to: old, limit: 4, tally: &tally) {
        if let pair = pairs[old], pair.certainty == .sure, pair.new == new { continue }
        let shared = prints.shared(old, new)
        let isMerged =
          pairs[old]?.certainty != .sure && shared >= PairingBounds.merger * prints.old[old].weight
        let isSplit =
          pairs[old]?.certainty == .sure && origins[new] < 0
          && shared >= PairingBounds.merger * prints.new[new].weight
        if isMerged || isSplit { further[old, default: []].append(new) }
        if isMerged { merged[new, default: []].append(old) }
      }
    }
  }

  /// The old passages that a new one may be made of.
  func claimants(of new: Int) -> [Int] {
    let merged = merged[new] ?? []
    return origins[new] < 0 || merged.contains(origins[new]) ? merged : merged + [origins[new]]
  }
}
