import Glibc

/// A disk that reads another one and keeps in memory what is written: everything works as ever, and
/// nothing is left behind.
///
/// One program sees it, so locks are always free, and what is written lasts as long as the disk.
public final class OverlayDisk: Disk {
  private final class Node {
    let number: UInt64
    var bytes: [UInt8]
    var modified: Int64 = 1

    init(number: UInt64, bytes: [UInt8]) { (self.number, self.bytes) = (number, bytes) }
  }

  private let below: any Disk
  /// What was written; nil is a name that was taken away.
  private var names: [DiskPath: Node?] = [:]
  private var folders: Set<DiskPath> = []
  private var opened: [Int32: Node] = [:]
  private var lastNumber: UInt64 = 0
  /// Far above what a system gives, so that both kinds are told apart.
  private var lastDescriptor: Int32 = 1 << 24

  /// Makes a disk over another one.
  public init(over below: any Disk = SystemDisk()) { self.below = below }

  /// Opens what was written here, else what lies below; that is copied before it is written to.
  public func open(_ path: DiskPath, _ mode: OpenMode) throws(DiskError) -> DiskFile {
    if let known = names[path] {
      guard let node = known ?? (mode == .read ? nil : makeNode(path)) else {
        throw DiskError(ENOENT, path)
      }
      if mode == .create, known != nil { throw DiskError(EEXIST, path) }
      return open(node, path)
    }
    if mode == .read { return try below.open(path, .read) }
    let status = try below.status(at: path, followingLinks: false)
    if status?.kind == .link { throw DiskError(ELOOP, path) }
    if mode == .create, status != nil { throw DiskError(EEXIST, path) }
    let copy = status == nil ? [] : try below.contents(of: path) ?? []
    let node = makeNode(path)
    node.bytes = copy
    return open(node, path)
  }

  private func makeNode(_ path: DiskPath) -> Node {
    lastNumber += 1
    let node = Node(number: lastNumber, bytes: [])
    names[path] = node
    return node
  }

  private func open(_ node: Node, _ path: DiskPath) -> DiskFile {
    lastDescriptor += 1
    opened[lastDescriptor] = node
    return DiskFile(descriptor: lastDescriptor, path: path)
  }

  /// Closes.
  public func close(_ file: DiskFile) {
    if opened.removeValue(forKey: file.descriptor) == nil { below.close(file) }
  }

  /// What is known about an open file.
  public func status(of file: DiskFile) throws(DiskError) -> FileStatus {
    guard let node = opened[file.descriptor] else { return try below.status(of: file) }
    return status(of: node)
  }

  /// What is known about a path.
  public func status(
    at path: DiskPath, followingLinks: Bool
  ) throws(DiskError) -> FileStatus? {
    if let known = names[path] { return known.map(status) }
    if let status = try below.status(at: path, followingLinks: followingLinks) { return status }
    return folders.contains(path) ? status(number: 0, kind: .folder) : nil
  }

  private func status(of node: Node) -> FileStatus {
    var status = status(number: node.number, kind: .file)
    status.size = node.bytes.count
    status.modified = node.modified
    return status
  }

  private func status(number: UInt64, kind: FileStatus.Kind) -> FileStatus {
    FileStatus(
      identity: FileStatus.Identity(device: .max, number: number), kind: kind, size: 0,
      modified: 0, owner: geteuid(), permissions: kind == .folder ? 0o700 : 0o600)
  }

  /// Reads at most `count` bytes.
  public func read(
    _ file: DiskFile, from offset: Int, count: Int
  ) throws(DiskError) -> [UInt8] {
    guard let node = opened[file.descriptor] else {
      return try below.read(file, from: offset, count: count)
    }
    return Array(node.bytes.dropFirst(offset).prefix(count))
  }

  /// Writes all, at the end.
  public func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskError) -> Int {
    guard let node = opened[file.descriptor] else {
      throw DiskError(EBADF, file.path)
    }
    node.bytes += bytes
    node.modified += 1
    return bytes.count
  }

  /// Nothing outlasts the program.
  public func sync(_ file: DiskFile) throws(DiskError) {}

  /// Nothing outlasts the program.
  public func syncFolder(_ path: DiskPath) throws(DiskError) {}

  /// Gives what was written another name.
  public func rename(_ from: DiskPath, to path: DiskPath) throws(DiskError) {
    guard let node = names[from] ?? nil else { throw DiskError(ENOENT, from) }
    names[from] = .some(nil)
    names[path] = node
  }

  /// Takes a name away here; what lies below keeps it.
  public func unlink(_ path: DiskPath) throws(DiskError) {
    guard try status(at: path, followingLinks: false) != nil else { throw DiskError(ENOENT, path) }
    names[path] = .some(nil)
  }

  /// The names of both.
  public func list(_ folder: DiskPath) throws(DiskError) -> [[UInt8]] {
    var found: Set<[UInt8]> = []
    if try below.status(at: folder, followingLinks: true) != nil {
      found = Set(try below.list(folder))
    } else if !folders.contains(folder) {
      throw DiskError(ENOENT, folder)
    }
    for (path, node) in names where path.parent == folder {
      if node == nil { found.remove(Array(path.name)) } else { found.insert(Array(path.name)) }
    }
    return Array(found)
  }

  /// Makes a folder here.
  public func makeFolder(_ path: DiskPath) throws(DiskError) {
    if try status(at: path, followingLinks: true) != nil { throw DiskError(EEXIST, path) }
    folders.insert(path)
  }

  /// Nobody else sees this disk.
  public func lock(_ file: DiskFile) throws(DiskError) -> Bool { true }
}
