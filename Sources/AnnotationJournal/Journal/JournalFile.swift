import Glibc

/// A file of records as far as it was read.
struct JournalFile {
  /// How many bytes before the end of what was read are compared when more is there.
  static let seamLength = 64

  let name: JournalFileName
  let path: DiskPath
  var status: FileStatus
  /// How many bytes belong to lines that ended.
  var consumed = 0
  var lines = 0
  /// The last bytes that were consumed.
  private var seam: [UInt8] = []
  /// A last record without its end, which counts but is not consumed.
  private var unended: [UInt8] = []
  var damagedLines: [Int] = []
  var tail = Journal.Tail.none
  /// The system's error where the file cannot be read.
  var failure: Int32?

  /// The file's name for people.
  var label: String { String(decoding: path.name, as: UTF8.self) }

  /// What is wrong in the file.
  var problems: [JournalProblem] {
    var problems = damagedLines.map { JournalProblem(label, .damagedLine($0)) }
    if tail == .torn { problems.append(JournalProblem(label, .tornTail(lines + 1))) }
    if let failure { problems.append(JournalProblem(label, .unreadable(failure))) }
    return problems
  }

  init(_ name: JournalFileName, at path: DiskPath, _ status: FileStatus) {
    self.name = name
    self.path = path
    self.status = status
  }

  /// Whether the file cannot be the one that was read, with more at its end at most.
  func isReplaced(_ now: FileStatus) -> Bool {
    if now.identity != status.identity || now.size < status.size { return true }
    return now.size == status.size && now.modified != status.modified
  }

  /// Whether the file has to be looked into.
  func isChanged(_ now: FileStatus) -> Bool { now != status || failure != nil }

  /// Reads what was added and takes it into the journal.
  ///
  /// - Returns: false where what was read before is no longer there; nothing was taken in then.
  mutating func readAddition(_ disk: any Disk, into journal: inout Journal) -> Bool {
    do throws(DiskError) {
      let path = self.path
      let file = try uninterrupted { () throws(DiskError) in try disk.open(path, .read) }
      defer { disk.close(file) }
      // The size is that of this moment: what comes while one reads is for the next time.
      let now = try uninterrupted { () throws(DiskError) in try disk.status(of: file) }
      guard now.kind == .file else { throw DiskError(EISDIR, path) }
      if consumed + unended.count > 0, isReplaced(now) { return false }
      let start = consumed - seam.count
      // Offsets of records have 32 bits.
      guard now.size - start < Int(UInt32.max) else { throw DiskError(EFBIG, path) }
      let bytes = try disk.bytes(of: file, in: start..<now.size)
      guard bytes.starts(with: seam + unended) else { return false }
      status = now
      failure = nil
      take(bytes, into: &journal)
    } catch {
      failure = error.code
    }
    return true
  }

  private mutating func take(_ bytes: [UInt8], into journal: inout Journal) {
    let reading = journal.read(bytes, from: seam.count, writer: name.writer)
    consumed += reading.consumed - seam.count
    damagedLines += reading.damaged.map { lines + $0 + 1 }
    lines += reading.lines
    tail = reading.tail
    seam = Array(bytes[..<reading.consumed].suffix(Self.seamLength))
    unended = tail == .record ? Array(bytes[reading.consumed...]) : []
  }
}
