/// Words that want something behind them: 对, 和, 应当.
private let hangingWords = Set(
  "的和与及或在对向由为将把被从以于至其该各并且应当即是使让按".unicodeScalars.map(\.value))

/// What two lines that meet, and the ends of one, tell.
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
  func lastPair(_ line: Int) -> (UInt32, UInt32) {
    let text = bytes.span
    let (start, end) = (Int(tokens[line].start), Int(tokens[line].end))
    guard end > start else { return (0, 0) }
    let last = text.scalar(before: end)
    guard end - last.width > start else { return (0, last.value) }
    return (text.scalar(before: end - last.width).value, last.value)
  }
}
