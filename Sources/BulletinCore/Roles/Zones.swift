/// The zones of a bulletin, as ranges of line indices.
struct Zones {
  /// The line 本期要目.
  var contents: Int
  /// The lines of the printed contents, behind that line.
  var entries: Range<Int>
  /// The articles.
  var body: Range<Int>
}

extension Draft {
  /// The line that heads the printed contents, or nil where the file is no bulletin: 本期要目, or
  /// another usual name with an issue number above it and entries with pages below it.
  func contentsHead() -> Int? {
    let near = tokens.indices.prefix(2_000)
    if let line = near.first(where: { tokens[$0].length <= 8 && compact($0) == "本期要目" }) {
      return line
    }
    let names: Set<String> = [
      "本期目录", "本期导读", "本期内容", "本期看点", "本期提要", "要目", "目录", "目次", "导读",
    ]
    return near.prefix(200).first { line in
      tokens[line].length <= 6 && names.contains(compact(line)) && isBelowIssueLine(line)
        && (line + 1..<min(line + 8, tokens.count)).count { pageMark($0) != nil } >= 2
    }
  }

  /// Where the printed contents begin if the line that heads them is lost: below an issue number,
  /// at the first of three entries whose pages rise.
  func contentsWithoutHead() -> Int? {
    guard let issue = tokens.indices.prefix(200).first(where: isIssueLine) else { return nil }
    let near = issue + 1..<max(issue + 1, min(issue + 120, tokens.count))
    return near.first { line in
      let pages = (line..<min(line + 9, near.upperBound)).compactMap { leadingPage($0) }
      guard pages.count >= 3, zip(pages, pages.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        return false
      }
      return leadingPage(line) != nil
        || tokens[line].length <= 12 && (line + 1 < near.upperBound && leadingPage(line + 1) != nil)
    }
  }

  /// The page of two digits in front of an entry: `01 标题`.
  private func leadingPage(_ line: Int) -> Int32? {
    guard let mark = pageMark(line), let page = mark.leading, tokens[line].ending != .stop else {
      return nil
    }
    return mark.title.lowerBound - Int(tokens[line].start) >= 3 ? page : nil
  }

  private func isBelowIssueLine(_ line: Int) -> Bool {
    (0..<line).contains { isIssueLine($0) }
  }

