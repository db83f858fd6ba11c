import Foundation
import Glibc
import Testing

@testable import AnnotationJournal

/// Promises 2, 3, 6 and 8: what stands in the folder is read for what it is.
@Suite struct FolderTests {
  private static let three = ["一", "二", "三"].enumerated().map { index, note in
    line(index == 0 ? "annotate" : "edit", seq: index + 1, set: "\"note\":\"\(note)\"") + "\n"
  }

  @Test func aFileCutAnywhereLoads() throws {
    let scratch = try ScratchFolder()
    let bytes = Array(Self.three.joined().utf8)
    for cut in stride(from: 0, through: bytes.count, by: 3) {
      try scratch.write(Array(bytes[..<cut]), "a.jsonl")
      let folder = try scratch.folder()
      let whole = bytes[..<cut].count { $0 == 0x0A }
      let isWhole = cut == 0 || bytes[cut - 1] == 0x0A
      let isUnended = !isWhole && bytes[cut] == 0x0A
      #expect(folder.journal.recordCount == whole + (isUnended ? 1 : 0))
      let torn = [JournalProblem("a.jsonl", .tornTail(whole + 1))]
      #expect(folder.check() == (isWhole || isUnended ? [] : torn))
    }
  }

  @Test func aDamagedLineCostsItselfAlone() throws {
    let scratch = try ScratchFolder()
    for damage in ["", "\u{0}\u{0}", "<<<<<<< HEAD", "{\"v\":1", "\u{FFFD}}"] {
      let text = Self.three[0] + damage + "\n" + Self.three[1] + Self.three[2]
      try scratch.write(text, "a.jsonl")
      let folder = try scratch.folder()
      #expect(folder.journal.annotation("A")?.note == "三")
      let wanted = damage.isEmpty ? [] : [JournalProblem("a.jsonl", .damagedLine(2))]
      #expect(folder.check() == wanted)
      #expect(try scratch.read("a.jsonl") == Array(text.utf8))
    }
  }

  /// Where a disk lost what came before, zeros stand in its place on the same line.
  @Test func aRecordBehindZerosCounts() throws {
    let scratch = try ScratchFolder()
    try scratch.write(Self.three[0] + "{\"v\"\u{0}\u{0}" + Self.three[1], "a.jsonl")
    let folder = try scratch.folder()
    #expect(folder.journal.annotation("A")?.note == "二")
    #expect(folder.check() == [JournalProblem("a.jsonl", .damagedLine(2))])
  }

  @Test(arguments: [
    "a.sync-conflict-20261120-080000-ABCDEFG.jsonl", "a (conflicted copy 2026-11-20).jsonl",
    "a 2.jsonl", "a~2.jsonl", "a~2.sync-conflict-20261120-080000-ABCDEFG.jsonl", "a (1).jsonl",
  ]) func copiesAreMoreRecordsOfTheirWriter(_ name: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write(Self.three[0] + Self.three[1], "a.jsonl")
    try scratch.write(Self.three[1] + Self.three[2], name)
    try scratch.write("junk", ".hidden.jsonl")
    try scratch.write("junk", "notes.txt")
    let folder = try scratch.folder()
    #expect(folder.journal.annotation("A")?.note == "三")
    #expect(folder.journal.recordCount == 3 && folder.check().isEmpty)
  }

