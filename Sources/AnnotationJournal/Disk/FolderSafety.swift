/// Why a journal may not be used.
public enum UnsafePlace: Equatable, Sendable {
  /// The folder is another user's.
  case anotherOwner(UInt32)
  /// Whoever has an account may write into the folder.
  case openToTheWorld
  /// There is something that is no folder.
  case notAFolder
  /// A file of the journal is a symbolic link.
  case link
}

/// Whether the group may write into a journal's folder, which calls for a warning.
///
/// - Throws: `.notAllowed` where it belongs to another user, or everybody may write into it.
func isGroupWritable(
  _ folder: DiskPath, _ status: FileStatus, user: UInt32
) throws(JournalError) -> Bool {
  guard status.kind == .folder else { throw .notAllowed(folder, .notAFolder) }
  if status.owner != user { throw .notAllowed(folder, .anotherOwner(status.owner)) }
  if status.permissions & 0o002 != 0 { throw .notAllowed(folder, .openToTheWorld) }
  return status.permissions & 0o020 != 0
}
