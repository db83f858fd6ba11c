import AnnotationJournal
import Glibc

/// A disk in memory that cannot promise to keep what is written.
final class ForgetfulDisk: Disk {
  private let below = OverlayDisk()
  /// Whether a promise is asked in vain.
  var isForgetful = false

  func open(_ path: DiskPath, _ mode: OpenMode) throws(DiskError) -> DiskFile {
    try below.open(path, mode)
  }

  func close(_ file: DiskFile) { below.close(file) }

  func status(of file: DiskFile) throws(DiskError) -> FileStatus { try below.status(of: file) }

  func status(at path: DiskPath, followingLinks: Bool) throws(DiskError) -> FileStatus? {
    try below.status(at: path, followingLinks: followingLinks)
  }

  func read(_ file: DiskFile, from offset: Int, count: Int) throws(DiskError) -> [UInt8] {
    try below.read(file, from: offset, count: count)
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: DiskFile) throws(DiskError) -> Int {
    try below.write(bytes, to: file)
  }

  func sync(_ file: DiskFile) throws(DiskError) {
    if isForgetful { throw DiskError(EIO, DiskPath("/nowhere")) }
  }

  func syncFolder(_ path: DiskPath) throws(DiskError) {}
  func rename(_ from: DiskPath, to path: DiskPath) throws(DiskError) {
    try below.rename(from, to: path)
  }

  func unlink(_ path: DiskPath) throws(DiskError) { try below.unlink(path) }
  func list(_ folder: DiskPath) throws(DiskError) -> [[UInt8]] { try below.list(folder) }
  func makeFolder(_ path: DiskPath) throws(DiskError) { try below.makeFolder(path) }
  func lock(_ file: DiskFile) throws(DiskError) -> Bool { true }
}
