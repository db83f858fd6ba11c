internal import BulletinCore

/// What goes on while nobody strikes a key.
extension ReaderState {
  /// Whether something waits to be gone on with.
  var hasWork: Bool {
    if let search, !search.hits.isComplete { return true }
    if let filter = contents.filter, !filter.isComplete { return true }
    if let headings, !headings.isComplete { return true }
    return false
  }

  /// Goes on with it for a few milliseconds.
  mutating func continueWork() {
    search?.hits.extend(bytes: SearchState.slice)
    if let filter = contents.filter, !filter.isComplete { contents.extendFilter() }
    if let headings, !headings.isComplete { extendHeadings() }
  }

  /// The label of the clause that the cursor stands in.
  var clauseLabel: String? {
    (text?.cursor.position.line).flatMap(label(ofClauseHolding:))
  }

  /// The label of the clause that holds a line.
  func label(ofClauseHolding line: Int) -> String? {
    var section = contents.outline.section(holding: line)
    while let index = section {
      if bulletin.sections[index].role == .clause {
        return bulletin.label(of: bulletin.sections[index])
      }
      section = contents.outline.parent(of: index)
    }
    return nil
  }
}
