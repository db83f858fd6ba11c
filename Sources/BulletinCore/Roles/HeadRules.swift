/// Short lines that name what stands below them: what completes a labelled one, and which ones
/// without a label are headings.
extension UnitReader {
  /// Behind a short labelled line without an end: its second half, or the text it names.
  func completesHead(_ draft: inout Draft, _ unit: OpenUnit, _ line: Int) -> Bool {
    let token = draft.tokens[line]
    if unit.balance > 0 || draft.first(line).goesOn { return unit.role != .speaker }
    if unit.role == .speaker || draft.isBracketHead(unit.line) { return false }
    let style = siblings(&draft, of: unit)
    if unit.role == .clause {
      guard draft.tokens[unit.line].body < draft.tokens[unit.line].end else { return false }
      if style.heads <= style.texts || draft.fillsRows(unit.last) { return true }
      if draft.seam(unit.last, line).joins { return true }
    }
    if style.texts > style.heads { return true }
    if style.texts == style.heads, style.texts > 0, draft.seam(unit.last, line).usual {
      return true
    }
    // The point of a list, not the text below a heading.
    if token.ending == .semicolon, unit.role == .item { return true }
    guard token.length <= 30, token.stops == 0,
      let next = draft.nextText(after: line, before: lines.upperBound)
    else { return false }
    let below = draft.tokens[next]
    switch token.ending {
    case .open:
      return (below.length > 30 || below.label != .none) && unit.length >= 4
        && !(isDocument && token.hash > 0) && !isPlainHeading(draft, unit, line)
        && isNearer(&draft, unit, line, than: next)
    case .stop:
      guard below.label == .none ? below.length > 30 : below.number == 1 else { return false }
      return style.heads > 0 ? style.stopped * 2 > style.heads : draft.seam(unit.last, line).flows
    default: return false
    }
  }

  /// Whether a short line is nearer to the head above it than to the text below it. A comma where
  /// the head has none speaks for text.
  private func isNearer(_ draft: inout Draft, _ unit: OpenUnit, _ line: Int, than next: Int) -> Bool
  {
    let above = closeness(&draft, unit.last, line)
    if above == 0, draft.tokens[line].commas > 0, draft.tokens[unit.line].commas == 0 {
      return false
    }
    return above >= closeness(&draft, line, next)
  }

  /// How surely two lines are one cut text; a label cannot go on with anything.
  private func closeness(_ draft: inout Draft, _ line: Int, _ next: Int) -> Int {
    guard draft.tokens[next].label == .none else { return 0 }
    let seam = draft.seam(line, next)
    return (seam.flows ? 2 : 0) + (seam.joins ? 1 : 0)
  }

  /// An unnumbered heading below a numbered one, rather than its second half: it is marked as a
  /// heading and the line above is a whole.
  private func isPlainHeading(_ draft: Draft, _ unit: OpenUnit, _ line: Int) -> Bool {
    let (above, token) = (draft.tokens[unit.line], draft.tokens[line])
    return token.hash > 0 && above.hash > 0 && token.hash > above.hash
  }

  /// What the labels of the same kind around a unit are: heads, heads with a full stop, texts.
  private func siblings(_ draft: inout Draft, of unit: OpenUnit)
    -> (heads: Int, stopped: Int, texts: Int)
  {
    let kind = Int(draft.tokens[unit.line].label.rawValue)
    guard kind != 0, let run = runs?.lines[kind] else { return (0, 0, 0) }
    let place = passed[kind] - 1
    var result = (heads: 0, stopped: 0, texts: 0)
    for index in max(0, place - 3)..<min(run.count, place + 4) where index != place {
      let token = draft.tokens[run[index]]
      if token.stops > 0 || token.length > 45 || token.ending == .semicolon
        || isFollowedBySibling(draft, run[index]) || unit.role == .clause && token.ending != .open
      {
        result.texts += 1
      } else if token.ending == .open, breaksIntoNext(&draft, run[index]) {
        result.texts += 1
      } else if token.ending != .colon {
        result.heads += 1
        if endsWithStop(draft, run[index]) { result.stopped += 1 }
      }
    }
    return result
  }

  /// Whether nothing stands between a labelled line and the next of its kind.
  private func isFollowedBySibling(_ draft: Draft, _ line: Int) -> Bool {
    guard let next = draft.nextText(after: line, before: lines.upperBound) else { return false }
    return draft.role(next) != .paragraph && draft.tokens[next].label == draft.tokens[line].label
  }

  /// Whether a head ends with a full stop, on its line or on a short one that completes it.
  private func endsWithStop(_ draft: Draft, _ line: Int) -> Bool {
    if draft.tokens[line].ending != .open { return draft.tokens[line].ending == .stop }
    guard let next = draft.nextText(after: line, before: lines.upperBound) else { return false }
    let below = draft.tokens[next]
    return below.label == .none && below.length <= 30 && below.stops == 0 && below.ending == .stop
  }

  /// Whether a labelled line without an end is text that the next line goes on with.
  private func breaksIntoNext(_ draft: inout Draft, _ line: Int) -> Bool {
    guard let next = draft.nextText(after: line, before: lines.upperBound),
      draft.role(next) == .paragraph || draft.role(next) == .continuation
    else { return false }
    if draft.role(line) == .clause, draft.tokens[line].length > 16 { return true }
    // Both halves of a cut heading are short.
    let below = draft.tokens[next]
    if below.length <= 30, below.stops == 0, below.ending != .semicolon { return false }
    if draft.tokens[line].balance > 0 { return true }
    return draft.isRagged() && draft.seam(line, next).usual
  }

  /// Whether the lines being read stand between clauses, where nothing is named without a number.
  private var isInClauses: Bool {
    guard let run = runs?.lines[Int(LabelKind.clause.rawValue)], run.count >= 3 else {
      return false
    }
    let place = passed[Int(LabelKind.clause.rawValue)]
    return place > 0 && place < run.count
  }

  /// Short, without an end or a comma, with text below it.
  func isHeading(_ draft: inout Draft, _ line: Int) -> Bool {
    let token = draft.tokens[line]
    if isDocument, token.hash > 0, token.stops == 0, token.length <= 60 { return true }
    guard token.length >= 2, token.length <= 32, token.ending == .open, token.stops == 0,
      token.commas == 0 || token.commas == 1 && (token.hash > 0 || token.isBold),
      token.balance == 0,
      !draft.first(line).goesOn, !draft.first(line).isOpening || token.length > 6,
      !draft.isDateLine(line), !draft.hangs(line), !isInClauses
    else { return false }
    var index = line
    // Two headings may stand together; a third short line is a list.
    for _ in 0..<2 {
      guard let next = draft.nextText(after: index, before: lines.upperBound) else { return false }
      let below = draft.tokens[next]
      if draft.role(next).isNode { return below.number == 1 || draft.role(next) != .item }
      guard draft.role(next) == .paragraph, !draft.isDateLine(next),
        below.length <= 24 && below.ending == .open || !isCut(&draft, index, next)
      else { return false }
      if below.length > max(24, token.length) || below.ending == .stop && below.length > 12 {
        return true
      }
      index = next
    }
    return false
  }

  /// Whether a short line and the next are one cut text: the bulletin puts such characters together
  /// elsewhere. The shorter the line, the more it takes.
  private func isCut(_ draft: inout Draft, _ line: Int, _ next: Int) -> Bool {
    if draft.first(next).goesOn { return true }
    let seam = draft.seam(line, next)
    return draft.tokens[line].length > 16 || draft.isRagged() ? seam.joins : seam.flows
  }
}
