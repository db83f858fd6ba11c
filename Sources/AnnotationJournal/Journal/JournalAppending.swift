import Glibc

/// A change that was written, but may be gone after a power cut.
public struct UnsavedChange: Equatable, Sendable {
  /// What it says.
  public let change: Change
  /// Who says it.
  public let author: String
  /// The place it was given.
  public let place: RecordPlace
  let line: [UInt8]
}

/// How lines get into a file. All of this happens with the lock held.
extension JournalWriter {
  /// What came of writing lines into one file.
  private enum Attempt {
    case saved
    /// The first `made` lines are on the disk, the others could not be written.
    case unwritten(DiskError, made: Int)
    /// The lines are there, and may be lost.
    case unsynced(DiskError)
    /// The file went from under its name meanwhile; the lines are not in the journal.
    case replaced
  }

  /// Writes changes and returns their places once they are on the disk.
  func write(
    _ changes: [Change], as writer: String, by author: String
  ) throws(JournalError) -> [RecordPlace] {
    let number = folder.journal.highestNumber(of: writer)
    let at = Timestamp.text(surroundings.now())
    // A change under a number or clock that others have too could count as the earlier one.
    guard max(number, folder.journal.highestClock) <= Journal.highestNumber - changes.count else {
      throw .numbersExhausted(folder.path)
    }
    let records = changes.enumerated().map { index, change in
      let seq = number + 1 + index
      let clock = folder.journal.highestClock + 1 + index
      return UnsavedChange(
        change: change, author: author, place: RecordPlace(writer: writer, seq: seq),
        line: change.line(seq: seq, clock: clock, at: at, by: author))
    }
    try save(records, as: writer)
    return records.map(\.place)
  }

  /// Writes once more what may be lost. The same lines are the same records, however often they
  /// are there, unless their numbers were taken by others.
  func saveUnsaved(as writer: String) throws(JournalError) {
    while let first = unsaved.first {
      let present = folder.journal.line(at: first.place)
      let isFree = present == nil || first.line.dropLast().elementsEqual(present ?? [])
      let rest = Array(unsaved.dropFirst())
      // Only one that fails again comes back.
      unsaved = []
      do throws(JournalError) {
        if isFree, first.place.writer == writer {
          try save([first], as: writer)
        } else {
          _ = try write([first.change], as: writer, by: first.author)
        }
      } catch {
        unsaved = (unsaved.isEmpty ? [first] : unsaved) + rest
        throw error
      }
      unsaved = rest
    }
  }

  private func save(_ records: [UnsavedChange], as writer: String) throws(JournalError) {
    try prepareFolder()
    var segment = folder.ownFiles(writer).last?.name.segment ?? 1
    if distrusted.contains(path(writer, segment)) { segment += 1 }
    let lines = records.map(\.line)
    // What takes files away again and again is not waited for for ever.
    for _ in 0..<3 {
      let attempt = try attempt(lines, path(writer, segment))
      switch attempt {
      case .saved:
        try? folder.update()
        return
      case .unwritten(let error, let made):
        try? folder.update()
        throw .cannotWrite(error, made: made)
      case .unsynced(let error):
        return try saveElsewhere(records, as: writer, behind: segment, error)
      case .replaced: continue
      }
    }
    throw .cannotWrite(DiskError(ESTALE, path(writer, segment)), made: 0)
  }

  /// A failed sync may have thrown the bytes away while the file still shows them, and the next
  /// sync may succeed without them. So the lines go into a new segment, and the old one is left.
  private func saveElsewhere(
    _ records: [UnsavedChange], as writer: String, behind segment: Int, _ error: DiskError
  ) throws(JournalError) {
    let fresh = path(writer, segment + 1)
    distrusted.insert(path(writer, segment))
    let attempt = try? attempt(records.map(\.line), fresh)
    if case .saved = attempt {
      // Read back what the old one shows now, and the new one.
      try? folder.update()
      return
    }
    leave(segment + 1, as: writer)
    unsaved += records
    try? folder.update()
    throw .notSaved(error)
  }

  /// Leaves a segment for good. An empty one behind it keeps other programs of this writer away
  /// as well, as long as the machine runs; afterwards what is read is what is on the medium.
  func leave(_ segment: Int, as writer: String) {
    distrusted.insert(path(writer, segment))
    if let file = try? disk.open(path(writer, segment + 1), .append) { disk.close(file) }
  }

  /// Syncs the names in the journal's folder. One that fails may have thrown away the name of the
  /// segment that is written to.
  func syncNames(as writer: String) throws(DiskError) {
    do throws(DiskError) {
      try disk.syncFolder(folder.path)
    } catch {
      leave(folder.ownFiles(writer).last?.name.segment ?? 1, as: writer)
      throw error
    }
  }

  private func path(_ writer: String, _ segment: Int) -> DiskPath {
    folder.path.appending(JournalFileName.name(writer, segment: segment))
  }

  /// Makes the journal's folder where it is not there, and its name lasting.
  func prepareFolder() throws(JournalError) {
    do throws(DiskError) {
      try disk.makeFolders(folder.path)
      // Somebody may have taken the folder away since.
      let present = try uninterrupted { () throws(DiskError) in
        try disk.status(at: folder.path, followingLinks: true)
      }
      if namedFolder == nil || namedFolder != present?.identity {
        try disk.syncReadableFolder(folder.path.parent)
      }
      namedFolder = present?.identity
    } catch {
      throw .cannotCreate(error)
    }
    try folder.checkSafety()
  }

  private func attempt(_ lines: [[UInt8]], _ path: DiskPath) throws(JournalError) -> Attempt {
    let file: DiskFile
    do throws(DiskError) {
      file = try uninterrupted { () throws(DiskError) in try disk.open(path, .append) }
    } catch {
      if error.code == ELOOP { throw .notAllowed(path, .link) }
      return .unwritten(error, made: 0)
    }
    defer { disk.close(file) }
    var prefix: [UInt8] = []
    do throws(DiskError) {
      // A line that was cut off before stays as it is; ours begins a new one.
      if try endsInsideLine(file) { prefix = [0x0A] }
    } catch {
      return .unwritten(error, made: 0)
    }
    var made = 0
    var failure: DiskError?
    for line in lines where failure == nil {
      let (count, error) = disk.writeAll(prefix + line, to: file, path)
      // Without its line feed a record is whole.
      if count >= prefix.count + line.count - 1 { made += 1 }
      failure = error
      prefix = []
    }
    if made == 0, let failure { return .unwritten(failure, made: 0) }
    do throws(DiskError) {
      try disk.sync(file)
      try disk.syncFolder(folder.path)
      let held = try uninterrupted { () throws(DiskError) in try disk.status(of: file) }
      let named = try uninterrupted { () throws(DiskError) in
        try disk.status(at: path, followingLinks: false)
      }
      if held.identity != named?.identity { return .replaced }
    } catch {
      return .unsynced(error)
    }
    if made < lines.count, let failure { return .unwritten(failure, made: made) }
    return .saved
  }

  /// Whether the last line has no end.
  private func endsInsideLine(_ file: DiskFile) throws(DiskError) -> Bool {
    let size = try uninterrupted { () throws(DiskError) in try disk.status(of: file) }.size
    if size == 0 { return false }
    let last = try disk.bytes(of: file, in: size - 1..<size)
    return last != [0x0A]
  }
}
