import AnnotationJournal
import BulletinReader

/// The annotations of a document, as notes that people read group them.
struct ExportedDocument {
  /// Annotations under one heading.
  struct Group {
    /// What they have in common.
    let heading: Heading
    var rows: [ListedAnnotation]
  }

  /// What annotations have in common.
  enum Heading: Hashable {
    /// An article, by its number where its file is there to count in, and its title.
    case article(Int?, String)
    /// They stand before the first article, or nobody knows where.
    case elsewhere
    /// Their text is gone.
    case orphans

    /// What stands above them; nil for nothing.
    func words(_ language: Language) -> String? {
      switch self {
      case .article(let number, let title): (number.map { "\($0) " } ?? "") + title
      case .elsewhere: nil
      case .orphans: Text(zh: "失锚：原文已不在", en: "Orphans: their text is gone")(language)
      }
    }
  }

  /// The title; nil where none is known.
  let title: String?
  /// The path of its file; nil for standard input.
  let path: String?
  /// Its annotations: those before the first article, article by article, orphans at the end.
  private(set) var groups: [Group] = []

  /// Groups a listing by documents.
  static func all(of rows: [ListedAnnotation]) -> [ExportedDocument] {
    var documents: [ExportedDocument] = []
    var present: (key: String, rows: [ListedAnnotation])?
    func close(_ open: (key: String, rows: [ListedAnnotation])?) {
      if let rows = open?.rows { documents.append(ExportedDocument(rows)) }
    }
    for row in rows {
      // A file may be several documents of the journal.
      let key = row.path.map { "/" + $0 } ?? row.document
      if present?.key == key {
        present?.rows.append(row)
      } else {
        close(present)
        present = (key, [row])
      }
    }
    close(present)
    return documents
  }

  /// Groups the annotations of a document.
  private init(_ rows: [ListedAnnotation]) {
    title = rows.first?.title
    path = rows.first?.path
    var places: [Heading: Int] = [:]
    for row in rows {
      let heading = Heading(row)
      if let place = places[heading] {
        groups[place].rows.append(row)
      } else {
        places[heading] = groups.count
        groups.append(Group(heading: heading, rows: [row]))
      }
    }
    if let orphans = places[.orphans] { groups.append(groups.remove(at: orphans)) }
  }
}

extension ExportedDocument.Heading {
  /// The heading that an annotation stands under.
  fileprivate init(_ row: ListedAnnotation) {
    let facts = row.placed.facts
    if row.placed.anchor.state == .orphaned {
      self = .orphans
    } else if let title = facts.articleTitle {
      self = .article(facts.article, title)
    } else {
      self = .elsewhere
    }
  }
}

/// Something about an annotation besides its quote and note, for people.
struct ExportedDetail {
  /// What it is called.
  let name: Text
  /// What it is.
  let value: String

  /// What there is to say about an annotation: how its text was found again, tags, follow-up,
  /// author.
  static func all(of row: ListedAnnotation, _ language: Language) -> [ExportedDetail] {
    let annotation = row.annotation
    var details: [ExportedDetail] = []
    let state = row.placed.anchor.state
    if let remark = state.remark {
      details.append(.init(name: Text(zh: "原文", en: "Text"), value: remark(language)))
    }
    if state == .changed || state == .doubtful, let quote = annotation.target?.quote.exact {
      let name = Text(zh: "批注时的原文", en: "Text when annotated")
      details.append(.init(name: name, value: quote))
    }
    if !annotation.tags.isEmpty {
      let tags = annotation.tags.map { "#" + $0 }.joined(separator: " ")
      details.append(.init(name: Text(zh: "标签", en: "Tags"), value: tags))
    }
    let separator = Text(zh: "，", en: ", ")(language)
    if let followUp = annotation.followUp {
      let parts = [followUp.stateName(language), followUp.due, followUp.assignee]
      let value = parts.compactMap { $0 }.joined(separator: separator)
      details.append(.init(name: Text(zh: "跟进", en: "Follow-up"), value: value))
    }
    let author = [annotation.author, String(annotation.created.prefix(10))]
    details.append(
      .init(
        name: Text(zh: "批注", en: "By"),
        value: author.filter { !$0.isEmpty }.joined(separator: separator)))
    return details
  }
}

extension AnnotationExport {
  /// What stands above it all.
  var heading: String { Text(zh: "批注", en: "Annotations")(language) }

  /// What it is called: of one document by its title.
  func title(_ documents: [ExportedDocument]) -> String {
    guard documents.count == 1, let title = documents[0].title else { return heading }
    return title + " · " + heading
  }

  /// What stands where there is nothing.
  var nothing: String { Text(zh: "没有批注。", en: "There are no annotations.")(language) }
}
