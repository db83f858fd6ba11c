import AnnotationJournal
import Glibc

/// Tells when the open file was written again, and waits until the writing is over.
struct FileWatch {
  /// Notices from the folder of the file; to be polled for reading.
  let notices: FolderWatch
  private let file: Word
  private var known: Stamp
  private var seen: Stamp
  private var seenSince = ContinuousClock.now

  /// What tells two states of a file apart without reading it.
  private struct Stamp: Equatable {
    var device: UInt64 = 0
    var number: UInt64 = 0
    var size: Int = -1
    var seconds = 0
    var nanoseconds = 0

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

  /// How long a file must stay as it is before it is read, in milliseconds: programs write in
  /// several pieces.
  static let settlingTime = 100

  /// Begins to watch a file.
  init(_ file: Word) {
    self.file = file
    notices = FolderWatch(DiskPath(bytes: file.absolutePath.parent.bytes))
    known = Stamp(file)
    seen = known
  }

  /// Whether the file differs from what was read; it is then to be looked at again soon.
  var isChanged: Bool { seen != known }

  /// Looks at the file.
  /// - Returns: whether it differs from what was read, and has stayed so long enough.
  mutating func look() -> Bool {
    _ = notices.drain()
    let present = Stamp(file)
    if present != seen {
      seen = present
      seenSince = .now
    }
    return isChanged && seen.exists
      && ContinuousClock.now - seenSince >= .milliseconds(Self.settlingTime)
  }

  /// Takes the present state for the one that is read next.
  mutating func takeNote() {
    known = Stamp(file)
    seen = known
  }
}
