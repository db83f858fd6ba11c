/// Joins the lines of an article into text units: what goes on with the unit above, what begins
/// one, and which short lines without a label are headings.
struct UnitReader {
  private let lines: Range<Int>
  private let runs: LabelRuns?
  private let isTranscript: Bool
  private let isDocument: Bool
  /// How many labels of each kind have passed: the place of the last one in its run.
  private var passed: [Int]
  private var unit: OpenUnit?

  /// The unit that is being read.
  private struct OpenUnit {
    var line: Int
    /// Its last line so far.
    var last: Int
    var length: Int
    var stops: Int
    var balance: Int
    var role: LineRole

    mutating func join(_ token: LineToken, at line: Int) {
      last = line
      length += Int(token.length)
      stops += Int(token.stops)
      balance += Int(token.balance)
    }
  }

  init(_ lines: Range<Int>, runs: LabelRuns?, isTranscript: Bool, isDocument: Bool) {
    self.lines = lines
    self.runs = runs
    self.isTranscript = isTranscript
    self.isDocument = isDocument
    passed = Array(repeating: 0, count: LabelKind.allCases.count)
  }

  mutating func read(_ draft: inout Draft) {
    for line in lines {
      switch draft.role(line) {
      case .caption, .qrCode, .link, .comment: continue
      case .paragraph: readUnlabelled(&draft, line)
      case .source, .listing: unit = nil
      case .continuation: break
      case .item, .part, .chapter, .section, .clause:
        passed[Int(draft.tokens[line].label.rawValue)] += 1
        open(draft, line)
      case .remark: open(draft, line)
      default: unit = nil
      }
    }
  }

  private mutating func open(_ draft: Draft, _ line: Int) {
    let token = draft.tokens[line]
    unit = OpenUnit(
      line: line, last: line, length: Int(token.length), stops: Int(token.stops),
      balance: Int(token.balance), role: draft.role(line))
  }

  private mutating func readUnlabelled(_ draft: inout Draft, _ line: Int) {
    if let open = unit, goesOn(&draft, open, line) {
      draft.assign(.continuation, to: line)
      unit?.join(draft.tokens[line], at: line)
      return
    }
    if isTranscript, draft.isSpeakerForm(line) {
      draft.assign(.speaker, to: line)
    } else if isHeading(&draft, line) {
      draft.assign(isTranscript ? .speaker : .heading, to: line)
    }
    open(draft, line)
  }

  // MARK: continuations

  /// Whether a line without a label goes on with the unit above.
  private mutating func goesOn(_ draft: inout Draft, _ unit: OpenUnit, _ line: Int) -> Bool {
    guard draft.tokens[unit.last].ending == .open else { return false }
    let isNamed = unit.role.isNode || unit.role == .speaker
    if isNamed, unit.stops == 0, unit.length <= 40 { return completesHead(&draft, unit, line) }
    return completesText(&draft, unit, line)
  }

  /// Behind a short labelled line without an end: its second half, or the text it names.
  private func completesHead(_ draft: inout Draft, _ unit: OpenUnit, _ line: Int) -> Bool {
    let token = draft.tokens[line]
    if unit.balance > 0 || draft.first(line).goesOn { return unit.role != .speaker }
    if unit.role == .speaker || draft.isBracketHead(unit.line) { return false }
    if unit.role == .clause, draft.seam(unit.last, line).joins { return true }
    let style = siblings(&draft, of: unit)
    if unit.role == .clause, style.heads <= style.texts {
      return draft.tokens[unit.line].body < draft.tokens[unit.line].end
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
    return draft.tokens[line].balance > 0 || draft.seam(line, next).usual
  }

  /// Behind text without an end: cut by a page break, or a paragraph that lost its full stop.
  private mutating func completesText(_ draft: inout Draft, _ unit: OpenUnit, _ line: Int) -> Bool {
    if draft.first(line).goesOn { return true }
    if unit.length <= 16, unit.stops == 0 {
      let seam = draft.seam(unit.last, line)
      return unit.role == .paragraph ? seam.flows : seam.joins
    }
    let token = draft.tokens[line]
    // A paragraph of a few characters, or one that begins with a quantity, is a tail.
    if token.ending == .stop,
      token.length <= 10 || draft.first(line).digit != nil && !draft.beginsWithDate(line)
    {
      return true
    }
    if draft.fillsRows(unit.last) { return true }
    if draft.goesOnCounting(from: unit.line, to: line) { return false }
    let seam = draft.seam(unit.last, line)
    // A heading behind a paragraph that lost its full stop.
    if token.ending == .open, token.length <= 20, !seam.joins, isHeading(&draft, line) {
      return false
    }
    if !seam.joins { draft.doubtfulJoins.append(line) }
    return !seam.ends || seam.joins || draft.isRagged()
  }

  // MARK: headings without a number

  /// Whether the lines being read stand between clauses, where nothing is named without a number.
  private var isInClauses: Bool {
    guard let run = runs?.lines[Int(LabelKind.clause.rawValue)], run.count >= 3 else {
      return false
    }
    let place = passed[Int(LabelKind.clause.rawValue)]
    return place > 0 && place < run.count
  }

  /// Short, without an end or a comma, with text below it.
  private func isHeading(_ draft: inout Draft, _ line: Int) -> Bool {
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
    let seam = draft.seam(line, next)
    if draft.first(next).goesOn { return true }
    return draft.tokens[line].length > 16 || draft.isRagged() ? seam.joins : seam.flows
  }
}

/// Words that want something behind them: 对, 和, 应当.
private let hangingWords = Set(
  "的和与及或在对向由为将把被从以于至其该各并且应当即是使让按".unicodeScalars.map(\.value))

extension Draft {
  /// Whether a line ends with a word that wants something behind it: no heading does.
  func hangs(_ line: Int) -> Bool {
    let last = lastPair(line).1
    return last.isOpening || last.isComma || hangingWords.contains(last)
  }

