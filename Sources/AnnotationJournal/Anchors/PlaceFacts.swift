public import BulletinCore

/// What listings say of where an annotation stands.
public struct PlaceFacts: Equatable, Sendable {
  /// The article, counted from 1; nil before the first.
  public let article: Int?
  /// The article's title.
  public let articleTitle: String?
  /// The label of the nearest clause, chapter or numbered heading: `第五条`; nil without one.
  public let label: String?
  /// The printed page on which the article begins, from the contents.
  public let page: Int?
  /// Whether the place is so far from there that it stands on a later page for certain.
  public let isOnLaterPage: Bool

  /// Makes facts, for instance from the address that a target keeps.
  public init(
    article: Int?, articleTitle: String?, label: String?, page: Int?, isOnLaterPage: Bool = false
  ) {
    (self.article, self.articleTitle, self.label, self.page) = (article, articleTitle, label, page)
    self.isOnLaterPage = isOnLaterPage
  }

  /// What no printed page holds, in bytes: two thousand characters.
  private static let fullPage = 6_000

  /// Whether a line of an article lies beyond all that its first page can hold.
  public static func isOnLaterPage(_ line: Int, of article: Article, in bulletin: Bulletin) -> Bool
  {
    let lines = bulletin.source.lines
    let start = Int(lines[article.lines.lowerBound].start)
    return Int(lines[line].start) - start > fullPage
  }

  /// What a target knows by itself: for an orphan, and where the file is absent.
  public init(_ target: Target) {
    let article = target.structure.article
    self.init(
      article: nil, articleTitle: article.isEmpty ? nil : article,
      label: target.structure.path.last,
      page: nil)
  }
}

/// A range as editors count: lines and columns from 1, columns in Unicode scalars.
public struct LineRange: Equatable, Sendable {
  /// The line of the first scalar.
  public let line: Int
  /// Its column.
  public let column: Int
  /// The line of the last scalar.
  public let endLine: Int
  /// The column one past it.
  public let endColumn: Int
}

extension PresentText {
  /// The facts of the place where a range begins.
  public func facts(of range: Range<Int>) -> PlaceFacts {
    guard let line = line(at: range.lowerBound) else {
      return PlaceFacts(article: nil, articleTitle: nil, label: nil, page: nil)
    }
    let article = article(holding: line)
    let label = sections(around: range.lowerBound).reversed().lazy
      .map { bulletin.label(of: bulletin.sections[$0]) }.first { !$0.isEmpty }
    return PlaceFacts(
      article: article.map { $0 + 1 }, articleTitle: article.map { bulletin.articles[$0].title },
      label: label, page: article.flatMap { bulletin.articles[$0].page },
      isOnLaterPage: article.map {
        PlaceFacts.isOnLaterPage(line, of: bulletin.articles[$0], in: bulletin)
      } ?? false)
  }

  /// A range by lines and columns, as it is drawn: a whole clause from its label on. Nil where the
  /// source has no line.
  public func lineRange(of range: Range<Int>) -> LineRange? {
    let drawn = drawn(range)
    let bytes = bytes(of: drawn)
    let last = drawn.isEmpty ? drawn.lowerBound : drawn.upperBound - 1
    guard let first = line(at: drawn.lowerBound), let end = line(at: last) else { return nil }
    return LineRange(
      line: number(first), column: column(bytes.lowerBound, first), endLine: number(end),
      endColumn: column(bytes.upperBound, end))
  }

  private func number(_ index: Int) -> Int { Int(bulletin.source.lines[index].number) }

  /// How many scalars of the line begin before a byte offset, and one.
  private func column(_ byte: Int, _ index: Int) -> Int {
    let start = Int(bulletin.source.lines[index].start)
    guard byte > start else { return 1 }
    return bulletin.source.bytes[start..<byte].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// The text of a range as it is read, its units parted by line feeds: Markdown marks gone, cut
  /// halves joined. A whole clause's label is no part of it.
  public func quote(of range: Range<Int>) -> String {
    guard !range.isEmpty, let first = line(at: range.lowerBound),
      let last = line(at: range.upperBound - 1)
    else { return "" }
    let bytes = bytes(of: range)
    var quotes: [String] = []
    var unit: TextUnit? = bulletin.unit(holding: first)
    while let present = unit, present.line <= last {
      let text = bulletin.text(of: present)
      var view = String.UnicodeScalarView()
      for (scalar, offset) in zip(text.scalars, text.offsets) where bytes.contains(Int(offset)) {
        if scalar != " " || !view.isEmpty { view.append(scalar) }
      }
      while view.last == " " { view.removeLast() }
      if !view.isEmpty { quotes.append(String(view)) }
      unit = bulletin.unit(after: present.line)
    }
    return quotes.joined(separator: "\n")
  }
}
