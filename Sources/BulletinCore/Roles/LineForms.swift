/// Forms that single lines may have: dates, counted points, speakers.
extension Draft {
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
