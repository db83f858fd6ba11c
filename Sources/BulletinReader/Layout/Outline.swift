internal import BulletinCore

/// A line of the contents pane.
enum OutlineNode: Hashable, Sendable {
  /// Everything before the first article: masthead and printed contents.
  case front
  /// Everything behind the last article: who publishes the periodical.
  case back
  /// The name of the column that begins with an article.
  case column(article: Int)
  /// An article, by its index.
  case article(Int)
  /// A section, by its index in `Bulletin.sections`.
  case section(Int)
}

/// The issue as a tree: columns, articles, sections.
///
/// The tree is never written out: each node finds its neighbours from the sections' own order, so
/// that a hundred thousand of them cost no more than the few that show.
struct Outline: Sendable {
  let bulletin: Bulletin
  /// The section that each section lies in, -1 directly below the article.
  private let parents: [Int32]

  init(_ bulletin: Bulletin) {
    self.bulletin = bulletin
    parents = Outline.parents(of: bulletin.sections)
  }

  private static func parents(of sections: [Section]) -> [Int32] {
    var open: [Int32] = []
    var parents: [Int32] = []
    parents.reserveCapacity(sections.count)
    for (index, section) in sections.enumerated() {
      while let last = open.last, sections[Int(last)].end <= section.line { open.removeLast() }
      parents.append(open.last ?? -1)
      open.append(Int32(index))
    }
    return parents
  }
}

extension Outline {
  /// Whether something stands before the first article.
  var hasFront: Bool {
    guard let first = bulletin.articles.first else { return false }
    return bulletin.kind == .bulletin && first.lines.lowerBound > 0
  }

  /// Whether something stands behind the last article.
  var hasBack: Bool {
    guard let last = bulletin.articles.last else { return false }
    return bulletin.kind == .bulletin && last.lines.upperBound < bulletin.roles.count
  }

  /// The innermost section that holds a line.
  func section(holding line: Int) -> Int? {
    guard let article = bulletin.article(holding: line) else { return nil }
    var index = bulletin.sections.lastIndex(in: article.sections) { $0.line <= line }
    while let section = index, bulletin.sections[section].end <= line {
      index = parent(of: section)
    }
    return index
  }

  /// The section around a section.
  func parent(of section: Int) -> Int? { parents[section] < 0 ? nil : Int(parents[section]) }

  /// The node that a line belongs to, the innermost one.
  func node(holding line: Int) -> OutlineNode? {
    if let section = section(holding: line) { return .section(section) }
    if let article = bulletin.articleIndex(holding: line) { return .article(article) }
    let before = bulletin.articles.lastIndex(in: bulletin.articles.indices) {
      $0.lines.lowerBound <= line
    }
    if let before {
      return hasBack && before + 1 == bulletin.articles.count ? .back : .article(before)
    }
    return hasFront ? .front : nil
  }

  /// The node around a node.
  func parent(of node: OutlineNode) -> OutlineNode? {
    guard case .section(let section) = node else { return nil }
    if let parent = parent(of: section) { return .section(parent) }
    return bulletin.articleIndex(holding: bulletin.sections[section].line).map { .article($0) }
  }

  /// The nodes around a node, the innermost first, itself included.
  func path(of node: OutlineNode) -> [OutlineNode] {
    var path = [node]
    while let last = path.last, let parent = parent(of: last) { path.append(parent) }
    return path
  }

  /// Whether anything lies below a node.
  func hasChildren(_ node: OutlineNode) -> Bool {
    switch node {
    case .front, .back, .column: false
    case .article(let article): !bulletin.articles[article].sections.isEmpty
    case .section(let section):
      section + 1 < parents.count && Int(parents[section + 1]) == section
    }
  }

  /// How deep a node lies: 0 for articles.
  func depth(of node: OutlineNode) -> Int {
    guard case .section = node else { return 0 }
    return path(of: node).count - 1
  }

  /// Where the text of a node begins; an article's editor's note belongs to it.
  func line(of node: OutlineNode) -> Int {
    switch node {
    case .front: 0
    case .back: bulletin.articles.last?.lines.upperBound ?? 0
    case .column(let article), .article(let article): bulletin.articles[article].lines.lowerBound
    case .section(let section): bulletin.sections[section].line
    }
  }
}

extension Outline {
  /// The first node of all.
  var first: OutlineNode? {
    if hasFront { return .front }
    return bulletin.articles.isEmpty ? nil : head(of: 0)
  }

  /// The next node in reading order, those below a closed one passed over.
  func next(_ node: OutlineNode, isOpen: (OutlineNode) -> Bool) -> OutlineNode? {
    switch node {
    case .front: return bulletin.articles.isEmpty ? nil : head(of: 0)
    case .back: return nil
    case .column(let article): return .article(article)
    case .article(let article):
      let sections = bulletin.articles[article].sections
      if !sections.isEmpty, isOpen(node) { return .section(sections.lowerBound) }
      return head(behind: article)
    case .section(let section):
      if hasChildren(node), isOpen(node) { return .section(section + 1) }
      let line = bulletin.sections[section].line
      guard let article = bulletin.articleIndex(holding: line) else { return nil }
      let sections = bulletin.articles[article].sections
      let end = bulletin.sections[section].end
      let last = bulletin.sections.lastIndex(in: section + 1..<sections.upperBound) {
        $0.line < end
      }
      let sibling = (last ?? section) + 1
      if sibling < sections.upperBound { return .section(sibling) }
      return head(behind: article)
    }
  }

  /// The node before in reading order, those below a closed one passed over.
  func previous(_ node: OutlineNode, isOpen: (OutlineNode) -> Bool) -> OutlineNode? {
    switch node {
    case .front: return nil
    case .back: return end(before: bulletin.articles.count, isOpen: isOpen)
    case .column(let article): return end(before: article, isOpen: isOpen)
    case .article(let article):
      return beginsColumn(article)
        ? .column(article: article) : end(before: article, isOpen: isOpen)
    case .section(let section):
      let line = bulletin.sections[section].line
      guard let article = bulletin.articleIndex(holding: line) else { return nil }
      if section == bulletin.articles[article].sections.lowerBound { return .article(article) }
      return visible(.section(section - 1), isOpen: isOpen)
    }
  }

  /// The last node of all.
  func last(isOpen: (OutlineNode) -> Bool) -> OutlineNode? {
    hasBack ? .back : end(before: bulletin.articles.count, isOpen: isOpen)
  }

  /// The node itself, or the outermost closed one around it, which hides it.
  func visible(_ node: OutlineNode, isOpen: (OutlineNode) -> Bool) -> OutlineNode {
    path(of: node).dropFirst().last { !isOpen($0) } ?? node
  }

  private func head(of article: Int) -> OutlineNode {
    beginsColumn(article) ? .column(article: article) : .article(article)
  }

  private func head(behind article: Int) -> OutlineNode? {
    if article + 1 < bulletin.articles.count { return head(of: article + 1) }
    return hasBack ? .back : nil
  }

  private func beginsColumn(_ article: Int) -> Bool {
    guard let column = bulletin.articles[article].column else { return false }
    return article == 0 || bulletin.articles[article - 1].column != column
  }

  private func end(before article: Int, isOpen: (OutlineNode) -> Bool) -> OutlineNode? {
    guard article > 0 else { return hasFront ? .front : nil }
    let sections = bulletin.articles[article - 1].sections
    if sections.isEmpty { return .article(article - 1) }
    return visible(.section(sections.upperBound - 1), isOpen: isOpen)
  }
}
