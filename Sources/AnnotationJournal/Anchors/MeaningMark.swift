/// A word whose change changes what a rule says, as it stands in a text.
struct MeaningMark: Equatable, Sendable {
  var kind: MeaningChange
  /// Where it stands.
  var range: Range<Int>
  /// What it says; two marks of a kind with one value say the same.
  var value: Int
  /// Part of a set word (非法, 未成年人): counts only where the word is cut into.
  var setWord: Range<Int>?
}

/// The marks of a stretch of compared text, in order.
func meaningMarks(in text: [UInt32], _ range: Range<Int>) -> [MeaningMark] {
  var marks: [MeaningMark] = []
  var index = range.lowerBound
  while index < range.upperBound {
    if let mark = mark(in: text, at: index, range) {
      marks.append(mark)
      index = mark.range.upperBound
    } else {
      index += 1
    }
  }
  return marks
}

private func mark(in text: [UInt32], at index: Int, _ range: Range<Int>) -> MeaningMark? {
  let scalar = text[index]
  if (0x30...0x39).contains(scalar) || chineseNumeral(scalar) != nil {
    return number(in: text, at: index, range)
  }
  guard let words = wordsByHead[scalar] else { return nil }
  for word in words where stands(word.scalars, in: text, at: index, before: range.upperBound) {
    var mark = MeaningMark(
      kind: word.kind, range: index..<index + word.scalars.count, value: word.value)
    if word.kind == .negation { mark.setWord = setWord(in: text, around: index, range) }
    if word.kind == .bound, !boundsAmount(text, index, range) { return nil }
    if word.value == duty, word.scalars.count == 1, isPartOfWord(text, index, range) { return nil }
    return mark
  }
  return nil
}

// MARK: Numbers

/// The run of digits or numerals at the offset; nil for those of set words (一般, 统一).
private func number(in text: [UInt32], at start: Int, _ range: Range<Int>) -> MeaningMark? {
  let isShare = stands(percentHead, in: text, at: start, before: range.upperBound)
  let first = isShare ? start + percentHead.count : start
  var end = first
  while end < range.upperBound {
    let scalar = text[end]
    let isPoint = scalar == 0x2E || scalar == 0x25 || scalar == 0x2C
    let isInNumber =
      (0x30...0x39).contains(scalar) || chineseNumeral(scalar) != nil || largeUnits.contains(scalar)
      || isPoint && end > first && (0x30...0x39).contains(text[end - 1])
    guard isInNumber, !isPoint || scalar == 0x25 || continuesNumber(text, end, range) else { break }
    end += 1
  }
  if end - start == 1, isNumeralOfSetWord(text, start, range) { return nil }
  let isClause =
    start > range.lowerBound && text[start - 1] == 0x7B2C && end < range.upperBound
    && text[end] == 0x6761
  if isClause, let number = PrintedNumber(text, at: start) {
    return MeaningMark(kind: .clauseReference, range: start..<end, value: number.value)
  }
  let value = countedValue(text[first..<end])
  return MeaningMark(kind: .number, range: start..<end, value: isShare ? ~value : value)
}

/// 百分之, which heads a share as % ends one.
private let percentHead: [UInt32] = [0x767E, 0x5206, 0x4E4B]

/// 万 亿, which follow a number but head words of their own.
private let largeUnits: Set<UInt32> = [0x4E07, 0x4EBF]

private func continuesNumber(_ text: [UInt32], _ index: Int, _ range: Range<Int>) -> Bool {
  index + 1 < range.upperBound && (0x30...0x39).contains(text[index + 1])
}

private func isNumeralOfSetWord(_ text: [UInt32], _ index: Int, _ range: Range<Int>) -> Bool {
  guard let words = numeralWords[text[index]] else { return false }
  return words.contains { word in
    let start = index - word.place
    return start >= range.lowerBound
      && stands(word.scalars, in: text, at: start, before: range.upperBound)
  }
}

// MARK: Words

private func setWord(in text: [UInt32], around index: Int, _ range: Range<Int>) -> Range<Int>? {
  guard let words = negationWords[text[index]] else { return nil }
  for word in words {
    let start = index - word.place
    if start >= range.lowerBound,
      stands(word.scalars, in: text, at: start, before: range.upperBound)
    {
      return start..<start + word.scalars.count
    }
  }
  return nil
}

/// Whether 以上, 以下 or 以内 bounds an amount that stands before it: 县级以上 names who acts, 以下简称
/// what follows.
private func boundsAmount(_ text: [UInt32], _ index: Int, _ range: Range<Int>) -> Bool {
  guard index > range.lowerBound, text[index - 1] != 0x7EA7, !text[index - 1].isMark else {
    return text[max(range.lowerBound, index - 1)] == 0x25
  }
  guard text[index + 1] == 0x4E0B else { return true }
  // 以下 alone also means what follows, so that it takes a number close before it.
  for place in (max(range.lowerBound, index - 6)..<index).reversed() {
    let scalar = text[place]
    if (0x30...0x39).contains(scalar) || chineseNumeral(scalar) != nil || scalar == 0x25
      || scalar == 0x534A
    {
      return true
    }
    if scalar.isMark { return false }
  }
  return false
}

/// Whether 应 is part of a word that has nothing to do with duty: 响应, 应用.
private func isPartOfWord(_ text: [UInt32], _ index: Int, _ range: Range<Int>) -> Bool {
  let last = index > range.lowerBound ? text[index - 1] : 0
  let next = index + 1 < range.upperBound ? text[index + 1] : 0
  return dutylessBefore.contains(last) || dutylessBehind.contains(next)
}

private func stands(_ word: [UInt32], in text: [UInt32], at start: Int, before end: Int) -> Bool {
  guard start >= 0, start + word.count <= end else { return false }
  for offset in word.indices where text[start + offset] != word[offset] { return false }
  return true
}
