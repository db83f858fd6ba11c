internal import BulletinCore
internal import BulletinScreen

extension Canvas {
  /// Paints the top line: the issue, and the article being read; in a narrow window also how many
  /// follow-ups are open and how much is to be reviewed, for which the status line has no room.
  mutating func paintTitleLine(_ state: ReaderState, _ row: Rect) {
    clear(row, .titleLine)
    var inner = row.inset(left: 1, right: 1)
    let counts = inner.columns < 72 ? counts(state.annotations.tally) : ""
    if !counts.isEmpty {
      let used = putRight(counts, in: inner, .titleLineArticle)
      inner = inner.inset(right: used + 2)
    }
    let article = state.article.map { state.bulletin.articles[$0].title } ?? ""
    let full = state.issueName(language, short: false)
    let isDocument = state.bulletin.kind == .document
    let name =
      isDocument || cells(full) + 12 <= inner.columns / 2 + 8 || inner.columns >= 100
      ? full : state.issueName(language, short: true)
    let used = put(name, in: inner, .titleLine)
    let rest = inner.inset(left: used + 2)
    guard rest.columns >= 4, !isDocument || article != name else { return }
    if inner.columns < 72 {
      put(article, in: rest, .titleLineArticle)
    } else {
      putRight(article, in: rest, .titleLineArticle)
    }
  }
}

extension Canvas {
  /// `⚑ 3 ◌ 1 ✕ 1`: open follow-ups, places to look at, what has lost its text.
  private func counts(_ tally: AnnotationTally) -> String {
    let counts = [
      (signs.flag, tally.pending), (signs.doubtful, tally.doubtful), (signs.orphan, tally.orphaned),
    ]
    return counts.filter { $0.1 > 0 }.map { "\($0) \($1)" }.joined(separator: " ")
  }
}

extension ReaderState {
  /// `大数据发展动态 第47期 总第158期 · 2023-11-24`, or in short `总第158期`; the file's name without a
  /// masthead.
  func issueName(_ language: Language, short: Bool) -> String {
    guard let masthead = bulletin.masthead else { return setup.name }
    let issue = masthead.issue.map { Text(zh: "第\($0)期", en: "No. \($0)")(language) }
    let total = masthead.totalIssue.map { Text(zh: "总第\($0)期", en: "(\($0))")(language) }
    if short { return total ?? issue ?? masthead.title ?? setup.name }
    let name = [masthead.title, issue, total].compactMap { $0 }.joined(separator: " ")
    let date = masthead.date.map { name.isEmpty ? $0 : " · \($0)" } ?? ""
    return name.isEmpty && date.isEmpty ? setup.name : name + date
  }
}
