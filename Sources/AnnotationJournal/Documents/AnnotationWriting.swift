/// Changing annotations: what returns is on the disk.
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
