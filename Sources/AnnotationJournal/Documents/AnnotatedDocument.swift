public import BulletinCore

/// One file and its annotations: finds them again in the present text, and makes new ones.
///
///     let document = AnnotatedDocument(bulletin, path: "issues/47.txt", writer: writer)
///     try document.load()
///     let id = try document.annotate(range, [.note("请核对")], by: "甲")
///
/// One thread. The journal is touched by its calls alone, not by making it.
public final class AnnotatedDocument {
  /// What is read.
  public private(set) var bulletin: Bulletin
  /// Where its file is, as the journal keeps paths; nil where it has none.
  public let path: String?
  /// In reading order, those without a place at the end.
  public private(set) var annotations: [PlacedAnnotation] = []
  /// The documents of the journal that this file is: several where writers who did not know of each
  /// other made it known. The first is the one to write to.
  public private(set) var documentIDs: [String] = []

  /// The journal.
  public var folder: JournalFolder { writer.folder }
  private let writer: JournalWriter
  private var presentText: PresentText?
  /// Whether somebody wants to know the annotations.
  private var isLoaded = false
  /// The journal's records when the documents were recognised.
  private var recordsKnown = 0

  /// Makes a document; reads and normalises nothing yet.
  ///
  /// - Parameters:
  ///   - bulletin: what was read.
  ///   - path: where its file is, as the journal keeps paths; nil for standard input.
  ///   - writer: what reads the journal, and what changes go through.
  public init(
    _ bulletin: Bulletin, path: String?, writer: JournalWriter
  ) {
    self.bulletin = bulletin
    self.path = path
    self.writer = writer
  }

  /// The text that anchors count in, normalised with the first call.
  public var present: PresentText {
    if let presentText { return presentText }
    let present = PresentText(bulletin)
    presentText = present
    return present
  }

  /// What people call it: `大数据发展动态 第47期 总第158期`, else the first article's title.
  public var title: String {
    guard let masthead = bulletin.masthead, let title = masthead.title else {
      return bulletin.articles.first?.title ?? ""
    }
    let numbers = [
      masthead.issue.map { "第\($0)期" }, masthead.totalIssue.map { "总第\($0)期" },
    ]
    return ([title] + numbers.compactMap { $0 }).joined(separator: " ")
  }

  private var identity: DocumentIdentity? { DocumentIdentity(bulletin) }
}

// MARK: Reading

extension AnnotatedDocument {
  /// Reads what the journal says and finds all annotations of this file again; where it cannot be
  /// read now, those that it last told of.
  public func load() throws(JournalError) {
    defer {
      recognise()
      placeAll()
      isLoaded = true
    }
    _ = try folder.refresh()
  }

  /// Takes what was added to the journal since the last call, by whomever.
  /// - Returns: whether an annotation of this file came, changed or went.
  public func refresh() throws(JournalError) -> Bool {
    let touched = try folder.refresh().map(\.id)
    // Nothing came: the look of each second costs no more than that.
    guard !touched.isEmpty || folder.journal.recordCount != recordsKnown else { return false }
    let before = documentIDs
    recognise()
    guard documentIDs == before else {
      placeAll()
      return true
    }
    return place(touched)
  }

  /// Takes another reading of the file and finds all annotations again.
  public func replace(_ bulletin: Bulletin) throws(JournalError) {
    self.bulletin = bulletin
    presentText = nil
    try load()
  }

  /// The bytes of the source that a target now stands at, as they are drawn, and whether that is
  /// certain; nil where its text is gone.
  public func foundBytes(of target: Target) -> (bytes: Range<Int>, isSure: Bool)? {
    let anchors = Anchoring(present).anchors(for: [target]) { folder.text(of: $0) }
    guard let anchor = anchors.first, let range = anchor.range else { return nil }
    return (present.bytes(of: present.drawn(range)), anchor.state != .doubtful)
  }

  /// The bytes of the source at which a target once stood, as far as the present text reaches.
  public func formerBytes(of target: Target) -> Range<Int> {
    present.bytes(of: target.position.clamped(to: 0..<present.normalized.count))
  }

  /// A target for bytes of the source as they are drawn, of a document that need not be known yet.
  public func target(bytes: Range<Int>) -> Target {
    present.makeTarget(present.range(drawnAs: bytes), document: documentIDs.first ?? "")
  }

