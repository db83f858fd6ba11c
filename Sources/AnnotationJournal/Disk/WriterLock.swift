/// The lock that keeps two programs of one writer from appending at once: `writer.lock` in the
/// state folder. It ends with the process that holds it, so a dead one cannot block.
struct WriterLock {
  private let patience: Int
  private let disk: any Disk
  private let path: DiskPath
  private let pause: (Int) -> Void

  /// Makes a lock that waits for another holder at most so many milliseconds.
  init(
    disk: any Disk, stateFolder: DiskPath, patience: Int, pause: @escaping (Int) -> Void
  ) {
    self.disk = disk
    self.patience = patience
    self.path = stateFolder.appending("writer.lock")
    self.pause = pause
  }

  /// Does something while the lock is held.
  ///
  /// - Throws: `.locked` where it stayed with another, `.cannotLock`, or what `body` throws.
  func hold<Value>(_ body: () throws(JournalError) -> Value) throws(JournalError) -> Value {
    let file = try take()
    defer { disk.close(file) }
    return try body()
  }

  private func take() throws(JournalError) -> DiskFile {
    var waited = 0
    var step = 1
    while true {
      do throws(DiskError) {
        if let file = try attempt() { return file }
      } catch {
        throw .cannotLock(error)
      }
      if waited >= patience { throw .locked(path) }
      pause(step)
      waited += step
      step = min(step * 2, 25)
    }
  }

  /// The locked file; nil where another holds it, or holds one that has the name no longer.
  private func attempt() throws(DiskError) -> DiskFile? {
    let file = try uninterrupted { () throws(DiskError) in try disk.open(path, .lock) }
    do throws(DiskError) {
      let isMine = try uninterrupted { () throws(DiskError) in try disk.lock(file) }
      if isMine {
        let held = try uninterrupted { () throws(DiskError) in try disk.status(of: file) }
        let named = try uninterrupted { () throws(DiskError) in
          try disk.status(at: path, followingLinks: false)
        }
        if held.identity == named?.identity { return file }
      }
    } catch {
      disk.close(file)
      throw error
    }
    disk.close(file)
    return nil
  }
}
