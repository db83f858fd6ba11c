/// One number of a periodical, read whole: masthead, printed contents, articles and their sections,
/// each with its place in the source.
///
/// Lines are named by their index in `source.lines`; `source.lines[index].number` is the line as an
/// editor counts it.
public struct Bulletin: Sendable {
  /// What a file was taken for.
  public enum Kind: String, Sendable {
    /// With a masthead and 本期要目.
    case bulletin
    /// Any other text: one article.
    case document
  }

  /// The text that was read.
  public let source: SourceText
  /// Bulletin or plain document.
  public let kind: Kind
  /// What the masthead says; nil for a document.
  public let masthead: Masthead?
  /// The items of the printed contents, as printed.
  public let contents: [ContentsEntry]
  /// The articles in reading order, those that the contents leave out included.
  public let articles: [Article]
  /// What each line is, parallel to `source.lines`.
  public let roles: [RoledLine]
  /// The sections of all articles, flat, in reading order.
  public let sections: [Section]

  /// Indices of lines that may go on with the text above them, or not.
  let doubtfulJoins: [Int]

  /// Reads the text.
  public init(_ source: SourceText) {
    let reading = Reading(source)
    self.source = source
    kind = reading.zones == nil ? .document : .bulletin
    roles = reading.draft.roles
    doubtfulJoins = reading.draft.doubtfulJoins
    masthead = reading.zones.map {
      Masthead(reading.draft, 0..<$0.contents, entries: reading.entries)
    }
    var builder = BulletinBuilder(reading)
    contents = builder.makeContents()
    articles = builder.makeArticles()
    sections = builder.sections
  }
}

/// A piece of the issue: what a contents item names, or could.
public struct Article: Sendable {
  /// All its lines as indices, the editor's note included.
  public let lines: Range<Int>
  /// The index of the title's first line.
  public let titleLine: Int
  /// The whole title as it should be shown.
  public let title: String
  /// The name of its column; that of its neighbours where the contents leave the article out.
  public let column: String?
  /// The printed page from the contents.
  public let page: Int?
  /// `某办函〔2026〕12号`
  public let documentNumber: String?
  /// `2026年3月1日……会议通过`, without brackets.
  public let adoption: String?
  /// Where the text comes from, without brackets and 来源：.
  public let source: String?
  /// The editor's note before the title.
  public let editorNote: EditorNote?
  /// Its sections, as indices in `Bulletin.sections`.
  public let sections: Range<Int>
}

/// 编者按: the editors' word before an article.
public struct EditorNote: Sendable {
  /// The index of the line 编者按.
  public let line: Int
  /// The note's lines as indices, that line included.
  public let lines: Range<Int>
}

/// A part of an article with a label or heading: 编, 章, 节, 条 or heading. Items are no sections.
public struct Section: Equatable, Sendable {
  /// The index of its first line.
  public let line: Int
  /// The index behind its last line.
  public internal(set) var end: Int
  /// Part, chapter, section, clause or heading.
  public let role: LineRole
  /// The label's number; nil where it has none.
  public let number: Int?
  /// 之一 of 第六条之一, else 0.
  public let minor: Int
  /// Depth in the article, from 1.
  public let depth: Int
}

/// An item of the printed contents.
public struct ContentsEntry: Sendable {
  /// The index of its first line.
  public let line: Int
  /// The ordinal in front of the title, where the page stands behind it.
  public let number: Int?
  /// The title as the contents print it.
  public let title: String
  /// The name of the column it stands under.
  public let column: String?
  /// The printed page.
  public let page: Int?
  /// The article's index, from 0; nil where the text has no such article.
  public let article: Int?
}
