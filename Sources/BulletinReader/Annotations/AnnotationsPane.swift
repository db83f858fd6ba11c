internal import AnnotationJournal
internal import BulletinCore
internal import BulletinScreen

/// The annotations pane: in which order cards stand, which are kept, which one is current, and which
/// rows of them show.
///
/// Only cards that show, and those on the way to them, are laid out.
struct AnnotationsPane: Sendable {
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
  /// All annotations.
  private(set) var list = AnnotationList(today: CalendarDay.today(at: 0))
  /// The number of the current card, from 0.
  private(set) var position = 0
  /// What cards are laid out for.
  private(set) var page = CardPage()

  private var arrangement = AnnotationArrangement()
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
  /// The annotations that have a card, by their index in the list, in the order of the cards.
  var cards: [Int] { arrangement.cards }

  /// The id of the current card's annotation; nil where there is no card.
  var current: String? {
    cards.indices.contains(position) ? list.placed[cards[position]].annotation.id : nil
  }

  /// The id of the nearest other card that waits for review, those below first.
  var nextToReview: String? {
    let others = cards.dropFirst(position + 1) + cards.prefix(position).reversed()
    return others.lazy.map { list.placed[$0] }.first(where: \.awaitsReview)?.annotation.id
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
    arrangement = AnnotationArrangement(list, by: order, filter)
    laidOut = [:]
    position = id.flatMap(number) ?? min(position, max(0, cards.count - 1))
    settle()
  }

  /// The number of an annotation's card.
  private func number(of id: String) -> Int? {
    list.index(of: id).flatMap { arrangement.number(of: $0) }
  }
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
    guard list.index(of: id) != nil else { return }
    if number(of: id) == nil { setFilter("") }
    if let number = number(of: id) { go(toCard: number) }
  }

  /// Makes the card nearest to a byte of the source current: the innermost annotation that holds it,
  /// else the nearest with a sure place.
  mutating func follow(byte: Int) {
    guard let number = arrangement.number(nearest: byte, in: list), number != position else {
      return
    }
    go(toCard: number)
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
      || page.signs != self.page.signs || page.outside != self.page.outside
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
    if number > 0, arrangement.headings[number] != nil || !isCloseToOther {
      block.append(Row(row: .blank, card: nil))
    }
    // Where there is hardly room for a card, headings give way.
    if let heading = arrangement.headings[number], page.rows >= 4 {
      let words = "\(heading.name(page.language)) \(heading.count)"
      block.append(Row(row: CardRow(page.fitted(words, page.columns), .annotationGroup), card: nil))
    }
    return block + card(number).rows.map { Row(row: $0, card: number) }
  }

  private func isBrief(_ number: Int) -> Bool {
    number >= arrangement.firstDoubtful && number != position
  }

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
    guard number >= arrangement.firstDoubtful else { return false }
    if position >= arrangement.firstDoubtful { return number == position }
    return arrangement.firstLost > arrangement.firstDoubtful
      ? number == arrangement.firstLost - 1 : number == cards.count - 1
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
