/// An old edition laid beside the present one: made once, then every anchor of the old edition is
/// carried across. Offsets are those of the compared texts.
struct EditionComparison {
  let old: ComparedText
  let new: ComparedText
  let oldPassages: [Passage]
  let newPassages: [Passage]
  private let pairing: PassagePairing
  private var diffs: [DiffKey: PassageDiff] = [:]
  /// For each statute of the old edition what its clauses' numbers became.
  private let renumbered: [Int: [Int: Int]]

  private struct DiffKey: Hashable {
    var old: Int
    var new: Int
  }

  init(_ old: ComparedText, _ new: ComparedText, newPassages: [Passage], lines: LineTexts) {
    (self.old, self.new, self.newPassages) = (old, new, newPassages)
    oldPassages = cutPassages(old, lines: lines)
    pairing = PassagePairing(old, oldPassages, new, newPassages)
    var renumbered: [Int: [Int: Int]] = [:]
    for (index, pair) in pairing.pairs.enumerated() {
      guard let pair, pair.certainty.isSure, oldPassages[index].kind == .clause,
        newPassages[pair.new].kind == .clause, newPassages[pair.new].minor == 0,
        oldPassages[index].minor == 0
      else { continue }
      let passage = oldPassages[index]
      renumbered[passage.statute, default: [:]][passage.number] = newPassages[pair.new].number
    }
    self.renumbered = renumbered
  }

  /// What became of an anchor; nil where nothing of it is left.
  mutating func carry(_ range: Range<Int>) -> CarriedAnchor? {
    var parts: [CarriedPart] = []
    var carried = CarriedAnchor()
    var index = passage(at: range.lowerBound)
    var lost: [Range<Int>] = []
    while index < oldPassages.count, oldPassages[index].start < range.upperBound {
      let part = range.clamped(to: oldPassages[index].bodyRange)
      if !part.isEmpty {
        if part != oldPassages[index].bodyRange { carried.isWhole = false }
        if oldPassages[index].kind != .clause { carried.isClause = false }
        if let found = best(part, of: index) {
          parts.append(found)
          carried.length += found.length
          carried.kept += found.kept
        } else {
          lost.append(part)
          carried.length += part.count
        }
      }
      index += 1
    }
    guard let first = parts.first, let last = parts.last else { return nil }
    carried.certainty = parts.map(\.certainty).min() ?? .guess
    carried.isInOrder = parts.allSatisfy(\.isInOrder)
    for part in parts { carried.changes.formUnion(part.changes) }
    for part in lost { carried.changes.formUnion(meaningMarks(in: old.scalars, part).map(\.kind)) }
    carried.isEqual = lost.isEmpty && parts.allSatisfy(\.isEqual) && areAdjacent(parts)
    let whole = first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    let added = whole.count - parts.reduce(0) { $0 + $1.range.count }
    if areAscending(parts), added <= 2 * carried.length + 200 {
      carried.range = whole
    } else {
      carried.certainty = .guess
      carried.range = parts.max { $0.kept < $1.kept }?.range ?? first.range
    }
    carried.range = withLabel(carried.range, range, first)
    return carried
  }

  // MARK: One passage

  /// The part of an anchor that lies in one passage, at the best of its passage's partners.
  private mutating func best(_ part: Range<Int>, of index: Int) -> CarriedPart? {
    var best: CarriedPart?
    if let pair = pairing.pairs[index] {
      best = carry(part, of: index, to: pair.new, pair.certainty, isInOrder: pair.isInOrder)
      if let best, best.kept * 2 >= best.length, pair.certainty.isSure { return best }
    }
    for new in pairing.further[index] ?? [] {
      let certainty: PassagePair.Certainty = isSureMerger(index, new) ? .sure : .guess
      guard let found = carry(part, of: index, to: new, certainty, isInOrder: false) else {
        continue
      }
      let isBetter =
        best.map { (found.kept, $0.certainty.isSure ? 0 : 1) > ($0.kept, 0) } ?? true
      if isBetter { best = found }
    }
    return best
  }

  /// Whether a passage became part of another, or another was split off from it, beyond doubt: what
  /// they share is nearly all of the smaller, and no other passage claims it. A merger takes two.
  private mutating func isSureMerger(_ index: Int, _ new: Int) -> Bool {
    let shared = diff(index, new)
    let common = oldPassages[index].bodyRange.filter { shared.image($0) >= 0 }
    let limit = PairingBounds.contested * Double(common.count)
    if pairing.pairs[index]?.certainty == .sure, let partner = pairing.pairs[index]?.new {
      guard isMost(common.count, of: newPassages[new].bodyRange.count) else { return false }
      let rival = diff(index, partner)
      return Double(common.count { rival.image($0) >= 0 }) <= limit
    }
    guard isMost(common.count, of: oldPassages[index].bodyRange.count) else { return false }
    let others = pairing.claimants(of: new).filter { $0 != index }
    for other in others {
      let rival = diff(other, new)
      if Double(common.count { !rival.isFresh(shared.image($0)) }) > limit { return false }
    }
    return !others.isEmpty
  }

