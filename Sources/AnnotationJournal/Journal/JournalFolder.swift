/// A journal's folder as it was last read. A folder that is not there is an empty journal.
public final class JournalFolder {
  /// Where it is.
  public let path: DiskPath
  /// What its records say.
  public private(set) var journal = Journal()
  /// What is wrong with its files; the numbering of records is not looked through.
  public private(set) var fileProblems: [JournalProblem] = []

  let disk: any Disk
  let surroundings: Surroundings
  private(set) var files: [JournalFile] = []
  /// What happened since somebody asked.
  private var events = AnnotationEvents()
  private var wasRead = false

  /// Reads a journal.
  ///
  /// - Throws: `.notAllowed`, or `.cannotRead` where the folder's names cannot be read.
  public init(
    _ path: DiskPath, disk: any Disk = SystemDisk(), surroundings: Surroundings = .ofProcess()
  ) throws(JournalError) {
    self.path = path
    self.disk = disk
    self.surroundings = surroundings
    try update()
  }

  /// Reads what was added since the last time; all anew where files were replaced or taken away.
  /// Whoever keeps a copy of `journal` meanwhile has it copied, which takes the longer the longer
  /// it is.
  ///
  /// - Returns: the annotations that came, changed or went since the last call, also by changes
  ///   that a `JournalWriter` made here.
  /// - Throws: `.notAllowed`, or `.cannotRead` where the folder's names cannot be read.
  @discardableResult
  public func refresh() throws(JournalError) -> [AnnotationEvent] {
    try update()
    defer { events = AnnotationEvents() }
    return events.all
  }

  /// Reads what was added, and keeps what happened for the next `refresh`.
  func update() throws(JournalError) {
    let (found, problems) = try look()
    // Nothing is told of the first reading.
    journal.touched = wasRead ? [:] : nil
    wasRead = true
    let isWhole = readAdditions(found)
    events.add(AnnotationEvent.since(journal.touched ?? [:], in: journal))
    journal.touched = nil
    if !isWhole { events.add(readAnew(found)) }
    fileProblems = problems + files.flatMap(\.problems)
  }

  /// All that is wrong, the numbering of records included.
  public func check() -> [JournalProblem] { fileProblems + journal.numberingProblems }

  /// Refuses a folder that is another's or open to the world.
  func checkSafety() throws(JournalError) {
    let status = try reading { () throws(DiskError) in
      try disk.status(at: path, followingLinks: true)
    }
    if let status { _ = try isGroupWritable(path, status, user: surroundings.user) }
  }

  /// A writer's files, copies left out, by segment.
  func ownFiles(_ writer: String) -> [JournalFile] {
    files.filter { $0.name.writer == writer && !$0.name.isCopy }
      .sorted { $0.name.segment < $1.name.segment }
  }

  /// False where something that was read is no longer there. The journal is changed in place: a
  /// copy would cost the more the longer it is.
  private func readAdditions(_ found: [JournalFile]) -> Bool {
    let present = Set(found.map(\.path))
    guard files.allSatisfy({ present.contains($0.path) }) else { return false }
    let known = Dictionary(files.indices.map { (files[$0].path, $0) }) { first, _ in first }
    for var file in found {
      guard let index = known[file.path] else {
        guard file.readAddition(disk, into: &journal) else { return false }
        files.append(file)
        continue
      }
      if files[index].isReplaced(file.status) { return false }
      guard files[index].isChanged(file.status) else { continue }
      guard files[index].readAddition(disk, into: &journal) else { return false }
    }
    return true
  }

  private func readAnew(_ found: [JournalFile]) -> [AnnotationEvent] {
    let before = journal
    journal = Journal()
    files = found
    for index in files.indices { _ = files[index].readAddition(disk, into: &journal) }
    return AnnotationEvent.between(before, journal)
  }

  /// The files of records in the folder, not read yet, and what is wrong with other things there.
  private func look() throws(JournalError) -> ([JournalFile], [JournalProblem]) {
    let folder = try reading { () throws(DiskError) in
      try disk.status(at: path, followingLinks: true)
    }
    guard let folder else {
      // A drive that went away would else look like a journal that was emptied, and the next
      // change would begin another one in its place.
      if !files.isEmpty { throw .gone(path) }
      return ([], [])
    }
    var found: [JournalFile] = []
    var problems: [JournalProblem] = []
    if try isGroupWritable(path, folder, user: surroundings.user) {
      problems.append(JournalProblem(path.description, .groupWritable))
    }
    let names = try reading { () throws(DiskError) in try disk.list(path) }
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let parsed = JournalFileName(name) else { continue }
      let place = path.appending(name)
      let status = try reading { () throws(DiskError) in
        try disk.status(at: place, followingLinks: false)
      }
      guard let status else { continue }
      let label = String(decoding: name, as: UTF8.self)
      switch status.kind {
      case .file: found.append(JournalFile(parsed, at: place, status))
      case .link: problems.append(JournalProblem(label, .link))
      case .folder, .other: problems.append(JournalProblem(label, .notAFile))
      }
    }
    return (found, problems)
  }

  private func reading<Value>(
    _ call: () throws(DiskError) -> Value
  ) throws(JournalError) -> Value {
    do throws(DiskError) { return try uninterrupted(call) } catch { throw .cannotRead(error) }
  }
}
