/// Which branches of the contents are open: those that lead to the place being read, and what the
/// reader opened or closed by hand.
struct Folds: Equatable, Sendable {
  private var byHand: [OutlineNode: Bool] = [:]
  private var isAllOpen = false
  /// The place at which everything was closed; reading on from there unfolds again.
  private var closedAt: OutlineNode?
  /// The nodes around the place being read, itself included.
  private var path: Set<OutlineNode> = []
  private var place: OutlineNode?

  /// Whether what lies below a node shows.
  func isOpen(_ node: OutlineNode) -> Bool {
    if let open = byHand[node] { return open }
    return isAllOpen || (closedAt == nil && path.contains(node))
  }

  /// Follows the place being read, which unfolds as one reads on.
  mutating func follow(_ node: OutlineNode?, in outline: Outline) {
    guard node != place else { return }
    place = node
    closedAt = nil
    path = Set(node.map { outline.path(of: $0) } ?? [])
    for node in path where byHand[node] == false && node != self.place { byHand[node] = nil }
  }

  /// Opens or closes a branch.
  mutating func set(_ node: OutlineNode, open: Bool) { byHand[node] = open }

  /// Opens all branches.
  mutating func openAll() {
    byHand = [:]
    closedAt = nil
    isAllOpen = true
  }

  /// Closes all branches.
  mutating func closeAll() {
    byHand = [:]
    isAllOpen = false
    closedAt = place
  }
}
