import Foundation
import Glibc
import Testing

@testable import AnnotationJournal

/// Editions are kept once and lastingly; promise 9: what is being typed is kept.
@Suite struct KeepingTests {
  private static let text = Array("数据要素".utf8)

  private static func edition(_ text: [UInt8]) throws -> Edition {
    let digits = Array("0123456789abcdef".utf8)
    let hash = SecureHash.digest(of: text).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return try #require(Edition(id: "n1-" + String(decoding: hash, as: UTF8.self)))
  }

  @Test func anEditionIsOnTheDiskBeforeItReturnsAndIsWrittenOnce() throws {
    let scratch = try ScratchFolder()
    let disk = WatchedDisk()
    let writer = JournalWriter(
      try JournalFolder(scratch.journal, disk: disk), stateFolder: scratch.state)
    let edition = try Self.edition(Self.text)
    try writer.keep(edition, text: Self.text)
    let name = "\(edition.id).txt"
    let renamed = try #require(disk.calls.firstIndex(of: "rename to \(name)"))
    let synced = try #require(disk.calls.firstIndex { $0.hasPrefix("sync .\(name)") })
    #expect(synced < renamed && disk.calls[renamed + 1] == "sync folder editions")
    #expect(disk.calls.contains("sync folder journal"))
    #expect(try scratch.read("editions/\(name)") == Self.text)
    #expect(try scratch.permissions(scratch.journal.appending("editions")) == 0o700)
    disk.forget()
    try writer.keep(edition, text: Self.text)
    #expect(disk.calls.isEmpty)
    let again = JournalWriter(
      try JournalFolder(scratch.journal, disk: disk), stateFolder: scratch.state)
    try again.keep(edition, text: Self.text)
    #expect(!disk.calls.contains { $0.hasPrefix("write") })
    #expect(again.folder.text(of: edition) == Self.text)
  }

  @Test func anEditionThatWasDamagedIsNotShownAndIsMended() throws {
    let scratch = try ScratchFolder()
    let edition = try Self.edition(Self.text)
    try scratch.writer().keep(edition, text: Self.text)
    try scratch.write(Array(Self.text.dropLast()), "editions/\(edition.id).txt")
    let writer = try scratch.writer()
    #expect(writer.folder.text(of: edition) == nil)
    try writer.keep(edition, text: Self.text)
    #expect(writer.folder.text(of: edition) == Self.text)
  }

  @Test(arguments: ["editions", ""]) func anEditionThatWasTakenAwayIsKeptAgain(folder: String)
    throws
  {
    let scratch = try ScratchFolder()
    let edition = try Self.edition(Self.text)
    let writer = try scratch.writer()
    try writer.keep(edition, text: Self.text)
    let gone = folder.isEmpty ? scratch.journal : scratch.journal.appending(folder)
    try FileManager.default.removeItem(atPath: gone.description)
    try writer.keep(edition, text: Self.text)
    #expect(writer.folder.text(of: edition) == Self.text)
  }

  @Test func anEditionThatCannotBeKeptIsNotCalledKept() throws {
    let scratch = try ScratchFolder()
    let disk = WatchedDisk()
    let writer = JournalWriter(
      try JournalFolder(scratch.journal, disk: disk), stateFolder: scratch.state)
    let edition = try Self.edition(Self.text)
    disk.failure = { $0.hasPrefix("write .n1") ? ENOSPC : nil }
    #expect(throws: JournalError.self) { try writer.keep(edition, text: Self.text) }
    #expect(writer.folder.text(of: edition) == nil)
    disk.failure = { _ in nil }
    try writer.keep(edition, text: Self.text)
    #expect(writer.folder.text(of: edition) == Self.text)
  }

  @Test func aDraftIsOfferedAgain() throws {
    let scratch = try ScratchFolder()
    let drafts = DraftFolder(stateFolder: scratch.state)
    #expect(drafts.all().isEmpty)
    let target = Target(
      document: "D", edition: try Self.edition(Self.text), position: 0..<4,
      quote: .init(exact: "数据", prefix: "", suffix: "要素", count: 1),
      structure: .init(article: "", path: ["第一条"], offset: 0))
    try drafts.save(Draft(key: "动态 120", text: "写到一"))
    try drafts.save(
      Draft(key: "动态 120", text: "写到一半\n", target: target, former: "旧", path: "/a/\"b"))
    try drafts.save(Draft(key: "动态 7", text: "改", annotation: "A"))
    let later = DraftFolder(stateFolder: scratch.state)
    let found = try #require(later.draft("动态 120"))
    #expect(found.path == "/a/\"b" && found.former == "旧")
    #expect(found.text == "写到一半\n" && found.target == target && found.annotation == nil)
    #expect(later.all().map(\.key) == ["动态 120", "动态 7"])
    try later.discard("动态 120")
    try later.discard("动态 120")
    #expect(later.draft("动态 120") == nil && later.all().map(\.annotation) == ["A"])
    #expect(try scratch.permissions(scratch.state.appending("drafts")) == 0o700)
  }

  @Test func aDraftIsReplacedAsAWhole() throws {
    let scratch = try ScratchFolder()
    let disk = WatchedDisk()
    let drafts = DraftFolder(stateFolder: scratch.state, disk: disk)
    try drafts.save(Draft(key: "k", text: "旧"))
    let renamed = try #require(disk.calls.firstIndex { $0.hasPrefix("rename to") })
    #expect(disk.calls[renamed...].contains("sync folder drafts"))
    for call in ["write", "sync .", "rename"] {
      disk.failure = { $0.hasPrefix(call) ? ENOSPC : nil }
      #expect(throws: JournalError.self) { try drafts.save(Draft(key: "k", text: "新")) }
      #expect(drafts.draft("k")?.text == "旧")
    }
  }
}