  @Test func aJournalOfOthersOrOpenToAllIsRefused() throws {
    let scratch = try ScratchFolder()
    try scratch.write(Self.three[0], "a.jsonl")
    let path = scratch.journal.description
    chmod(path, 0o770)
    #expect(try scratch.folder().fileProblems.map(\.kind) == [.groupWritable])
    chmod(path, 0o777)
    #expect(throws: JournalError.notAllowed(scratch.journal, .openToTheWorld)) {
      try scratch.folder()
    }
    chmod(path, 0o700)
    var surroundings = Surroundings.ofProcess()
    surroundings.user += 1
    #expect(throws: JournalError.notAllowed(scratch.journal, .anotherOwner(geteuid()))) {
      try JournalFolder(scratch.journal, surroundings: surroundings)
    }
    try scratch.write(Self.three[0], "a.jsonl")
    let file = scratch.journal.appending("a.jsonl")
    #expect(throws: JournalError.notAllowed(file, .notAFolder)) { try JournalFolder(file) }
  }

  @Test func aLinkedFolderIsFineAndALinkedFileIsNot() throws {
    let scratch = try ScratchFolder()
    try scratch.write(Self.three[0], "a.jsonl")
    let link = scratch.path.appending("link")
    symlink(scratch.journal.description, link.description)
    #expect(try JournalFolder(link).journal.recordCount == 1)
    symlink("a.jsonl", scratch.journal.appending("b.jsonl").description)
    mkfifo(scratch.journal.appending("c.jsonl").description, 0o600)
    let folder = try scratch.folder()
    #expect(folder.journal.recordCount == 1)
    #expect(
      folder.check() == [JournalProblem("b.jsonl", .link), JournalProblem("c.jsonl", .notAFile)])
    // The writer's own file as a link is not written through.
    let writer = try scratch.writer()
    try writer.append([.annotate("B", [])], by: "甲")
    let own = scratch.journal.appending("\(try #require(writer.name)).jsonl")
    rename(own.description, scratch.path.appending("elsewhere").description)
    symlink("../elsewhere", own.description)
    #expect(throws: JournalError.notAllowed(own, .link)) {
      try writer.append([.remove("B")], by: "甲")
    }
  }

  @Test func whatIsNotThereIsAnEmptyJournalAndStaysSo() throws {
    let scratch = try ScratchFolder()
    let folder = try scratch.folder()
    #expect(folder.journal.annotations.isEmpty && folder.check().isEmpty)
    #expect(try SystemDisk().status(at: scratch.journal, followingLinks: true) == nil)
  }

  /// Promise 4: the other's change is there without a restart, and only what was added is read.
  @Test func whatOthersAddIsReadAndTold() throws {
    let scratch = try ScratchFolder()
    try scratch.write(Self.three[0], "a.jsonl")
    let disk = WatchedDisk()
    let folder = try JournalFolder(scratch.journal, disk: disk)
    disk.forget()
    #expect(try folder.refresh() == [] && disk.bytesRead == 0)
    try scratch.append(Self.three[1], "a.jsonl")
    #expect(try folder.refresh() == [AnnotationEvent(kind: .changed, id: "A")])
    #expect(disk.bytesRead == Self.three[1].utf8.count + 64)
    let other = line("annotate", "B", seq: 1) + "\n" + line("remove", "A", seq: 2, clock: 9) + "\n"
    try scratch.append(other, "b.jsonl")
    #expect(
      try folder.refresh() == [
        AnnotationEvent(kind: .removed, id: "A"), AnnotationEvent(kind: .added, id: "B"),
      ])
  }

  @Test func aFileThatWasReplacedOrTakenAwayIsReadAnew() throws {
    let scratch = try ScratchFolder()
    try scratch.write(Self.three.joined(), "a.jsonl")
    let folder = try scratch.folder()
    try scratch.write(Self.three[0], "a.jsonl")
    #expect(try folder.refresh() == [AnnotationEvent(kind: .changed, id: "A")])
    #expect(folder.journal.annotation("A")?.note == "一")
    try scratch.write(Self.three[0].replacing("一", with: "另") + Self.three[1], "a.jsonl")
    _ = try folder.refresh()
    #expect(folder.journal.recordCount == 2 && folder.journal.annotation("A")?.note == "二")
    unlink(scratch.journal.appending("a.jsonl").description)
    #expect(try folder.refresh() == [AnnotationEvent(kind: .removed, id: "A")])
    #expect(folder.check().isEmpty)
  }

  @Test func aByteOrderMarkCostsNoRecord() throws {
    let scratch = try ScratchFolder()
    try scratch.write("\u{FEFF}" + Self.three.joined(), "a.jsonl")
    let folder = try scratch.folder()
    #expect(folder.journal.recordCount == 3 && folder.check().isEmpty)
  }

  /// The same file, grown, with other lines where the old ones stood.
  @Test func aFileThatWasWrittenOverInPlaceIsReadAnew() throws {
    let scratch = try ScratchFolder()
    try scratch.write(Self.three[0], "a.jsonl")
    let folder = try scratch.folder()
    let file = try #require(
      FileHandle(forUpdatingAtPath: scratch.journal.appending("a.jsonl").description))
    let other =
      Self.three[0].replacing("一", with: "另") + Self.three[1].replacing("\"A\"", with: "\"B\"")
    try file.write(contentsOf: Data(other.utf8))
    try file.close()
    _ = try folder.refresh()
    #expect(folder.journal.annotation("A")?.note == "另" && folder.journal.recordCount == 2)
  }

  @Test func aTornLineThatIsCompletedCounts() throws {
    let scratch = try ScratchFolder()
    let cut = Self.three[1].utf8.count / 2
    let bytes = Array(Self.three[1].utf8)
    try scratch.write(Array(Self.three[0].utf8) + bytes[..<cut], "a.jsonl")
    let folder = try scratch.folder()
    #expect(folder.check().map(\.kind) == [.tornTail(2)])
    try scratch.append(bytes[cut...], "a.jsonl")
    _ = try folder.refresh()
    #expect(folder.journal.annotation("A")?.note == "二" && folder.check().isEmpty)
  }

  /// Notices come through a descriptor that can be polled.
  @Test func theWatchNoticesWhatIsAdded() throws {
    let scratch = try ScratchFolder()
    let watch = FolderWatch(scratch.journal)
    let descriptor = try #require(watch.descriptor)
    try scratch.write(Self.three[0], "a.jsonl")
    #expect(watch.drain())
    #expect(!watch.drain())
    try scratch.append(Self.three[1], "a.jsonl")
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&wait, 1, 1000) == 1)
    #expect(watch.drain())
  }
}

extension ScratchFolder {
  /// Adds to a file of the journal.
  fileprivate func append(_ text: String, _ name: String) throws {
    try append(Array(text.utf8)[...], name)
  }

  fileprivate func append(_ bytes: ArraySlice<UInt8>, _ name: String) throws {
    let disk = SystemDisk()
    let file = try disk.open(journal.appending(name), .append)
    defer { disk.close(file) }
    #expect(try disk.write(bytes, to: file) == bytes.count)
  }
}