  /// Finds out which documents of the journal this file is. Nothing is normalised where the journal
  /// knows none.
  private func recognise() {
    recordsKnown = folder.journal.recordCount
    guard !folder.journal.documents.isEmpty else { return documentIDs = [] }
    documentIDs = folder.journal.documents(
      identity: identity?.text, edition: present.edition.id, path: path
    ).map(\.id)
  }

  private func placeAll() {
    let all = folder.journal.annotations(of: Set(documentIDs))
    annotations = placed(all).sorted(by: PlacedAnnotation.isInOrder)
  }

  /// Places those annotations anew that were touched.
  private func place(_ touched: [String]) -> Bool {
    guard !touched.isEmpty else { return false }
    let ids = Set(touched)
    let (documents, journal) = (Set(documentIDs), folder.journal)
    let before = annotations.filter { ids.contains($0.annotation.id) }
    let present = ids.compactMap { id -> Annotation? in
      guard let annotation = journal.annotation(id), !annotation.isRemoved,
        let document = annotation.target?.document, documents.contains(document)
      else { return nil }
      return annotation
    }
    guard !before.isEmpty || !present.isEmpty else { return false }
    annotations.removeAll { ids.contains($0.annotation.id) }
    annotations = (annotations + placed(present, knownFrom: before))
      .sorted(by: PlacedAnnotation.isInOrder)
    return true
  }

  /// Finds annotations again; where the target stayed as it was, its anchor did.
  private func placed(
    _ wanted: [Annotation], knownFrom before: [PlacedAnnotation] = []
  ) -> [PlacedAnnotation] {
    guard !wanted.isEmpty else { return [] }
    let present = present
    let unsaved = Set(writer.unsaved.map(\.change.id))
    let known = Dictionary(before.map { ($0.annotation.id, $0) }) { $1 }
    var anchors: [String: Anchor] = [:]
    var others: [Annotation] = []
    for annotation in wanted {
      if annotation.orphanedIn == present.edition.id || annotation.target == nil {
        anchors[annotation.id] = .orphaned
      } else if let earlier = known[annotation.id], !earlier.isSettledOrphan,
        earlier.annotation.target == annotation.target
      {
        anchors[annotation.id] = earlier.anchor
      } else {
        others.append(annotation)
      }
    }
    let found = Anchoring(present).anchors(for: others.compactMap(\.target)) { folder.text(of: $0) }
    for (annotation, anchor) in zip(others, found) { anchors[annotation.id] = anchor }
    return wanted.map { annotation in
      PlacedAnnotation(
        annotation, anchors[annotation.id] ?? .orphaned, in: present,
        isSaved: !unsaved.contains(annotation.id))
    }
  }
}

// MARK: Writing

extension AnnotatedDocument {
  /// Annotates bytes of the source as they are drawn: from a clause's label to its end is the whole
  /// clause.
  /// - Returns: the new annotation's id, once it is on the disk.
  @discardableResult
  public func annotate(
    bytes: Range<Int>, _ fields: [Change.Field], by author: String
  ) throws(JournalError) -> String {
    try annotate(present.range(drawnAs: bytes), fields, by: author)
  }

  /// Annotates a range of the present text, in normalised scalars.
  ///
  /// - Parameters:
  ///   - range: what to annotate.
  ///   - fields: what the annotation says, its target left out.
  ///   - author: who says it.
  /// - Returns: the new annotation's id, once it is on the disk.
  @discardableResult
  public func annotate(
    _ range: Range<Int>, _ fields: [Change.Field], by author: String
  ) throws(JournalError) -> String {
    let id = ULID.make(folder.surroundings)
    try write(by: author, keepsEdition: true) { document in
      [.annotate(id, [.target(self.present.makeTarget(range, document: document))] + fields)]
    }
    return id
  }

  /// Changes fields of an annotation.
  public func edit(
    _ id: String, _ fields: [Change.Field], by author: String
  ) throws(JournalError) {
    try write(by: author) { _ in self.edits(of: id, fields) }
  }

  /// Changes of an annotation. One that somebody removed meanwhile comes back: what was typed into
  /// it would else be saved and never be seen.
  private func edits(of id: String, _ fields: [Change.Field]) -> [Change] {
    let isRemoved = folder.journal.annotation(id)?.isRemoved == true
    return (isRemoved ? [.restore(id)] : []) + [.edit(id, fields)]
  }

