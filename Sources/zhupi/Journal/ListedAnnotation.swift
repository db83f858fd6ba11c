import AnnotationJournal

/// An annotation as listings show it: with its document, and where it stands in its file.
struct ListedAnnotation {
  /// What the journal says, and where its text is now.
  let placed: PlacedAnnotation
  /// Its document; empty where no record tells.
  let document: String
  /// The document's title.
  let title: String?
  /// The path of its file, to be opened from here; nil for standard input.
  let path: String?
  /// Its lines and columns; nil where it has no place.
  let range: LineRange?
  /// How places of its document are cited.
  let issue: Citation

  /// What the journal says.
  var annotation: Annotation { placed.annotation }

  /// Such as `3 支持大模型 › 第五条`; empty before the first article.
  var place: String {
    let facts = placed.facts
    let article = [facts.article.map(String.init), facts.articleTitle].compactMap { $0 }
    let parts = [article.joined(separator: " "), facts.label ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: " › ")
  }

  /// How its place is cited; empty where nothing is known about it.
  var citation: String { issue.text(of: placed.facts) }

  /// When it was made, to the second: `2026-11-20T08:00:00Z`.
  var created: String { Self.toTheSecond(annotation.created) }
  /// When it was last changed, to the second.
  var modified: String { Self.toTheSecond(annotation.modified) }

  /// A record's moment without the thousandths; what is none stays as it is.
  private static func toTheSecond(_ text: String) -> String {
    guard text.utf8.count == 24, text.hasSuffix("Z"), text.utf8.dropFirst(19).first == 0x2E else {
      return text
    }
    return text.prefix(19) + "Z"
  }

  /// The day of its follow-up, where that is one.
  var due: CalendarDay? { annotation.followUp?.due.flatMap { CalendarDay($0) } }

  /// Whether there is something to do that should have been done before today.
  func isOverdue(_ today: CalendarDay) -> Bool {
    guard let followUp = annotation.followUp, followUp.isPending, let due else { return false }
    return due < today
  }
}

extension ListedAnnotation {
  /// The annotations of a file in reading order.
  /// - Parameter file: its path, to be opened from here; nil where it has none.
  static func all(of document: AnnotatedDocument, file: Word?) -> [ListedAnnotation] {
    let title = document.title
    let issue = Citation(document.bulletin)
    return document.annotations.map { placed in
      ListedAnnotation(
        placed: placed, document: placed.annotation.target?.document ?? "",
        title: title.isEmpty ? nil : title, path: file?.text,
        range: placed.anchor.range.flatMap { document.present.lineRange(of: $0) }, issue: issue)
    }
  }

  /// An annotation whose file is not there.
  init(absent annotation: Annotation, title: String?, path: String?) {
    self.init(
      placed: PlacedAnnotation(absent: annotation), document: annotation.target?.document ?? "",
      title: title, path: path, range: nil, issue: Citation(title: title))
  }
}

/// What a listing is asked to show.
struct AnnotationFilter: Equatable {
  /// These alone.
  var ids: Set<String>?
  /// All of these tags.
  var tags: [String] = []
  /// This colour.
  var color: AnnotationColor?
  /// A follow-up of this state.
  var status: FollowUpStatus?
  /// Something still to do.
  var isPending = false
  /// Written by this author.
  var author: String?
  /// To be followed up by this one.
  var assignee: String?
  /// Due before this day.
  var dueBefore: CalendarDay?
  /// Found again so.
  var state: AnchorState?

  /// Whether anything is asked for but all.
  var isSelective: Bool { self != AnnotationFilter() }

  /// Whether an annotation is asked for, as far as its records tell.
  func takes(_ annotation: Annotation) -> Bool {
    let followUp = annotation.followUp
    let due = followUp?.due.flatMap { CalendarDay($0) }
    return (ids?.contains(annotation.id) ?? true)
      && tags.allSatisfy(annotation.tags.contains)
      && (color == nil || annotation.shownColor == color)
      && (status == nil || followUp?.status == status?.rawValue)
      && (!isPending || followUp?.isPending == true)
      && (author == nil || annotation.author == author)
      && (assignee == nil || followUp?.assignee == assignee)
      && (dueBefore.map { day in due.map { $0 < day } ?? false } ?? true)
  }

  /// Whether it is asked for, as it was found again.
  func takes(_ placed: PlacedAnnotation) -> Bool {
    (state == nil || placed.anchor.state == state) && takes(placed.annotation)
  }
}
