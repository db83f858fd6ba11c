/// Appends to a journal, one file a writer. A call that returns has its changes on the disk.
public final class JournalWriter {
  /// The journal; it shows every change that was made.
  public let folder: JournalFolder
  /// Changes that were written where they may be lost: to be shown as not saved.
  public internal(set) var unsaved: [UnsavedChange] = []

  let disk: any Disk
  let surroundings: Surroundings
  private let stateFolder: DiskPath
  private let lock: WriterLock
  private let identity: WriterIdentity
  /// Files that failed to sync: nothing may follow there.
  var distrusted: Set<DiskPath> = []
  /// The journal's folder whose own name is on the disk.
  var namedFolder: FileStatus.Identity?
  /// Editions that are on the disk, and the files that hold them.
  var keptEditions: [Edition: FileStatus.Identity] = [:]

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - folder: the journal. It is made, for this user alone, with the first change.
  ///   - stateFolder: where the lock and the writer's name are; made likewise.
  ///   - patience: how long to wait for another program that writes, in milliseconds.
  public init(_ folder: JournalFolder, stateFolder: DiskPath, patience: Int = 5_000) {
    self.folder = folder
    self.stateFolder = stateFolder
    disk = folder.disk
    surroundings = folder.surroundings
    lock = WriterLock(
      disk: disk, stateFolder: stateFolder, patience: patience, pause: surroundings.pause)
    identity = WriterIdentity(disk: disk, stateFolder: stateFolder, surroundings: surroundings)
  }

  /// The name under which this machine and user write; nil before the first change.
  public var name: String? { try? identity.present() }

  /// Makes changes.
  ///
  /// - Parameters:
  ///   - changes: what the records are to say.
  ///   - author: who says it.
  /// - Returns: the places of the records, in order.
  /// - Throws: `.locked`, and what else keeps a change from the disk; it then has to be taken for
  ///   not made, save `.notSaved`.
  @discardableResult
  public func append(
    _ changes: [Change], by author: String
  ) throws(JournalError) -> [RecordPlace] {
    try append(by: author) { _, _ in changes }
  }

  /// Makes changes that depend on what the journal says at that moment, with nobody else writing
  /// under this name.
  ///
  /// - Parameters:
  ///   - author: who says it.
  ///   - make: the changes, from the journal and the name of the writer; none writes nothing.
  @discardableResult
  public func append(
    by author: String, _ make: (Journal, String) -> [Change]
  ) throws(JournalError) -> [RecordPlace] {
    try whileLocked { writer throws(JournalError) in
      try saveUnsaved(as: writer)
      let changes = make(folder.journal, writer)
      return changes.isEmpty ? [] : try write(changes, as: writer, by: author)
    }
  }

  /// Takes back the last change of this writer to annotations of the documents that is not undone.
  ///
  /// - Returns: what was done; nil where nothing was left to undo.
  public func undo(
    in documents: Set<String>, by author: String
  ) throws(JournalError) -> UndoPlan? {
    var plan: UndoPlan?
    try append(by: author) { journal, writer in
      plan = journal.undoPlan(writer: writer, documents: documents)
      return plan.map { [$0.change] } ?? []
    }
    return plan
  }

  /// Does again what was undone last, unless something else was done since.
  ///
  /// - Returns: what was done; nil where there was nothing to do again.
  public func redo(
    in documents: Set<String>, by author: String
  ) throws(JournalError) -> UndoPlan? {
    var plan: UndoPlan?
    try append(by: author) { journal, writer in
      plan = journal.redoPlan(writer: writer, documents: documents)
      return plan.map { [$0.change] } ?? []
    }
    return plan
  }

  /// Tries again to get onto the disk what is not saved.
  public func saveUnsaved() throws(JournalError) {
    if unsaved.isEmpty { return }
    try whileLocked { writer throws(JournalError) in try saveUnsaved(as: writer) }
  }

  /// Does something with the lock held, the journal read up to now, and the writer's name known.
  func whileLocked<Value>(
    _ body: (String) throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    do throws(DiskError) { try disk.makeFolders(stateFolder) } catch { throw .cannotLock(error) }
    return try lock.hold { () throws(JournalError) in
      try folder.update()
      let writer = try currentName()
      try checkOwnFiles(writer)
      return try body(writer)
    }
  }

  /// A name under which another machine writes too, as one number with two contents shows, is
  /// given up, and so is one whose numbers come to an end: somebody wrote a record far beyond all
  /// others. The records under it stay.
  private func currentName() throws(JournalError) -> String {
    do throws(DiskError) {
      if let name = try identity.present(), !folder.journal.hasRepeats(writer: name),
        folder.journal.highestNumber(of: name) < Journal.highestNumber - Self.numbersToSpare
      {
        return name
      }
      return try identity.make()
    } catch {
      throw .cannotLock(error)
    }
  }

  private static let numbersToSpare = 1 << 20

  /// What cannot be read may hold numbers that would be given twice.
  private func checkOwnFiles(_ writer: String) throws(JournalError) {
    for problem in folder.fileProblems {
      guard JournalFileName(Array(problem.file.utf8))?.writer == writer else { continue }
      let path = folder.path.appending(problem.file)
      switch problem.kind {
      case .link: throw .notAllowed(path, .link)
      case .unreadable(let code): throw .cannotRead(DiskError(code, path))
      default: break
      }
    }
  }
}
