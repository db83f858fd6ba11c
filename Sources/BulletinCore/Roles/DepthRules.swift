/// Gives the nodes of an article their depths, as a reader of the printed page would nest them.
///
/// A stack holds the kinds of labels that are open: a kind that is on it pops to its level, a new
/// kind goes one deeper. 编, 章, 节, 条 keep their order whatever stands between.
struct DepthReader {
  private struct Level {
    var kind: LabelKind
    /// Level of the Markdown heading, which counts in documents only.
    var hash: UInt8
    var isHead: Bool
  }

  private var stack: [Level] = []
  private let isDocument: Bool

  init(isDocument: Bool) { self.isDocument = isDocument }

  mutating func read(_ draft: inout Draft, _ lines: Range<Int>) {
    let nodes = lines.filter { draft.role($0).isNode }
    for (place, line) in nodes.enumerated() {
      let token = draft.tokens[line]
      if draft.role(line) == .heading {
        enterPlain(draft, line, next: place + 1 < nodes.count ? nodes[place + 1] : nil)
      } else {
        enter(token)
      }
      stack.append(
        Level(
          kind: draft.role(line) == .heading ? .none : token.label, hash: token.hash,
          isHead: token.stops == 0 && token.length <= 45 && token.ending != .semicolon))
      draft.roles[line].depth = Int8(min(stack.count, 100))
      // Nothing but its list stands below a heading such as 白皮书目录.
      if line + 1 < lines.upperBound, draft.role(line + 1) == .listing { stack.removeLast() }
    }
  }

  /// Pops to where a label goes.
  private mutating func enter(_ token: LineToken) {
    let kind = token.label
    if let place = stack.firstIndex(where: { $0.kind == kind }) {
      stack.removeSubrange(place...)
    } else if let rank = kind.statuteRank {
      if let place = stack.firstIndex(where: { ($0.kind.statuteRank ?? -1) > rank }) {
        stack.removeSubrange(place...)
      }
    } else if token.number > 1 {
      // A run whose beginning is lost: it stands above the kinds that usually stand below it.
      while let last = stack.last, last.kind.usualRank > kind.usualRank { stack.removeLast() }
    }
  }

  /// Pops to where a heading without a number goes: under the heading that is open, or, where the
  /// numbering begins anew below it, to the top (it titles a document quoted in the article).
  private mutating func enterPlain(_ draft: Draft, _ line: Int, next: Int?) {
    let token = draft.tokens[line]
    if isDocument, token.hash > 0 {
      while let last = stack.last, last.hash == 0 || last.hash >= token.hash { stack.removeLast() }
      return
    }
    guard let top = stack.first(where: { $0.kind != .none }) else {
      stack.removeAll()
      return
    }
    let below = next.flatMap { draft.role($0) == .heading ? nil : draft.tokens[$0] }
    let isAnnex = draft.begins(line, with: "附件") || draft.begins(line, with: "附录")
    if let below, below.number != 1, stack.contains(where: { $0.kind == below.label }) {
      // The numbering goes on below: the heading stands inside it.
      while let last = stack.last, !last.isHead { stack.removeLast() }
    } else if let sibling = stack.firstIndex(where: { $0.kind == .none }) {
      stack.removeSubrange(sibling...)
    } else if isAnnex || below?.label == top.kind || next == nil && stack.count == 1 {
      stack.removeAll()
    } else {
      while let last = stack.last, !last.isHead { stack.removeLast() }
    }
  }
}
