import Glibc

/// What tells two states of a file apart without reading it.
struct FileStamp: Equatable {
  private var device: UInt64 = 0
  private var number: UInt64 = 0
  private var size = -1
  private var seconds = 0
  private var nanoseconds = 0

  /// The state that a file is in now.
  init(_ file: Word) {
    var status = stat()
    guard file.withPath({ stat($0, &status) }) == 0 else { return }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// Whether there is a file at all.
  var exists: Bool { size >= 0 }
}

/// A file and the state it was in just before it was read: what changes from then on is news, also
/// where it changes before anybody watches.
struct SeenFile {
  /// The file.
  let file: Word
  /// How it was when it was seen.
  let stamp: FileStamp

  /// Sees a file as it is now; to be made before the file is read.
  init(_ file: Word) {
    self.file = file
    stamp = FileStamp(file)
  }
}
