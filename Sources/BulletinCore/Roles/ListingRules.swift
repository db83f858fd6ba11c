/// The contents of another document, reproduced in an article: 白皮书目录 and what stands below it.
extension Draft {
  /// Finds such lists in an article and gives them their roles: they are no outline.
  mutating func assignListings(_ lines: Range<Int>) {
    var line = lines.lowerBound
    while line < lines.upperBound {
      guard role(line) == .paragraph, headsListing(line) else {
        line += 1
        continue
      }
      let end = listingEnd(behind: line, before: lines.upperBound)
      if end - line > 2 {
        assign(.heading, to: line)
        assignListing(line + 1..<end)
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

  /// Up to a source, to text, or to the first label coming again.
  private func listingEnd(behind head: Int, before end: Int) -> Int {
    var opening: (LabelKind, Int32)?
    for line in head + 1..<end {
      let token = tokens[line]
      switch role(line) {
      case .paragraph: break
      case .caption, .qrCode, .comment: continue
      default: return line
      }
      if token.length > 60 || token.stops > 0 { return line }
      guard token.label != .none, token.form == .firm || token.form == .glued else { continue }
      if let opening, opening == (token.label, token.number) { return line }
      if opening == nil { opening = (token.label, token.number) }
    }
    return end
  }

  private mutating func assignListing(_ lines: Range<Int>) {
    let labelled = lines.count { tokens[$0].label != .none }
    for line in lines where role(line) == .paragraph {
      let wraps = tokens[line].label == .none && labelled * 2 > lines.count
        && line > lines.lowerBound && !tokens[line].isListed
      assign(wraps ? .continuation : .listing, to: line)
    }
  }
}
