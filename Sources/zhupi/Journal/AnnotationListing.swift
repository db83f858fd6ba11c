import AnnotationJournal
import BulletinCore
import BulletinReader

/// Collects annotations of files, of folders, or of a whole journal, in reading order.
struct AnnotationListing {
  private let filter: AnnotationFilter
  private let encoding: TextEncoding?
  private let language: Language
  /// The annotations, document by document.
  private(set) var rows: [ListedAnnotation] = []
  /// The documents of each journal that are listed already: one that has two files is listed once.
  private var listed: [JournalPlace: Set<String>] = [:]

  /// Makes an empty listing.
  init(_ invocation: Invocation, _ filter: AnnotationFilter) throws(Failure) {
    self.filter = filter
    encoding = try invocation.encoding()
    language = invocation.environment.language
  }

  /// The annotations that the paths of a command line ask for; without one those of the journal of
  /// the working folder.
  static func rows(
    _ journals: Journals, _ invocation: Invocation, _ filter: AnnotationFilter
  ) throws(Failure) -> [ListedAnnotation] {
    var listing = try AnnotationListing(invocation, filter)
    let paths = invocation.arguments.operands
    if paths.isEmpty { try listing.addAll(of: try journals.journal(of: nil)) }
    for path in paths {
      if !path.isStandardInput, path.isFolder {
        try listing.add(folder: path, journals)
      } else {
        try listing.add(file: path, try journals.journal(of: path))
      }
    }
    return listing.rows
  }

  /// Adds the annotations of a file, or of what it was where it is gone.
  mutating func add(file: Word, _ journal: OpenJournal) throws(Failure) {
    if try addAbsent(file, journal) { return }
    try add(Bulletin(try readSource(file, encoding: encoding)), file, journal)
  }

  /// Adds the files of a folder, each from the journal that it belongs to, then those that were
  /// there.
  private mutating func add(folder: Word, _ journals: Journals) throws(Failure) {
    for file in TextFiles.below(folder) {
      let journal = try journals.journal(of: file)
      if journal.folder.journal.documents.isEmpty { continue }
      let source: SourceText
      do throws(Failure) {
        source = try readSource(file, encoding: encoding)
      } catch {
        // A library may hold files that are no text; others that cannot be read are told of.
        if case .content = error { continue }
        if let line = error.line(language) { report(line) }
        continue
      }
      try add(Bulletin(source), file, journal)
    }
    try addAll(of: try journals.journal(of: folder), below: folder)
  }

  /// Adds the documents of a journal that are not listed yet, by their paths.
  /// - Parameter folder: only those whose files are or were below it.
  mutating func addAll(of journal: OpenJournal, below folder: Word? = nil) throws(Failure) {
    let root = folder?.realPathOfAny
    let documents = journal.folder.journal.documents.sorted {
      ($0.path ?? "", $0.id) < ($1.path ?? "", $1.id)
    }
    let wanted = wanted(of: journal)
    for document in documents where !isListed(document.id, journal) {
      if let wanted, !wanted.contains(document.id) { continue }
      let file = document.path.map { journal.place.file(named: $0) }
      if let root {
        guard let file, file.realPathOfAny.path(below: root) != nil else { continue }
      }
      // The name comes from a record: it may be that of a pipe, or of a device without end.
      if let file, let source = try? readSource(file, encoding: encoding, .regular) {
        try add(Bulletin(source), file, journal)
      }
      // What has the path may be another document by now.
      if !isListed(document.id, journal) { add(absent: document, file, journal) }
    }
    // Nothing is left out because its document's record is missing.
    if folder == nil { add(absent: journal.folder.journal.strayAnnotations, title: nil, nil) }
  }

  /// The documents with annotations that are asked for, so that no other file is read; nil where
  /// all are.
  private func wanted(of journal: OpenJournal) -> Set<String>? {
    guard filter.isSelective else { return nil }
    let annotations = candidates(of: journal).filter { filter.takes($0) }
    return Set(annotations.compactMap { $0.target?.document })
  }

  private func candidates(of journal: OpenJournal) -> [Annotation] {
    let journal = journal.folder.journal
    guard let ids = filter.ids else { return journal.annotations }
    return ids.compactMap { journal.annotation($0) }.filter { !$0.isRemoved }
  }

  /// Adds the annotations of a file.
  private mutating func add(
    _ bulletin: Bulletin, _ file: Word, _ journal: OpenJournal
  ) throws(Failure) {
    let document = journal.document(bulletin, file: file)
    try journal.doing { () throws(JournalError) in try document.load() }
    let known = listed[journal.place] ?? []
    rows += ListedAnnotation.all(of: document, file: file.isStandardInput ? nil : file).filter {
      !known.contains($0.document) && filter.takes($0.placed)
    }
    listed[journal.place, default: []].formUnion(document.documentIDs)
  }

  /// Adds the documents that a path was, where nothing is there any more; false where something is,
  /// or the journal knows nothing of it.
  private mutating func addAbsent(_ path: Word, _ journal: OpenJournal) throws(Failure) -> Bool {
    guard !path.isStandardInput, !exists(path), let name = journal.place.name(of: path) else {
      return false
    }
    let documents = journal.folder.journal.documents.filter { $0.path == name }
    for document in documents where !isListed(document.id, journal) {
      add(absent: document, path, journal)
    }
    return !documents.isEmpty
  }

  private mutating func add(
    absent document: JournalDocument, _ file: Word?, _ journal: OpenJournal
  ) {
    listed[journal.place, default: []].insert(document.id)
    let annotations = journal.folder.journal.annotations(of: [document.id]).sorted {
      ($0.target?.position.lowerBound ?? 0, $0.id) < ($1.target?.position.lowerBound ?? 0, $1.id)
    }
    add(absent: annotations, title: document.title, file)
  }

  private mutating func add(absent annotations: [Annotation], title: String?, _ file: Word?) {
    for annotation in annotations {
      let row = ListedAnnotation(absent: annotation, title: title, path: file?.text)
      if filter.takes(row.placed) { rows.append(row) }
    }
  }

  private func isListed(_ document: String, _ journal: OpenJournal) -> Bool {
    listed[journal.place]?.contains(document) == true
  }
}
