/// Lines that stand between the texts: figures, codes, links, sources, remarks.
extension Draft {
  /// The numbers of a caption's label: 图 1-2 is (1, 2), 表3 is (3, 0); nil where a line is none.
  ///
  /// A year glued to the label is no part of it: 图 2-12013—2023年 is 2-1.
  func caption(_ line: Int) -> (number: Int32, minor: UInt16)? {
    let text = bytes.span
    let token = tokens[line]
    guard token.length <= 80, token.ending != .stop, token.stops == 0 else { return nil }
    let end = Int(token.end)
    var index = Int(token.start)
    if text.has("附", at: index, before: end) { index += 3 }
    guard text.has("图", at: index, before: end) || text.has("表", at: index, before: end) else {
      return nil
    }
    index = text.skipBlanks(index + 3, end)
    guard let number = captionNumber(text, index, end) else { return nil }
    var behind = number.end
    var minor: UInt16 = 0
    if let mark = text.peek(behind, before: end),
      [0x2D, 0x2E, 0x2013, 0x2014].contains(mark.folded),
      let more = captionNumber(text, behind + text.scalar(at: behind).width, end)
    {
      minor = UInt16(more.value)
      behind = more.end
    }
    // 图1显示…… and 图1中的…… speak of a figure.
    let follows: [StaticString] = ["显示", "所示", "中", "可以", "可见", "和图", "、"]
    for word in follows where text.has(word, at: behind, before: end) { return nil }
    return (number.value, minor)
  }

