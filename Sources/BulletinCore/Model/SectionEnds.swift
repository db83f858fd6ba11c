extension Bulletin {
  /// The index of the last line that belongs to a section itself: what closes an article without
  /// belonging to any of its clauses, such as its source, is left out.
  public func lastLine(of section: Section) -> Int {
    var line = section.end - 1
    while line > section.line, roles[line].role.closesArticle { line -= 1 }
    return line
  }
}

extension LineRole {
  /// Lines at the end of an article that belong to none of its clauses.
  fileprivate var closesArticle: Bool {
    switch self {
    case .source, .caption, .qrCode, .link, .comment, .publisher: true
    default: false
    }
  }
}
