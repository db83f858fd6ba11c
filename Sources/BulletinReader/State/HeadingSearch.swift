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
  }

  /// What fits best, the best first.
  private(set) var matches: [Match] = []
  /// What was typed.
  let words: String
  private let pattern: FuzzyMatch
  private var reached: OutlineNode?
  private var looked = 0

  /// Nodes looked at in one go.
  private static let slice = 1_000
  /// Matches kept.
  private static let kept = 50

  /// Begins to look for headings.
  init(_ words: String, in outline: Outline) {
    self.words = words
    pattern = FuzzyMatch(words)
    reached = outline.first
    extend(in: outline)
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
    matches.sort { ($1.score, $0.place) < ($0.score, $1.place) }
    matches = Array(matches.prefix(Self.kept))
  }

  private mutating func look(at node: OutlineNode, in outline: Outline) {
    guard let name = name(of: node, in: outline), var score = pattern.score(name) else { return }
    var article = ""
    if case .section(let index) = node {
      // A name is meant before the first words of a clause.
      let isClause = outline.bulletin.sections[index].role == .clause
      score -= (isClause ? 5 : 2) * FuzzyMatch.weight
      article =
        outline.bulletin.article(holding: outline.bulletin.sections[index].line)?.title ?? ""
    }
    matches.append(
      Match(node: node, name: name, article: article, score: score, place: looked))
  }

  private func name(of node: OutlineNode, in outline: Outline) -> String? {
    switch node {
    case .front, .back, .column: return nil
    case .article, .section:
      let text = OutlineText(node, in: outline.bulletin, .chinese)
      // 一、 and （一） close by themselves.
      let closes = text.label.last.map { "、）.)".contains($0) } ?? true
      return text.label + (closes ? "" : " ") + text.title
    }
  }
}