  /// Whether nothing but a name in brackets stands behind a label: 第五条【部门职责】.
  func isBracketHead(_ line: Int) -> Bool {
    let text = bytes.span
    let body = tokens[line].bodyText
    guard tokens[line].label != .none, !body.isEmpty,
      text.scalar(at: body.lowerBound).value.isOpening
    else { return false }
    return text.scalar(before: body.upperBound).value.isClosing && tokens[line].balance == 0
  }

  /// What the bulletin's wording says of two lines that meet.
  mutating func seam(_ left: Int, _ right: Int) -> Seam {
    knownWording().seam(lastPair(left), firstPair(right))
  }

  /// The first two scalars of a line's text.
  private func firstPair(_ line: Int) -> (UInt32, UInt32) {
    let text = bytes.span
    let (start, end) = (Int(tokens[line].start), Int(tokens[line].end))
    let first = text.scalar(at: start)
    return (first.value, text.peek(text.skipBlanks(start + first.width, end), before: end) ?? 0)
  }

  /// The last two scalars of a line's text.
  private func lastPair(_ line: Int) -> (UInt32, UInt32) {
    let text = bytes.span
    let (start, end) = (Int(tokens[line].start), Int(tokens[line].end))
    guard end > start else { return (0, 0) }
    let last = text.scalar(before: end)
    guard end - last.width > start else { return (0, last.value) }
    return (text.scalar(before: end - last.width).value, last.value)
  }

  /// 2026年3月1日 alone or at the end of a short line: a signature's date.
  func isDateLine(_ line: Int) -> Bool {
    let text = bytes.span
    let token = tokens[line]
    let end = Int(token.end)
    guard token.length <= 30, text.has("日", at: end - 3, before: end) else { return false }
    return contains(line, "年") && contains(line, "月")
  }

  /// Whether two paragraphs begin with 一是 and 二是, or the like.
  func goesOnCounting(from above: Int, to line: Int) -> Bool {
    guard let last = countedPoint(above), let next = countedPoint(line) else { return false }
    return next == last + 1
  }

  /// 2 for 二是…
  private func countedPoint(_ line: Int) -> Int32? {
    let text = bytes.span
    let end = Int(tokens[line].end)
    guard let number = ChineseNumber.han(text, at: Int(tokens[line].start), before: end),
      text.has("是", at: number.end, before: end)
    else { return nil }
    return number.value
  }

  /// 2026年…, 3月…: a paragraph may begin with a date.
  func beginsWithDate(_ line: Int) -> Bool {
    let text = bytes.span
    let end = Int(tokens[line].end)
    guard let number = ChineseNumber.decimal(text, at: Int(tokens[line].start), before: end) else {
      return false
    }
    let unit = text.skipBlanks(number.end, end)
    return text.has("年", at: unit, before: end) || text.has("月", at: unit, before: end)
      || text.has("日", at: unit, before: end) || text.peek(unit, before: end) == 0x2014
  }

  /// In a transcript short lines name who speaks. A title, or a line that ends with 提问, tells.
  func isTranscript(title: Range<Int>, body: Range<Int>) -> Bool {
    let words: [StaticString] = ["实录", "问答", "答记者问", "访谈", "对话", "专访", "文字整理"]
    if title.contains(where: { line in words.contains { contains(line, $0) } }) { return true }
    return body.contains { isSpeakerForm($0) && role($0) == .paragraph }
  }

  /// A line such as 某报记者提问 or 主持人.
  func isSpeakerForm(_ line: Int) -> Bool {
    let token = tokens[line]
    guard token.length >= 2, token.length <= 24, token.ending == .open, token.commas == 0,
      token.label == .none
    else { return false }
    let text = bytes.span
    let end = Int(token.end)
    let words: [StaticString] = ["记者提问", "记者问", "提问", "记者", "主持人"]
    return words.contains { text.has($0, at: end - $0.utf8CodeUnitCount, before: end) }
  }
}
