import BulletinCore
import Testing

@testable import AnnotationJournal

/// A regulation that was annotated and the one it became.
struct AnchorTrial {
  let old: PresentText
  let new: PresentText
  /// The clauses of either text by identity.
  let oldClauses: [Int: Range<Int>]
  let newClauses: [Int: Range<Int>]

  init(_ old: Regulation, _ new: Regulation, newText: String? = nil) throws {
    self.old = presentText(old.text)
    self.new = presentText(newText ?? new.text)
    oldClauses = try clauses(of: self.old, old)
    newClauses = try clauses(of: self.new, new)
  }

  /// Anchors ranges of the old text in the new one, the old edition being kept.
  func anchors(_ ranges: [Range<Int>], isKept: Bool = true) -> [Anchor] {
    let targets = ranges.map { old.makeTarget($0, document: "01JC0000000000000000000000") }
    let kept = old.normalized.utf8
    return Anchoring(new).anchors(for: targets) { isKept && $0 == old.edition ? kept : nil }
  }

  /// The stretches between punctuation in a clause of the old text, of six scalars and more.
  func phrases(in id: Int) -> [Range<Int>] {
    guard let clause = oldClauses[id] else { return [] }
    var phrases: [Range<Int>] = []
    var start = clause.lowerBound
    for index in clause where old.normalized.scalars[index].isMark {
      if index - start >= 6 { phrases.append(start..<index) }
      start = index + 1
    }
    return phrases
  }
}

/// Reads a text.
func presentText(_ text: String) -> PresentText { PresentText(Bulletin(SourceText(text))) }

private func clauses(of text: PresentText, _ regulation: Regulation) throws -> [Int: Range<Int>] {
  let sections = text.bulletin.sections.filter { $0.role == .clause }
  try #require(sections.count == regulation.clauses.count)
  var ranges: [Int: Range<Int>] = [:]
  for (section, clause) in zip(sections, regulation.clauses) {
    ranges[clause.id] = text.range(ofWhole: section)
  }
  return ranges
}

extension Anchor {
  /// Whether the reader shows it as sure.
  var isSilent: Bool { state == .exact || state == .moved || state == .changed }
}

/// Counts for a bound.
struct Share {
  var hits = 0
  var all = 0

  mutating func count(_ isHit: Bool) {
    all += 1
    if isHit { hits += 1 }
  }

  var value: Double { all > 0 ? Double(hits) / Double(all) : 0 }
}
