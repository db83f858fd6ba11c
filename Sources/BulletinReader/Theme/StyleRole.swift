/// What can be styled; a theme names it as `name` says: `text.heading`.
///
/// What a theme does not say about a role, it says with the name shortened by its last part:
/// `search.hit.current`, then `search.hit`, then `search`.
public enum StyleRole: UInt8, CaseIterable, Sendable {
  /// The screen itself: colours of everything that has none of its own.
  case base
  /// Faint words anywhere.
  case dim

  // The text of a bulletin
  /// Running text of the bulletin.
  case text
  /// `2023年11月24日 第47期`
  case masthead
  /// `国策要论` above an article.
  case column
  /// The title of an article.
  case title
  /// Further lines of a title.
  case subtitle
  /// Document number, adoption and salutation of an article.
  case details
  /// `一、总体要求`
  case heading
  /// Part, chapter and section, which stand in the middle.
  case division
  /// `第三条`
  case label
  /// `图1 业务收入累计增速`
  case caption
  /// The line in place of a figure that the file lacks.
  case figure
  /// `（来源：某部）`
  case source
  /// `注：……`
  case remark
  /// `原文链接：https://…`
  case link
  /// The line that names who speaks.
  case speaker
  /// Another document's contents.
  case listing
  /// The reference under the cursor, which Enter follows.
  case reference
  /// A sign in place of a character that would not show, such as a control.
  case sign
  /// The text of an editor's note.
  case editorNote
  /// `编者按`
  case editorNoteHeading
  /// The box around an editor's note.
  case editorNoteBorder

  // Around it
  /// The line at the top: bulletin and issue.
  case titleLine
  /// The article being read, in that line.
  case titleLineArticle
  /// Whatever belongs to a pane; the names below it fall back on it.
  case pane
  /// `目录` above a pane.
  case paneHeading
  /// The same above the pane with the focus.
  case paneHeadingFocused
  /// The line between panes.
  case paneDivider
  /// A line of the contents pane.
  case contents
  /// A column's name there.
  case contentsColumn
  /// An article's title there.
  case contentsArticle
  /// The line of the place being read.
  case contentsCurrent
  /// The line under the cursor while the pane has the focus.
  case contentsCursor
  /// How many annotations lie below a line.
  case contentsCount
  /// The status line.
  case status
  /// `普通`, at its left.
  case statusMode
  /// `命中 3/17`
  case statusHits
  /// The keys typed so far.
  case statusKeys
  /// `⚑ 3`: how many follow-ups are open.
  case statusFollowUps
  /// `逾期 1`
  case statusOverdue
  /// `待确认 1 失锚 1`
  case statusReview
  /// The line at the bottom.
  case message
  /// What went wrong, there.
  case messageError
  /// What is typed into a prompt.
  case prompt
  /// What the prompt asks for.
  case promptLabel
  /// A completion on offer.
  case promptCompletion
  /// The completion that stands in the prompt.
  case promptCompletionCurrent
  /// What may follow a key that waits.
  case hint
  /// The keys in that line.
  case hintKey
  /// The table of keys.
  case help
  /// Its headings.
  case helpGroup
  /// Its keys.
  case helpKey
  /// The signs beside the text.
  case margin
  /// The bar beside the unit under the cursor.
  case marginUnit
  /// The mark beside a text that has a note.
  case marginNote
  /// The mark beside an annotation whose text was amended or must be looked at.
  case marginReview
  /// The mark beside an annotation that may be lost.
  case marginUnsaved
  /// The bar at the right of the text.
  case scrollBar
  /// The part of it that shows.
  case scrollBarThumb
  /// Where a search hit lies.
  case scrollBarHit
  /// Where an annotation lies.
  case scrollBarAnnotation

  // The annotations pane
  /// A card in the annotations pane.
  case annotation
  /// The bar beside the current card.
  case annotationCurrent
  /// `待确认 2`, above a group of cards.
  case annotationGroup
  /// `第三条 · 第12页`, at the head of a card.
  case annotationPlace
  /// The annotated words.
  case annotationQuote
  /// The note written to them.
  case annotationNote
  /// Its tags.
  case annotationTag
  /// Who wrote it, and what its colour is called.
  case annotationAuthor
  /// What became of the annotated words: `三十日→十五日`.
  case annotationReview
  /// `未保存`
  case annotationUnsaved

