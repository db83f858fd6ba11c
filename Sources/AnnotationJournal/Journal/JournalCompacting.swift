import Glibc

/// Compaction of this writer's files, in place.
extension JournalWriter {
  /// What a compaction did.
  public struct CompactionReport: Equatable, Sendable {
    /// How many records went.
    public var dropped: Int
    /// How many bytes this writer's files had.
    public var bytesBefore: Int
    /// How many they have.
    public var bytesAfter: Int
  }

  /// Writes this writer's files anew as one, without the records that have no say any more. Cut off
  /// anywhere, the old files or the new one stand, whole, and the annotations are the same.
  ///
  /// - Throws: what kept it from being done; nothing is lost then.
  public func compact() throws(JournalError) -> CompactionReport {
    try whileLocked { writer throws(JournalError) in
      try saveUnsaved(as: writer)
      let own = folder.ownFiles(writer)
      let contents = try own.map { file throws(JournalError) in try bytes(of: file.path) }
      let others = folder.files.filter { file in !own.contains { $0.path == file.path } }
      let compaction = Compaction(
        contents, of: writer,
        beside: try others.map { file throws(JournalError) in
          Compaction.Other(writer: file.name.writer, bytes: try bytes(of: file.path))
        })
      let before = contents.reduce(0) { $0 + $1.count }
      if compaction.dropped == 0, own.count <= 1 {
        return CompactionReport(dropped: 0, bytesBefore: before, bytesAfter: before)
      }
      try checkMeaning(of: compaction.bytes, insteadOf: own, writer)
      try replace(own, with: compaction.bytes, writer)
      try folder.update()
      return CompactionReport(
        dropped: compaction.dropped, bytesBefore: before, bytesAfter: compaction.bytes.count)
    }
  }

  private func bytes(of path: DiskPath) throws(JournalError) -> [UInt8] {
    do throws(DiskError) { return try disk.contents(of: path) ?? [] } catch {
      throw .cannotRead(error)
    }
  }

  /// The safety net under `Compaction`: with the files of others as they are, the new file has to
  /// say what the old ones do.
  private func checkMeaning(
    of bytes: [UInt8], insteadOf own: [JournalFile], _ writer: String
  ) throws(JournalError) {
    var (before, after) = (Journal(), Journal())
    for file in folder.files {
      let contents = try self.bytes(of: file.path)
      _ = before.read(contents, writer: file.name.writer)
      if !own.contains(where: { $0.path == file.path }) {
        _ = after.read(contents, writer: file.name.writer)
      }
    }
    _ = after.read(bytes, writer: writer)
    guard before.annotations == after.annotations, before.documents == after.documents else {
      throw .compactionDiffers
    }
  }

  private func replace(
    _ own: [JournalFile], with bytes: [UInt8], _ writer: String
  ) throws(JournalError) {
    let path = folder.path.appending(JournalFileName.name(writer, segment: 1))
    let fresh = folder.path.appending(".\(writer).compacted")
    do throws(DiskError) {
      try disk.write(bytes, asNew: fresh)
      guard try disk.contents(of: fresh) == bytes else { throw DiskError(EIO, fresh) }
      try disk.rename(fresh, to: path)
    } catch {
      try? disk.unlink(fresh)
      throw .cannotWrite(error, made: 0)
    }
    // Where this fails, which of the two has the name after a power cut is open.
    do throws(DiskError) { try syncNames(as: writer) } catch {
      throw .cannotWrite(error, made: 0)
    }
    distrusted.remove(path)
    // The other segments are in the new file; should they come back, they say nothing new.
    for file in own where file.path != path { try? disk.unlink(file.path) }
    try? disk.syncFolder(folder.path)
  }
}
