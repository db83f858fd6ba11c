import AnnotationJournal
import BulletinCore
import BulletinReader
import Glibc

/// The file that an export is written to.
struct ExportFile {
  /// The path as it was given.
  let file: Word
  /// Bulletins that are not to be written to.
  let bulletins: [Word]
  /// Journals that are not to be written into.
  let journals: [OpenJournal]

  /// Whether a file of its name is there and would go. A pipe or a terminal only takes what is
  /// written.
  var replacesFile: Bool { Self.status(file.realPathOfAny)?.isRegular == true }

  /// Whether a pipe or a device is there.
  var isStream: Bool {
    Self.status(file.realPathOfAny).map { !$0.isRegular && !$0.isFolder } ?? false
  }

  /// Writes an export: the file has all of it or is what it was.
  func write(_ export: AnnotationExport, as format: ExportFormat) throws(Failure) {
    let place = file.realPathOfAny
    try check(place)
    var output = Output()
    try format.write(export, to: &output)
    let failure = Self.write(output.bytes, to: place)
    if failure != 0 { throw .cannotCreate(file, errno: failure) }
  }

  /// Refuses to write over what is read or over the journal.
  func check(_ place: Word) throws(Failure) {
    for journal in journals {
      let folder = journal.place.folder.realPathOfAny
      if place == folder || place.path(below: folder) != nil {
        throw .notOverwritten(file, isOfJournal: true)
      }
      let known = journal.folder.journal.documents.compactMap(\.path)
      if known.contains(where: { journal.place.file(named: $0).realPathOfAny == place }) {
        throw .notOverwritten(file, isOfJournal: false)
      }
    }
    if bulletins.contains(where: { $0.realPathOfAny == place }) || isBulletin(place) {
      throw .notOverwritten(file, isOfJournal: false)
    }
  }

  /// Whether an issue of a periodical stands there that nobody has annotated yet.
  private func isBulletin(_ place: Word) -> Bool {
    guard Self.status(place)?.isRegular == true,
      let source = try? readSource(place, encoding: nil)
    else { return false }
    return Bulletin(source).kind == .bulletin
  }

  /// Writes bytes to a real path; the answer is the error's number, or 0.
  private static func write(_ bytes: [UInt8], to place: Word) -> Int32 {
    guard let status = status(place) else { return replaceFile(place, with: bytes, mode: 0o666) }
    if status.isFolder { return EISDIR }
    guard place.isWritable else { return EACCES }
    if status.isRegular {
      let failure = replaceFile(place, with: bytes, mode: status.mode)
      // The process's mask is for new files.
      if failure == 0 { _ = place.withPath { chmod($0, status.mode) } }
      return failure
    }
    // A terminal, a pipe, `/dev/null`: such are written to, never replaced.
    let descriptor = place.withPath { open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { return errno }
    let failure = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    return close(descriptor) == 0 ? failure : max(failure, errno)
  }

  private struct Status {
    var isFolder: Bool
    var isRegular: Bool
    var mode: mode_t
  }

  /// What is there; nil for nothing.
  private static func status(_ place: Word) -> Status? {
    var status = stat()
    guard place.withPath({ stat($0, &status) }) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    return Status(
      isFolder: kind == S_IFDIR, isRegular: kind == S_IFREG, mode: status.st_mode & 0o777)
  }
}
