/// What can go wrong with a journal; the wording for people is the program's.
public enum JournalError: Error, Equatable, Sendable {
  /// The journal must not be used (exit status 77).
  case notAllowed(DiskPath, UnsafePlace)
  /// Another program kept the lock (75).
  case locked(DiskPath)
  /// The lock cannot be taken: the state folder cannot be written (74).
  case cannotLock(DiskError)
  /// The journal's folder, or this writer's own file, cannot be read (74).
  case cannotRead(DiskError)
  /// A folder or file cannot be made (73).
  case cannotCreate(DiskError)
  /// A change could not be written, and is not made; of several the first `made` are (74).
  case cannotWrite(DiskError, made: Int)
  /// What was written may be gone after a power cut. It stays in `JournalWriter.unsaved` until
  /// `saveUnsaved`, or the next change, gets it onto the disk (74).
  case notSaved(DiskError)
  /// The folder was read before and is gone, with its annotations (74).
  case gone(DiskPath)
  /// A record has so high a number or clock that nothing can be written behind it; `check` tells
  /// which (74).
  case numbersExhausted(DiskPath)
  /// Compaction would have changed what the journal says, and was given up; nothing was touched.
  case compactionDiffers
}

/// Something in a journal's folder that is not as it should be. Nothing is repaired unasked.
public struct JournalProblem: Hashable, Sendable {
  /// The name of the file, or the writer's, without its folder.
  public var file: String
  /// What is wrong.
  public var kind: Kind

  /// The kinds of problems.
  public enum Kind: Hashable, Sendable {
    /// A line, counted from 1, is no record.
    case damagedLine(Int)
    /// The last line, counted from 1, was cut off.
    case tornTail(Int)
    /// Numbers of the writer are missing.
    case gap(ClosedRange<Int>)
    /// A number of the writer stands for two records.
    case repeated(Int)
    /// The record of that number has a clock that no journal comes to by itself.
    case farClock(number: Int)
    /// The file is a symbolic link, and was not read (77 where it is this writer's own).
    case link
    /// The name is that of something that is no file.
    case notAFile
    /// The file cannot be read, for this error of the system.
    case unreadable(Int32)
    /// The group may write into the folder.
    case groupWritable
  }

  /// Makes a problem.
  public init(_ file: String, _ kind: Kind) {
    self.file = file
    self.kind = kind
  }
}
