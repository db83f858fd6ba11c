import BulletinCore

/// Writes a bulletin's outline as one JSON object; a key with nothing to say is null.
struct OutlineJSON {
  private var json: JSONOutput

  /// The output with what was written.
  var output: Output { json.output }

  /// Makes a writer to an output.
  init(_ output: consuming Output) { json = JSONOutput(output) }

  /// Writes the outline with its sections down to a depth.
  mutating func write(_ bulletin: Bulletin, file: String, depth: Int) throws(Failure) {
    try json.open("{")
    try json.member("file", file)
    try json.member("kind", bulletin.kind.rawValue)
    try json.member("encoding", bulletin.source.encoding.rawValue)
    try json.key("masthead")
    try write(bulletin.masthead)
    try json.key("contents")
    try json.open("[")
    for entry in bulletin.contents { try write(entry, of: bulletin) }
    try json.close("]")
    try json.key("articles")
    try json.open("[")
    for article in bulletin.articles { try write(article, of: bulletin, depth) }
    try json.close("]")
    try json.close("}")
  }

  private mutating func write(_ masthead: Masthead?) throws(Failure) {
    guard let masthead else { return try json.value(nil) }
    try json.open("{")
    try json.member("title", masthead.title)
    try json.member("date", masthead.date)
    try json.member("issue", masthead.issue)
    try json.member("totalIssue", masthead.totalIssue)
    try json.member("tagline", masthead.tagline)
    try json.member("publisher", masthead.publisher)
    try json.member("headline", masthead.headline)
    try json.close("}")
  }

  private mutating func write(_ entry: ContentsEntry, of bulletin: Bulletin) throws(Failure) {
    try json.open("{")
    try json.member("line", bulletin.lineNumber(entry.line))
    try json.member("number", entry.number)
    try json.member("title", entry.title)
    try json.member("column", entry.column)
    try json.member("page", entry.page)
    try json.member("article", entry.article.map { $0 + 1 })
    try json.close("}")
  }

  private mutating func write(_ article: Article, of bulletin: Bulletin, _ depth: Int)
    throws(Failure)
  {
    try json.open("{")
    try json.member("line", bulletin.lineNumber(article.titleLine))
    try json.member("title", article.title)
    try json.member("column", article.column)
    try json.member("page", article.page)
    try json.member("documentNumber", article.documentNumber)
    try json.member("adoption", article.adoption)
    try json.member("source", article.source)
    try json.member("editorNoteLine", article.editorNote.map { bulletin.lineNumber($0.line) })
    try json.member("editorNote", article.editorNote.map { bulletin.text(of: $0) })
    try json.key("sections")
    try write(bulletin.sections[article.sections], of: bulletin, depth)
    try json.close("}")
  }

  /// Writes flat sections as a tree, without recursion: a section holds those before its end.
  private mutating func write(
    _ sections: ArraySlice<Section>, of bulletin: Bulletin, _ depth: Int
  ) throws(Failure) {
    var ends: [Int] = []
    try json.open("[")
    for section in sections where section.depth <= depth {
      while let end = ends.last, end <= section.line {
        try closeSection()
        ends.removeLast()
      }
      try json.open("{")
      try json.member("line", bulletin.lineNumber(section.line))
      try json.member("endLine", bulletin.lineNumber(max(section.line, section.end - 1)))
      try json.member("role", section.role.name)
      try json.member("number", section.number)
      let label = bulletin.label(of: section)
      try json.member("label", label.isEmpty ? nil : label)
      let title = bulletin.title(of: section)
      try json.member("title", title.isEmpty ? nil : title)
      try json.member("depth", section.depth)
      try json.key("sections")
      try json.open("[")
      ends.append(section.end)
    }
    for _ in ends { try closeSection() }
    try json.close("]")
  }

  private mutating func closeSection() throws(Failure) {
    try json.close("]")
    try json.close("}")
  }
}

extension Bulletin {
  /// The number of a line in its file, from 1, as sed and vim count; of a line index.
  func lineNumber(_ line: Int) -> Int { Int(source.lines[line].number) }

  /// The paragraphs of an editor's note, parted by line ends.
  func text(of note: EditorNote) -> String {
    var paragraphs: [String] = []
    var last = note.line
    while let unit = unit(after: last), note.lines.contains(unit.line) {
      paragraphs.append(text(of: unit).string)
      last = unit.line
    }
    return paragraphs.joined(separator: "\n")
  }
}
