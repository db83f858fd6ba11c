/// An item of the printed contents, perhaps wrapped over lines.
struct PrintedEntry {
  var lines: [Int]
  /// The title on those lines, as byte ranges without number, dots and page.
  var title: [Range<Int>]
  var ordinal: Int32?
  var page: Int32?
  /// The line of the column's name.
  var column: Int?
}

/// A page number on a line of the contents and the title beside it.
struct PageMark {
  var leading: Int32?
  var trailing: Int32?
  /// The title between them, in bytes.
  var title: Range<Int>
}

extension Draft {
  /// The numbers at both ends of a line of the contents: `01 标题`, `1. 标题……9`.
  ///
  /// - Parameter glued: whether a page of two digits may stand without a blank behind it.
  func pageMark(_ line: Int, glued: Bool = false) -> PageMark? {
    let text = bytes.span
    let token = tokens[line]
    guard token.length <= 90 else { return nil }
    var mark = PageMark(title: token.text)
    if let number = ChineseNumber.decimal(text, at: Int(token.start), before: Int(token.end)),
      number.value < 1_000, number.end - Int(token.start) <= 9
    {
      var behind = number.end
      if let next = text.peek(behind, before: Int(token.end)), next == 0x3001 || next.folded == 0x2E
      {
        behind += text.scalar(at: behind).width
      }
      let title = text.skipBlanks(behind, Int(token.end))
      // A quantity that begins a title (24家…, 2024年…) has neither blank nor mark behind it.
      if title > number.end || glued && number.end - Int(token.start) == 2 {
        mark.leading = number.value
        mark.title = title..<Int(token.end)
      }
    }
    (mark.trailing, mark.title) = trailingPage(text, mark.title)
    return mark.leading == nil && mark.trailing == nil ? nil : mark
  }

  /// A page behind dots or a blank: `标题……9`, `标题 （9）`.
  private func trailingPage(_ text: Span<UInt8>, _ range: Range<Int>) -> (Int32?, Range<Int>) {
    var index = range.upperBound
    if index > range.lowerBound, text.scalar(before: index).value.folded == 0x29 {
      index -= text.scalar(before: index).width
    }
    let behind = index
    var value: Int32 = 0
    var scale: Int32 = 1
    while index > range.lowerBound, scale <= 1_000 {
      let (scalar, width) = text.scalar(before: index)
      guard let digit = scalar.digit else { break }
      value += digit * scale
      scale *= 10
      index -= width
    }
    guard index < behind, scale <= 1_000, index > range.lowerBound else { return (nil, range) }
    var title = index
    while title > range.lowerBound, text.scalar(before: title).value.leadsToPage {
      title -= text.scalar(before: title).width
    }
    guard title < index, title > range.lowerBound else { return (nil, range) }
    return (value, range.lowerBound..<title)
  }
}

extension UInt32 {
  /// Dots, dashes and blanks between a title and its page.
  fileprivate var leadsToPage: Bool {
    switch folded {
    case 0x2E, 0x2026, 0x22EF, 0xB7, 0x30FB, 0x2D, 0x2014, 0x5F, 0x28, 0x2F: true
    default: isBlank
    }
  }
}

/// Reads the printed contents: which lines are columns, entries and their further lines.
struct ContentsReader {
  let draft: Draft
  let start: Int
  /// Pages stand behind the titles, a number in front is an ordinal.
  private let pagesTrail: Bool
  /// OCR dropped the blanks behind the pages: 01标题.
  private let isGlued: Bool
  private(set) var entries: [PrintedEntry] = []
  private(set) var columns: [Int] = []
  /// Behind the last line of the contents.
  private(set) var end: Int

  init(_ draft: Draft, from start: Int) {
    self.draft = draft
    self.start = start
    let near = start..<min(start + 300, draft.tokens.count)
    isGlued = near.contains { draft.begins($0, with: "0") && draft.pageMark($0)?.leading == nil }
    var leading = 0
    var trailing = 0
    for line in near {
      if draft.isEditorNote(line) || draft.tokens[line].length > 90 { break }
      guard let mark = draft.pageMark(line, glued: isGlued) else { continue }
      if mark.leading != nil { leading += 1 }
      if mark.trailing != nil { trailing += 1 }
    }
    pagesTrail = trailing > 0 && trailing * 2 >= leading
    end = start
    read(near)
  }

  private func mark(_ line: Int) -> PageMark? { draft.pageMark(line, glued: isGlued) }

