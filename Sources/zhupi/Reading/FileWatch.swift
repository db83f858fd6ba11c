import AnnotationJournal

/// Tells when a file was written again since it was read, and waits until the writing is over.
struct FileWatch {
  /// Notices from the folder of the file; to be polled for reading.
  let notices: FolderWatch
  private let file: Word
  private var known: FileStamp
  private var present: FileStamp
  private var presentSince = ContinuousClock.now
  private var wasLost = false

  /// How long a file must stay as it is before it is read, in milliseconds: programs write in
  /// several pieces.
  static let settlingTime = 100

  /// Begins to watch a file for what differs from the state in which it was read.
  init(_ seen: SeenFile) {
    file = seen.file
    notices = FolderWatch(DiskPath(bytes: seen.file.absolutePath.parent.bytes))
    known = seen.stamp
    present = seen.stamp
  }

  /// Whether the file differs from what was read.
  var isChanged: Bool { present != known }

  /// Whether there is another state of it to be read.
  var isToBeRead: Bool { isChanged && present.exists }

  /// Whether it was written a moment ago, so that it is to be looked at again soon.
  var isSettling: Bool { isToBeRead && !isSettled }

  private var isSettled: Bool {
    ContinuousClock.now - presentSince >= .milliseconds(Self.settlingTime)
  }

  /// Looks at the file.
  /// - Returns: whether it differs from what was read, and has stayed so long enough.
  mutating func look() -> Bool {
    _ = notices.drain()
    let found = FileStamp(file)
    if found != present {
      present = found
      presentSince = .now
    }
    return isToBeRead && isSettled
  }

  /// Whether the file went away since this was last asked.
  mutating func takeLoss() -> Bool {
    let isLost = known.exists && !present.exists
    defer { wasLost = isLost }
    return isLost && !wasLost
  }

  /// Takes the state now for the one that is read next.
  mutating func takeNote() {
    known = FileStamp(file)
    present = known
  }
}
