/// Looks for a quote where comparing editions lost it, or where there is no edition to compare:
/// exactly, between its surroundings, approximately. Offsets are those of the compared text.
struct QuoteSearch {
  /// A quote with its surroundings, folded for comparing.
  struct Wanted {
    var quote: ArraySlice<UInt32>
    var prefix: ArraySlice<UInt32>
    var suffix: ArraySlice<UInt32>
    /// How often the quote stood in the old edition.
    var countThen: Int
    /// Where it is to be looked for first: its clause and its article as they are now.
    var nearby: [Range<Int>] = []
  }

  /// A place found.
  struct Found: Equatable {
    var range: Range<Int>
    /// How much of the quote is there, from 0 to 1.
    var quote: Double
    /// How alike the better and the worse of the surroundings are.
    var better: Double
    var worse: Double
    /// Whether the words are the same and there is no other such place, then or now.
    var isUnique = false
    /// How far it leads the second best place.
    var lead = 1.0

    var score: Double { 0.55 * quote + 0.3 * better + 0.15 * worse }
  }

  let places: PlaceIndex
  private var text: [UInt32] { places.text }

  /// The best place of a quote; nil where there is none worth showing.
  func find(_ wanted: Wanted) -> Found? {
    guard !wanted.quote.isEmpty else { return nil }
    let exact = places.places(of: wanted.quote)
    if !exact.isEmpty { return best(exact, wanted) }
    return approximate(wanted)
  }

  // MARK: Exactly

  private func best(_ starts: [Int], _ wanted: Wanted) -> Found? {
    // Surroundings are dear to compare: of many places those that agree next to the quote.
    let tried = starts.count <= 12 ? starts : nearest(starts, wanted)
    var ranked = tried.map { start in
      found(start..<start + wanted.quote.count, 1, wanted)
    }
    ranked.sort { ($1.score, $0.range.lowerBound) < ($0.score, $1.range.lowerBound) }
    guard var best = ranked.first else { return nil }
    if ranked.count > 1 { best.lead = best.score - ranked[1].score }
    best.isUnique = starts.count == 1 && wanted.countThen == 1
    return best
  }

  private func nearest(_ starts: [Int], _ wanted: Wanted) -> [Int] {
    let ranked = starts.map { start in
      (start, agreement(start..<start + wanted.quote.count, wanted))
    }
    return ranked.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(12).map(\.0)
  }

  /// How many scalars next to a place agree with the surroundings without a break.
  private func agreement(_ range: Range<Int>, _ wanted: Wanted) -> Int {
    var count = 0
    for (one, other) in zip(wanted.prefix.reversed(), text[..<range.lowerBound].reversed()) {
      guard one == other else { break }
      count += 1
    }
    for (one, other) in zip(wanted.suffix, text[range.upperBound...]) {
      guard one == other else { break }
      count += 1
    }
    return count
  }

  /// Measures a place: its surroundings by windows of 64 and of 32 scalars, the better counting.
  private func found(_ range: Range<Int>, _ quote: Double, _ wanted: Wanted) -> Found {
    func likeness(_ old: ArraySlice<UInt32>, _ new: (Int) -> ArraySlice<UInt32>, _ isPrefix: Bool)
      -> Double
    {
      if old.isEmpty { return new(1).isEmpty ? 1 : 0 }
      return [64, 32].map { length in
        shareInOrder(
          isPrefix ? old.suffix(length) : old.prefix(length), new(min(length, old.count)))
      }.max() ?? 0
    }
    let before = likeness(
      wanted.prefix, { text[max(0, range.lowerBound - $0)..<range.lowerBound] }, true)
    let behind = likeness(
      wanted.suffix, { text[range.upperBound..<min(text.count, range.upperBound + $0)] }, false)
    return Found(
      range: range, quote: quote, better: max(before, behind), worse: min(before, behind))
  }

  // MARK: Approximately

  /// The longest quote that is looked for whole; of longer ones the head: 240 scalars.
  private static let longest = 240

  /// The best place that has most of the quote: in the clause, the article, then the file.
  private func approximate(_ wanted: Wanted) -> Found? {
    let quote = wanted.quote.prefix(Self.longest)
    guard quote.count >= 4 else { return nil }
    let slack = quote.count * 2 / 5 + 8
    var ranked: [Found] = []
    for start in places.likelyStarts(of: quote, limit: 4) {
      let window = max(0, start - slack)..<min(text.count, start + 32 + quote.count + slack)
      guard let place = mostAlike(quote, in: text, window), place.likeness >= 0.6 else { continue }
      ranked.append(found(place.range, place.likeness, wanted))
    }
    ranked.sort {
      (score($1, wanted), $0.range.lowerBound) < (score($0, wanted), $1.range.lowerBound)
    }
    guard var best = ranked.first else { return nil }
    if let second = ranked.first(where: { !$0.range.overlaps(best.range) }) {
      best.lead = score(best, wanted) - score(second, wanted)
    }
    return best
  }

  private func score(_ found: Found, _ wanted: Wanted) -> Double {
    let steps = wanted.nearby.firstIndex { $0.overlaps(found.range) }
    return found.score + (steps == 0 ? 0.06 : steps == 1 ? 0.03 : 0)
  }
}
