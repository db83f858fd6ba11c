/// Reads off a line what it says by itself. It has no memory: each line is lexed alone.
func lex(_ text: Span<UInt8>, _ line: SourceLine) -> LineToken {
  let marks = MarkdownMarks(text, line.bytes)
  var token = LineToken(
    start: UInt32(marks.start), end: UInt32(marks.end), body: UInt32(marks.start))
  token.hash = marks.hash
  token.isListed = marks.isListed
  token.isBold = marks.isBold
  token.isComment =
    marks.start == marks.end || text.has("<!--", at: marks.start, before: marks.end)
    || isRule(text, line.bytes)
  if let label = readLabel(text, in: token.text) {
    token.label = label.kind
    token.number = label.number
    token.minor = label.minor
    token.form = label.form
    token.body = UInt32(label.body)
  }
  measure(text, &token)
  token.ending = ending(text, token.text)
  return token
}

/// A Markdown rule: three or more of the same mark and nothing else.
private func isRule(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
  let end = text.dropBlanks(range.lowerBound, range.upperBound)
  let start = text.skipBlanks(range.lowerBound, end)
  guard end - start >= 3, "-*_=".utf8.contains(text[start]) else { return false }
  for index in start..<end where text[index] != text[start] && text[index] != 0x20 { return false }
  return true
}

/// Counts a line's characters, sentences, commas and open brackets in one pass.
private func measure(_ text: Span<UInt8>, _ token: inout LineToken) {
  var length = 0
  var stops = 0
  var commas = 0
  var balance = 0
  var sinceStop = false
  var previous: UInt32 = 0
  var index = Int(token.start)
  let end = Int(token.end)
  while index < end {
    // U+4000 to U+9FFF, nearly all there is: three bytes, a character, nothing else to know.
    if text[index] >= 0xE4, text[index] <= 0xE9 {
      index += 3
      length += 1
      sinceStop = true
      previous = 0x4E00
      continue
    }
    let (scalar, width) = text.scalar(at: index)
    index += width
    guard !scalar.isBlank else { continue }
    length += 1
    if scalar.isHan {
      sinceStop = true
    } else if scalar.isFullStop || scalar == 0x2E && previous.endsSentenceBeforeDot {
      if sinceStop { stops += 1 }
      sinceStop = false
    } else if scalar.isComma {
      commas += 1
    } else if scalar.isOpening {
      balance += 1
    } else if scalar.isClosing {
      balance -= 1
    } else {
      sinceStop = true
    }
    previous = scalar
  }
  if !sinceStop, stops > 0 { stops -= 1 }
  token.length = UInt16(min(length, Int(UInt16.max)))
  token.stops = UInt8(min(stops, 255))
  token.commas = UInt8(min(commas, 255))
  token.balance = Int8(max(-100, min(balance, 100)))
}

extension UInt32 {
  /// Whether a `.` behind this character is OCR's full stop: 。 in half width.
  fileprivate var endsSentenceBeforeDot: Bool { isHan || isClosing || self == 0x22 }
}

/// How a stretch of text ends (GB/T 15834-2011: 。？！ end a sentence, also inside quotes).
func ending(_ text: Span<UInt8>, _ range: Range<Int>) -> LineEnding {
  ending(text, range, depth: 0)
}

/// - Parameter depth: how many bracketed remarks were passed; four are enough for any print.
private func ending(_ text: Span<UInt8>, _ range: Range<Int>, depth: Int) -> LineEnding {
  let start = range.lowerBound
  var end = text.dropBlanks(start, range.upperBound)
  while end > start {
    let (scalar, width) = text.scalar(before: end)
    let before = end - width > start ? text.scalar(before: end - width).value : 0
    if scalar.isFullStop || scalar == 0x2026 { return .stop }
    if scalar == 0x2E { return before.digit == nil ? .stop : .open }
    switch scalar.folded {
    case 0x3B: return .semicolon
    case 0x3A: return .colon
    default: break
    }
    if scalar.isClosingQuote {
      end = text.dropBlanks(start, end - width)
    } else if scalar.isClosing, scalar != 0x300B, scalar != 0x3009 {
      return bracketEnding(text, start..<end, width, depth: depth)
    } else {
      return .open
    }
  }
  return .open
}

/// A line that ends with a bracket: finished where a sentence ends inside or before it, or where
/// the bracket is the whole line or closes one of an earlier line.
private func bracketEnding(_ text: Span<UInt8>, _ range: Range<Int>, _ width: Int, depth: Int)
  -> LineEnding
{
  let (start, end) = (range.lowerBound, range.upperBound)
  let inside = text.dropBlanks(start, end - width)
  if inside > start, text.scalar(before: inside).value.isFullStop { return .stop }
  var open = 0
  var index = end
  // A remark in brackets is short; a bound keeps a line of a million brackets linear.
  while index > start, end - index < 2_000 {
    let (scalar, width) = text.scalar(before: index)
    index -= width
    if scalar.isClosing { open += 1 } else if scalar.isOpening { open -= 1 }
    if open == 0 {
      let before = text.dropBlanks(start, index)
      guard before > start else { return .bracket }
      let last = text.scalar(before: before).value
      if last.isFullStop { return .bracket }
      guard last.isClosingQuote, depth < 4 else { return .open }
      return ending(text, start..<before, depth: depth + 1) == .stop ? .bracket : .open
    }
  }
  return .bracket
}
