/// Tells headings from items: a labelled line names what stands below it, or carries its own text.
/// Siblings agree.
extension Draft {
  /// Sets the roles of the labelled lines of an article whose depths are known.
  mutating func assignHeadings(_ lines: Range<Int>) {
    var groups = SiblingGroups()
    var units: [Int] = []
    for line in lines where role(line).isNode || role(line) == .paragraph { units.append(line) }
    for (place, line) in units.enumerated() {
      let node = roles[line]
      guard node.role.isNode else { continue }
      groups.leave(deeperThan: Int(node.depth))
      guard node.role == .item else { continue }
      let next = place + 1 < units.count ? units[place + 1] : nil
      groups.add(
        SiblingGroups.Member(
          line: line, isHead: isHeadUnit(line, before: lines.upperBound),
          names: next.map { namesBelow(line, $0) } ?? false,
          isListed: tokens[line].ending == .semicolon, isOpen: tokens[line].ending == .open),
        kind: tokens[line].label, depth: Int(node.depth))
    }
    groups.leave(deeperThan: -1)
    for line in groups.headings { roles[line].role = .heading }
  }

  /// Whether what stands below a labelled line belongs to it: text, or a deeper label.
  private func namesBelow(_ line: Int, _ next: Int) -> Bool {
    role(next) == .paragraph || roles[next].depth > roles[line].depth
  }

  /// One sentence at most, short, and not a member of a list with semicolons.
  private func isHeadUnit(_ line: Int, before end: Int) -> Bool {
    var length = Int(tokens[line].length)
    var last = line
    var stops = Int(tokens[line].stops)
    var next = line + 1
    while next < end, role(next) == .continuation || role(next) == .caption {
      if role(next) == .continuation {
        length += Int(tokens[next].length)
        stops += Int(tokens[next].stops)
        if tokens[last].ending == .stop { stops += 1 }
        last = next
      }
      next += 1
    }
    guard stops == 0, length <= 70 else { return false }
    switch tokens[last].ending {
    case .open, .stop: return true
    case .bracket: return length <= 40
    case .colon: return length <= 20 && next < end && role(next).isNode
    case .semicolon: return false
    }
  }
}

/// Labelled lines of one kind under one parent, as the outline is walked.
private struct SiblingGroups {
  /// A labelled line and what speaks for a heading or an item.
  struct Member {
    var line: Int
    /// It is one short sentence at most.
    var isHead: Bool
    /// Text or a deeper label stands below it.
    var names: Bool
    /// It ends with a semicolon, as the points of a list do.
    var isListed: Bool
    /// It ends without a mark.
    var isOpen: Bool
  }

  private struct Group {
    var kind: LabelKind
    var depth: Int
    var members: [Member] = []
  }

  private var open: [Group] = []
  private(set) var headings: [Int] = []

  /// A line at the depth closes the groups below it.
  mutating func leave(deeperThan depth: Int) {
    while let last = open.last, last.depth > depth {
      close(last)
      open.removeLast()
    }
  }

  mutating func add(_ member: Member, kind: LabelKind, depth: Int) {
    if let last = open.last, last.depth == depth, last.kind != kind {
      close(last)
      open.removeLast()
    }
    if open.last?.depth != depth { open.append(Group(kind: kind, depth: depth)) }
    open[open.count - 1].members.append(member)
  }

  /// Siblings agree: most of the short ones name what stands below them, or they are items. Among
  /// members that mostly carry text a heading is one that has no end mark.
  private mutating func close(_ group: Group) {
    let heads = group.members.filter(\.isHead)
    let naming = heads.count(where: \.names)
    guard group.members.count(where: \.isListed) * 2 < group.members.count, naming * 2 > heads.count
    else { return }
    let isUsual = heads.count * 2 > group.members.count
    headings += heads.filter { isUsual || $0.isOpen && $0.names }.map(\.line)
  }
}
