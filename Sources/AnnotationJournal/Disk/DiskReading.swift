import Glibc

/// Calls again as long as a signal interrupts. Never for `sync`: a failed one is not tried again.
func uninterrupted<Value>(
  _ call: () throws(DiskError) -> Value
) throws(DiskError) -> Value {
  while true {
    do throws(DiskError) { return try call() } catch { if error.code != EINTR { throw error } }
  }
}

extension Disk {
  /// The bytes of an open file in the range; fewer where it ends before.
  func bytes(of file: DiskFile, in range: Range<Int>) throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < range.count {
      let start = range.lowerBound + bytes.count
      let count = range.upperBound - start
      let more = try uninterrupted { () throws(DiskError) in
        try read(file, from: start, count: count)
      }
      if more.isEmpty { break }
      if bytes.isEmpty { bytes = more } else { bytes += more }
    }
    return bytes
  }

  /// A small file as a whole; nil where there is none.
  func contents(of path: DiskPath) throws(DiskError) -> [UInt8]? {
    let file: DiskFile
    do throws(DiskError) {
      file = try uninterrupted { () throws(DiskError) in try open(path, .read) }
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    defer { close(file) }
    let status = try uninterrupted { () throws(DiskError) in try self.status(of: file) }
    guard status.kind == .file else { throw DiskError(EISDIR, path) }
    return try bytes(of: file, in: 0..<status.size)
  }

  /// Writes all the bytes, in one write unless the system cuts it.
  ///
  /// - Returns: how many bytes went out, and the error that kept back the rest.
  func writeAll(_ bytes: [UInt8], to file: DiskFile, _ path: DiskPath) -> (Int, DiskError?) {
    var done = 0
    while done < bytes.count {
      do throws(DiskError) {
        let rest = bytes[done...]
        let count = try uninterrupted { () throws(DiskError) in try write(rest, to: file) }
        // A write of nothing would be tried for ever.
        guard count > 0 else { return (done, DiskError(EIO, path)) }
        done += count
      } catch {
        return (done, error)
      }
    }
    return (done, nil)
  }

  /// Replaces a small file as a whole: whoever reads it sees the old bytes or the new ones, also
  /// after a power cut.
  ///
  /// - Parameter tag: sets the file that is written first apart from those of others who may
  ///   replace the same file at the same time.
  func replace(_ path: DiskPath, with bytes: [UInt8], tag: String) throws(DiskError) {
    try place(bytes, at: path, tag: tag)
    try syncFolder(path.parent)
  }

  /// The same, but for the name, which a power cut may still take back.
  func place(_ bytes: [UInt8], at path: DiskPath, tag: String) throws(DiskError) {
    let fresh = path.parent.appending([UInt8(ascii: ".")] + path.name + Array(".\(tag).new".utf8))
    try write(bytes, asNew: fresh)
    do throws(DiskError) {
      try rename(fresh, to: path)
    } catch {
      try? unlink(fresh)
      throw error
    }
  }

  /// Writes and syncs a file that takes the place of a leftover of that name. It is not there
  /// after an error.
  func write(_ bytes: [UInt8], asNew path: DiskPath) throws(DiskError) {
    do throws(DiskError) {
      try uninterrupted { () throws(DiskError) in try unlink(path) }
    } catch {
      if error.code != ENOENT { throw error }
    }
    let file = try uninterrupted { () throws(DiskError) in try open(path, .create) }
    var failure = writeAll(bytes, to: file, path).1
    if failure == nil {
      do throws(DiskError) { try sync(file) } catch { failure = error }
    }
    close(file)
    if let failure {
      try? unlink(path)
      throw failure
    }
  }

  /// Makes a folder and those above it where they are not there, each synced into the one above.
  func makeFolders(_ path: DiskPath) throws(DiskError) {
    let present = try uninterrupted { () throws(DiskError) in
      try status(at: path, followingLinks: true)
    }
    if present != nil { return }
    if path.parent != path { try makeFolders(path.parent) }
    do throws(DiskError) {
      try uninterrupted { () throws(DiskError) in try makeFolder(path) }
    } catch {
      // Another may have made it in the meantime.
      if error.code != EEXIST { throw error }
    }
    try syncReadableFolder(path.parent)
  }

  /// Syncs a folder, unless it may not be read: then it cannot be opened to be synced either.
  func syncReadableFolder(_ path: DiskPath) throws(DiskError) {
    do throws(DiskError) {
      try syncFolder(path)
    } catch {
      if error.code != EACCES, error.code != EPERM { throw error }
    }
  }
}
