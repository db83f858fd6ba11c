import Glibc

/// The file system of the machine.
public struct SystemDisk: Disk, Sendable {
  /// Makes a disk.
  public init() {}

  /// Opens with `open`, closed in programs that this one starts, never through a link.
  public func open(_ path: DiskPath, _ mode: OpenMode) throws(DiskError) -> DiskFile {
    // A pipe in the place of a file would hold an open without O_NONBLOCK for ever.
    let common = O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .append: O_RDWR | O_APPEND | O_CREAT
      case .create: O_WRONLY | O_CREAT | O_EXCL
      case .lock: O_RDWR | O_CREAT
      }
    let descriptor = path.withName { Glibc.open($0, flags | common, 0o600) }
    if descriptor < 0 { throw DiskError(errno, path) }
    return DiskFile(descriptor: descriptor, path: path)
  }

  /// Closes; what `close` says is of no use once the file was synced.
  public func close(_ file: DiskFile) { _ = Glibc.close(file.descriptor) }

  /// By `fstat`.
  public func status(of file: DiskFile) throws(DiskError) -> FileStatus {
    var status = stat()
    if fstat(file.descriptor, &status) != 0 { throw DiskError(errno, file.path) }
    return FileStatus(status)
  }

  /// By `stat` or `lstat`; nil also where a folder of the path is none.
  public func status(
    at path: DiskPath, followingLinks: Bool
  ) throws(DiskError) -> FileStatus? {
    var status = stat()
    let answer = path.withName { followingLinks ? stat($0, &status) : lstat($0, &status) }
    if answer == 0 { return FileStatus(status) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw DiskError(errno, path)
  }

  /// By `pread`.
  public func read(
    _ file: DiskFile, from offset: Int, count: Int
  ) throws(DiskError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = pread(file.descriptor, buffer.baseAddress, count, offset)
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if failure != 0 { throw DiskError(failure, file.path) }
    return bytes
  }

  /// By one `write`.
  public func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskError) -> Int {
    let count = bytes.withUnsafeBytes { Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
    if count < 0 { throw DiskError(errno, file.path) }
    return count
  }

  /// By `fsync`.
  public func sync(_ file: DiskFile) throws(DiskError) {
    if fsync(file.descriptor) != 0 { throw DiskError(errno, file.path) }
  }

  /// By `fsync` on the folder.
  public func syncFolder(_ path: DiskPath) throws(DiskError) {
    let descriptor = path.withName { Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    if descriptor < 0 { throw DiskError(errno, path) }
    defer { _ = Glibc.close(descriptor) }
    // Some file systems keep no folder of their own to sync and say EINVAL.
    if fsync(descriptor) != 0, errno != EINVAL { throw DiskError(errno, path) }
  }

  /// By `rename`.
  public func rename(_ from: DiskPath, to path: DiskPath) throws(DiskError) {
    let answer = from.withName { old in path.withName { Glibc.rename(old, $0) } }
    if answer != 0 { throw DiskError(errno, path) }
  }

  /// By `unlink`.
  public func unlink(_ path: DiskPath) throws(DiskError) {
    if path.withName({ Glibc.unlink($0) }) != 0 { throw DiskError(errno, path) }
  }

  /// By `readdir`.
  public func list(_ folder: DiskPath) throws(DiskError) -> [[UInt8]] {
    guard let stream = folder.withName({ opendir($0) }) else { throw DiskError(errno, folder) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw DiskError(errno, folder) }
    return names
  }

  /// By `mkdir`; the folder above has to be there.
  public func makeFolder(_ path: DiskPath) throws(DiskError) {
    if path.withName({ mkdir($0, 0o700) }) != 0 { throw DiskError(errno, path) }
  }

  /// A lock of `flock`: it belongs to the open file, not to the process, and ends with it.
  public func lock(_ file: DiskFile) throws(DiskError) -> Bool {
    if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw DiskError(errno, file.path)
  }
}

extension DiskPath {
  /// Calls with the path as C has it.
  fileprivate func withName<Value>(_ call: (UnsafePointer<CChar>) -> Value) -> Value {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let name = buffer.baseAddress else { preconditionFailure("an array with an element") }
      return call(name)
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      identity: Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)), kind: kind,
      size: Int(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec),
      owner: status.st_uid, permissions: UInt16(status.st_mode & 0o777))
  }
}
