import AnnotationJournal

/// A mistake that a journal might make, planted between it and the disk. The simulator has to find
/// each.
enum PlantedFault: CaseIterable {
  /// `sync` does nothing.
  case skippedSync
  /// Bytes go out when the file is closed, which is after they were called saved.
  case acknowledgedBeforeWrite
  /// A line is written right behind one that was cut off.
  case noNewLineAfterTornTail
  /// A new file gets its name first and is synced then.
  case renameBeforeSync
  /// Everybody gets the lock.
  case lostLock
}

/// A disk with a planted fault.
final class PlantedDisk: Disk {
  private let disk: any Disk
  private let fault: PlantedFault
  private var delayed: [DiskFile: [UInt8]] = [:]
  private var fresh: Set<DiskFile> = []

  init(_ disk: any Disk, _ fault: PlantedFault) {
    self.disk = disk
    self.fault = fault
  }

  func open(_ path: DiskPath, _ mode: OpenMode) throws(DiskError) -> DiskFile {
    let file = try disk.open(path, mode)
    if mode == .create { fresh.insert(file) }
    return file
  }

  func close(_ file: DiskFile) {
    if let bytes = delayed.removeValue(forKey: file) { _ = try? disk.write(bytes[...], to: file) }
    fresh.remove(file)
    disk.close(file)
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskError) -> Int {
    if fault == .acknowledgedBeforeWrite, !fresh.contains(file) {
      delayed[file, default: []] += bytes
      return bytes.count
    }
    if fault == .noNewLineAfterTornTail, bytes.first == 0x0A, bytes.count > 1 {
      return try disk.write(bytes.dropFirst(), to: file) + 1
    }
    return try disk.write(bytes, to: file)
  }

  func sync(_ file: DiskFile) throws(DiskError) {
    if fault == .skippedSync { return }
    if fault == .renameBeforeSync, fresh.contains(file) { return }
    try disk.sync(file)
  }

  func rename(_ from: DiskPath, to path: DiskPath) throws(DiskError) {
    try disk.rename(from, to: path)
    guard fault == .renameBeforeSync else { return }
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    try disk.sync(file)
  }

  func lock(_ file: DiskFile) throws(DiskError) -> Bool {
    let isMine = try disk.lock(file)
    return fault == .lostLock || isMine
  }

  func status(of file: DiskFile) throws(DiskError) -> FileStatus { try disk.status(of: file) }
  func status(at path: DiskPath, followingLinks: Bool) throws(DiskError) -> FileStatus? {
    try disk.status(at: path, followingLinks: followingLinks)
  }
  func read(_ file: DiskFile, from offset: Int, count: Int) throws(DiskError) -> [UInt8] {
    try disk.read(file, from: offset, count: count)
  }
  func syncFolder(_ path: DiskPath) throws(DiskError) { try disk.syncFolder(path) }
  func unlink(_ path: DiskPath) throws(DiskError) { try disk.unlink(path) }
  func list(_ folder: DiskPath) throws(DiskError) -> [[UInt8]] { try disk.list(folder) }
  func makeFolder(_ path: DiskPath) throws(DiskError) { try disk.makeFolder(path) }
}
