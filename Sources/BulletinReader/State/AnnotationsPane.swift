internal import AnnotationJournal
internal import BulletinCore
internal import BulletinScreen

/// The annotations pane: in which order cards stand, which are kept, which one is current, and which
/// rows of them show.
///
/// Only cards that show, and those on the way to them, are laid out.
struct AnnotationsPane: Sendable {
  /// What stands above a group of cards.
  struct Heading: Equatable, Sendable {
    /// What the cards have in common.
    let name: Text
    /// How many there are.
    let count: Int
  }

  /// A row that shows.
  struct Row: Equatable, Sendable {
    /// What it says.
    let row: CardRow
    /// The card that it belongs to; nil above a card.
    let card: Int?
  }

  /// How cards are sorted; what waits for review stands at the end in any order.
  private(set) var order = AnnotationOrder.place
  /// Which cards are kept; nil for all.
  private(set) var filter: AnnotationFilter?
  /// The annotations that have a card, by their index in the list, in the order of the cards.
  private(set) var cards: [Int] = []
  /// All annotations.
  private(set) var list = AnnotationList(today: CalendarDay.today(at: 0))
  /// The number of the current card, from 0.
  private(set) var position = 0
  /// What cards are laid out for.
  private(set) var page = CardPage()

  /// What stands above a card.
  private var headings: [Int: Heading] = [:]
  /// The number of the first card that waits for review, and of the first that lost its text.
  private var firstDoubtful = 0
  private var firstLost = 0
  /// The number of an annotation's card, by its index in the list.
  private var numbers: [Int: Int] = [:]
  /// The cards with a sure place as the text is read.
  private var reading: [Int] = []
  /// The topmost card that shows, and how many of its rows lie above the pane.
  private var top = 0
  private var hiddenRows = 0
  private var laidOut: [LaidOutKey: AnnotationCard] = [:]

  private struct LaidOutKey: Hashable {
    let card: Int
    let extent: AnnotationCard.Extent
    let showsKeys: Bool
  }

  /// Cards that are kept laid out.
  private static let keptCards = 256

  init() {}
}

// MARK: What there is

extension AnnotationsPane {
  /// The id of the current card's annotation; nil where there is no card.
  var current: String? {
    cards.indices.contains(position) ? list.placed[cards[position]].annotation.id : nil
  }

  /// Takes the annotations as they are now; the current card stays as far as it can.
  mutating func take(_ list: AnnotationList) {
    let isSame = list.today == self.list.today && list.placed == self.list.placed
    guard !isSame else { return }
    let id = current
    self.list = list
    arrange(current: id)
  }

  /// Takes another way to sort cards.
  mutating func sort(by order: AnnotationOrder) {
    guard order != self.order else { return }
    let id = current
    self.order = order
    arrange(current: id)
  }

  /// Keeps only annotations that the words fit; empty ones keep all.
  mutating func setFilter(_ words: String) {
    let filter = words.allSatisfy(\.isWhitespace) ? nil : AnnotationFilter(words)
    guard filter != self.filter else { return }
    let id = current
    self.filter = filter
    arrange(current: id)
  }

