/// The whole reading of a bulletin's lines: zones, articles and, article by article, roles.
struct Reading {
  private(set) var draft: Draft
  private(set) var zones: Zones?
  private(set) var entries: [PrintedEntry] = []
  private(set) var articles: [ArticlePlan] = []

  init(_ source: SourceText) {
    draft = Draft(source)
    if let head = draft.contentsHead() {
      var start = head + 1
      while start < draft.tokens.count, draft.compact(start) == draft.compact(head) { start += 1 }
      readBulletin(head: head, contents: start)
    } else if let start = draft.contentsWithoutHead() {
      readBulletin(head: start, contents: start)
    } else {
      readDocument()
    }
  }

  /// - Parameters:
  ///   - head: the line 本期要目, or where the contents begin without it.
  ///   - start: the first line of the contents behind it.
  private mutating func readBulletin(head: Int, contents start: Int) {
    let contents = ContentsReader(draft, from: start)
    let publisher = draft.publisherStart(after: contents.end, masthead: 0..<head)
    let body = contents.end..<max(contents.end, publisher)
    entries = contents.entries
    zones = Zones(contents: head, entries: start..<contents.end, body: body)
    for line in 0..<head where draft.role(line) != .comment { draft.assign(.masthead, to: line) }
    for line in head..<start { draft.assign(.contents, to: line) }
    for line in contents.columns { draft.assign(.column, to: line) }
    for entry in entries {
      for line in entry.lines.dropFirst() { draft.assign(.continuation, to: line) }
      draft.assign(.entry, to: entry.lines[0], number: entry.page ?? -1)
    }
    for line in body.upperBound..<draft.tokens.count where draft.role(line) != .comment {
      draft.assign(.publisher, to: line)
    }
    let plan = ArticlePlanner(draft, body: body, entries: entries)
    articles = plan.articles
    for note in plan.loneNotes { readNote(note.lowerBound, before: note.upperBound) }
    // Text before the first title: its own is lost, or there is none.
    let lead = plan.loneNotes.first?.upperBound ?? contents.end
    let first = articles.first?.start ?? body.upperBound
    if lead < first { readBody(lead..<first, title: lead..<lead, isDocument: false) }
    for article in articles { readArticle(article, isDocument: false) }
  }

  /// A file without printed contents is one article, titled by its first heading or line.
  private mutating func readDocument() {
    let lines = draft.tokens.indices
    guard let first = lines.first(where: { draft.role($0) != .comment }) else { return }
    let headed = lines.prefix(first + 10).first {
      draft.tokens[$0].hash > 0 && draft.role($0) != .comment
    }
    let title = headed.flatMap { draft.isCloseBelow(first, $0) ? $0 : nil } ?? first
    var end = title + 1
    while end < lines.upperBound, end < title + 3, draft.continuesTitle(end, isListed: true) {
      end += 1
    }
    articles = [ArticlePlan(note: nil, title: title..<end, entry: nil, end: lines.upperBound)]
    readArticle(articles[0], isDocument: true)
  }

  private mutating func readArticle(_ article: ArticlePlan, isDocument: Bool) {
    if let note = article.note {
      readNote(note, before: max(note + 1, article.title.lowerBound))
    }
    draft.assign(.title, to: article.title.lowerBound)
    draft.roles[article.title.lowerBound].depth = 0
    for line in article.title.dropFirst() { draft.assign(.subtitle, to: line) }
    let body = article.title.upperBound..<max(article.title.upperBound, article.end)
    let isNoted = article.note.map { $0 >= body.lowerBound } ?? false
    readBody(
      isNoted ? body.dropFirst() : body, title: article.title, isDocument: isDocument)
  }

  private mutating func readBody(_ body: Range<Int>, title: Range<Int>, isDocument: Bool) {
    draft.assignFurniture(body)
    draft.assignOpening(body)
    draft.assignListings(body)
    let runs = LabelRuns(draft, in: body)
    draft.assignLabels(runs)
    var units = UnitReader(
      body, runs: runs, isTranscript: draft.isTranscript(title: title, body: body),
      isDocument: isDocument)
    units.read(&draft)
    var depths = DepthReader(isDocument: isDocument)
    depths.read(&draft, body)
    draft.assignHeadings(body)
  }

  /// 编者按 and its paragraphs.
  private mutating func readNote(_ note: Int, before end: Int) {
    let isAlone = draft.isEditorNote(note)
    if isAlone { draft.assign(.editorNote, to: note) }
    let body = isAlone ? note + 1..<end : note..<end
    draft.assignFurniture(body)
    var units = UnitReader(body, runs: nil, isTranscript: false, isDocument: false)
    units.read(&draft)
    for line in body {
      switch draft.role(line) {
      case .paragraph, .heading, .speaker: draft.assign(.editorNoteText, to: line)
      default: break
      }
    }
  }
}

extension Draft {
  /// Whether only short lines stand between the first line and a heading: a heading far below
  /// titles a part, not the file.
  fileprivate func isCloseBelow(_ first: Int, _ heading: Int) -> Bool {
    (first..<heading).allSatisfy { tokens[$0].length <= 40 && tokens[$0].stops == 0 }
  }
}