  /// A short line without blanks, brackets around it and a colon behind it: 【编 者 按】 is 编者按.
  func compact(_ line: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in string(line).unicodeScalars {
      let value = scalar.value
      if value.isBlank || value.isOpening || value.isClosing || value.folded == 0x3A { continue }
      if value == 0x2A || value == 0x23 { continue }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// 第47期, 总第158期: the line that numbers the issue.
  func isIssueLine(_ line: Int) -> Bool {
    tokens[line].length <= 60 && issueNumber(line) != nil
  }

  /// The number in 第47期 on a line; 总第158期 does not count.
  func issueNumber(_ line: Int) -> Int32? {
    number(on: line, between: "第", and: "期", notBehind: "总")
  }

  /// The number in 总第158期 on a line.
  func totalIssueNumber(_ line: Int) -> Int32? {
    number(on: line, between: "总第", and: "期", notBehind: "第第")
      ?? number(on: line, between: "总", and: "期", notBehind: "第第")
  }

  private func number(
    on line: Int, between opening: StaticString, and closing: StaticString,
    notBehind barred: StaticString
  ) -> Int32? {
    let text = bytes.span
    let token = tokens[line]
    var from = Int(token.start)
    let end = Int(token.end)
    while let place = text.find(opening, in: from..<end) {
      from = place + opening.utf8CodeUnitCount
      if place >= 3, text.has(barred, at: place - barred.utf8CodeUnitCount, before: place) {
        continue
      }
      let digits = text.skipBlanks(from, end)
      guard let number = ChineseNumber.any(text, at: digits, before: end) else { continue }
      if text.has(closing, at: text.skipBlanks(number.end, end), before: end) {
        return number.value
      }
    }
    return nil
  }

  /// The line 编者按, with the marks and blanks that OCR leaves in it.
  func isEditorNote(_ line: Int) -> Bool {
    guard tokens[line].length <= 9 else { return false }
    let name = compact(line)
    return name == "编者按" || name == "编辑按" || name == "编者按语"
  }

  /// `编者按：……`: a note that begins on the line of its name.
  func isRunInNote(_ line: Int) -> Bool {
    let text = bytes.span
    let end = Int(tokens[line].end)
    var index = Int(tokens[line].start)
    if let opening = text.peek(index, before: end), opening.isOpening {
      index += text.scalar(at: index).width
    }
    guard text.has("编者按", at: index, before: end) else { return false }
    index = text.skipBlanks(index + 9, end)
    guard let mark = text.peek(index, before: end), mark.folded == 0x3A || mark.isClosing else {
      return false
    }
    return tokens[line].length > 9
  }

  /// Whether an editor's note begins on a line, alone or with its text.
  func opensNote(_ line: Int) -> Bool { isEditorNote(line) || isRunInNote(line) }

  /// Where the publisher's back matter begins: a line that only names somebody whom the masthead
  /// names, or 主编简介 and the like, with a description or a Latin name behind it.
  func publisherStart(after start: Int, masthead: Range<Int>) -> Int {
    // Names stand behind 主编 and the like, and below; the cover's lines stand above.
    let staff = masthead.first { isStaffLabel($0) } ?? masthead.upperBound
    let names = Set((staff..<masthead.upperBound).flatMap { staffNames($0) })
    var found = tokens.count
    for line in stride(from: tokens.count - 1, through: start, by: -1) {
      guard tokens.count - line <= 60 else { break }
      let token = tokens[line]
      guard token.length >= 3, token.length <= 30, token.ending != .stop, token.label == .none
      else {
        continue
      }
      let name = compact(line)
      if names.contains(name) || name.hasSuffix("简介") && token.length <= 10 || isStaffLine(line)
        || isDescribedBelow(line)
      {
        found = line
      }
    }
    return found
  }

  /// Whether a long paragraph close below begins with the line's own words: 某某研究院是….
  private func isDescribedBelow(_ line: Int) -> Bool {
    let text = bytes.span
    let name = tokens[line]
    guard name.length >= 5, name.stops == 0 else { return false }
    return (line + 1..<min(line + 4, tokens.count)).contains { below in
      let token = tokens[below]
      guard token.length > 60, token.end - token.start > name.end - name.start else { return false }
      return name.text.allSatisfy { text[$0] == text[Int(token.start) + $0 - Int(name.start)] }
    }
  }

  /// Whether a line of the masthead begins with 主 编, 指导单位 or the like.
  private func isStaffLabel(_ line: Int) -> Bool {
    let name = compact(line)
    return tokens[line].length <= 60
      && ["主编", "联合主编", "主办", "承办", "指导单位", "主管", "编委会", "总编", "编印"].contains { name.hasPrefix($0) }
  }

  /// The names on a line of the masthead: behind `主 编`, or alone.
  private func staffNames(_ line: Int) -> [String] {
    let text = bytes.span
    let end = Int(tokens[line].end)
    var start = end
    var length = 0
    while start > Int(tokens[line].start) {
      let (scalar, width) = text.scalar(before: start)
      if scalar.isBlank || scalar == 0x2A || scalar.folded == 0x3A { break }
      start -= width
      length += 1
    }
    return length >= 6 ? [text.string(start..<end)] : []
  }

  /// `主办：…`, `编辑部电话：…`: who made the bulletin and how to reach them.
  func isStaffLine(_ line: Int) -> Bool {
    let token = tokens[line]
    guard token.length <= 60, token.stops == 0 else { return false }
    let words: [StaticString] = [
      "主办", "主编", "承办", "编辑", "责任编辑", "执行编辑", "责编", "编印", "印发", "报送", "发送", "抄送",
      "地址", "电话", "传真", "邮箱", "邮编", "印刷", "准印证", "内部资料",
    ]
    let text = bytes.span
    for word in words where begins(line, with: word) {
      let behind = text.skipBlanks(Int(token.start) + word.utf8CodeUnitCount, Int(token.end))
      if let next = text.peek(behind, before: Int(token.end)), next.folded == 0x3A { return true }
    }
    return false
  }
}
