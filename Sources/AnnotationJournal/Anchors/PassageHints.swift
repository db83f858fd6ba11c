/// Places to look for clauses that were rewritten.
extension PassagePairing {
  /// Gives each clause that is left the clause whose new words are most like its own, rare words
  /// weighing most, as a hint. What stems from another old clause counts for nothing: a clause that
  /// stands as it stood holds no other, so that of a clause cut out its look-alikes are no hint.
  mutating func hintRest(_ prints: Wordprints) {
    var tally = [Float](repeating: 0, count: newPassages.count)
    for old in oldPassages.indices
    where oldPassages[old].kind == .clause && prints.old[old].weight > 0 {
      if let pair = pairs[old], pair.certainty.isSure { continue }
      guard pairs[old] != nil || further[old] == nil else { continue }
      // A guess may stem from order alone: words that speak for it make it worth showing.
      let candidates =
        pairs[old].map { [$0.new] } ?? prints.nearest(to: old, limit: 8, tally: &tally)
      var best: (new: Int, likeness: Float)?
      for new in candidates {
        let likeness = likenessAnew(old, new, prints)
        guard likeness >= hintFloor(old, new), likeness > best?.likeness ?? 0 else { continue }
        best = (new, likeness)
      }
      if let best { hint(old, best.new) }
    }
  }

  /// How alike a clause must be to be a hint: the less, the more order speaks for it.
  private func hintFloor(_ old: Int, _ new: Int) -> Float {
    guard gap(around: old).contains(new) else { return PairingBounds.hint }
    return isAlone(old) ? PairingBounds.hintAlone : PairingBounds.hintInOrder
  }

  /// How alike an old clause is to what is new in a new one.
  private func likenessAnew(_ old: Int, _ new: Int, _ prints: Wordprints) -> Float {
    guard newPassages[new].kind == .clause else { return 0 }
    let origin = origins[new] < 0 || origins[new] == old ? nil : origins[new]
    if let origin, pairs[origin]?.certainty == .equal { return 0 }
    let (shared, weight) = prints.sharedAnew(old, new, origin: origin)
    return shared / max(0.6 * prints.old[old].weight + 0.4 * weight, 0.001)
  }
}
