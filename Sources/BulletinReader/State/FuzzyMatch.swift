/// Words typed as a few characters of what is meant, in their order: `数流` finds 数据要素流通, `gtb`
/// finds `go-to-bottom`.
struct FuzzyMatch: Sendable {
  private let wanted: [Unicode.Scalar]

  /// The pattern; blanks in it do not count, capitals and full-width forms are as good as others.
  init(_ words: String) {
    wanted = Self.folded(words).filter { $0 != " " }
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    Array(SearchPattern.folded(text).lowercased().unicodeScalars)
  }

  /// Whether nothing is wanted: everything fits.
  var isEmpty: Bool { wanted.isEmpty }

  /// How well a text fits, more being better; nil where it does not.
  ///
  /// Each character found is worth one, three more where it follows the one before or begins a word;
  /// the earlier the match begins and the shorter the text, the better.
  func score(_ text: String) -> Int? {
    guard !wanted.isEmpty else { return 0 }
    let scalars = Self.folded(String(text.prefix(Self.longest)))
    var best: Int?
    var start = 0
    while let begin = scalars[start...].firstIndex(of: wanted[0]) {
      guard let score = score(scalars, from: begin) else { break }
      best = max(best ?? .min, score)
      start = begin + 1
    }
    return best
  }

  /// What one point counts against where a match begins and how long the text is.
  static let weight = 1_024
  /// What a line of a list can show; a book is no heading.
  private static let longest = 200

  private func score(_ scalars: [Unicode.Scalar], from begin: Int) -> Int? {
    var (score, place, last) = (0, begin, begin - 2)
    for scalar in wanted {
      guard let found = scalars[place...].firstIndex(of: scalar) else { return nil }
      let beginsWord = found == 0 || WordKind(scalars[found - 1]) != WordKind(scalars[found])
      score += found == last + 1 ? 4 : (beginsWord ? 4 : 1)
      last = found
      place = found + 1
    }
    return score * Self.weight - min(begin, 127) * 4 - min(scalars.count, 255) / 2
  }
}

extension FuzzyMatch {
  /// What fits, the best first; of equals what stood first. At most so many.
  func best<Element>(
    of elements: some Sequence<Element>, most: Int = 200, by text: (Element) -> [String]
  ) -> [Element] {
    var found: [(element: Element, score: Int, place: Int)] = []
    for (place, element) in elements.enumerated() {
      let scores = text(element).enumerated().compactMap { index, text in
        // What is named first counts most: a command's name more than its help.
        score(text).map { $0 - index * Self.weight / 2 }
      }
      if let score = scores.max() { found.append((element, score, place)) }
    }
    found.sort { ($1.score, $0.place) < ($0.score, $1.place) }
    return found.prefix(most).map(\.element)
  }
}
