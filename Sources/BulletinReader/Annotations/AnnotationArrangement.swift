internal import AnnotationJournal

/// Which annotations have a card, in which order, and under which headings.
///
/// What waits for review stands in groups at the end, whatever order the others are in.
struct AnnotationArrangement: Sendable {
  /// What stands above a group of cards.
  struct Heading: Equatable, Sendable {
    /// What the cards have in common.
    let name: Text
    /// How many there are.
    let count: Int
  }

  /// The annotations that have a card, by their index in the list, in the order of the cards.
  private(set) var cards: [Int] = []
  /// What stands above a card, by its number.
  private(set) var headings: [Int: Heading] = [:]
  /// The number of the first doubtful card, and of the first that lost its text; where there is none,
  /// the number that it would have.
  private(set) var firstDoubtful = 0
  private(set) var firstLost = 0
  /// The number of an annotation's card, by its index in the list.
  private var numbers: [Int: Int] = [:]
  /// The annotations with a sure place as the text is read.
  private var reading: [Int] = []

  /// No cards.
  init() {}

  /// Sorts and filters a list; without a filter all are kept.
  init(_ list: AnnotationList, by order: AnnotationOrder, _ filter: AnnotationFilter?) {
    let test = filter?.test(on: list.today)
    let kept = list.placed.indices.filter { test?(list.placed[$0]) ?? true }
    reading = kept.filter { !list.placed[$0].isSetApart }
    let doubtful = kept.filter { list.placed[$0].anchor.state == .doubtful }
    let lost = kept.filter { list.placed[$0].bytes == nil }
    for group in Self.groups(of: reading, in: list, by: order) {
      if let name = order.heading(of: list.placed[group[0]].annotation) {
        headings[cards.count] = Heading(name: name, count: group.count)
      }
      cards += group
    }
    firstDoubtful = cards.count
    firstLost = firstDoubtful + doubtful.count
    if !doubtful.isEmpty {
      headings[firstDoubtful] = Heading(
        name: Text(zh: "待确认", en: "To review"), count: doubtful.count)
    }
    if !lost.isEmpty {
      headings[firstLost] = Heading(name: Text(zh: "失锚", en: "Orphaned"), count: lost.count)
    }
    cards += doubtful + lost
    for (number, index) in cards.enumerated() { numbers[index] = number }
  }

  /// The annotations with a sure place, sorted, those of one key together; no group is empty.
  private static func groups(
    of indices: [Int], in list: AnnotationList, by order: AnnotationOrder
  ) -> [[Int]] {
    var byKey: [AnnotationSortKey: [Int]] = [:]
    for index in indices {
      byKey[order.key(of: list.placed[index].annotation, today: list.today), default: []]
        .append(index)
    }
    return byKey.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension AnnotationArrangement {
  /// The number of an annotation's card, by its index in the list.
  func number(of index: Int) -> Int? { numbers[index] }

  /// The number of the card nearest to a byte of the source: the innermost annotation that holds it,
  /// else the nearest with a sure place.
  func number(nearest byte: Int, in list: AnnotationList) -> Int? {
    let holding = list.indices(meeting: byte..<byte + 1).filter { numbers[$0] != nil }
    if let inner = holding.min(by: { list.placed[$0].isInside(list.placed[$1]) }) {
      return numbers[inner]
    }
    let before = reading.lastIndex(in: reading.indices) {
      (list.placed[$0].bytes?.lowerBound ?? 0) <= byte
    }
    let near = [before, before.map { $0 + 1 } ?? 0].compactMap { $0 }
      .filter(reading.indices.contains).map { reading[$0] }
    func distance(_ index: Int) -> Int {
      guard let bytes = list.placed[index].bytes else { return .max }
      return byte < bytes.lowerBound ? bytes.lowerBound - byte : byte - bytes.upperBound
    }
    return near.min { distance($0) < distance($1) }.flatMap { numbers[$0] }
  }
}

extension PlacedAnnotation {
  /// Whether it stands in a group at the end, in whatever order the others are.
  fileprivate var isSetApart: Bool { bytes == nil || anchor.state == .doubtful }
}
