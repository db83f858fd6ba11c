import AnnotationJournal

extension JSONOutput {
  /// Writes an array of annotations.
  /// - Parameter today: with a day, each tells whether it is overdue.
  mutating func write(_ rows: [ListedAnnotation], today: CalendarDay? = nil) throws(Failure) {
    try open("[")
    for row in rows { try write(row, today: today) }
    try close("]")
  }

  /// Writes an annotation; a key with nothing to say is null.
  mutating func write(_ row: ListedAnnotation, today: CalendarDay? = nil) throws(Failure) {
    let annotation = row.annotation
    try open("{")
    try member("id", annotation.id)
    try key("document")
    try open("{")
    try member("id", row.document.isEmpty ? nil : row.document)
    try member("title", row.title)
    try member("path", row.path)
    try close("}")
    try writePlace(of: row)
    try member("quote", row.placed.quote)
    try member("state", row.placed.anchor.state.rawValue)
    try member("confidence", share: row.placed.anchor.confidence)
    try member("note", annotation.note)
    try key("tags")
    try open("[")
    for tag in annotation.tags { try value(tag) }
    try close("]")
    try member("color", annotation.color ?? AnnotationColor.vermilion.rawValue)
    try write(annotation.followUp)
    if let today { try member("overdue", row.isOverdue(today)) }
    try member("author", annotation.author)
    try member("created", row.created)
    try member("modified", row.modified)
    try close("}")
  }

  private mutating func writePlace(of row: ListedAnnotation) throws(Failure) {
    let facts = row.placed.facts
    try key("place")
    try open("{")
    try member("article", facts.article)
    try member("articleTitle", facts.articleTitle)
    try member("label", facts.label)
    try member("page", facts.page)
    try close("}")
    try key("range")
    guard let range = row.range else { return try value(nil) }
    try open("{")
    try member("line", range.line)
    try member("column", range.column)
    try member("endLine", range.endLine)
    try member("endColumn", range.endColumn)
    try close("}")
  }

  private mutating func write(_ followUp: FollowUp?) throws(Failure) {
    try key("followUp")
    guard let followUp else { return try value(nil) }
    try open("{")
    try member("status", followUp.status)
    try member("due", followUp.due)
    try member("assignee", followUp.assignee)
    try close("}")
  }
}
