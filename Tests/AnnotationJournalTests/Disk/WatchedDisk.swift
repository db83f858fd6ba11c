import AnnotationJournal

/// A disk that writes down the calls that matter for durability, and fails where it is told to.
final class WatchedDisk: Disk {
  private let disk: any Disk
  private(set) var calls: [String] = []
  /// How many bytes were read.
  private(set) var bytesRead = 0
  /// The error of a call, by what `calls` would say.
  var failure: (String) -> Int32? = { _ in nil }
  /// What is read of a file, by its name, instead of what stands there.
  var tamper: (String, [UInt8]) -> [UInt8] = { $1 }
  private var names: [DiskFile: String] = [:]

  init(_ disk: any Disk = SystemDisk()) { self.disk = disk }

  func forget() {
    calls = []
    bytesRead = 0
  }

  private func note(_ call: String, _ path: DiskPath) throws(DiskError) {
    calls.append(call)
    if let code = failure(call) { throw DiskError(code, path) }
  }

  private func name(_ path: DiskPath) -> String { String(decoding: path.name, as: UTF8.self) }

  func open(_ path: DiskPath, _ mode: OpenMode) throws(DiskError) -> DiskFile {
    if mode == .append { try note("append to \(name(path))", path) }
    let file = try disk.open(path, mode)
    names[file] = name(path)
    return file
  }
  func close(_ file: DiskFile) { disk.close(file) }
  func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskError) -> Int {
    try note("write \(names[file] ?? "")", DiskPath(names[file] ?? ""))
    return try disk.write(bytes, to: file)
  }
  func sync(_ file: DiskFile) throws(DiskError) {
    try note("sync \(names[file] ?? "")", DiskPath(names[file] ?? ""))
    try disk.sync(file)
  }
  func syncFolder(_ path: DiskPath) throws(DiskError) {
    try note("sync folder \(name(path))", path)
    try disk.syncFolder(path)
  }
  func rename(_ from: DiskPath, to path: DiskPath) throws(DiskError) {
    try note("rename to \(name(path))", path)
    try disk.rename(from, to: path)
  }
  func unlink(_ path: DiskPath) throws(DiskError) { try disk.unlink(path) }
  func makeFolder(_ path: DiskPath) throws(DiskError) {
    try note("make folder \(name(path))", path)
    try disk.makeFolder(path)
  }
  func read(_ file: DiskFile, from offset: Int, count: Int) throws(DiskError) -> [UInt8] {
    let bytes = try disk.read(file, from: offset, count: count)
    bytesRead += bytes.count
    return tamper(names[file] ?? "", bytes)
  }
  func lock(_ file: DiskFile) throws(DiskError) -> Bool {
    if let code = failure("lock \(names[file] ?? "")") { throw DiskError(code, file.path) }
    return try disk.lock(file)
  }
  func status(of file: DiskFile) throws(DiskError) -> FileStatus { try disk.status(of: file) }
  func status(at path: DiskPath, followingLinks: Bool) throws(DiskError) -> FileStatus? {
    try disk.status(at: path, followingLinks: followingLinks)
  }
  func list(_ folder: DiskPath) throws(DiskError) -> [[UInt8]] { try disk.list(folder) }
}
