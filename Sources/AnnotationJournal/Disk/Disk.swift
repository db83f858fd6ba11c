/// What the journal asks of a file system. Calls do not wait, do not try again and make no more of
/// an error than its number, so that a simulated disk can stand in for the real one call by call.
///
/// Any call may fail with EINTR, and then has done nothing.
public protocol Disk {
  /// Opens a file; a symbolic link in the place of the file is ELOOP.
  func open(_ path: DiskPath, _ mode: OpenMode) throws(DiskError) -> DiskFile
  /// Closes a file and gives up the lock it holds.
  func close(_ file: DiskFile)
  /// What is known about an open file.
  func status(of file: DiskFile) throws(DiskError) -> FileStatus
  /// What is known about a path; nil where nothing is there.
  func status(at path: DiskPath, followingLinks: Bool) throws(DiskError) -> FileStatus?
  /// Reads at most `count` bytes from the offset on; none at the end.
  func read(_ file: DiskFile, from offset: Int, count: Int) throws(DiskError) -> [UInt8]
  /// Writes once; the answer is how many of the bytes went out.
  func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskError) -> Int
  /// Returns when the file's bytes are on the medium.
  func sync(_ file: DiskFile) throws(DiskError)
  /// Returns when the folder's names are on the medium.
  func syncFolder(_ path: DiskPath) throws(DiskError)
  /// Gives a file another name, over whatever has it.
  func rename(_ from: DiskPath, to path: DiskPath) throws(DiskError)
  /// Takes a name away.
  func unlink(_ path: DiskPath) throws(DiskError)
  /// The names in a folder, in no order, without `.` and `..`.
  func list(_ folder: DiskPath) throws(DiskError) -> [[UInt8]]
  /// Makes a folder for this user alone (0700).
  func makeFolder(_ path: DiskPath) throws(DiskError)
  /// Takes the lock on a file for this open file alone; false where another holds it.
  func lock(_ file: DiskFile) throws(DiskError) -> Bool
}

/// An open file of a disk.
public struct DiskFile: Hashable, Sendable {
  /// The descriptor's number.
  public let descriptor: Int32
  /// The path by which it was opened, for messages.
  public let path: DiskPath

  /// Makes a file of a descriptor.
  public init(descriptor: Int32, path: DiskPath) {
    self.descriptor = descriptor
    self.path = path
  }
}

/// What a file is opened for. New files are for this user alone (0600).
public enum OpenMode: Sendable {
  /// To read what is there.
  case read
  /// To write at its end, whoever else does; made where it is not there.
  case append
  /// To write a file that must not be there yet.
  case create
  /// To lock it; made where it is not there.
  case lock
}

/// What a file is, where it is, and whose.
public struct FileStatus: Equatable, Sendable {
  /// Tells files apart, whatever their names.
  public struct Identity: Hashable, Sendable {
    /// The file system.
    public var device: UInt64
    /// The file in it.
    public var number: UInt64

    /// Makes an identity.
    public init(device: UInt64, number: UInt64) {
      self.device = device
      self.number = number
    }
  }

  /// The kinds of things that have names.
  public enum Kind: Sendable { case file, folder, link, other }

  /// Which file it is.
  public var identity: Identity
  /// What it is.
  public var kind: Kind
  /// Bytes.
  public var size: Int
  /// When its bytes were last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// The owner's number.
  public var owner: UInt32
  /// The nine bits of who may read, write and enter.
  public var permissions: UInt16

  /// Makes a status.
  public init(
    identity: Identity, kind: Kind, size: Int, modified: Int64, owner: UInt32, permissions: UInt16
  ) {
    self.identity = identity
    self.kind = kind
    self.size = size
    self.modified = modified
    self.owner = owner
    self.permissions = permissions
  }
}

/// A call that failed.
public struct DiskError: Error, Equatable, Sendable {
  /// The system's number of the error.
  public var code: Int32
  /// What it failed on.
  public var path: DiskPath

  /// Makes an error.
  public init(_ code: Int32, _ path: DiskPath) {
    self.code = code
    self.path = path
  }
}