  /// At most two digits; of more, those before a year.
  private func captionNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int)
    -> ChineseNumber.Reading?
  {
    var digits: [Int32] = []
    var index = start
    while index < end, digits.count < 7 {
      let (scalar, width) = text.scalar(at: index)
      guard let digit = scalar.digit else { break }
      digits.append(digit)
      index += width
    }
    guard !digits.isEmpty else { return ChineseNumber.han(text, at: start, before: end) }
    let width = (index - start) / digits.count
    func taking(_ count: Int) -> ChineseNumber.Reading {
      (digits.prefix(count).reduce(0) { $0 * 10 + $1 }, start + count * width)
    }
    if digits.count <= 2 { return taking(digits.count) }
    // 2 + 2013, 12 + 2023: a year behind the label; 12013 without a year is label and text.
    for count in [1, 2] where digits.count - count == 4 {
      let year = digits.dropFirst(count).reduce(0) { $0 * 10 + $1 }
      if (1_900...2_099).contains(year) { return taking(count) }
    }
    return taking(digits.count == 3 ? 1 : min(2, digits.count))
  }

  /// （来源：…） on a line of its own, or 来源：… without brackets.
  func isSourceLine(_ line: Int) -> Bool {
    let token = tokens[line]
    guard token.length >= 4, token.length <= 60, sourceWord(token.text) != nil else { return false }
    return !first(line).isOpening || token.ending == .bracket || token.balance == 0
  }

  /// Where a source's text begins, in bytes, if the range opens as one: `（来源：`, `来源：`.
  private func sourceWord(_ range: Range<Int>) -> Int? {
    let text = bytes.span
    let end = range.upperBound
    var index = range.lowerBound
    if let opening = text.peek(index, before: end), opening.isOpening {
      index = text.skipBlanks(index + text.scalar(at: index).width, end)
    }
    let isBracketed = index > range.lowerBound
    let takings: [StaticString] = ["摘编自", "摘自", "转自", "选自", "据"]
    for word in takings where isBracketed && text.has(word, at: index, before: end) {
      let behind = text.skipBlanks(index + word.utf8CodeUnitCount, end)
      guard let mark = text.peek(behind, before: end) else { continue }
      if mark.folded == 0x3A { return text.skipBlanks(behind + text.scalar(at: behind).width, end) }
      if mark == 0x300A { return behind }
    }
    let words: [StaticString] = [
      "来源", "来 源", "文章来源", "信息来源", "内容来源", "稿件来源",
    ]
    for word in words where text.has(word, at: index, before: end) {
      let behind = text.skipBlanks(index + word.utf8CodeUnitCount, end)
      guard let mark = text.peek(behind, before: end), mark.folded == 0x3A || mark.folded == 0x2F
      else { continue }
      return text.skipBlanks(behind + text.scalar(at: behind).width, end)
    }
    return nil
  }

  /// The bytes of the source's name on a line that is one.
  func sourceText(_ line: Int) -> Range<Int>? {
    sourceWord(tokens[line].text).map { withoutClosing($0..<Int(tokens[line].end)) }
  }

  /// The bytes of the source's name where a paragraph ends with （来源：…）.
  func trailingSource(_ line: Int) -> Range<Int>? {
    let text = bytes.span
    let token = tokens[line]
    var end = Int(token.end)
    let start = Int(token.start)
    guard end > start, text.scalar(before: end).value.folded == 0x29 else { return nil }
    let closing = end
    var depth = 0
    while end > start, closing - end < 300 {
      let (scalar, width) = text.scalar(before: end)
      end -= width
      if scalar.folded == 0x29 { depth += 1 } else if scalar.folded == 0x28 { depth -= 1 }
      if depth == 0 {
        return sourceWord(end..<closing).map { withoutClosing($0..<closing) }
      }
    }
    return nil
  }

  private func withoutClosing(_ range: Range<Int>) -> Range<Int> {
    let text = bytes.span
    var end = text.dropBlanks(range.lowerBound, range.upperBound)
    if end > range.lowerBound, text.scalar(before: end).value.folded == 0x29 {
      end -= text.scalar(before: end).width
    }
    return range.lowerBound..<text.dropBlanks(range.lowerBound, end)
  }

  /// 原文链接：…, or an address alone.
  func isLinkLine(_ line: Int) -> Bool {
    guard tokens[line].length <= 400 else { return false }
    let words: [StaticString] = [
      "原文链接", "原文地址", "阅读原文", "全文链接", "链接：", "链接:", "网址：", "http://", "https://", "<http",
    ]
    for word in words where begins(line, with: word) { return true }
    return false
  }

  /// 扫描二维码…, 阅读全文.
  func isCodeLine(_ line: Int) -> Bool {
    guard tokens[line].length <= 30, tokens[line].stops == 0 else { return false }
    if tokens[line].length <= 8, begins(line, with: "阅读全文") || begins(line, with: "查看全文") {
      return true
    }
    return contains(line, "二维码") && tokens[line].ending != .stop
  }

  /// 注：…, （注：…）, 注释：.
  func isRemarkLine(_ line: Int) -> Bool {
    let text = bytes.span
    let end = Int(tokens[line].end)
    var index = Int(tokens[line].start)
    if let opening = text.peek(index, before: end), opening.isOpening {
      index += text.scalar(at: index).width
    }
    let words: [StaticString] = ["注", "附注", "备注", "注释", "脚注", "注 "]
    for word in words where text.has(word, at: index, before: end) {
      var behind = text.skipBlanks(index + word.utf8CodeUnitCount, end)
      if let number = ChineseNumber.decimal(text, at: behind, before: end) { behind = number.end }
      if let mark = text.peek(behind, before: end), mark.folded == 0x3A { return true }
    }
    return false
  }

  /// Gives the lines of an article that stand between its texts their roles.
  mutating func assignFurniture(_ lines: Range<Int>) {
    var inRemarks = false
    for line in lines where role(line) == .paragraph {
      if inRemarks, tokens[line].label != .none || first(line).folded == 0x5B {
        assign(.remark, to: line)
        continue
      }
      inRemarks = false
      if isSourceLine(line) {
        assign(.source, to: line)
      } else if isLinkLine(line) {
        assign(.link, to: line)
      } else if isCodeLine(line) {
        assign(.qrCode, to: line)
      } else if isRemarkLine(line) {
        assign(.remark, to: line)
        // A remark that only announces itself has its numbered lines below.
        inRemarks = tokens[line].length <= 4 || tokens[line].ending == .semicolon
      } else if let label = caption(line), !isCutOff(line) {
        assign(.caption, to: line, number: label.number, minor: label.minor)
      } else if begins(line, with: "![") {
        assign(.caption, to: line)
      }
    }
  }

  /// Whether the line above breaks off before a word such as 如, 见: cut text goes on with 图1….
  private func isCutOff(_ line: Int) -> Bool {
    guard line > 0, tokens[line - 1].ending == .open, tokens[line - 1].length > 20 else {
      return false
    }
    let last = bytes.span.scalar(before: Int(tokens[line - 1].end)).value
    return last == 0x5982 || last == 0x89C1 || last.folded == 0x28
  }
}
