import AnnotationJournal
import Glibc

/// A program's hold on a simulated disk. Once it is dead, nothing that it still does has effect.
final class SimulatedProcess: Disk {
  static let user: UInt32 = 1000

  /// Whoever made the disk keeps it; it keeps its processes.
  private unowned let disk: SimulatedDisk
  private let machine: Int
  private var files: [Int32: (node: SimulatedDisk.Node, path: DiskPath)] = [:]
  private(set) var isDead = false

  init(_ disk: SimulatedDisk, on machine: Int) {
    self.disk = disk
    self.machine = machine
    disk.processes.append(self)
  }

  /// Ends the process: its files are closed, its locks are free.
  func die() {
    isDead = true
    for descriptor in files.keys { release(descriptor) }
    files = [:]
  }

  private func release(_ descriptor: Int32) {
    for (number, holder) in disk.locks where holder == descriptor { disk.locks[number] = nil }
  }

  /// The fault that strikes this call, once what others do meanwhile is done.
  private func begin(
    _ path: DiskPath, _ kind: DiskCall? = nil
  ) throws(DiskError) -> ArmedFault.Kind? {
    disk.countCall()
    if let kind { disk.trace?.append("\(kind) \(path)") }
    disk.meanwhile?(self)
    if isDead { throw DiskError(ENXIO, path) }
    guard var fault = disk.fault, fault.call == nil || fault.call == kind else { return nil }
    fault.callsLeft -= 1
    guard fault.callsLeft < 0 else {
      disk.fault = fault
      return nil
    }
    fault.length -= 1
    disk.isInOutage = fault.isOutage
    disk.fault = fault.length > 0 ? fault : nil
    disk.trace?.append("\(fault.kind) at \(path)")
    switch fault.kind {
    case .crashBefore: disk.crash()
    case .killBefore: die()
    default: return fault.kind
    }
    throw DiskError(ENXIO, path)
  }

  /// Ends what a fault ends after the call.
  private func end(_ fault: ArmedFault.Kind?, _ path: DiskPath) throws(DiskError) {
    switch fault {
    case .crashAfter, .crashInside: disk.crash()
    case .killAfter, .killInside: die()
    default: return
    }
    throw DiskError(ENXIO, path)
  }

  /// A call that has effect as a whole or not at all.
  private func call<Value>(
    _ path: DiskPath, _ kind: DiskCall? = nil, _ body: () throws(DiskError) -> Value
  ) throws(DiskError) -> Value {
    let fault = try begin(path, kind)
    if let code = fault?.code { throw DiskError(code, path) }
    let value = try body()
    try end(fault, path)
    return value
  }

  func open(_ path: DiskPath, _ mode: OpenMode) throws(DiskError) -> DiskFile {
    try call(path) { () throws(DiskError) in
      let present = disk.names[path]
      if present == nil, mode == .read { throw DiskError(ENOENT, path) }
      if present != nil, mode == .create { throw DiskError(EEXIST, path) }
      let file = DiskFile(descriptor: disk.nextDescriptor(), path: path)
      files[file.descriptor] = (present ?? disk.makeFile(path, on: machine), path)
      return file
    }
  }

  func close(_ file: DiskFile) {
    if isDead { return }
    release(file.descriptor)
    files[file.descriptor] = nil
  }

  private func open(_ file: DiskFile) throws(DiskError) -> (SimulatedDisk.Node, DiskPath) {
    guard let open = files[file.descriptor] else { throw DiskError(EBADF, DiskPath("closed")) }
    return open
  }

  func status(of file: DiskFile) throws(DiskError) -> FileStatus {
    let (node, path) = try open(file)
    return try call(path) { () throws(DiskError) in status(node) }
  }

  func status(
    at path: DiskPath, followingLinks: Bool
  ) throws(DiskError) -> FileStatus? {
    try call(path) { () throws(DiskError) in
      if let node = disk.names[path] { return status(node) }
      guard disk.folders.contains(path) else { return nil }
      return FileStatus(
        identity: .init(device: 1, number: 1), kind: .folder, size: 0, modified: 0,
        owner: Self.user, permissions: 0o700)
    }
  }

  private func status(_ node: SimulatedDisk.Node) -> FileStatus {
    FileStatus(
      identity: .init(device: 1, number: node.number), kind: .file, size: node.bytes.count,
      modified: node.modified, owner: Self.user, permissions: 0o600)
  }

  func read(
    _ file: DiskFile, from offset: Int, count: Int
  ) throws(DiskError) -> [UInt8] {
    let (node, path) = try open(file)
    return try call(path) { () throws(DiskError) in
      Array(node.bytes.dropFirst(offset).prefix(count))
    }
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskError) -> Int {
    let (node, path) = try open(file)
    let fault = try begin(path, .write)
    if let code = fault?.code { throw DiskError(code, path) }
    var part = bytes
    switch fault {
    case .shortWrite, .fullInside, .crashInside, .killInside:
      part = bytes.prefix(1 + disk.random.below(bytes.count - 1))
    default: break
    }
    disk.append(part, to: node)
    if fault == .fullInside { disk.fault = ArmedFault(kind: .noSpace, callsLeft: 0) }
    try end(fault, path)
    return part.count
  }

  func sync(_ file: DiskFile) throws(DiskError) {
    let (node, path) = try open(file)
    let fault = try begin(path, .sync)
    if let code = fault?.code {
      // An interrupted sync has not begun.
      if code != EINTR { disk.sync(node, fails: true) }
      throw DiskError(code, path)
    }
    if fault == .crashInside || fault == .killInside { try end(fault, path) }
    disk.sync(node, fails: false)
    try end(fault, path)
  }

  func syncFolder(_ path: DiskPath) throws(DiskError) {
    let fault = try begin(path, .syncFolder)
    if let code = fault?.code {
      // Without access the folder is not opened, and nothing begins.
      if code != EINTR, code != EACCES { disk.syncNames(in: path, of: machine, fails: true) }
      throw DiskError(code, path)
    }
    disk.syncNames(in: path, of: machine, fails: false)
    try end(fault, path)
  }

  func rename(_ from: DiskPath, to path: DiskPath) throws(DiskError) {
    try call(path, .rename) { () throws(DiskError) in
      if disk.names[from] == nil { throw DiskError(ENOENT, from) }
      disk.rename(from, to: path, on: machine)
    }
  }

  func unlink(_ path: DiskPath) throws(DiskError) {
    try call(path, .unlink) { () throws(DiskError) in
      if disk.names[path] == nil { throw DiskError(ENOENT, path) }
      disk.unlink(path, on: machine)
    }
  }

  func list(_ folder: DiskPath) throws(DiskError) -> [[UInt8]] {
    try call(folder) { () throws(DiskError) in
      disk.names.keys.filter { $0.parent == folder }.map { Array($0.name) }
    }
  }

  func makeFolder(_ path: DiskPath) throws(DiskError) {
    try call(path) { () throws(DiskError) in _ = disk.folders.insert(path) }
  }

  func lock(_ file: DiskFile) throws(DiskError) -> Bool {
    let (node, path) = try open(file)
    return try call(path) { () throws(DiskError) in
      guard let holder = disk.locks[node.number] else {
        disk.locks[node.number] = file.descriptor
        return true
      }
      return holder == file.descriptor
    }
  }
}
