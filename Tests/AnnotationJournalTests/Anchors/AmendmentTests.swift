import Testing

@testable import AnnotationJournal

/// How well anchors hold across amendments: bounds over many made-up regulations.
struct AmendmentTests {
  private static let seeds = 1...8

  /// A regulation with all that may happen to one; gives what was amended, moved and cut.
  private func amended(_ regulation: Regulation, _ dice: inout FixedDice) -> (
    new: Regulation, amended: Set<Int>, cut: [Regulation.Clause]
  ) {
    var new = regulation
    let amended = new.amendClauses(12, &dice)
    let cut = new.cutClauses(5, &dice)
    new.insertClauses(6, &dice)
    _ = new.moveClauses(2, &dice)
    return (new, amended.subtracting(cut.map(\.id)), cut)
  }

  @Test func unchangedClausesAreFoundForCertain() throws {
    var found = Share()
    for seed in Self.seeds {
      var dice = FixedDice(seed)
      let old = Regulation(clauses: 44, penalties: 12, &dice)
      let (new, amended, _) = amended(old, &dice)
      let text = seed % 2 == 0 ? new.text.reformatted(&dice) : new.text
      let trial = try AnchorTrial(old, new, newText: text)
      let same = old.clauses.map(\.id).filter {
        !amended.contains($0) && new.index(of: $0) != nil
      }
      let anchors = trial.anchors(same.compactMap { trial.oldClauses[$0] })
      for (id, anchor) in zip(same, anchors) {
        let isSame = anchor.state == .exact || anchor.state == .moved
        found.count(isSame && anchor.range == trial.newClauses[id])
      }
    }
    #expect(found.all > 250)
    #expect(found.value >= 0.995, "\(found)")
  }

  @Test func amendedClausesAreFoundAndNearlyHalfOfThemForCertain() throws {
    var right = Share()
    var certain = Share()
    for seed in Self.seeds {
      var dice = FixedDice(seed + 100)
      let old = Regulation(clauses: 44, penalties: 12, &dice)
      let (new, amended, _) = amended(old, &dice)
      let trial = try AnchorTrial(old, new)
      let ids = amended.sorted()
      let anchors = trial.anchors(ids.compactMap { trial.oldClauses[$0] })
      for (id, anchor) in zip(ids, anchors) {
        let clause = try #require(trial.newClauses[id])
        right.count(anchor.range?.overlaps(clause) ?? false)
        certain.count(anchor.isSilent)
      }
    }
    #expect(right.value >= 0.98, "\(right)")
    #expect(certain.value >= 0.45, "\(certain)")
  }

  @Test func whatWasCutOutIsNotAttachedSilently() throws {
    var clauses = Share()
    var phrases = Share()
    for seed in Self.seeds {
      var dice = FixedDice(seed + 200)
      let old = Regulation(clauses: 36, penalties: 20, &dice)
      var (new, _, cut) = amended(old, &dice)
      cut += new.cutClauses(12, &dice)
      let trial = try AnchorTrial(old, new)
      let ids = cut.map(\.id).filter { trial.oldClauses[$0] != nil }
      for anchor in trial.anchors(ids.compactMap { trial.oldClauses[$0] }) {
        clauses.count(anchor.isSilent)
      }
      for anchor in trial.anchors(ids.flatMap { trial.phrases(in: $0) }) {
        phrases.count(anchor.isSilent)
      }
    }
    #expect(clauses.value <= 0.005, "\(clauses)")
    #expect(phrases.value <= 0.01, "\(phrases)")
  }

  @Test func lookAlikesOfACutPenaltyDoNotTakeItsNotes() throws {
    var silent = Share()
    for seed in Self.seeds {
      var dice = FixedDice(seed + 300)
      let old = Regulation(clauses: 10, penalties: 24, &dice)
      for clause in old.clauses.suffix(24) {
        var new = old
        new.clauses.removeAll { $0.id == clause.id }
        guard !new.clauses.contains(where: { $0.paragraphs == clause.paragraphs }) else { continue }
        let trial = try AnchorTrial(old, new)
        let range = try #require(trial.oldClauses[clause.id])
        for anchor in trial.anchors([range]) { silent.count(anchor.isSilent) }
      }
    }
    #expect(silent.value <= 0.005, "\(silent)")
  }

  @Test func phrasesOfUnchangedClausesAreFound() throws {
    var certain = Share()
    for seed in Self.seeds {
      var dice = FixedDice(seed + 400)
      let old = Regulation(clauses: 44, penalties: 12, &dice)
      let (new, amended, _) = amended(old, &dice)
      let trial = try AnchorTrial(old, new, newText: new.text.reformatted(&dice))
      for clause in old.clauses where !amended.contains(clause.id) {
        guard let from = trial.oldClauses[clause.id], let to = trial.newClauses[clause.id] else {
          continue
        }
        let phrases = trial.phrases(in: clause.id)
        for (phrase, anchor) in zip(phrases, trial.anchors(phrases)) {
          let shift = to.lowerBound - from.lowerBound
          let place = phrase.lowerBound + shift..<phrase.upperBound + shift
          certain.count(anchor.range == place && anchor.isSilent)
        }
      }
    }
    #expect(certain.value >= 0.995, "\(certain)")
  }

  @Test func misreadTextKeepsItsNotes() throws {
    var right = Share()
    for seed in Self.seeds {
      var dice = FixedDice(seed + 500)
      let old = Regulation(clauses: 40, penalties: 10, &dice)
      var new = old
      let misread = new.misread(0.12, &dice).sorted()
      let trial = try AnchorTrial(old, new)
      let anchors = trial.anchors(misread.compactMap { trial.oldClauses[$0] })
      for (id, anchor) in zip(misread, anchors) {
        right.count(anchor.range == trial.newClauses[id] && anchor.isSilent)
      }
    }
    #expect(right.value >= 0.98, "\(right)")
  }

  @Test func oneMarkAlteredIsDoubtfulAndANeutralWordIsNot() throws {
    var doubtful = Share()
    var changed = Share()
    for seed in 1...4 {
      var dice = FixedDice(seed + 600)
      let old = Regulation(clauses: 30, penalties: 10, &dice)
      for index in old.clauses.indices {
        for isMark in [true, false] {
          var new = old
          let place = dice.roll(new.clauses[index].paragraphs.count)
          let isSwapped =
            isMark
            ? new.clauses[index].paragraphs[place].swapMark(&dice)
            : new.clauses[index].paragraphs[place].swapNeutralWord(&dice)
          guard isSwapped else { continue }
          let trial = try AnchorTrial(old, new)
          let range = try #require(trial.oldClauses[old.clauses[index].id])
          let anchor = trial.anchors([range])[0]
          if isMark {
            doubtful.count(anchor.state == .doubtful)
          } else {
            changed.count(anchor.state == .changed)
          }
        }
      }
    }
    #expect(doubtful.all > 60 && changed.all > 60)
    #expect(doubtful.value >= 0.95, "\(doubtful)")
    #expect(changed.value >= 0.90, "\(changed)")
  }
}
