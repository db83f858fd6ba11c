internal import BulletinCore

/// The contents pane: what is folded, what shows, where its cursor stands.
struct ContentsPane: Sendable {
  /// The tree.
  private(set) var outline: Outline
  /// What is open.
  var folds = Folds()
  /// The line under the cursor; nothing in an empty file.
  private(set) var cursor: OutlineNode?
  /// The line at the top.
  private(set) var top: OutlineNode?
  /// The place being read.
  private(set) var current: OutlineNode?
  /// What `/` keeps; nothing where all shows.
  private(set) var filter: OutlineFilter?
  /// Rows of the pane.
  var height = 0
  private var texts: [OutlineNode: OutlineText] = [:]

  /// Begins with everything folded but the first article.
  init(_ bulletin: Bulletin) { outline = Outline(bulletin) }

  private static let keptTexts = 1_024
}

extension ContentsPane {
  /// What a line says.
  mutating func text(of node: OutlineNode, _ language: Language) -> OutlineText {
    if let text = texts[node] { return text }
    if texts.count >= Self.keptTexts { texts = [:] }
    let text = OutlineText(node, in: outline.bulletin, language)
    texts[node] = text
    return text
  }

  /// The line below.
  func next(_ node: OutlineNode) -> OutlineNode? {
    filter.map { $0.next(node) } ?? outline.next(node, isOpen: folds.isOpen)
  }

  /// The line above.
  func previous(_ node: OutlineNode) -> OutlineNode? {
    filter.map { $0.previous(node) } ?? outline.previous(node, isOpen: folds.isOpen)
  }

  /// The first line.
  var first: OutlineNode? { filter.map(\.matches.first) ?? outline.first }

  /// The last line.
  var last: OutlineNode? { filter.map(\.matches.last) ?? outline.last(isOpen: folds.isOpen) }

  /// The line that stands for a node: itself, or the closed one that hides it.
  func visible(_ node: OutlineNode) -> OutlineNode? {
    filter.map { $0.nearest(node) } ?? outline.visible(node, isOpen: folds.isOpen)
  }

  /// The lines that show, from the top.
  var rows: [OutlineNode] {
    var rows: [OutlineNode] = []
    var next = top ?? first
    while let node = next, rows.count < height {
      rows.append(node)
      next = self.next(node)
    }
    return rows
  }
}

extension ContentsPane {
  /// Follows the text: marks the node that holds a line, unfolds to it and brings it into sight.
  ///
  /// - Parameter takesCursor: whether the pane's cursor goes along, as while the text has the focus.
  mutating func follow(line: Int?, takesCursor: Bool) {
    let node = line.flatMap { outline.node(holding: $0) }
    current = node
    folds.follow(node, in: outline)
    if takesCursor || cursor == nil { cursor = node.flatMap { visible($0) } ?? first }
    settle()
  }

  /// Puts cursor and top on lines that show, the cursor in sight.
  mutating func settle() {
    cursor = cursor.flatMap { visible($0) } ?? first
    top = top.flatMap { visible($0) } ?? first
    guard let cursor, height > 0, !rows.contains(cursor) else { return fillUp() }
    // One step beyond an edge scrolls; anything further off comes a third from the top.
    if let top, previous(top) == cursor { return self.top = cursor }
    if let top, let below = rows.last, next(below) == cursor { return self.top = next(top) }
    self.top = step(-(height / 3), from: cursor)
    fillUp()
  }

  /// Leaves no room below the last line while lines stand above the top.
  private mutating func fillUp() {
    guard let top else { return }
    let missing = height - rows.count
    if missing > 0 { self.top = step(-missing, from: top) }
  }

  /// The line so many below (above, if negative) or as far as there are any.
  func step(_ count: Int, from node: OutlineNode) -> OutlineNode {
    var node = node
    for _ in 0..<abs(count) {
      guard let other = count > 0 ? next(node) : previous(node) else { break }
      node = other
    }
    return node
  }

  /// Moves the cursor by lines.
  /// - Returns: whether it moved.
  mutating func move(_ count: Int) -> Bool {
    guard let old = cursor else { return false }
    put(step(count, from: old))
    return cursor != old
  }

  /// Puts the cursor on a line.
  mutating func put(_ node: OutlineNode?) {
    cursor = node
    settle()
  }

  /// Scrolls without moving more than the cursor must.
  mutating func scroll(_ count: Int) {
    guard let top else { return }
    self.top = step(count, from: top)
    fillUp()
    let rows = rows
    guard let cursor, !rows.contains(cursor) else { return }
    self.cursor = count > 0 ? rows.first : rows.last
  }

  /// Opens or closes the branch of a node; without children, that around it.
  mutating func fold(_ node: OutlineNode, open: Bool) {
    var target = node
    if !open, !outline.hasChildren(node) || !folds.isOpen(node) {
      guard let parent = outline.parent(of: node) else { return }
      target = parent
    }
    folds.set(target, open: open)
    settle()
  }

  /// Lists only the nodes that have a text; an empty one lists all again.
  mutating func setFilter(_ words: String) {
    filter = words.isEmpty ? nil : OutlineFilter(words)
    extendFilter()
    settle()
  }

  /// Goes on filtering for a while.
  mutating func extendFilter() {
    filter?.extend(in: outline)
    if filter != nil { settle() }
  }
}
