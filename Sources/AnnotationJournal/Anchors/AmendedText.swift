internal import BulletinCore

/// The present text, made ready for anchors of other editions.
struct AmendedText {
  private let present: PresentText
  private let bounds: AnchoringBounds
  private let new: ComparedText
  private let newPassages: [Passage]
  private let lines: LineTexts
  private var newPlaces: PlaceIndex?
  /// The kept edition that lies beside the present text; nil where there is none.
  private var comparison: EditionComparison?
  private var oldPlaces: PlaceIndex?

  init(_ present: PresentText, _ bounds: AnchoringBounds) {
    self.present = present
    self.bounds = bounds
    new = ComparedText(present.normalized.scalars)
    lines = LineTexts(present)
    newPassages = cutPassages(new, lines: lines)
  }

  /// Lays a kept edition beside the present text; the targets that follow are of that edition.
  mutating func lay(_ old: NormalizedText?) {
    comparison = old.map {
      EditionComparison(ComparedText($0.scalars), new, newPassages: newPassages, lines: lines)
    }
    oldPlaces = nil
  }

  /// Finds a target again.
  mutating func anchor(_ target: Target) -> Anchor {
    guard let old = comparison?.old else { return anchorByWords(target) }
    let range = old.range(at: target.position)
    guard !range.isEmpty else { return anchorByWords(target) }
    guard let carried = comparison?.carry(range) else { return elsewhere(range, target) }
    return judge(carried, range, target) ?? elsewhere(range, target)
  }

  // MARK: Carried across

  /// What a carried anchor is; nil where too little of it is left at that place.
  private mutating func judge(_ carried: CarriedAnchor, _ range: Range<Int>, _ target: Target)
    -> Anchor?
  {
    let place = new.origins(of: carried.range)
    let survival = carried.survival
    if !carried.certainty.isSure {
      if let found = find(range, nil), isSure(found, range.count) {
        return Anchor(.moved, new.origins(of: found.range), confidence: 0.9)
      }
      let isWorth = survival >= (carried.isWhole ? bounds.likelyWhole : bounds.likely)
      guard isWorth || carried.isHint else { return nil }
      return Anchor(.doubtful, place, confidence: 0.5 * survival, doubt: .place)
    }
    if !carried.isEqual, let literal = unaltered(carried, range) {
      let isSame = carried.isInOrder && hasSameAddress(literal, target)
      return Anchor(isSame ? .exact : .moved, literal, confidence: 1)
    }
    if carried.isEqual, carried.changes.isEmpty {
      let isSame = carried.isInOrder && hasSameAddress(place, target)
      return Anchor(isSame ? .exact : .moved, place, confidence: 1)
    }
    guard survival >= (carried.isWhole ? bounds.certainWhole : bounds.certain) else {
      let isWorth = survival >= (carried.isWhole ? bounds.likelyWhole : bounds.likely)
      guard isWorth || carried.isWhole && carried.isClause else { return nil }
      return Anchor(.doubtful, place, confidence: 0.6 * survival, doubt: .place)
    }
    if carried.isOutgrown {
      return Anchor(.doubtful, place, confidence: 0.5 * survival, doubt: .place)
    }
    if carried.changes.isEmpty {
      let growth = Double(carried.length) / Double(max(carried.length, carried.range.count, 1))
      return Anchor(.changed, place, confidence: 0.5 + 0.5 * survival * growth)
    }
    return Anchor(
      .doubtful, place, confidence: 0.4 + 0.4 * survival, doubt: .meaning(carried.changes))
  }

  /// Where the very words stand within what an anchor was carried to, if they stood once and stand
  /// once: a neighbour's amendment is none of theirs. A whole clause takes what was added to it.
  private mutating func unaltered(_ carried: CarriedAnchor, _ range: Range<Int>) -> Range<Int>? {
    guard !(carried.isWhole && carried.isClause), let found = find(range, nil), found.isUnique,
      found.quote == 1, found.range.overlaps(carried.range)
    else { return nil }
    return new.origins(of: found.range)
  }

  /// Whether the anchor stands under the labels it stood under.
  private func hasSameAddress(_ place: Range<Int>, _ target: Target) -> Bool {
    let path = present.structure(at: place.lowerBound).path
    return path.isEmpty || target.structure.path.isEmpty || path == target.structure.path
  }

