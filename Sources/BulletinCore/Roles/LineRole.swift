/// What a line of a bulletin is among its neighbours; the raw value is the name that
/// `zhupi explain` prints.
public enum LineRole: UInt8, CaseIterable, Sendable {
  /// Anything before 本期要目: `2023年11月24日 第47期 总第158期`.
  case masthead
  /// The line that heads the printed contents: `本期要目`.
  case contents
  /// A column's name inside the contents: `国策要论`.
  case column
  /// The first line of a contents item: `01 数据要素流通管理办法`.
  case entry
  /// The line `编者按`.
  case editorNote
  /// The first line of a paragraph of an editor's note.
  case editorNoteText
  /// The first line of an article's title.
  case title
  /// A further line of that title: `（征求意见稿）`.
  case subtitle
  /// `某办函〔2026〕12号` on a line of its own.
  case documentNumber
  /// `（2026年3月1日第一次会议通过）` under a title.
  case adoption
  /// `各市、县（区）人民政府：`
  case salutation
  /// `第一编 总则`
  case part
  /// `第一章 总则`
  case chapter
  /// `第一节 一般规定`
  case section
  /// `第一条 为规范……`
  case clause
  /// A line that names what follows: `一、总体要求`, or an unnumbered one.
  case heading
  /// A numbered unit with text of its own: `（一）组织开展培训；`
  case item
  /// An entry of another document's contents, reproduced under a heading such as `白皮书目录`.
  case listing
  /// Running text.
  case paragraph
  /// A line that goes on with a text unit which a page break had cut.
  case continuation
  /// `图1 业务收入累计增速`
  case caption
  /// `扫描二维码阅读全文`
  case qrCode
  /// `原文链接：https://…`
  case link
  /// `（来源：某部）`
  case source
  /// `注：……`
  case remark
  /// A Markdown comment; no text.
  case comment
  /// In a transcript, the line that only names who speaks.
  case speaker
  /// Back matter on the publisher, to the end of the file.
  case publisher
}

extension LineRole {
  /// The name in output and documentation: `editor-note`, `clause`.
  public var name: String { LineRole.names[Int(rawValue)] }

  private static let names = [
    "masthead", "contents", "column", "entry", "editor-note", "editor-note-text", "title",
    "subtitle", "doc-number", "adoption", "salutation", "part", "chapter", "section", "clause",
    "heading", "item", "listing", "paragraph", "continuation", "caption", "qr", "link", "source",
    "remark", "comment", "speaker", "publisher",
  ]

  /// Whether such a line opens a node of the outline's tree (title to item).
  public var isNode: Bool { self == .title || isSection || self == .item }

  /// Whether such a line opens a section (part to heading); items are not sections.
  public var isSection: Bool {
    switch self {
    case .part, .chapter, .section, .clause, .heading: true
    default: false
    }
  }
}
