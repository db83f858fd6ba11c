internal import AnnotationJournal
internal import BulletinScreen

/// An annotation as the annotations pane shows it, row by row.
///
///     ● 第三条 · 第12页      金
///     “数据流通应当遵循依法
///     合规、安全可控……”
///     请核对与上位法第七条
///     #台账 #合规
///     ⚑ 12月1日 周二 @甲
struct AnnotationCard: Equatable, Sendable {
  /// How much of an annotation is shown.
  enum Extent: Hashable, Sendable {
    /// A row or two: of what waits for review, while it is not current.
    case brief
    /// All of it, long notes cut.
    case short
    /// All of it.
    case whole
  }

  /// From the top, at least one.
  private(set) var rows: [CardRow] = []
  private let placed: PlacedAnnotation
  private let page: CardPage
  private let today: CalendarDay

  /// Rows of a quotation at most.
  private static let quoteRows = 2
  /// Rows of the note of a card that is not current.
  private static let noteRows = 4

  /// Lays a card out.
  ///
  /// - Parameters:
  ///   - placed: The annotation.
  ///   - list: All of them.
  ///   - showsKeys: Whether the keys of reviewing stand below it.
  init(
    _ placed: PlacedAnnotation, in list: AnnotationList, _ extent: Extent, showsKeys: Bool,
    page: CardPage
  ) {
    self.placed = placed
    self.page = page
    today = list.today
    guard extent != .brief else {
      addBriefly()
      if Urgency(annotation, today: today)?.isOverdue == true { addFollowUp() }
      if showsKeys { addKeys() }
      return
    }
    let author = annotation.author
    let headNamesAuthor = addPlace(author: list.hasSeveralAuthors ? author : "")
    if placed.anchor.state == .doubtful { addDifference(rows: extent == .whole ? .max : 2) }
    addQuote()
    if placed.anchor.state == .changed || placed.anchor.state == .doubtful { addOldQuote() }
    addNote(rows: extent == .whole ? .max : Self.noteRows)
    addTags()
    addFollowUp()
    if list.hasSeveralAuthors, !headNamesAuthor {
      add(Text(zh: "作者 \(author)", en: "by \(author)")(page.language), .annotationAuthor, rows: 1)
    }
    if !placed.isSaved {
      let words = Text(zh: "未保存", en: "not saved")(page.language)
      add("\(page.signs.unsaved) \(words)", .annotationUnsaved, rows: 1)
    }
    if showsKeys { addKeys() }
  }
}

// MARK: Rows

extension AnnotationCard {
  private var annotation: Annotation { placed.annotation }

  /// The words annotated: as they stand there now, or those kept of them.
  private var quote: String {
    placed.bytes == nil ? KeptWords.printed(placed.quote) : placed.quote
  }

  /// The sign of the card, in its colour.
  private var sign: CardRow.Part {
    let sign =
      placed.bytes == nil
      ? page.signs.orphan
      : (placed.anchor.state == .doubtful ? page.signs.doubtful : page.signs.annotation)
    return CardRow.Part(text: String(sign), role: annotation.shownColor.highlight)
  }

  /// `第三条 · 第12页`; without a label the article's title.
  private var placeWords: String {
    let name = page.outside.name(of: placed)(page.language)
    let number = placed.facts.page.map { Text(zh: "第\($0)页", en: "p. \($0)")(page.language) }
    return number.map { name + page.signs.dot + $0 } ?? name
  }

  /// Adds the head: place, author and colour.
  /// - Returns: whether there was room for the author.
  private mutating func addPlace(author: String) -> Bool {
    let color = annotation.shownColor.name(page.language)
    let both = author.isEmpty ? color : author + page.signs.dot + color
    let left = cells(sign.text) + 2
    let namesAuthor = !author.isEmpty && left + cells(placeWords) + cells(both) <= page.columns
    let right = namesAuthor ? both : color
    let room = page.columns - left - cells(right)
    let parts = [
      sign, CardRow.Part(text: " ", role: .annotation),
      CardRow.Part(text: page.fitted(placeWords, max(2, room)), role: .annotationPlace),
    ]
    rows.append(
      CardRow(parts, right: room < 2 ? nil : CardRow.Part(text: right, role: .annotationAuthor)))
    return namesAuthor
  }

  /// `◌ 第八条  三十日→十五日`, `✕ 附则 “另行规定”`
  private mutating func addBriefly() {
    let name = page.outside.name(of: placed)(page.language)
    let difference = placed.bytes == nil ? "“\(flat(quote, 200))”" : differenceWords
    let label = page.fitted(name, max(0, page.columns - cells(sign.text) - 1))
    let words = CardRow.Part(text: label.isEmpty ? "" : label + "  ", role: .annotationPlace)
    let room = page.columns - cells(sign.text) - 1 - cells(words.text)
    let blank = CardRow.Part(text: " ", role: .annotation)
    let role: StyleRole = placed.bytes == nil ? .annotationQuote : .annotationReview
    if room >= 12 || room >= cells(difference) {
      let fitting = CardRow.Part(text: page.fitted(difference, room), role: role)
      return rows.append(CardRow([sign, blank, words, fitting]))
    }
    rows.append(CardRow([sign, blank, CardRow.Part(text: label, role: .annotationPlace)]))
    add(difference, role, rows: 1)
  }