  /// Whether words prove a place: they stood once and stand once, and are long, or between the same
  /// surroundings, or a whole unit.
  private func isSure(_ found: QuoteSearch.Found, _ length: Int) -> Bool {
    guard found.isUnique, found.quote == 1 else { return false }
    if length >= bounds.ampleLength { return true }
    if length >= bounds.length, found.worse >= bounds.surroundings { return true }
    return length >= bounds.unitLength && isWholeUnit(new.origins(of: found.range))
  }

  /// Whether a range is a unit of the present text, with or without its label.
  private func isWholeUnit(_ range: Range<Int>) -> Bool {
    guard let line = present.line(at: range.lowerBound) else { return false }
    let unit = present.bulletin.unit(holding: line)
    return present.range(of: unit) == range || present.bodyRange(of: unit) == range
  }

  // MARK: By its words

  /// Looks for an anchor whose passage is gone. What is certain here has moved.
  private mutating func elsewhere(_ range: Range<Int>, _ target: Target) -> Anchor {
    guard let found = find(range, target) else { return .orphaned }
    let place = new.origins(of: found.range)
    if isSure(found, range.count) { return Anchor(.moved, place, confidence: 0.9) }
    return proposal(found, place, range.count)
  }

  /// A place worth looking at, or none.
  private func proposal(_ found: QuoteSearch.Found, _ place: Range<Int>, _ length: Int) -> Anchor {
    let isWorth =
      found.better >= bounds.shownSurroundings || found.quote == 1 && length >= bounds.length
      || found.quote >= 0.75 && length >= 2 * bounds.length
    guard isWorth else { return .orphaned }
    return Anchor(.doubtful, place, confidence: 0.5 * found.score, doubt: .place)
  }

  private mutating func find(_ range: Range<Int>, _ target: Target?) -> QuoteSearch.Found? {
    guard let old = comparison?.old else { return nil }
    let quote = old.scalars[range]
    let length = PresentText.contextLength
    var wanted = QuoteSearch.Wanted(
      quote: quote, prefix: old.scalars[max(0, range.lowerBound - length)..<range.lowerBound],
      suffix: old.scalars[range.upperBound..<min(old.count, range.upperBound + length)],
      countThen: 1)
    let places = oldPlaces ?? PlaceIndex(old.scalars)
    oldPlaces = places
    wanted.countThen = places.places(of: quote, limit: 2).count
    wanted.nearby = target.map(nearby) ?? []
    return search().find(wanted)
  }

  private mutating func search() -> QuoteSearch {
    let places = newPlaces ?? PlaceIndex(new.scalars)
    newPlaces = places
    return QuoteSearch(places: places)
  }

  /// The clause and the article that the target's address names, as they are now.
  private func nearby(_ target: Target) -> [Range<Int>] {
    present.ranges(named: target.structure).map { new.range(at: $0) }
  }

  /// Finds a target whose edition was not kept, by what its record says.
  private mutating func anchorByWords(_ target: Target) -> Anchor {
    let quote = ComparedText(normalizedScalars(of: target.quote.exact)).scalars
    guard !quote.isEmpty else { return .orphaned }
    let wanted = QuoteSearch.Wanted(
      quote: quote[...],
      prefix: ComparedText(normalizedScalars(of: target.quote.prefix)).scalars[...],
      suffix: ComparedText(normalizedScalars(of: target.quote.suffix)).scalars[...],
      countThen: max(1, target.quote.count), nearby: nearby(target))
    guard let found = search().find(wanted) else { return .orphaned }
    let place = new.origins(of: found.range)
    let isAtPlace = place.lowerBound == target.position.lowerBound && found.quote == 1
    if isAtPlace, found.better == 1 { return Anchor(.exact, place, confidence: 1) }
    let isBetweenItsWords =
      found.quote == 1 && found.worse >= bounds.surroundings && found.lead >= 0.15
    if isSure(found, quote.count) || isBetweenItsWords {
      return Anchor(
        hasSameAddress(place, target) && found.worse >= bounds.surroundings ? .exact : .moved,
        place, confidence: 0.9)
    }
    return proposal(found, place, quote.count)
  }
}
