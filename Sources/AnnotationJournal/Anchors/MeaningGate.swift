/// The gate that an amended anchor passes only where its numbers, negations and modal words are
/// what they were.
struct MeaningGate {
  let diff: PassageDiff
  /// What the number of a clause became, where that is sure; a reference to it may say so.
  let renumbered: [Int: Int]

  private struct Said: Hashable {
    var kind: MeaningChange
    var value: Int
  }

  /// What differs in meaning between a part of the old body and its place in the new one.
  func changes(_ range: Range<Int>, _ place: Range<Int>) -> Set<MeaningChange> {
    let gone = diff.oldMarks.filter { $0.range.overlaps(range) && isTouched($0) }.map(said)
    let added = diff.newMarks.filter { $0.range.overlaps(place) && isAdded($0) }
      .map { Said(kind: $0.kind, value: $0.value) }
    guard gone != added else { return touching(range, place) }
    var balance: [Said: Int] = [:]
    for mark in gone { balance[mark, default: 0] += 1 }
    for mark in added { balance[mark, default: 0] -= 1 }
    let different = Set(balance.filter { $0.value != 0 }.keys.map(\.kind))
    return different.isEmpty ? Set(gone.map(\.kind)) : different
  }

  private func said(_ mark: MeaningMark) -> Said {
    let value = mark.kind == .clauseReference ? renumbered[mark.value] ?? mark.value : mark.value
    return Said(kind: mark.kind, value: value)
  }

  /// Whether a mark of the old body is gone, or something was put into it.
  private func isTouched(_ mark: MeaningMark) -> Bool {
    if let word = mark.setWord, word.allSatisfy({ isInOldBody($0) && diff.isGone($0) }) {
      return false
    }
    if mark.range.contains(where: { diff.isGone($0) }) { return true }
    return zip(mark.range, mark.range.dropFirst()).contains { one, next in
      diff.image(one) >= 0 && diff.image(next) != diff.image(one) + 1
    }
  }

  /// Whether a mark of the new body is new, in part or whole, inside a sentence that is not.
  private func isAdded(_ mark: MeaningMark) -> Bool {
    if let word = mark.setWord, word.allSatisfy({ isInNewBody($0) && diff.isAdded($0) }) {
      return false
    }
    let fresh = mark.range.filter { diff.isAdded($0) }
    if let first = fresh.first { return !diff.isOwnSentence(first) && !diff.isInNewSentence(first) }
    if mark.range.allSatisfy(diff.isLabel) { return false }
    return isPulledTogether(mark)
  }

  /// Whether the scalars of a mark stood apart in the old body: 三…十 is not 三十.
  private func isPulledTogether(_ mark: MeaningMark) -> Bool {
    guard mark.range.count > 1 else { return false }
    return diff.carriedMarks[mark.range.lowerBound] != mark.range.count
  }

  private func isInOldBody(_ index: Int) -> Bool { diff.old.bodyRange.contains(index) }
  private func isInNewBody(_ index: Int) -> Bool { diff.new.bodyRange.contains(index) }

  /// What was put right before the anchor, in its sentence, and turns it round: *不* 应当公开.
  private func touching(_ range: Range<Int>, _ place: Range<Int>) -> Set<MeaningChange> {
    guard range.lowerBound > diff.old.body else { return [] }
    let before = diff.image(range.lowerBound - 1)
    guard before >= 0, before + 1 < place.lowerBound else { return [] }
    let added = before + 1..<place.lowerBound
    let marks = diff.newMarks.filter { mark in
      added.overlaps(mark.range) && isAdded(mark)
        && (mark.kind == .negation || mark.kind == .modality)
    }
    return Set(marks.map(\.kind))
  }
}
