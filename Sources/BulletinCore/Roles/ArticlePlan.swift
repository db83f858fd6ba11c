/// Where an article stands and what its parts are, before its body is read.
struct ArticlePlan {
  /// The line 编者按, where there is one.
  var note: Int?
  /// The lines of the title.
  var title: Range<Int>
  /// The contents entry that names it.
  var entry: Int?
  /// Behind the article's last line; filled in when the next one is found.
  var end: Int

  /// Its first line: the note's, where that stands above the title.
  var start: Int { min(note ?? title.lowerBound, title.lowerBound) }
}

/// Finds the articles of a bulletin's body: titles that the contents name are matched first, all
/// together; notes and ends of articles then show those that the contents leave out.
struct ArticlePlanner {
  let draft: Draft
  let body: Range<Int>
  let entries: [PrintedEntry]
  private var matched: [Int: TitleMatch] = [:]
  private(set) var articles: [ArticlePlan] = []
  /// Editor's notes whose article has lost its title.
  private(set) var loneNotes: [Range<Int>] = []

  init(_ draft: Draft, body: Range<Int>, entries: [PrintedEntry]) {
    self.draft = draft
    self.body = body
    self.entries = entries
    for match in matchTitles(draft, body: body, entries: entries) { matched[match.line] = match }
    plan()
  }

  private mutating func plan() {
    var line = body.lowerBound
    var isExpected = true
    while line < body.upperBound {
      if draft.opensNote(line) {
        if let last = articles.indices.last, articles[last].note == nil,
          articles[last].title.upperBound == line, draft.isRunInNote(line)
        {
          // A note below its title.
          articles[last].note = line
          line += 1
          continue
        }
        guard let title = titleBehindNote(line) else {
          let end = noteEnd(line)
          loneNotes.append(line..<end)
          line = end
          continue
        }
        add(note: line, title: title)
        isExpected = false
      } else if matched[line] != nil || isExpected && opensArticle(line) {
        add(note: nil, title: line)
        isExpected = false
      } else if draft.role(line) != .comment {
        isExpected = draft.endsArticle(line) || isExpected && draft.isFurniture(line)
        line += 1
        continue
      } else {
        line += 1
        continue
      }
      line = articles.last?.title.upperBound ?? line + 1
    }
  }

  private mutating func add(note: Int?, title: Int) {
    let start = note ?? title
    if !articles.isEmpty { articles[articles.count - 1].end = start }
    let lines = matched[title]?.count ?? 1
    articles.append(
      ArticlePlan(
        note: note, title: title..<titleEnd(title, lines, isListed: matched[title] != nil),
        entry: matched[title]?.entry, end: body.upperBound))
  }

  /// The title that an editor's note announces: the next one that the contents name, else the
  /// first line that has a title's form behind the note's text.
  private func titleBehindNote(_ note: Int) -> Int? {
    let near = note + 1..<min(note + 40, body.upperBound)
    let listed = near.first { matched[$0] != nil }
    let limit = listed ?? near.upperBound
    for line in note + 1..<limit {
      if draft.opensNote(line) { return nil }
      if draft.hasFirmLabel(line), draft.tokens[line].label.statuteRank != nil { return nil }
      if line > note + 1, draft.tokens[line - 1].isFinished, opensArticle(line) {
        // A short line close before a listed title is part of the note.
        if let listed, listed - line <= 8, !(line..<listed).contains(where: draft.endsArticle) {
          break
        }
        return line
      }
    }
    return listed
  }

  /// Behind the text of a note without a title: up to a label, a document number, furniture.
  private func noteEnd(_ note: Int) -> Int {
    var line = note + 1
    while line < min(note + 8, body.upperBound), !draft.hasFirmLabel(line),
      !draft.isDocumentNumber(line), !draft.isFurniture(line), !draft.opensNote(line),
      matched[line] == nil
    {
      line += 1
    }
    return line
  }

  /// Whether a line has a title's form and text follows it.
  private func opensArticle(_ line: Int) -> Bool {
    guard draft.looksLikeTitle(line) else { return false }
    var index = line
    for _ in 0..<4 {
      guard let next = draft.nextText(after: index, before: body.upperBound) else { return false }
      index = next
      if draft.opensNote(index) { return false }
      let token = draft.tokens[index]
      if token.length > 45 || token.stops > 0 || token.ending == .stop && token.length > 20 {
        return true
      }
      if draft.hasFirmLabel(index) || token.ending == .colon || draft.isDocumentNumber(index) {
        return true
      }
    }
    return false
  }

  /// Behind the last line of a title: dash lines, brackets on a line of their own, and the second
  /// half of an unlisted title.
  private func titleEnd(_ title: Int, _ count: Int, isListed: Bool) -> Int {
    var end = title + count
    while end < body.upperBound, end < title + 4, draft.continuesTitle(end, isListed: isListed) {
      if matched[end] != nil { break }
      end += 1
    }
    return end
  }
}

extension Draft {
  /// Short, no sentence, no firm label, brackets closed or closed by the next line.
  func looksLikeTitle(_ line: Int) -> Bool {
    let token = tokens[line]
    guard token.length >= 4, token.length <= 60, token.stops == 0, token.commas <= 3,
      !token.isComment, token.label == .none || token.form != .firm
    else { return false }
    switch token.ending {
    case .stop, .semicolon, .bracket: return false
    case .colon, .open: break
    }
    return !isFurniture(line) && !first(line).goesOn && !isDocumentNumber(line)
      && !(token.length > 12 && hangs(line) && token.commas > 0)
  }

  /// Whether a line is a further line of the title above it.
  func continuesTitle(_ line: Int, isListed: Bool) -> Bool {
    let token = tokens[line]
    guard token.length <= 40, token.stops == 0, !isFurniture(line), !isDocumentNumber(line),
      !isAdoption(line), !isEditorNote(line), !hasFirmLabel(line)
    else { return false }
    let opening = first(line)
    if opening == 0x2014 || opening == 0x2015 || opening == 0x2500 { return true }
    if opening.isOpening, token.ending == .bracket || token.ending == .open, token.length <= 24 {
      let last = bytes.span.scalar(before: Int(token.end)).value
      if last.isClosing, opening.folded == 0x28 || opening == 0x3014 { return true }
    }
    if !isListed, tokens[line - 1].balance > 0, token.balance < 0, token.ending != .stop {
      return true
    }
    guard !isListed, token.ending == .open, token.length <= 30,
      token.hash == 0 || tokens[line - 1].hash > 0,
      let next = nextText(after: line, before: tokens.count)
    else { return false }
    return tokens[next].length > 45 && !hasFirmLabel(next) && tokens[line - 1].length >= 4
      && !isSpeakerForm(line)
  }

  /// Whether an article ends on a line: a source, alone or at a paragraph's end, or the address of
  /// the original.
  func endsArticle(_ line: Int) -> Bool {
    isSourceLine(line) || isLinkLine(line) || trailingSource(line) != nil
  }

  /// Figures, codes, links and remarks: lines that stand between texts.
  func isFurniture(_ line: Int) -> Bool {
    isLinkLine(line) || isCodeLine(line) || isRemarkLine(line) || caption(line) != nil
      || isSourceLine(line)
  }
}