  // Laid over the text
  /// The character under the cursor, where the terminal shows none.
  case cursor
  /// What is being selected.
  case selection
  /// Whatever belongs to a search.
  case search
  /// A search hit.
  case searchHit
  /// The hit that `n` went to.
  case searchHitCurrent
  /// Highlights of any colour.
  case highlight
  /// A highlight in vermilion.
  case highlightVermilion
  /// The same under the cursor.
  case highlightVermilionCurrent
  /// A highlight in gold.
  case highlightGold
  /// The same under the cursor.
  case highlightGoldCurrent
  /// A highlight in jade.
  case highlightJade
  /// The same under the cursor.
  case highlightJadeCurrent
  /// A highlight in azure.
  case highlightAzure
  /// The same under the cursor.
  case highlightAzureCurrent
  /// A highlight in violet.
  case highlightViolet
  /// The same under the cursor.
  case highlightVioletCurrent

  // Follow-ups
  /// An open follow-up.
  case followUp
  /// One that waits for somebody.
  case followUpWaiting
  /// One that is done.
  case followUpDone
  /// One that was given up.
  case followUpDropped
  /// One whose date has passed.
  case followUpOverdue
}

extension StyleRole {
  /// The name in themes and in `render --format json`.
  public var name: String { StyleRole.names[Int(rawValue)] }

  /// The role of a name.
  public static func named(_ name: String) -> StyleRole? {
    names.firstIndex(of: name).flatMap { StyleRole(rawValue: UInt8($0)) }
  }

  /// The role whose style it takes where its own says nothing: `search` for `search.hit`.
  var parent: StyleRole? { StyleRole.parents[Int(rawValue)] }

  private static let parents = names.map { name in
    name.utf8.lastIndex(of: UInt8(ascii: ".")).flatMap { named(String(name[..<$0])) }
  }

  private static let names = [
    "base", "dim",
    "text", "text.masthead", "text.column", "text.title", "text.subtitle", "text.details",
    "text.heading", "text.division", "text.label", "text.caption", "text.figure", "text.source",
    "text.remark", "text.link", "text.speaker", "text.listing", "text.reference", "text.sign",
    "editor-note", "editor-note.heading", "editor-note.border",
    "title-line", "title-line.article", "pane", "pane.heading", "pane.heading.focused",
    "pane.divider",
    "contents", "contents.column", "contents.article", "contents.current", "contents.cursor",
    "contents.count",
    "status", "status.mode", "status.hits", "status.keys", "status.follow-ups", "status.overdue",
    "status.review", "message", "message.error",
    "prompt", "prompt.label", "prompt.completion", "prompt.completion.current",
    "hint", "hint.key", "help", "help.group", "help.key",
    "margin", "margin.unit", "margin.note", "margin.review", "margin.unsaved",
    "scroll-bar", "scroll-bar.thumb", "scroll-bar.hit", "scroll-bar.annotation",
    "annotation", "annotation.current", "annotation.group", "annotation.place", "annotation.quote",
    "annotation.note", "annotation.tag", "annotation.author", "annotation.review",
    "annotation.unsaved",
    "cursor", "selection", "search", "search.hit", "search.hit.current",
    "highlight", "highlight.vermilion", "highlight.vermilion.current", "highlight.gold",
    "highlight.gold.current", "highlight.jade", "highlight.jade.current", "highlight.azure",
    "highlight.azure.current", "highlight.violet", "highlight.violet.current",
    "follow-up", "follow-up.waiting", "follow-up.done", "follow-up.dropped", "follow-up.overdue",
  ]
}

extension StyleRole {
  /// How a role meets the others on the screen; it decides which colours must contrast.
  public enum Layer: Sendable {
    /// Words on the screen's own colour or on the role's.
    case ink
    /// Laid over words of the text or the contents, which then stand on its colour.
    case wash
    /// Lines and bars that carry no words.
    case line
    /// Only for others to fall back on; nothing is painted in it.
    case family
  }

  /// The layer of the role.
  public var layer: Layer {
    switch self {
    case .pane, .search, .highlight: .family
    case .editorNoteBorder, .paneDivider, .scrollBar, .scrollBarThumb: .line
    case .cursor, .selection, .searchHit, .searchHitCurrent, .contentsCursor,
      .highlightVermilion, .highlightVermilionCurrent, .highlightGold, .highlightGoldCurrent,
      .highlightJade, .highlightJadeCurrent, .highlightAzure, .highlightAzureCurrent,
      .highlightViolet, .highlightVioletCurrent:
      .wash
    default: .ink
    }
  }
}
