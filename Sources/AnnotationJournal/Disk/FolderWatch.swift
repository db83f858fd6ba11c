import Glibc

/// Notices of changes in a journal's folder, by inotify.
///
/// Some file systems, network drives above all, give none: whoever waits on the descriptor looks
/// at the folder at least every `longestWait` milliseconds whatever comes.
public final class FolderWatch {
  /// How long to wait for a notice before looking anyway, in milliseconds.
  public static let longestWait = 1000

  /// To be polled for reading; nil where the system watches nothing.
  public private(set) var descriptor: Int32?
  private let folder: DiskPath
  private var isWatching = false

  /// Begins to watch. A folder that is not there yet is watched from the first `drain` on that
  /// finds it.
  public init(_ folder: DiskPath) {
    self.folder = folder
    let made = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    descriptor = made >= 0 ? made : nil
    watch()
  }

  deinit { if let descriptor { close(descriptor) } }

  private func watch() {
    guard !isWatching, let descriptor else { return }
    let events =
      IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR
    let name = folder.bytes.map { CChar(bitPattern: $0) } + [0]
    isWatching = inotify_add_watch(descriptor, name, UInt32(events)) >= 0
  }

  /// How many times notices are read at most before keys have their turn again: a folder may be
  /// written to faster than one reads.
  private static let mostReads = 16

  /// Takes the notices that came; the answer is whether there was any.
  public func drain() -> Bool {
    var hasAny = false
    if let descriptor {
      var buffer = [UInt8](repeating: 0, count: 4096)
      for _ in 0..<Self.mostReads {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        hasAny = true
        if endsWatching(buffer[..<count]) { isWatching = false }
      }
    }
    let wasWatching = isWatching
    watch()
    return hasAny || isWatching != wasWatching
  }

  /// Whether the folder was removed or moved away: then its name may soon mean another.
  private func endsWatching(_ notices: ArraySlice<UInt8>) -> Bool {
    // struct inotify_event: watch, mask, cookie, length of the name (32 bits each), name.
    func word(_ offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(notices[offset + $1]) << (8 * $1) }
    }
    var offset = 0
    while offset + 16 <= notices.count {
      let gone = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)
      if word(offset + 4) & gone != 0 { return true }
      offset += 16 + Int(word(offset + 12))
    }
    return false
  }
}
