import AnnotationJournal
import Foundation

/// A folder of a test's own on the real disk, gone with it.
final class ScratchFolder {
  let path: DiskPath

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("journal-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = DiskPath(folder.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.description) }

  var journal: DiskPath { path.appending("journal") }
  var state: DiskPath { path.appending("state") }

  /// Writes a file of the journal.
  func write(_ text: String, _ name: String) throws { try write(Array(text.utf8), name) }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try? FileManager.default.createDirectory(
      atPath: journal.description, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try Data(bytes).write(to: URL(fileURLWithPath: journal.appending(name).description))
  }

  /// The bytes of a file of the journal.
  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: journal.appending(name).description)))
  }

  func folder() throws -> JournalFolder { try JournalFolder(journal) }

  func writer() throws -> JournalWriter { JournalWriter(try folder(), stateFolder: state) }

  /// The nine bits of who may do what.
  func permissions(_ path: DiskPath) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path.description)
    return (attributes[.posixPermissions] as? Int ?? 0) & 0o777
  }
}