  /// Sorts and filters anew.
  private mutating func arrange(current id: String?) {
    let kept = list.placed.indices.filter { index in
      filter?.keeps(list.placed[index], today: list.today) ?? true
    }
    reading = kept.filter { !list.placed[$0].isSetApart }
    let doubtful = kept.filter { list.placed[$0].anchor.state == .doubtful }
    let lost = kept.filter { list.placed[$0].bytes == nil }
    cards = []
    headings = [:]
    for group in groups(of: reading) {
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
    numbers = [:]
    for (number, index) in cards.enumerated() { numbers[index] = number }
    laidOut = [:]
    let same = id.flatMap { list.index(of: $0) }.flatMap { numbers[$0] }
    position = same ?? min(position, max(0, cards.count - 1))
    settle()
  }

  /// The annotations with a sure place, sorted, those of one key together; no group is empty.
  private func groups(of indices: [Int]) -> [[Int]] {
    var byKey: [AnnotationSortKey: [Int]] = [:]
    for index in indices {
      byKey[order.key(of: list.placed[index].annotation, today: list.today), default: []]
        .append(index)
    }
    return byKey.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension PlacedAnnotation {
  /// Whether it stands in a group at the end, in whatever order the others are.
  fileprivate var isSetApart: Bool { bytes == nil || anchor.state == .doubtful }
}

// MARK: Moving

extension AnnotationsPane {
  /// Moves by cards.
  /// - Returns: whether it moved.
  @discardableResult
  mutating func move(_ count: Int) -> Bool {
    let (target, overflow) = position.addingReportingOverflow(count)
    return go(toCard: overflow ? (count < 0 ? 0 : .max) : target)
  }

  /// Makes a card current by its number from 0, or the nearest one there is.
  /// - Returns: whether it is another than before.
  @discardableResult
  mutating func go(toCard number: Int) -> Bool {
    let before = position
    position = min(max(0, number), max(0, cards.count - 1))
    settle()
    return position != before
  }

  /// Makes the card of an annotation current; a filter that hides it is given up.
  mutating func go(to id: String) {
    guard let index = list.index(of: id) else { return }
    if numbers[index] == nil { setFilter("") }
    if let number = numbers[index] { go(toCard: number) }
  }

  /// Makes the card nearest to a byte of the source current: the innermost annotation that holds it,
  /// else the nearest with a sure place.
  mutating func follow(byte: Int) {
    guard let number = number(nearest: byte), number != position else { return }
    go(toCard: number)
  }

  private func number(nearest byte: Int) -> Int? {
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

  /// Moves by so many rows, a page or half of one: within a card that is taller than the pane, else
  /// to the card that would come into sight.
  /// - Returns: whether anything moved.
  @discardableResult
  mutating func scroll(_ rows: Int) -> Bool {
    guard !cards.isEmpty, page.rows > 0 else { return false }
    let isTall = top == position && block(position).count > page.rows
    let furthest = isTall ? block(position).count - page.rows : 0
    if isTall, rows > 0 ? hiddenRows < furthest : hiddenRows > 0 {
      hiddenRows = min(max(0, hiddenRows + rows), furthest)
      return true
    }
    var left = abs(rows)
    var number = position
    while left > 0, cards.indices.contains(number + rows.signum()) {
      number += rows.signum()
      left -= block(number).count
    }
    return go(toCard: number)
  }
}

// MARK: Rows

extension AnnotationsPane {
  /// Takes what cards are laid out for.
  mutating func set(_ page: CardPage) {
    guard page != self.page else { return }
    if page.reviewKeys != self.page.reviewKeys || page.columns != self.page.columns
      || page.language != self.page.language || page.ambiguousWide != self.page.ambiguousWide
      || page.signs != self.page.signs
    {
      laidOut = [:]
    }
    self.page = page
    settle()
  }

  /// The rows that show, from the top.
  mutating func rows() -> [Row] {
    var rows: [Row] = []
    var number = top
    while number < cards.count, rows.count < page.rows {
      var block = block(number)
      if number == top { block.removeFirst(min(hiddenRows, block.count)) }
      if rows.isEmpty, let first = block.first, first == Row(row: .blank, card: nil) {
        block.removeFirst()
      }
      rows += block
      number += 1
    }
    return Array(rows.prefix(page.rows))
  }

  /// The number of the card in a row of the pane, as after a click.
  mutating func card(atRow row: Int) -> Int? {
    let rows = rows()
    return rows.indices.contains(row) ? rows[row].card : nil
  }

  /// The rows of a card and what stands above it.
  private mutating func block(_ number: Int) -> [Row] {
    var block: [Row] = []
    let isCloseToOther = number > 0 && isBrief(number) && isBrief(number - 1)
    if number > 0, headings[number] != nil || !isCloseToOther {
      block.append(Row(row: .blank, card: nil))
    }
    // Where there is hardly room for a card, headings give way.
    if let heading = headings[number], page.rows >= 4 {
      let words = "\(heading.name(page.language)) \(heading.count)"
      block.append(Row(row: CardRow(page.fitted(words, page.columns), .annotationGroup), card: nil))
    }
    return block + card(number).rows.map { Row(row: $0, card: number) }
  }

  private func isBrief(_ number: Int) -> Bool { number >= firstDoubtful && number != position }

  private mutating func card(_ number: Int) -> AnnotationCard {
    let extent: AnnotationCard.Extent =
      isBrief(number) ? .brief : (number == position ? .whole : .short)
    let key = LaidOutKey(card: number, extent: extent, showsKeys: showsKeys(number))
    if let card = laidOut[key] { return card }
    if laidOut.count >= Self.keptCards { laidOut = [:] }
    let card = AnnotationCard(
      list.placed[cards[number]], in: list, extent, showsKeys: key.showsKeys, page: page)
    laidOut[key] = card
    return card
  }

  /// Whether the keys of reviewing stand below a card: the current one, else the last doubtful one.
  private func showsKeys(_ number: Int) -> Bool {
    guard number >= firstDoubtful else { return false }
    if position >= firstDoubtful { return number == position }
    return firstLost > firstDoubtful ? number == firstLost - 1 : number == cards.count - 1
  }

  /// Brings the current card into sight, and leaves no room at the end while cards lie above.
  private mutating func settle() {
    guard !cards.isEmpty, page.rows > 0 else {
      (top, hiddenRows) = (0, 0)
      return
    }
    top = min(top, cards.count - 1)
    if position < top { (top, hiddenRows) = (position, 0) }
    if position != top || block(top).count <= page.rows { hiddenRows = 0 }
    top = max(top, first(endingWith: position))
    // What shows below the top may leave room.
    var rows = 0
    var number = top
    while number < cards.count, rows <= page.rows {
      rows += block(number).count
      number += 1
    }
    if number == cards.count, rows <= page.rows { top = min(top, first(endingWith: number - 1)) }
    if hiddenRows > 0 { hiddenRows = min(hiddenRows, max(0, block(top).count - page.rows)) }
  }

  /// The first card that shows where the last row of the pane is a card's last.
  private mutating func first(endingWith number: Int) -> Int {
    var first = number
    var rows = block(number).count
    while first > 0 {
      let above = block(first - 1).count
      guard rows + above <= page.rows else { break }
      rows += above
      first -= 1
    }
    return first
  }
}
