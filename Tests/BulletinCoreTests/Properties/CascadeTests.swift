import BulletinCore
import Testing

/// One damaged line costs its neighbours little: the reading does not tip over from there.
@Suite struct CascadeTests {
  /// What can happen to one line.
  enum Accident: CaseIterable, Sendable {
    case loseFinalMark, garbleLabel, wrongNumber, cut, delete, duplicate, glue

    /// The rows with the accident, and the origins of those it touched; nil where it cannot happen.
    func happen(to rows: [Labelled.Row], at place: Int, _ chance: inout SplitMix64)
      -> (rows: [Labelled.Row], touched: Set<Int>)?
    {
      var (rows, row) = (rows, rows[place])
      var touched: Set<Int> = [row.origin]
      switch self {
      case .loseFinalMark:
        guard let last = row.text.last, "。；：！？".contains(last) else { return nil }
        rows[place].text.removeLast()
      case .garbleLabel:
        guard let parts = row.labelParts else { return nil }
        rows[place].text = parts.marks + "策" + parts.label.dropFirst() + parts.blank + parts.body
      case .wrongNumber:
        guard let parts = row.labelParts else { return nil }
        let numbers = parts.label.map { character -> Character in
          if "一二三四五六七八九十".contains(character) { return chance.pick(Array("一四七九")) }
          return character.isNumber && character.isASCII ? chance.pick(Array("1479")) : character
        }
        rows[place].text = parts.marks + String(numbers) + parts.blank + parts.body
      case .cut:
        guard let (head, tail) = row.cut(using: &chance) else { return nil }
        rows[place].text = head
        row.text = tail
        row.origin = -1
        rows.insert(row, at: place + 1)
      case .delete: rows.remove(at: place)
      case .duplicate:
        row.origin = -1
        rows.insert(row, at: place + 1)
      case .glue:
        guard place + 1 < rows.count else { return nil }
        touched.insert(rows[place + 1].origin)
        rows[place].text += rows[place + 1].text.drop { "#*- ".contains($0) }
        rows.remove(at: place + 1)
      }
      return (rows, touched)
    }
  }

  /// A text in which accidents happen, with the places where they may.
  struct Scene: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let rows: [Labelled.Row]
    let places: Range<Int>

    /// An article of the weekly issue: its text behind the title.
    init(_ name: String, article: Int) {
      testDescription = name
      rows = WeeklyIssue.picture.textRows
      let article = WeeklyIssue.picture.bulletin.articles[article]
      places = article.titleLine + 2..<article.lines.upperBound - 1
    }

    init(law seed: UInt64) {
      testDescription = "law \(seed)"
      rows = LawWriter.write(seed: seed).textRows
      places = 2..<rows.count - 1
    }
  }

  static let scenes = [
    Scene("regulation", article: 0), Scene("plan", article: 1), Scene("figures", article: 2),
    Scene(law: 1), Scene(law: 2),
  ]

  private struct Outcome {
    var changed: Int
    var name: String
    var difference: String
  }

  private static func readings(_ rows: [Labelled.Row]) -> [Int: String] {
    var labelled = Labelled("")
    labelled.rows = rows
    let readings = Labelled.readings(labelled.bulletin).map(Labelled.withoutDepth)
    #expect(readings.count == rows.count)
    return Dictionary(zip(rows.map(\.origin), readings)) { first, _ in first }
  }

  /// Lets the accident happen at every place and counts the other lines it changes.
  private static func outcomes(_ scene: Scene, _ accident: Accident) -> [Outcome] {
    let before = readings(scene.rows)
    var chance = SplitMix64(seed: 7)
    return scene.places.compactMap { place in
      guard let (rows, touched) = accident.happen(to: scene.rows, at: place, &chance) else {
        return nil
      }
      let after = readings(rows)
      let changed = rows.filter {
        $0.origin >= 0 && !touched.contains($0.origin) && after[$0.origin] != before[$0.origin]
      }
      let lines = changed.prefix(12).map { row in
        "  \(before[row.origin] ?? "") → \(after[row.origin] ?? "") | \(row.text.prefix(30))"
      }
      return Outcome(
        changed: changed.count, name: "\(accident) at \(scene.rows[place].text.prefix(30))",
        difference: lines.joined(separator: "\n"))
    }
  }

  @Test(arguments: scenes, Accident.allCases)
  func oneLineCostsAtMostThree(_ scene: Scene, _ accident: Accident) {
    let outcomes = Self.outcomes(scene, accident)
    let spread = outcomes.filter { $0.changed > 3 }
    let told = spread.map { "\($0.name): \($0.changed)\n\($0.difference)" }.joined(separator: "\n")
    #expect(Double(spread.count) <= 0.01 * Double(outcomes.count), "\(told)")
    // Far below that bound on the average: most accidents change no other line.
    let sum = outcomes.reduce(0) { $0 + $1.changed }
    #expect(
      Double(sum) <= 0.3 * Double(outcomes.count), "\(sum) lines in \(outcomes.count) accidents")
    let lines = scene.places.count
    guard lines >= 60 else { return }
    for outcome in outcomes {
      #expect(
        Double(outcome.changed) <= 0.05 * Double(lines), "\(outcome.name)\n\(outcome.difference)")
    }
  }
}
