/// What stands between a title and its text: document number, adoption note, salutation.
extension Draft {
  /// 某办函〔2026〕12号, 第53号: a document number on a line of its own.
  func isDocumentNumber(_ line: Int) -> Bool {
    let text = bytes.span
    let token = tokens[line]
    guard token.length >= 3, token.length <= 40, token.stops == 0, token.ending != .stop else {
      return false
    }
    let range = bracketsTaken(text, token.text)
    let last = text.dropBlanks(range.lowerBound, range.upperBound)
    guard text.has("号", at: last - 3, before: last) else { return false }
    var index = text.dropBlanks(range.lowerBound, last - 3)
    let digits = index
    while index > range.lowerBound {
      let (scalar, width) = text.scalar(before: index)
      guard scalar.digit != nil || isHanDigit(scalar) else { break }
      index -= width
    }
    guard index < digits else { return false }
    let before = text.dropBlanks(range.lowerBound, index)
    guard before > range.lowerBound else { return false }
    let mark = text.scalar(before: before).value
    return mark.isClosing || mark == 0x7B2C
  }

  private func bracketsTaken(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let (first, width) = text.scalar(at: range.lowerBound)
    let (last, lastWidth) = text.scalar(before: range.upperBound)
    guard first.folded == 0x28, last.folded == 0x29 else { return range }
    return range.lowerBound + width..<range.upperBound - lastWidth
  }

  private func isHanDigit(_ scalar: UInt32) -> Bool {
    "一二三四五六七八九十百零〇".unicodeScalars.contains { $0.value == scalar }
  }

  /// （2026年3月1日……会议通过）: a dated note under a title, with or without brackets.
  func isAdoption(_ line: Int) -> Bool {
    let token = tokens[line]
    guard token.length >= 8, token.length <= 400 else { return false }
    let opening = first(line)
    let isBracketed = opening.folded == 0x28 && (token.ending == .bracket || token.balance > 0)
    guard isBracketed || token.ending == .open && token.length <= 120,
      contains(line, "年"), contains(line, "月")
    else { return false }
    if !isBracketed, opening.digit == nil, !isHanDigit(opening), !begins(line, with: "根据") {
      return false
    }
    let words: [StaticString] = ["通过", "修订", "修正", "公布", "发布", "批准", "施行", "颁布", "印发", "修改"]
    return words.contains { contains(line, $0) }
  }

  /// 各市、县（区）人民政府：: those whom a document addresses.
  func isSalutation(_ line: Int) -> Bool {
    let text = bytes.span
    let token = tokens[line]
    guard token.ending == .colon, token.stops == 0, token.length <= 160 else { return false }
    if begins(line, with: "各") { return !contains(line, "如下") }
    let words: [StaticString] = [
      "政府", "部门", "单位", "机构", "企业", "委员会", "公司", "协会", "院校", "局", "厅", "会", "院", "办", "委", "部",
      "行", "同志", "代表", "来宾", "朋友们",
    ]
    let end = text.dropBlanks(Int(token.start), Int(token.end))
    let before = end - text.scalar(before: end).width
    return !contains(line, "如下") && !contains(line, "以下")
      && words.contains { text.has($0, at: before - $0.utf8CodeUnitCount, before: before) }
  }

  /// Reads the lines behind a title up to the first that is none of these.
  mutating func assignOpening(_ lines: Range<Int>) {
    var line = lines.lowerBound
    while line < lines.upperBound, line < lines.lowerBound + 12 {
      if role(line) == .comment {
      } else if isDocumentNumber(line) {
        assign(.documentNumber, to: line)
      } else if isAdoption(line) || isAdoptionTail(line, from: lines.lowerBound) {
        assign(.adoption, to: line)
      } else if isSalutation(line) {
        assign(.salutation, to: line)
        return
      } else {
        return
      }
      line += 1
    }
  }

  /// A further line of an adoption note whose bracket is still open.
  private func isAdoptionTail(_ line: Int, from start: Int) -> Bool {
    guard line > start, role(line - 1) == .adoption else { return false }
    var balance = 0
    var above = line - 1
    while above >= start, role(above) == .adoption {
      balance += Int(tokens[above].balance)
      above -= 1
    }
    return balance > 0 && tokens[line].length <= 200
  }
}
