import BulletinCore
import Testing

/// Laws written by chance: every clause is found, however the law is printed.
@Suite struct GeneratedLawTests {
  struct Printing: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let style: LawWriter.Style
    /// The least share of lines whose role and number are right.
    let bound: Double
  }

  static let printings = [
    Printing(testDescription: "clean", style: LawWriter.Style(), bound: 1),
    Printing(testDescription: "glued", style: LawWriter.Style(glued: true), bound: 1),
    Printing(testDescription: "cut", style: LawWriter.Style(cut: true), bound: 0.98),
    Printing(
      testDescription: "glued and cut", style: LawWriter.Style(glued: true, cut: true), bound: 0.98),
    Printing(
      testDescription: "glued and cut, full stops lost",
      style: LawWriter.Style(glued: true, cut: true, lostStops: 0.05), bound: 0.96),
  ]

  private static func clauses(_ readings: some Sequence<String>) -> [String] {
    readings.filter { $0.hasPrefix("clause") }
  }

  @Test(arguments: printings, 1...12 as ClosedRange<UInt64>)
  func everyClauseIsFound(_ printing: Printing, _ seed: UInt64) {
    let law = LawWriter.write(seed: seed, style: printing.style)
    let readings = Labelled.readings(law.bulletin)
    let name = "\(printing.testDescription)/\(seed)"
    let (share, difference) = DamageTests.accuracy(law)
    #expect(
      Self.clauses(readings.map(Labelled.withoutDepth))
        == Self.clauses(law.textRows.compactMap(\.reading).map(Labelled.withoutDepth)),
      "\(name)\n\(difference)")
    #expect(share >= printing.bound, "\(name)\n\(difference)")
  }
}
