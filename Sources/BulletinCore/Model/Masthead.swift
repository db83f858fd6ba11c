/// What the lines before 本期要目 say of the issue.
public struct Masthead: Sendable {
  /// The periodical: `大数据发展动态`.
  public let title: String?
  /// The day of issue as `2023-11-24`.
  public let date: String?
  /// 第47期
  public let issue: Int?
  /// 总第158期
  public let totalIssue: Int?
  /// The line below the periodical's name.
  public let tagline: String?
  /// Who edits it.
  public let publisher: String?
  /// The title that the cover shows.
  public let headline: String?

  init(_ draft: Draft, _ lines: Range<Int>, entries: [PrintedEntry]) {
    let reader = MastheadReader(draft: draft, lines: lines)
    let name = reader.nameLine()
    let dated = reader.issueLines()
    title = name.map { reader.shown($0) }
    date = lines.lazy.compactMap { reader.date($0) }.first
    issue = lines.lazy.compactMap { draft.issueNumber($0) }.first.map(Int.init)
    totalIssue = lines.lazy.compactMap { draft.totalIssueNumber($0) }.first.map(Int.init)
    tagline = reader.tagline(below: name, dated)
    publisher = reader.publisher()
    headline = reader.headline(name: name, dated, entries)
  }
}

/// Finds the masthead's parts by where they stand: the name is printed twice, or above the date.
private struct MastheadReader {
  let draft: Draft
  let lines: Range<Int>

  func shown(_ line: Int) -> String { cleanTitle(draft, [draft.tokens[line].text], like: nil) }

  /// Lines with a date or a number of the issue.
  func issueLines() -> [Int] {
    lines.filter { date($0) != nil || draft.isIssueLine($0) || draft.totalIssueNumber($0) != nil }
  }

  /// The periodical's name: the short line that comes twice, else the one nearest above the date.
  func nameLine() -> Int? {
    let dated = Set(issueLines())
    var seen: [String: Int] = [:]
    for line in lines where draft.tokens[line].length <= 24 && !dated.contains(line) {
      let name = draft.compact(line)
      if let first = seen[name] { return first }
      seen[name] = line
    }
    guard let date = dated.min() else { return lines.first }
    return lines.prefix(while: { $0 < date }).last { draft.tokens[$0].length <= 24 }
  }

  func tagline(below name: Int?, _ dated: [Int]) -> String? {
    guard let name else { return nil }
    let below = name + 1
    if lines.contains(below), !dated.contains(below), draft.tokens[below].length <= 40 {
      return shown(below)
    }
    return lines.contains(name - 1) ? shown(name - 1) : nil
  }

  /// The cover's lines between the first date and the name's second printing.
  func headline(name: Int?, _ dated: [Int], _ entries: [PrintedEntry]) -> String? {
    guard let name, let date = dated.first, date > name else { return nil }
    let title = draft.compact(name)
    guard let again = lines.first(where: { $0 > date && draft.compact($0) == title }) else {
      return nil
    }
    let cover = (date + 1..<again).filter { !dated.contains($0) && draft.role($0) != .comment }
    guard !cover.isEmpty else { return nil }
    let ranges = cover.map { draft.tokens[$0].text }
    return cleanTitle(draft, ranges, like: entry(like: ranges, entries))
  }

  /// The title of the contents that the cover repeats.
  private func entry(like cover: [Range<Int>], _ entries: [PrintedEntry]) -> [Range<Int>]? {
    let text = draft.bytes.span
    let sketch = TitleSketch(text, cover)
    return entries.map(\.title).first { TitleSketch(text, $0).likeness(to: sketch) > 0.6 }
  }

  /// What stands behind 主编 or 主办.
  func publisher() -> String? {
    let text = draft.bytes.span
    for word in ["主办", "主编"] {
      for line in lines where draft.compact(line).hasPrefix(word) {
        let token = draft.tokens[line]
        var index = Int(token.start)
        var behind = 0
        while index < Int(token.end), behind < word.unicodeScalars.count {
          let (scalar, width) = text.scalar(at: index)
          if !scalar.isBlank, scalar != 0x2A { behind += 1 }
          index += width
        }
        let name = text.string(index..<Int(token.end)).drop {
          $0.isWhitespace || "*：:单位".contains($0)
        }
        if !name.isEmpty { return String(name) }
      }
    }
    for line in lines {
      let first = draft.string(line).split(whereSeparator: \.isWhitespace).first ?? ""
      for word in ["编印", "主办", "编"] where first.hasSuffix(word) && first.count >= 6 {
        return String(first.dropLast(word.count))
      }
    }
    return nil
  }

  /// 2023年11月24日 on a line, as an ISO date.
  func date(_ line: Int) -> String? {
    let text = draft.bytes.span
    let token = draft.tokens[line]
    guard token.length <= 60 else { return nil }
    var from = Int(token.start)
    while let place = text.find("年", in: from..<Int(token.end)) {
      from = place + 3
      guard let year = numberBefore(text, place, Int(token.start)),
        let month = number(text, behind: place + 3, unit: "月", token),
        let day = number(text, behind: month.end, unit: "日", token),
        (1_900...2_199).contains(year), (1...12).contains(month.value), (1...31).contains(day.value)
      else { continue }
      func padded(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
      return "\(year)-\(padded(month.value))-\(padded(day.value))"
    }
    return nil
  }

  private func numberBefore(_ text: Span<UInt8>, _ end: Int, _ start: Int) -> Int32? {
    var index = text.dropBlanks(start, end)
    let behind = index
    while index > start, text.scalar(before: index).value.digit != nil {
      index -= text.scalar(before: index).width
    }
    return ChineseNumber.decimal(text, at: index, before: behind)?.value
  }

  /// A number behind the offset with its unit; `end` is behind the unit.
  private func number(
    _ text: Span<UInt8>, behind start: Int, unit: StaticString, _ token: LineToken
  )
    -> ChineseNumber.Reading?
  {
    let digits = text.skipBlanks(start, Int(token.end))
    guard let number = ChineseNumber.any(text, at: digits, before: Int(token.end)) else {
      return nil
    }
    let behind = text.skipBlanks(number.end, Int(token.end))
    guard text.has(unit, at: behind, before: Int(token.end)) else { return nil }
    return (number.value, behind + unit.utf8CodeUnitCount)
  }
}
