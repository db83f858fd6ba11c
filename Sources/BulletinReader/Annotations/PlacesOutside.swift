internal import AnnotationJournal
internal import BulletinCore

/// What the parts of a file are called that belong to no article.
struct PlacesOutside: Equatable, Sendable {
  /// The bytes from the first article to the last; nil where there are none.
  private var articles: Range<Int>?
  /// Whether the file is an issue, with a masthead and a colophon.
  private var isIssue = false

  /// Those of no file.
  init() {}

  /// Those of a file.
  init(_ bulletin: Bulletin) {
    isIssue = bulletin.kind == .bulletin
    guard let first = bulletin.articles.first, let last = bulletin.articles.last else { return }
    articles = bulletin.bytes(of: first.lines.lowerBound..<last.lines.upperBound)
  }

  /// The name of the part that holds a byte; nil is a place that is gone.
  func name(at byte: Int?) -> Text {
    guard isIssue, let articles, let byte, !articles.contains(byte) else {
      return isIssue
        ? Text(zh: "文章之外", en: "outside the articles") : Text(zh: "篇首", en: "front")
    }
    return byte < articles.lowerBound
      ? Text(zh: "刊头", en: "masthead") : Text(zh: "刊尾", en: "back matter")
  }

  /// What people call the place of an annotation: `第三条`, else the article's title, else the part.
  func name(of placed: PlacedAnnotation) -> Text {
    guard let name = placed.facts.label ?? placed.facts.articleTitle else {
      return self.name(at: placed.bytes?.lowerBound)
    }
    return Text(zh: name, en: name)
  }
}
