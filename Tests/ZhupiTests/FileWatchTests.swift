import Foundation
import Glibc
import Testing

@testable import zhupi

/// A file is news from the moment on in which it was read, not from when somebody watches it.
@Suite(.timeLimit(.minutes(1))) struct FileWatchTests {
  private let folder: TemporaryFolder
  private let file: Word

  init() throws {
    folder = try TemporaryFolder()
    file = Word(try folder.write("第一条 一。\n", to: "issue.txt"))
  }

  private func correct(atomically: Bool = true) throws {
    try "第一条 一、二。\n".write(toFile: file.text, atomically: atomically, encoding: .utf8)
  }

  /// Looks until the watch tells that the file is to be read again.
  private func waitForNews(_ watch: inout FileWatch) { while !watch.look() {} }

  /// Whether a look finds nothing to read.
  private func isQuiet(_ watch: inout FileWatch) -> Bool { !watch.look() }

  @Test(arguments: [true, false])
  func changedBetweenReadingAndWatching(atomically: Bool) throws {
    let document = try OpenDocument(file, encoding: nil)
    try correct(atomically: atomically)
    var watch = FileWatch(try #require(document.seen))
    waitForNews(&watch)
    watch.takeNote()
    #expect(isQuiet(&watch) && !watch.isChanged)
  }

  @Test func changedWhileItIsWatched() throws {
    var watch = FileWatch(SeenFile(file))
    #expect(isQuiet(&watch))
    try correct()
    waitForNews(&watch)
  }

  /// A pipe that nobody writes to would keep the reader for ever.
  @Test func aPipeInItsPlaceIsNotWaitedFor() throws {
    let document = try OpenDocument(file, encoding: nil)
    try FileManager.default.removeItem(atPath: file.text)
    #expect(mkfifo(file.text, 0o600) == 0)
    #expect(throws: Failure.self) { try document.readAgain(encoding: nil) }
  }

  @Test func goneAndBack() throws {
    var watch = FileWatch(SeenFile(file))
    try FileManager.default.removeItem(atPath: file.text)
    #expect(isQuiet(&watch) && watch.isChanged, "changed, but there is nothing to read")
    try correct()
    waitForNews(&watch)
  }
}
