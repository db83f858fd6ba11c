/// The texts that annotations were made on, each kept once as `editions/EDITION.txt`.
extension JournalWriter {
  /// Keeps an edition, written and synced before it returns; then a record may name it. Again the
  /// same edition costs nothing.
  ///
  /// - Parameters:
  ///   - edition: its name.
  ///   - text: the UTF-8 of its normalised text.
  public func keep(_ edition: Edition, text: [UInt8]) throws(JournalError) {
    // It may have been taken away since, the whole folder with it.
    if let kept = keptEditions[edition], kept == fileIdentity(of: edition) { return }
    try whileLocked { writer throws(JournalError) in
      try prepareFolder()
      let path = folder.path(of: edition)
      do throws(DiskError) {
        try disk.makeFolders(path.parent)
        // Whoever made the folder may have been cut off before its name was on the disk.
        try syncNames(as: writer)
        let isThere = !distrusted.contains(path) && (try? disk.contents(of: path)) == text
        if isThere {
          try disk.syncContents(of: path)
          try disk.syncFolder(path.parent)
        } else {
          try disk.replace(path, with: text, tag: writer)
        }
      } catch {
        // A failed sync may have thrown the name away while the file is still shown, and other
        // programs would trust the next sync: so the name is made once more for it.
        distrusted.insert(path)
        try? disk.place(text, at: path, tag: writer)
        throw .cannotWrite(error, made: 0)
      }
      distrusted.remove(path)
    }
    keptEditions[edition] = fileIdentity(of: edition)
  }

  private func fileIdentity(of edition: Edition) -> FileStatus.Identity? {
    let status = try? disk.status(at: folder.path(of: edition), followingLinks: false)
    return (status ?? nil)?.identity
  }
}

extension JournalFolder {
  /// The UTF-8 of a kept edition's normalised text; nil where it is not there, cannot be read, or
  /// is not the text whose name it has.
  public func text(of edition: Edition) -> [UInt8]? {
    guard let bytes = try? disk.contents(of: path(of: edition)) else { return nil }
    return edition.isName(of: bytes) ? bytes : nil
  }

  func path(of edition: Edition) -> DiskPath {
    path.appending("editions").appending(edition.id + ".txt")
  }
}

extension Edition {
  /// Whether the bytes are this edition's normalised text.
  fileprivate func isName(of bytes: [UInt8]) -> Bool {
    let digits = Array("0123456789abcdef".utf8)
    let hash = SecureHash.digest(of: bytes).flatMap { byte in
      [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return id.utf8.dropFirst(3).elementsEqual(hash)
  }
}

extension Disk {
  /// Syncs a file that somebody else may have written.
  fileprivate func syncContents(of path: DiskPath) throws(DiskError) {
    let file = try uninterrupted { () throws(DiskError) in try open(path, .read) }
    defer { close(file) }
    try sync(file)
  }
}
