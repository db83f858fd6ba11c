/// Pairing passages whose text is the same in both editions.
extension PassagePairing {
  mutating func pairEqual() {
    var groups: [UInt64: (old: [Int], new: [Int])] = [:]
    groups.reserveCapacity(oldPassages.count + newPassages.count)
    for (index, passage) in oldPassages.enumerated() where !passage.bodyRange.isEmpty {
      groups[contentHash(oldText.scalars, passage.bodyRange), default: ([], [])].old.append(index)
    }
    for (index, passage) in newPassages.enumerated() where !passage.bodyRange.isEmpty {
      groups[contentHash(newText.scalars, passage.bodyRange), default: ([], [])].new.append(index)
    }
    var repeated: [(old: [Int], new: [Int])] = []
    for group in groups.values where !group.old.isEmpty && !group.new.isEmpty {
      if group.old.count == 1, group.new.count == 1 {
        if isEqual(group.old[0], group.new[0]) { join(group.old[0], group.new[0], .equal) }
      } else {
        repeated.append(group)
      }
    }
    markOrder()
    pairRepeated(repeated.sorted { $0.old[0] < $1.old[0] })
  }

  private func isEqual(_ old: Int, _ new: Int) -> Bool {
    oldText.scalars[oldPassages[old].bodyRange] == newText.scalars[newPassages[new].bodyRange]
  }

  /// Pairs text that stands more than once: by its neighbours on both sides, else in order where no
  /// copy was added or taken away; else one neighbour makes a guess.
  private mutating func pairRepeated(_ groups: [(old: [Int], new: [Int])]) {
    for isStrict in [true, false] {
      for group in groups {
        let isWhole = group.old.count == group.new.count
        for old in group.old where pairs[old] == nil {
          for new in nextToPairs(old) where origins[new] < 0 && isEqual(old, new) {
            let (before, behind) = neighboursAgree(old, new)
            if before && behind || !isStrict && isWhole && (before || behind) {
              join(old, new, .equal)
              break
            }
          }
        }
      }
    }
    markOrder()
    for group in groups { pairByOrder(group) }
  }

  /// The new passages that stand next to the partners of a passage's neighbours.
  private func nextToPairs(_ old: Int) -> [Int] {
    let before = old == 0 ? 0 : pairs[old - 1].map { $0.new + 1 }
    let behind = old + 1 == pairs.count ? origins.count - 1 : pairs[old + 1].map { $0.new - 1 }
    return [before, behind].compactMap { $0 }.filter(origins.indices.contains)
  }

  /// Pairs copies that order tells apart: one between two sure pairs, in either edition; else, where
  /// none was added or taken away, each with its like; else one neighbour makes a guess.
  private mutating func pairByOrder(_ group: (old: [Int], new: [Int])) {
    // Where so many are alike, nobody marks one of them.
    if max(group.old.count, group.new.count) <= 64 { pairBetweenPairs(group) }
    let olds = group.old.filter { pairs[$0] == nil }
    let news = group.new.filter { origins[$0] < 0 }
    for (index, old) in olds.enumerated() {
      if group.old.count == group.new.count, index < news.count, isEqual(old, news[index]) {
        let isSure = gap(around: old).contains(news[index])
        join(old, news[index], isSure ? .equal : .guess)
      } else if let new = nextToPairs(old).first(where: { origins[$0] < 0 && isEqual(old, $0) }) {
        join(old, new, .guess)
      }
    }
  }

  private mutating func pairBetweenPairs(_ group: (old: [Int], new: [Int])) {
    for old in group.old where pairs[old] == nil {
      let gap = gap(around: old)
      let news = group.new.filter { origins[$0] < 0 && gap.contains($0) }
      guard news.count == 1, isEqual(old, news[0]) else { continue }
      let rivals = group.old.filter { pairs[$0] == nil && self.gap(around: $0).contains(news[0]) }
      if rivals.count == 1 { join(old, news[0], .equal) }
    }
  }

  /// Whether the passages before and behind are pairs too; a text's ends agree with each other.
  private func neighboursAgree(_ old: Int, _ new: Int) -> (before: Bool, behind: Bool) {
    let before = old == 0 ? new == 0 : new > 0 && pairs[old - 1]?.new == new - 1
    let behind =
      old + 1 == pairs.count
      ? new + 1 == origins.count : new + 1 < origins.count && pairs[old + 1]?.new == new + 1
    return (before, behind)
  }
}
