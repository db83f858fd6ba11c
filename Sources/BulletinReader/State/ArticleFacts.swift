internal import BulletinCore

/// What there is to know about the article being read, besides its text.
struct ArticleFacts: Equatable, Sendable {
  /// The article's index; nothing before the first was looked at.
  private(set) var article: Int?
  /// Kinds of regions with how many there are.
  private(set) var counts: [Count] = []

  /// So many of a kind.
  struct Count: Equatable, Sendable {
    let kind: Text
    let number: Int
  }

  /// Looks at an article, unless it is the one looked at last.
  mutating func look(at article: Int, in bulletin: Bulletin) {
    guard self.article != article else { return }
    self.article = article
    var chapters = 0
    var clauses = 0
    var headings = 0
    for section in bulletin.sections[bulletin.articles[article].sections] {
      switch section.role {
      case .clause: clauses += 1
      case .part, .chapter, .section: chapters += 1
      default: headings += 1
      }
    }
    var figures = 0
    for line in bulletin.articles[article].lines where bulletin.roles[line].role == .caption {
      figures += 1
    }
    let all = [
      Count(kind: Text(zh: "章节", en: "Chapters"), number: chapters),
      Count(kind: Text(zh: "条", en: "Clauses"), number: clauses),
      Count(kind: Text(zh: "标题", en: "Headings"), number: headings),
      Count(kind: Text(zh: "图表", en: "Figures"), number: figures),
    ]
    counts = all.filter { $0.number > 0 }
  }
}