  private mutating func read(_ near: Range<Int>) {
    var column: Int?
    var pending: [Int] = []
    for line in near {
      if endsContents(line) { break }
      if let mark = self.mark(line), pagesTrail ? mark.trailing != nil : mark.leading != nil {
        add(mark, line, pending, column)
        pending = []
      } else if isColumn(line, hasPending: !pending.isEmpty) {
        column = line
        columns.append(line)
      } else if pagesTrail {
        pending.append(line)
      } else if !entries.isEmpty, wraps(line) {
        entries[entries.count - 1].lines.append(line)
        entries[entries.count - 1].title.append(draft.tokens[line].text)
      } else if entries.isEmpty, entriesFollow(line) {
        // A damaged line at the head of the contents: a column's name, or an entry without a page.
        if draft.tokens[line].length <= 12 {
          columns.append(line)
        } else {
          add(PageMark(title: draft.tokens[line].text), line, [], column)
        }
      } else {
        break
      }
      if pending.isEmpty { end = line + 1 }
      if pending.count > 2 { break }
    }
    columns.removeAll { $0 >= end }
  }

  private func entriesFollow(_ line: Int) -> Bool {
    (line + 1..<min(line + 4, draft.tokens.count)).contains { mark($0) != nil }
  }

  private mutating func add(_ mark: PageMark, _ line: Int, _ pending: [Int], _ column: Int?) {
    let heads = pending.map { self.mark($0)?.title ?? draft.tokens[$0].text }
    let ordinal = pending.first.flatMap { self.mark($0)?.leading } ?? mark.leading
    entries.append(
      PrintedEntry(
        lines: pending + [line], title: heads + [mark.title],
        ordinal: pagesTrail ? ordinal : nil, page: pagesTrail ? mark.trailing : mark.leading,
        column: column))
  }

  /// An editor's note, running text, a clause, or a title that the contents have named already.
  private func endsContents(_ line: Int) -> Bool {
    let token = draft.tokens[line]
    if draft.isEditorNote(line) || token.length > 90 { return true }
    if token.ending == .stop, token.length > 30 { return true }
    if token.label.statuteRank != nil, token.form != .reference { return true }
    guard mark(line) == nil, !entries.isEmpty else { return false }
    return repeatsEntry(line)
  }

  /// Whether a line, alone or with the next, is the title of an entry read before.
  private func repeatsEntry(_ line: Int) -> Bool {
    let text = draft.bytes.span
    let alone = TitleSketch(text, [draft.tokens[line].text])
    let next = line + 1 < draft.tokens.count ? [draft.tokens[line + 1].text] : []
    let below = TitleSketch(text, next)
    let joined = TitleSketch(text, [draft.tokens[line].text] + next)
    return entries.contains { entry in
      let title = TitleSketch(text, entry.title)
      let both = title.likeness(to: joined)
      return title.likeness(to: alone) > 0.6
        || both > 0.7 && both > title.likeness(to: below) + 0.05
    }
  }

  /// A column's name is short, bare of marks, and entries or 编者按 follow it.
  private func isColumn(_ line: Int, hasPending: Bool) -> Bool {
    let token = draft.tokens[line]
    guard token.length >= 2, token.length <= 12, token.commas == 0,
      token.ending == .open || token.ending == .bracket, token.balance == 0,
      token.label == .none || token.form != .firm, !hasPending
    else { return false }
    let next = line + 1
    guard next < draft.tokens.count, !entries.isEmpty || token.length <= 12 else { return false }
    if token.hash > 0 || token.isBold {
      let entryHash = entries.last.map { draft.tokens[$0.lines[0]] }
      if entryHash.map({ $0.hash == 0 && !$0.isBold }) ?? true { return true }
    }
    guard token.length <= 8, let mark = self.mark(next) else { return false }
    if pagesTrail { return mark.leading != nil || mark.trailing != nil }
    return mark.leading != nil && !completes(line)
  }

  /// Whether a short line belongs to the title of the entry before it: a line of the body prints
  /// both as one.
  private func completes(_ line: Int) -> Bool {
    guard let entry = entries.last else { return false }
    let text = draft.bytes.span
    let alone = TitleSketch(text, entry.title)
    let joined = TitleSketch(text, entry.title + [draft.tokens[line].text])
    var (bestAlone, bestJoined) = (0.0, 0.0)
    for other in line + 1..<min(line + 4_000, draft.tokens.count) {
      let token = draft.tokens[other]
      guard token.length <= 80, token.ending != .stop else { continue }
      var signature = TitleSignature()
      signature.add(text, token.text)
      guard joined.mayMatch(signature), mark(other)?.leading == nil else { continue }
      let title = TitleSketch(text, [token.text])
      bestAlone = max(bestAlone, alone.likeness(to: title))
      bestJoined = max(bestJoined, joined.likeness(to: title))
    }
    return bestJoined > bestAlone + 0.02 && bestJoined > 0.5
  }

  /// Whether a line without a page goes on with the entry above: more contents follow, or a title
  /// of the body prints both as one.
  private func wraps(_ line: Int) -> Bool {
    let token = draft.tokens[line]
    guard token.length <= 60, token.ending != .stop else { return false }
    for next in line + 1..<min(line + 4, draft.tokens.count) {
      if draft.isEditorNote(next) { return completes(line) || next == line + 1 }
      if let mark = self.mark(next), mark.leading != nil || mark.trailing != nil { return true }
    }
    return completes(line)
  }
}
