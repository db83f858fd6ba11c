internal import BulletinCore

/// The lines of the contents that have a text, found a slice at a time.
struct OutlineFilter: Sendable {
  /// What was asked for.
  let words: String
  /// What was found, in reading order.
  private(set) var matches: [OutlineNode] = []
  private let pattern: SearchPattern
  private var order: [OutlineNode: Int] = [:]
  /// The node to look at next.
  private var reached: OutlineNode?
  private var hasBegun = false

  /// Nodes looked at in one go.
  private static let slice = 500

  init(_ words: String) {
    self.words = words
    pattern = SearchPattern(words)
  }

  /// Whether nodes are left to look at.
  var isComplete: Bool { hasBegun && reached == nil }

  /// Looks at the next nodes.
  mutating func extend(in outline: Outline) {
    if !hasBegun { reached = outline.first }
    hasBegun = true
    var looked = 0
    while let node = reached, looked < Self.slice {
      looked += 1
      if matches(node, in: outline.bulletin) {
        order[node] = matches.count
        matches.append(node)
      }
      reached = outline.next(node) { _ in true }
    }
  }

  private func matches(_ node: OutlineNode, in bulletin: Bulletin) -> Bool {
    switch node {
    case .front, .back, .column: return false
    case .article, .section: break
    }
    let text = OutlineText(node, in: bulletin, .chinese)
    return pattern.first(in: Array("\(text.label) \(text.title)".unicodeScalars)) != nil
  }

  /// The match after one.
  func next(_ node: OutlineNode) -> OutlineNode? {
    guard let index = order[node], index + 1 < matches.count else { return nil }
    return matches[index + 1]
  }

  /// The match before one.
  func previous(_ node: OutlineNode) -> OutlineNode? {
    guard let index = order[node], index > 0 else { return nil }
    return matches[index - 1]
  }

  /// A match itself, else the first one.
  func nearest(_ node: OutlineNode) -> OutlineNode? {
    order[node] == nil ? matches.first : node
  }
}
