/// The contents of another document, reproduced in an article: 白皮书目录 and what stands below it.
extension Draft {
  /// Finds such lists in an article and gives them their roles: they are no outline.
  mutating func assignListings(_ lines: Range<Int>) {
    var line = lines.lowerBound
    while line < lines.upperBound {
      guard role(line) == .paragraph else {
        line += 1
        continue
      }
      let end: Int
      if headsListing(line) {
        end = listingEnd(from: line + 1, before: lines.upperBound)
        if end - line > 2 {
          assign(.heading, to: line)
          assignListing(line + 1..<end)
        }
      } else {
        let run = bareRun(from: line, before: lines.upperBound)
        if run.isListing { assignListing(line..<run.end) }
        end = run.end
      }
      line = max(end, line + 1)
    }
  }

  private func headsListing(_ line: Int) -> Bool {
    let token = tokens[line]
    guard token.length <= 16, token.label == .none, token.ending != .stop else { return false }
    let name = compact(line)
    return name.hasSuffix("目录") || name == "目次"
  }

  /// Up to a source, to text, or to where the numbering begins again.
  private func listingEnd(from start: Int, before end: Int) -> Int {
    var top = Int.max
    var last: (number: Int32, line: Int) = (0, -1)
    for line in start..<end {
      let token = tokens[line]
      switch role(line) {
      case .paragraph: break
      case .caption, .qrCode, .comment: continue
      default: return line
      }
      if token.label == .none, token.hash > 0, top < Int.max { return line }
      if token.length > 60 || token.stops > 0 || token.ending == .stop && token.label == .none {
        // The line above heads that text.
        return line > start + 1 && tokens[line - 1].label == .none ? line - 1 : line
      }
      guard token.label != .none, token.form == .firm || token.form == .glued else { continue }
      let rank = token.label.listingRank
      guard rank <= top else { continue }
      // Only the highest kind tells that a list begins anew; a line that stands twice does not.
      if rank == top,
        token.number < last.number || token.number == last.number && line > last.line + 1
      {
        return line
      }
      top = rank
      last = (token.number, line)
    }
    return end
  }

  /// The run of labelled lines without end marks from a line on, and whether it is a list whose
  /// heading is lost: at least six of two kinds, one below the other, and nothing between them.
  private func bareRun(from start: Int, before end: Int) -> (end: Int, isListing: Bool) {
    var kinds: Set<LabelKind> = []
    var line = start
    while line < end, role(line) == .paragraph, hasFirmLabel(line), tokens[line].ending == .open,
      tokens[line].length <= 45, tokens[line].label != .clause
    {
      kinds.insert(tokens[line].label)
      line += 1
    }
    return (line, line - start >= 6 && kinds.count > 1)
  }

  private mutating func assignListing(_ lines: Range<Int>) {
    let labelled = lines.count { tokens[$0].label != .none }
    for line in lines where role(line) == .paragraph {
      let wraps =
        tokens[line].label == .none && labelled * 2 > lines.count
        && line > lines.lowerBound && !tokens[line].isListed
      assign(wraps ? .continuation : .listing, to: line)
    }
  }
}

extension LabelKind {
  /// 编 before 章 before 节, then 一、（一）1.
  fileprivate var listingRank: Int { statuteRank ?? usualRank }
}