  /// Changes the note of an annotation, unless somebody changed it meanwhile.
  ///
  /// - Parameters:
  ///   - former: The note that is to be changed, as its writer knew it.
  ///   - note: What it is to be; nil takes it away.
  /// - Returns: What somebody made of it; nil where the change is made.
  public func editNote(
    _ id: String, from former: String?, to note: String?, by author: String
  ) throws(JournalError) -> RivalNote? {
    var rival: RivalNote?
    try write(by: author) { _ in
      let present = self.folder.journal.annotation(id)
      // One that was removed comes back with what is written now.
      let isThere = present?.isRemoved == false
      if isThere, present?.note != former, present?.note != note {
        let last = self.folder.journal.entries(of: id).last { $0.sets(KnownField.note.rawValue) }
        rival = RivalNote(text: present?.note, author: last?.author ?? "")
        return []
      }
      return self.edits(of: id, [.note(note)])
    }
    return rival
  }

  /// Takes an annotation away.
  public func remove(_ id: String, by author: String) throws(JournalError) {
    try write(by: author) { _ in [.remove(id)] }
  }

  /// Attaches an annotation to bytes of the source as they are drawn: accepts a doubtful place, or
  /// moves it to another one.
  public func attach(
    _ id: String, bytes: Range<Int>, by author: String
  ) throws(JournalError) {
    let range = present.range(drawnAs: bytes)
    try write(by: author, keepsEdition: true) { document in
      let target = self.present.makeTarget(range, document: document)
      return self.edits(of: id, [.target(target), .orphanedIn(nil)])
    }
  }

  /// Confirms that the text of an annotation is gone from the present edition.
  public func leaveOrphan(_ id: String, by author: String) throws(JournalError) {
    let edition = present.edition.id
    try write(by: author) { _ in self.edits(of: id, [.orphanedIn(edition)]) }
  }

  /// Takes back this writer's last change to this document that is not undone.
  /// - Returns: what was done; nil where nothing was left.
  public func undo(by author: String) throws(JournalError) -> UndoPlan? {
    try changing { (writer) throws(JournalError) in
      try writer.undo(in: Set(documentIDs), by: author)
    }
  }

  /// Does again what was undone last.
  /// - Returns: what was done; nil where nothing was left.
  public func redo(by author: String) throws(JournalError) -> UndoPlan? {
    try changing { (writer) throws(JournalError) in
      try writer.redo(in: Set(documentIDs), by: author)
    }
  }

  /// Tries again to get onto the disk what is not saved.
  public func saveUnsaved() throws(JournalError) {
    try changing { (writer) throws(JournalError) in try writer.saveUnsaved() }
  }

  /// Writes changes to this document, which is made known to the journal where it is not, with the
  /// edition kept before a record names it.
  private func write(
    by author: String, keepsEdition: Bool = false, _ make: (String) -> [Change]
  ) throws(JournalError) {
    if keepsEdition {
      try writer.keep(present.edition, text: present.normalized.utf8)
    }
    _ = try changing { (writer) throws(JournalError) in
      try writer.append(by: author) { journal, _ in
        guard keepsEdition else { return make("") }
        let known = journal.documents(
          identity: identity?.text, edition: present.edition.id, path: path)
        let document = known.first?.id ?? ULID.make(folder.surroundings)
        let news = fields(newTo: known.first)
        return (news.isEmpty ? [] : [.document(document, news)]) + make(document)
      }
    }
  }

  /// What the journal does not know yet about this document.
  private func fields(newTo known: JournalDocument?) -> [Change.Field] {
    var fields: [Change.Field] = []
    if let identity = identity?.text, known?.identity != identity {
      fields.append(.identity(identity))
    }
    if known?.edition != present.edition.id { fields.append(.edition(present.edition.id)) }
    if let path, known?.path != path { fields.append(.path(path)) }
    if known?.title != title { fields.append(.title(title)) }
    return fields
  }

  /// Calls the writer, and takes what came of it whether it succeeded or not.
  private func changing<Value>(
    _ body: (JournalWriter) throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    let result: Result<Value, JournalError>
    do throws(JournalError) { result = .success(try body(writer)) } catch {
      result = .failure(error)
    }
    if isLoaded, (try? refresh()) != nil, !writer.unsaved.isEmpty || hasUnsaved { placeAll() }
    return try result.get()
  }

  private var hasUnsaved: Bool { annotations.contains { !$0.isSaved } }
}
