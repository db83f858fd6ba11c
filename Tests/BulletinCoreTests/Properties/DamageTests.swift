import BulletinCore
import Testing

/// A whole issue damaged in one way all over: how much of the reading is kept.
@Suite struct DamageTests {
  /// The share of lines whose role and number are as expected.
  static func accuracy(_ damaged: Labelled) -> (share: Double, difference: String) {
    let rows = damaged.textRows
    let readings = Labelled.readings(damaged.bulletin).map(Labelled.withoutDepth)
    guard rows.count == readings.count else { return (0, "lines lost") }
    let drawn = rows.map { row in
      var row = row
      row.reading = row.reading.map(Labelled.withoutDepth)
      return row
    }
    let wrong = zip(drawn, readings).count { $0.0.reading != $0.1 }
    return (
      1 - Double(wrong) / Double(rows.count), Labelled.difference(drawn, readings) ?? ""
    )
  }

  @Test(arguments: Damage.kinds, 1...8 as ClosedRange<UInt64>)
  func damagedIssueIsStillRead(_ damage: Damage, _ seed: UInt64) {
    let (share, difference) = Self.accuracy(damage(WeeklyIssue.picture, seed: seed))
    #expect(share >= damage.bound, "\(damage.testDescription)/\(seed)\n\(difference)")
  }
}
