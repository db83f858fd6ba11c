/// Marks a program as one that runs and holds drafts, so that others leave them to it.
///
/// The mark is a lock on a small file beside the drafts, which ends with the program however it
/// ends.
public final class DraftHolder {
  /// What drafts name their holder by; made at random.
  public let name: String
  private let folder: DiskPath
  private let disk: any Disk
  private var lock: DiskFile?

  /// Makes a holder that holds nothing yet.
  public init(stateFolder: DiskPath, disk: any Disk, surroundings: Surroundings) {
    folder = stateFolder.appending("drafts")
    self.disk = disk
    name = String(surroundings.random(), radix: 36)
  }

  deinit {
    guard let lock else { return }
    try? disk.unlink(path(name))
    disk.close(lock)
  }

  /// Marks this program, from the first call to its end.
  public func hold() throws(JournalError) {
    guard lock == nil else { return }
    do throws(DiskError) {
      try disk.makeFolders(folder)
      // Whoever looks in the moment before it is locked may take it away.
      for _ in 0..<3 where lock == nil { lock = try attempt() }
    } catch {
      throw .cannotWrite(error, made: 0)
    }
  }

  /// The locked file; nil where it went, or another looks at it.
  private func attempt() throws(DiskError) -> DiskFile? {
    let path = path(name)
    let file = try uninterrupted { () throws(DiskError) in try disk.open(path, .lock) }
    let isLocked = (try? disk.lock(file)) == true
    let held = try? disk.status(of: file)
    let named = try? disk.status(at: path, followingLinks: false)
    if isLocked, let held, held.identity == named?.identity { return file }
    disk.close(file)
    return nil
  }

  /// Whether another program of that name runs. Where that cannot be found out none does.
  public func isHeldElsewhere(_ other: String) -> Bool {
    guard other != name, !other.isEmpty, other.utf8.allSatisfy(isLetterOrDigit),
      let status = try? disk.status(at: path(other), followingLinks: false), status.kind == .file,
      let file = try? disk.open(path(other), .lock)
    else { return false }
    defer { disk.close(file) }
    guard let isFree = try? disk.lock(file) else { return false }
    if isFree { try? disk.unlink(path(other)) }
    return !isFree
  }

  private func path(_ name: String) -> DiskPath { folder.appending(".holder-" + name) }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
