/// A stretch of compared text that is matched as a whole: a clause with its items, a chapter's
/// heading, elsewhere a sentence. Together the passages cover the text; offsets are compared ones.
struct Passage: Sendable {
  enum Kind { case clause, heading, text }

  var start: Int
  /// Where the text behind the label begins; `start` without a label.
  var body: Int
  var end: Int
  var kind: Kind
  /// The number of a clause; -1 for the others.
  var number = -1
  /// 之一 of 第六条之一, else 0.
  var minor = 0
  /// Which statute of the file it stands in, counted from 0: numbers begin anew in each.
  var statute = 0

  var bodyRange: Range<Int> { body..<end }
}

/// Cuts compared text into its passages. Line ends are gone from normalised text, so labels are
/// told from references by what stands before and behind them.
///
/// - Parameter lines: lines known to end without a mark; the same for both texts of a comparison.
func cutPassages(_ text: ComparedText, lines: LineTexts = LineTexts()) -> [Passage] {
  var cutter = PassageCutter(text: text, lines: lines)
  cutter.cut()
  return cutter.passages
}

private struct PassageCutter {
  let text: ComparedText
  let lines: LineTexts
  var passages: [Passage] = []
  private var open: Passage?
  private var statute = -1
  private var lastNumber = Int.max
  /// Index in `text.headings` of the next Markdown heading.
  private var nextHeading = 0
  /// Where the line that a passage began with ends; -1 for none.
  private var lineEnd = -1

  init(text: ComparedText, lines: LineTexts) {
    self.text = text
    self.lines = lines
  }

  mutating func cut() {
    cut(0..<text.count)
    close(at: text.count)
  }

  private mutating func cut(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let isHash = takeHash(index)
      let isBreak = isHash || index == 0 || index == lineEnd || isFree(index)
      if let behind = opening(index, isBreak: isBreak, isHash: isHash) {
        index = max(behind, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// Whether a Markdown heading begins at the offset.
  private mutating func takeHash(_ index: Int) -> Bool {
    while nextHeading < text.headings.count, text.headings[nextHeading] < index { nextHeading += 1 }
    return nextHeading < text.headings.count && text.headings[nextHeading] == index
  }

  /// Whether what stands before the offset ends a sentence or an item, so that a label may follow.
  private func isFree(_ index: Int) -> Bool {
    let last = text.scalars[index - 1]
    return last.endsSentence || last.endsItem || last.closesQuote || last == 0x3A || last == 0x3E
  }

  /// Opens a passage where one begins at the offset; gives the offset behind its label.
  private mutating func opening(_ index: Int, isBreak: Bool, isHash: Bool) -> Int? {
    let first = text.scalars[index]
    if first == 0x7B2C, let label = FlatLabel.statute(text.scalars, at: index),
      isBreak || isBehindHeading(index) || opensStatute(label)
    {
      return open(label, at: index)
    }
    if isHash {
      let label = FlatLabel.item(text.scalars, at: index)
      open(Passage(start: index, body: label?.end ?? index, end: index, kind: .text), at: index)
      return label?.end
    }
    guard index != open?.body else { return nil }
    guard open?.kind != .clause || endsStatute(index) else { return nil }
    if isBreak, let label = FlatLabel.item(text.scalars, at: index) {
      open(Passage(start: index, body: label.end, end: index, kind: .text), at: index)
      return label.end
    }
    if open == nil || index == lineEnd || endsStatute(index) || isSentenceStart(index)
      || lines.tells(in: text.scalars, at: index)
    {
      open(Passage(start: index, body: index, end: index, kind: .text), at: index)
    }
    return nil
  }

  private mutating func open(_ label: FlatLabel, at index: Int) -> Int {
    var passage = Passage(start: index, body: label.end, end: index, kind: .heading)
    if label.kind == .clause {
      if label.number < lastNumber || statute < 0 { statute += 1 }
      lastNumber = label.number
      passage.kind = .clause
      passage.number = label.number
      passage.minor = label.minor
    }
    passage.statute = max(statute, 0)
    open(passage, at: index)
    return label.end
  }

  private mutating func open(_ passage: Passage, at index: Int) {
    close(at: index)
    open = passage
    if passage.kind != .clause {
      lineEnd = lines.end(in: text.scalars, at: passage.body) ?? -1
    }
  }

  private mutating func close(at index: Int) {
    guard var passage = open, index > passage.start else { return }
    open = nil
    passage.end = index
    if passage.kind == .clause, index - passage.start > Self.longestClause {
      passage.end = sentenceEnd(passage.body, before: index)
    }
    passage.body = min(passage.body, passage.end)
    passages.append(passage)
    if passage.end < index { cut(passage.end..<index) }
    if let open, open.start < index { close(at: index) }
  }

  /// No clause is longer, in scalars: the end of such a one was not seen, and what follows its first
  /// sentence is cut like any other text.
  private static let longestClause = 1_200

  private func sentenceEnd(_ start: Int, before end: Int) -> Int {
    let mark = (start..<end).first { text.scalars[$0].endsSentence }
    return mark.map { $0 + 1 } ?? end
  }

  /// Whether a chapter's heading is open, so that 第一条 follows it without a mark. What goes on for
  /// more than 40 scalars is no heading.
  private func isBehindHeading(_ index: Int) -> Bool {
    guard let open, open.kind == .heading else { return false }
    return index - open.start <= 40
  }

  /// Whether this is the first clause of a statute, which often follows its title without a mark.
  private func opensStatute(_ label: FlatLabel) -> Bool {
    guard label.kind == .clause, label.number == 1, label.minor == 0, open?.kind != .clause,
      label.end < text.count
    else { return false }
    return [0x4E3A, 0x6839, 0x672C].contains(text.scalars[label.end])  // 为 根 本
  }

  /// Whether a sentence has ended before the offset, closing marks included.
  private func isSentenceStart(_ index: Int) -> Bool {
    guard !text.scalars[index].closesQuote || text.scalars[index] == 0x22 else { return false }
    var before = index - 1
    while before > 0, text.scalars[before].closesQuote, index - before <= 3 { before -= 1 }
    return before >= 0 && text.scalars[before].endsSentence
      && !(before == index - 1 && text.scalars[index] == 0x22)
  }

  /// Whether what no clause contains begins at the offset: the next title, 编者按, (来源:, 来源:.
  private func endsStatute(_ index: Int) -> Bool {
    guard index > 0, isFree(index) || index == lineEnd else { return false }
    return lines.endsClause(in: text.scalars, at: index)
      || has([0x7F16, 0x8005, 0x6309], at: index) || has([0x6765, 0x6E90, 0x3A], at: index)
      || has([0x28, 0x6765, 0x6E90, 0x3A], at: index)
  }

  private func has(_ word: [UInt32], at index: Int) -> Bool {
    guard text.scalars[index] == word[0], index + word.count <= text.count else { return false }
    for offset in word.indices where text.scalars[index + offset] != word[offset] { return false }
    return true
  }
}
