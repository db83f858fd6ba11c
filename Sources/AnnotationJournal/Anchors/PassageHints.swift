/// Places to look for clauses that were rewritten.
extension PassagePairing {
  /// Gives each clause that is left the clause whose new words are most like its own, rare words
  /// weighing most, as a hint. What stems from another old clause counts for nothing: a clause that
  /// stands as it stood holds no other, so that of a clause cut out its look-alikes are no hint.
  mutating func hintRest(_ prints: Wordprints) {
    var tally = [Float](repeating: 0, count: newPassages.count)
    for old in oldPassages.indices where pairs[old] == nil && oldPassages[old].kind == .clause {
      guard prints.old[old].weight > 0, further[old] == nil else { continue }
      var best: (new: Int, likeness: Float)?
      for new in prints.nearest(to: old, limit: 8, tally: &tally) {
        let likeness = likenessAnew(old, new, prints)
        let floor =
          gap(around: old).contains(new) ? PairingBounds.hintInOrder : PairingBounds.hint
        if likeness >= floor, likeness > best?.likeness ?? 0 { best = (new, likeness) }
      }
      if let best { hint(old, best.new) }
    }
  }

  /// How alike an old clause is to what is new in a new one.
  private func likenessAnew(_ old: Int, _ new: Int, _ prints: Wordprints) -> Float {
    guard newPassages[new].kind == .clause else { return 0 }
    let origin = origins[new] < 0 ? nil : origins[new]
    if let origin, pairs[origin]?.certainty == .equal { return 0 }
    let (shared, weight) = prints.sharedAnew(old, new, origin: origin)
    return shared / max(0.6 * prints.old[old].weight + 0.4 * weight, 0.001)
  }
}