  /// What differs between the words annotated and those that stand there now.
  private var differenceWords: String {
    let old = KeptWords.printed(annotation.target?.quote.exact ?? "")
    guard placed.anchor.doubt != .place else {
      return placed.anchor.doubt?.reason(page.language) ?? ""
    }
    let changes = WordChanges(from: old, to: placed.quote).changes
    let words = changes.map { said($0) }
    if words.isEmpty { return placed.anchor.doubt?.reason(page.language) ?? "" }
    return words.joined(separator: Text(zh: "，", en: ", ")(page.language))
  }

  /// `三十日→十五日`; what was only added or left out is said so.
  private func said(_ change: WordChanges.Change) -> String {
    let (old, new) = (change.old, change.new)
    if old.isEmpty { return Text(zh: "增“\(new)”", en: "added “\(new)”")(page.language) }
    if new.isEmpty { return Text(zh: "删“\(old)”", en: "left out “\(old)”")(page.language) }
    return old + page.signs.became + new
  }

  private mutating func addDifference(rows limit: Int) {
    add(differenceWords, .annotationReview, rows: limit)
  }

  private mutating func addQuote() {
    guard !placed.quote.isEmpty else { return }
    addQuotation(of: quote, lead: "")
  }

  private mutating func addOldQuote() {
    guard let old = annotation.target?.quote.exact, !old.isEmpty else { return }
    let word = Text(zh: "原", en: "was")(page.language)
    addQuotation(of: KeptWords.printed(old), lead: "\(page.signs.changed) \(word) ")
  }

  /// A text in quotation marks, in two rows at most.
  private mutating func addQuotation(of text: String, lead: String) {
    // What two rows can hold, and a little to see that there is more.
    let enough = 2 * Self.quoteRows * page.columns + 8
    add("\(lead)“\(flat(text, enough))”", .annotationQuote, rows: Self.quoteRows, closing: "”")
  }

  private mutating func addNote(rows limit: Int) {
    guard let note = annotation.note, !note.isEmpty else { return }
    var left = limit
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
      guard left > 0 else { return endWithEllipsis() }
      let before = rows.count
      let text = limit == .max ? line : line.prefix(limit * page.columns + 8)
      add(String(text), .annotationNote, rows: left)
      if rows.count == before { rows.append(CardRow("", .annotationNote)) }
      if left != .max { left -= rows.count - before }
    }
  }

  /// Shows that the last row is not the last of what there is.
  private mutating func endWithEllipsis() {
    guard let row = rows.popLast(), let part = row.parts.first else { return }
    let ending = page.ending
    guard !part.text.hasSuffix(ending) else { return rows.append(row) }
    let text = page.cut(part.text, max(0, page.columns - cells(ending)))
    rows.append(CardRow(text + ending, part.role))
  }

  private mutating func addTags() {
    guard !annotation.tags.isEmpty else { return }
    add(annotation.tags.map { "#\($0)" }.joined(separator: " "), .annotationTag, rows: 2)
  }

  private mutating func addFollowUp() {
    guard let followUp = annotation.followUp, let urgency = Urgency(annotation, today: today) else {
      return
    }
    let sign = followUp.status == FollowUpStatus.done.rawValue ? page.signs.done : page.signs.flag
    var words = "\(sign) \(followUp.words(urgency, today: today)(page.language))"
    if let assignee = followUp.assignee, !assignee.isEmpty { words += " @\(assignee)" }
    add(words, followUp.role(urgency), rows: 2)
  }

  private mutating func addKeys() {
    let keys = page.reviewKeys.filter { placed.bytes != nil || $0.worksOnOrphans }
    guard !keys.isEmpty else { return }
    var row = CardRow()
    var used = 0
    for key in keys {
      let width = cells(key.key) + 1 + cells(key.word(page.language))
      if used > 0, used + 2 + width > page.columns {
        rows.append(row)
        (row, used) = (CardRow(), 0)
      }
      if used > 0 { row.parts.append(CardRow.Part(text: "  ", role: .hint)) }
      row.parts.append(CardRow.Part(text: key.key, role: .hintKey))
      row.parts.append(CardRow.Part(text: " " + key.word(page.language), role: .hint))
      used += width + (used > 0 ? 2 : 0)
    }
    rows.append(row)
  }
}

// MARK: Breaking

extension AnnotationCard {
  /// Adds a text broken into rows; one that needs more than the limit is cut with an ellipsis and
  /// what closes it.
  private mutating func add(
    _ text: String, _ role: StyleRole, rows limit: Int, closing: String = ""
  ) {
    let scalars = Array(text.unicodeScalars)
    var breaker = LineBreaker(
      scalars, first: page.columns, rest: page.columns, ambiguousWide: page.ambiguousWide)
    var count = 0
    while count < limit, let row = breaker.next() {
      count += 1
      let shown = string(scalars[row.shown])
      guard count == limit, row.range.upperBound < scalars.count else {
        rows.append(CardRow(shown, role))
        continue
      }
      let ending = page.ending + closing
      let room = max(0, page.columns - cells(ending))
      rows.append(CardRow(page.cut(shown, room) + ending, role))
    }
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A text on one line, no more of it than is needed.
  private func flat(_ text: String, _ enough: Int) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(enough) { view.append(scalar == "\n" ? " " : scalar) }
    return String(view)
  }

  private func cells(_ text: String) -> Int { page.cells(text) }
}