  private func isMost(_ part: Int, of whole: Int) -> Bool {
    Double(part) >= PairingBounds.sureMerger * Double(whole)
  }

  private mutating func carry(
    _ part: Range<Int>, of index: Int, to new: Int, _ certainty: PassagePair.Certainty,
    isInOrder: Bool
  ) -> CarriedPart? {
    let (passage, partner) = (oldPassages[index], newPassages[new])
    if passage.bodyRange.count == partner.bodyRange.count,
      old.scalars[passage.bodyRange] == self.new.scalars[partner.bodyRange]
    {
      let shift = partner.body - passage.body
      return CarriedPart(
        range: part.lowerBound + shift..<part.upperBound + shift, passage: new, length: part.count,
        kept: part.count, isEqual: true, certainty: certainty, isInOrder: isInOrder)
    }
    let diff = self.diff(index, new)
    guard let range = diff.range(of: part) else { return nil }
    let (length, kept) = diff.survival(part)
    var carried = CarriedPart(
      range: range, passage: new, length: length, kept: kept, isEqual: false, certainty: certainty,
      isInOrder: isInOrder)
    let gate = MeaningGate(diff: diff, renumbered: renumbered[passage.statute] ?? [:])
    carried.isEqual = length == kept && !range.contains { diff.isAdded($0) }
    carried.changes = gate.changes(part, range)
    return carried
  }

  private mutating func diff(_ index: Int, _ new: Int) -> PassageDiff {
    let key = DiffKey(old: index, new: new)
    if let diff = diffs[key] { return diff }
    let diff = PassageDiff(old, oldPassages[index], self.new, newPassages[new])
    diffs[key] = diff
    return diff
  }

  // MARK: Putting parts together

  private func areAscending(_ parts: [CarriedPart]) -> Bool {
    zip(parts, parts.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
  }

  private func areAdjacent(_ parts: [CarriedPart]) -> Bool {
    zip(parts, parts.dropFirst()).allSatisfy { $0.passage + 1 == $1.passage }
  }

  /// The range from the label on where the old one had its label too.
  private func withLabel(_ place: Range<Int>, _ range: Range<Int>, _ part: CarriedPart)
    -> Range<Int>
  {
    let passage = oldPassages[self.passage(at: range.lowerBound)]
    let partner = newPassages[part.passage]
    guard range.lowerBound == passage.start, passage.body > passage.start,
      place.lowerBound == partner.body
    else { return place }
    return partner.start..<place.upperBound
  }

  /// The index of the old passage that holds an offset, or of the first one behind it.
  private func passage(at offset: Int) -> Int {
    var low = 0
    var high = oldPassages.count
    while low < high {
      let middle = (low + high) / 2
      if oldPassages[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// An anchor carried across the difference of two editions.
struct CarriedAnchor {
  /// Where it stands in the new text.
  var range = 0..<0
  /// How many scalars it had, labels left out, and how many survive.
  var length = 0
  var kept = 0
  /// Whether it says the same, nothing taken out or put in.
  var isEqual = false
  /// How sure the place is.
  var certainty = PassagePair.Certainty.guess
  /// Whether it kept its place among its neighbours.
  var isInOrder = true
  /// Whether it is made of whole passages, and these of clauses.
  var isWhole = true
  var isClause = true
  /// What changed in meaning.
  var changes: Set<MeaningChange> = []

  /// Whether its rare words alone say where the clause that it was may be looked for.
  var isHint: Bool { certainty == .hint && isWhole && isClause }

  /// Whether more was put in than it had, as where a line runs on into its neighbour: what stands
  /// there is no longer what was marked. A whole clause may grow as it likes.
  var isOutgrown: Bool { !(isWhole && isClause) && range.count > 2 * length }

  /// The share that survives, from 0 to 1.
  var survival: Double { length > 0 ? Double(kept) / Double(length) : 0 }
}

/// The part of a carried anchor that lies in one passage.
private struct CarriedPart {
  var range: Range<Int>
  /// The index of the new passage.
  var passage: Int
  var length: Int
  var kept: Int
  var isEqual: Bool
  var certainty: PassagePair.Certainty
  var isInOrder: Bool
  var changes: Set<MeaningChange> = []
}
