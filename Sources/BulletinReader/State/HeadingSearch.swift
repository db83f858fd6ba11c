internal import BulletinCore

/// The headings and clauses that a few characters may mean, found a slice at a time.
struct HeadingSearch: Sendable {
  /// A heading that fits.
  struct Match: Sendable {
    let node: OutlineNode
    let name: String
    /// The article it stands in; empty for an article.
    let article: String
    fileprivate let score: Int
    fileprivate let place: Int
    fileprivate let hasLabel: Bool
  }

  /// What is typed, told by its form.
  private enum Wanted {
    case words
    /// A number alone: 8.
    case number(Int)
    /// A clause's label: 第8条, 第六条之一.
    case clause(number: Int, minor: Int)
  }

  /// What fits best, the best first.
  private(set) var matches: [Match] = []
  /// What was typed.
  let words: String
  private let pattern: FuzzyMatch
  private let wanted: Wanted
  /// What is typed, without blanks and half-width: perhaps a label, 三、 or 第二章.
  private let label: String
  /// The article being read.
  private let present: Int?
  private var reached: OutlineNode?
  private var looked = 0

  /// Nodes looked at in one go.
  private static let slice = 1_000
  /// Matches kept.
  private static let kept = 50

  /// Begins to look for headings; of those that fit alike, what stands in the article being read
  /// comes first.
  init(_ words: String, in outline: Outline, reading article: Int?) {
    self.words = words
    pattern = FuzzyMatch(words)
    label = Self.label(words)
    wanted = Self.wanted(label)
    present = article
    reached = outline.first
    extend(in: outline)
  }

  private static func label(_ words: String) -> String {
    SearchPattern.folded(words).filter { $0 != " " }
  }

  private static func wanted(_ typed: String) -> Wanted {
    if CommandCall.isNumber(typed[...]), let number = Int(typed) { return .number(number) }
    let scalars = Array(typed.unicodeScalars)
    guard let label = ClauseLabel(in: scalars, at: 0), label.range.count == scalars.count else {
      return .words
    }
    return .clause(number: label.number, minor: label.minor)
  }

  /// Whether nodes are left to look at.
  var isComplete: Bool { reached == nil }

  /// Looks at the next nodes.
  mutating func extend(in outline: Outline) {
    let end = looked + Self.slice
    while let node = reached, looked < end {
      looked += 1
      reached = outline.next(node) { _ in true }
      look(at: node, in: outline)
    }
    // What is called just so is meant, and nothing else.
    if matches.contains(where: \.hasLabel) { matches.removeAll { !$0.hasLabel } }
    matches.sort { ($1.score, $0.place) < ($0.score, $1.place) }
    matches = Array(matches.prefix(Self.kept))
  }

  private mutating func look(at node: OutlineNode, in outline: Outline) {
    guard let (name, label) = name(of: node, in: outline) else { return }
    let hasNumber = hasNumber(node, in: outline.bulletin)
    let hasLabel = hasLabel(node, label, in: outline.bulletin)
    if case .clause = wanted, !hasLabel { return }
    guard var score = hasNumber || hasLabel ? Self.numbered : pattern.score(name) else { return }
    var article = ""
    if case .section(let index) = node {
      // A name is meant before the first words of a clause.
      let section = outline.bulletin.sections[index]
      score -= (section.role == .clause ? 5 : 2) * FuzzyMatch.weight
      let holder = outline.bulletin.articleIndex(holding: section.line)
      article = holder.map { outline.bulletin.articles[$0].title } ?? ""
      if holder != nil, holder == present { score += Self.here + (hasNumber ? Self.numbered : 0) }
    }
    matches.append(
      Match(
        node: node, name: name, article: article, score: score, place: looked, hasLabel: hasLabel))
  }

  /// More than the length of a heading and the place of a match in it can count.
  private static let here = FuzzyMatch.weight * 5 / 8
  /// What a heading's own number counts where a number is typed.
  private static let numbered = 8 * FuzzyMatch.weight

  private func hasNumber(_ node: OutlineNode, in bulletin: Bulletin) -> Bool {
    guard case .number(let number) = wanted else { return false }
    switch node {
    case .article(let index): return index + 1 == number && bulletin.articles.count > 1
    case .section(let index):
      let section = bulletin.sections[index]
      return section.role == .clause && section.number == number && section.minor == 0
    case .front, .back, .column: return false
    }
  }

  private func hasLabel(_ node: OutlineNode, _ label: String, in bulletin: Bulletin) -> Bool {
    guard case .section(let index) = node else { return false }
    guard case .clause(let number, let minor) = wanted else {
      return !label.isEmpty && Self.label(label) == self.label
    }
    let section = bulletin.sections[index]
    return section.role == .clause && section.number == number && section.minor == minor
  }

  private func name(of node: OutlineNode, in outline: Outline) -> (name: String, label: String)? {
    switch node {
    case .front, .back, .column: return nil
    case .article, .section:
      let text = OutlineText(node, in: outline.bulletin, .chinese)
      // 一、 and （一） close by themselves.
      let closes = text.label.last.map { "、）.)".contains($0) } ?? true
      return (text.label + (closes ? "" : " ") + text.title, text.label)
    }
  }
}
