import Foundation
import Glibc
import Testing

@testable import AnnotationJournal

/// Promises 1, 4, 6 and 7, on the real disk.
@Suite struct WritingTests {
  private func watched(_ scratch: ScratchFolder) throws -> (WatchedDisk, JournalWriter) {
    let disk = WatchedDisk()
    let folder = try JournalFolder(scratch.journal, disk: disk)
    return (disk, JournalWriter(folder, stateFolder: scratch.state))
  }

  @Test func aChangeIsOneWriteThenSyncedWithItsName() throws {
    let scratch = try ScratchFolder()
    let (disk, writer) = try watched(scratch)
    try writer.append([.annotate("A", [.note("记")])], by: "甲")
    let file = try #require(writer.name) + ".jsonl"
    let wanted = ["append to \(file)", "write \(file)", "sync \(file)", "sync folder journal"]
    #expect(disk.calls.suffix(4) == wanted[...])
    disk.forget()
    try writer.append([.edit("A", [.note("改")])], by: "甲")
    #expect(disk.calls == wanted)
    let text = String(decoding: try scratch.read(file), as: UTF8.self)
    #expect(text.split(separator: "\n").count == 2 && text.hasSuffix("}}\n"))
  }

  @Test func recordsHaveTheFormOfTheFormat() throws {
    let scratch = try ScratchFolder()
    var surroundings = Surroundings.ofProcess()
    surroundings.now = { 1_795_161_600_123 }
    let folder = try JournalFolder(scratch.journal, surroundings: surroundings)
    let writer = JournalWriter(folder, stateFolder: scratch.state)
    try scratch.write(line(seq: 1, clock: 1092) + "\n", "other.jsonl")
    try writer.append(
      [.annotate("B", [.note("a\"\u{1B}"), .tag("算力", true), .status(nil)]), .remove("B")],
      by: "王")
    let file = try #require(writer.name) + ".jsonl"
    let lines = String(decoding: try scratch.read(file), as: UTF8.self).split(separator: "\n")
    #expect(
      lines == [
        #"{"v":1,"seq":1,"clock":1093,"at":"2026-11-20T08:00:00.123Z","by":"王","do":"annotate","id":"B","set":{"note":"a\"\u001b","tag.算力":true,"followUp.status":null}}"#,
        #"{"v":1,"seq":2,"clock":1094,"at":"2026-11-20T08:00:00.123Z","by":"王","do":"remove","id":"B","set":{"removed":true}}"#,
      ])
  }

  @Test func filesAndFoldersAreForThisUserAlone() throws {
    let scratch = try ScratchFolder()
    let old = umask(0)
    defer { umask(old) }
    let writer = try scratch.writer()
    try writer.append([.annotate("A", [])], by: "甲")
    let file = try #require(writer.name) + ".jsonl"
    #expect(try scratch.permissions(scratch.journal) == 0o700)
    #expect(try scratch.permissions(scratch.state) == 0o700)
    #expect(try scratch.permissions(scratch.journal.appending(file)) == 0o600)
    #expect(try scratch.permissions(scratch.state.appending("writer")) == 0o600)
  }

  @Test func aTornLineStaysAndTheNextBeginsANewOne() throws {
    let scratch = try ScratchFolder()
    let writer = try scratch.writer()
    try writer.append([.annotate("A", [.note("一")])], by: "甲")
    let file = try #require(writer.name) + ".jsonl"
    let whole = try scratch.read(file)
    let torn = whole + Array(line(seq: 2).utf8.dropLast(5))
    try scratch.write(torn, file)
    #expect(try scratch.folder().check() == [JournalProblem(file, .tornTail(2))])
    #expect(try scratch.read(file) == torn)
    let places = try scratch.writer().append([.edit("A", [.note("二")])], by: "甲")
    #expect(places.map(\.seq) == [2])
    let after = try scratch.read(file)
    #expect(after.starts(with: torn + [0x0A]))
    let folder = try scratch.folder()
    #expect(folder.journal.annotation("A")?.note == "二")
    #expect(folder.check() == [JournalProblem(file, .damagedLine(2))])
  }

  /// Promise 4: the lock is bounded in time, and gone with its holder.
  @Test func anotherHolderIsWaitedForAndNotForEver() throws {
    let scratch = try ScratchFolder()
    var surroundings = Surroundings.ofProcess()
    var waited = 0
    surroundings.pause = { waited += $0 }
    let folder = try JournalFolder(scratch.journal, surroundings: surroundings)
    let writer = JournalWriter(folder, stateFolder: scratch.state)
    try writer.append([.annotate("A", [])], by: "甲")
    let disk = SystemDisk()
    let lock = scratch.state.appending("writer.lock")
    let held = try disk.open(lock, .lock)
    #expect(try disk.lock(held))
    #expect(throws: JournalError.locked(lock)) { try writer.append([.remove("A")], by: "甲") }
    #expect((1000...10_000).contains(waited))
    disk.close(held)
    try writer.append([.remove("A")], by: "甲")
  }

  /// A program that was killed while it held the lock is no obstacle, and what it had
  /// acknowledged is there.
  @Test func aKilledHolderDoesNotBlock() async throws {
    let scratch = try ScratchFolder()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = scratch.path.description as String] in
      let base = DiskPath(path)
      let state = base.appending("state")
      let folder = try JournalFolder(base.appending("journal"))
      try JournalWriter(folder, stateFolder: state).append([.annotate("A", [])], by: "甲")
      let lock = try SystemDisk().open(state.appending("writer.lock"), .lock)
      _ = try SystemDisk().lock(lock)
      kill(getpid(), SIGKILL)
    }
    var surroundings = Surroundings.ofProcess()
    surroundings.pause = { _ in Issue.record("waits for a dead holder") }
    let folder = try JournalFolder(scratch.journal, surroundings: surroundings)
    #expect(folder.journal.annotation("A") != nil)
    try JournalWriter(folder, stateFolder: scratch.state).append([.remove("A")], by: "甲")
  }

  /// Under the lock the file is checked to be still the one that is open: another program may have
  /// compacted it, and what goes into the old one is seen by nobody.
  @Test func aFileThatWasReplacedWhileItWasWrittenIsWrittenAgain() throws {
    let scratch = try ScratchFolder()
    let (disk, writer) = try watched(scratch)
    try writer.append([.annotate("A", [.note("一")])], by: "甲")
    let name = try #require(writer.name) + ".jsonl"
    let before = try scratch.read(name)
    var isDone = false
    disk.failure = { call in
      guard call == "sync \(name)", !isDone else { return nil }
      isDone = true
      unlink(scratch.journal.appending(name).description)
      try? scratch.write(before, name)
      return nil
    }
    try writer.append([.edit("A", [.note("二")])], by: "甲")
    #expect(isDone)
    #expect(try scratch.folder().journal.annotation("A")?.note == "二")
    #expect(try scratch.folder().check().isEmpty)
  }

  /// A lock on a file that lost its name locks nobody out.
  @Test func aLockFileThatWasTakenAwayIsTakenAnew() throws {
    let scratch = try ScratchFolder()
    let (disk, writer) = try watched(scratch)
    try writer.append([.annotate("A", [])], by: "甲")
    let lock = scratch.state.appending("writer.lock")
    var others: DiskFile?
    disk.failure = { call in
      if call == "lock writer.lock", others == nil {
        // Between opening it and locking it.
        unlink(lock.description)
        others = try? SystemDisk().open(lock, .lock)
        if let others { #expect((try? SystemDisk().lock(others)) == true) }
      }
      return nil
    }
    #expect(throws: JournalError.locked(lock)) { try writer.append([.remove("A")], by: "甲") }
    if let others { SystemDisk().close(others) }
    try writer.append([.remove("A")], by: "甲")
  }

  @Test func aLinkInThePlaceOfAFileIsNotFollowed() throws {
    let scratch = try ScratchFolder()
    try scratch.write("", "target")
    let link = scratch.journal.appending("link.jsonl")
    #expect(symlink(scratch.journal.appending("target").description, link.description) == 0)
    for mode in [OpenMode.read, .append, .lock] {
      #expect(throws: DiskError(ELOOP, link)) { try SystemDisk().open(link, mode) }
    }
    #expect(throws: DiskError(EEXIST, link)) { try SystemDisk().open(link, .create) }
  }

  @Test func programsOfOneWriterLoseNothingOfEachOthers() async throws {
    let scratch = try ScratchFolder()
    let (journal, state) = (scratch.journal, scratch.state)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for program in 0..<2 {
        group.addTask {
          let writer = JournalWriter(try JournalFolder(journal), stateFolder: state)
          for number in 0..<40 {
            try writer.append([.annotate("P\(program)N\(number)", [.note("记")])], by: "甲")
          }
        }
      }
      try await group.waitForAll()
    }
    let folder = try scratch.folder()
    #expect(folder.journal.annotations.count == 80 && folder.check().isEmpty)
    #expect(folder.files.count == 1)
  }

  @Test func theJournalsLengthDoesNotMatterToAnAppend() throws {
    let scratch = try ScratchFolder()
    let lines = (1...5000).map { line("annotate", "A\($0)", seq: $0) + "\n" }.joined()
    try scratch.write(lines, "other.jsonl")
    let (disk, writer) = try watched(scratch)
    try writer.append([.annotate("B", [])], by: "甲")
    disk.forget()
    try writer.append([.edit("B", [.note("记")])], by: "甲")
    #expect(disk.bytesRead < 2000)
  }

  /// Promise 7.
  @Test func afterAFailedSyncTheRecordGoesToANewSegment() throws {
    let scratch = try ScratchFolder()
    let (disk, writer) = try watched(scratch)
    try writer.append([.annotate("A", [.note("一")])], by: "甲")
    let name = try #require(writer.name)
    disk.failure = { $0 == "sync \(name).jsonl" ? EIO : nil }
    disk.forget()
    try writer.append([.edit("A", [.note("二")])], by: "甲")
    #expect(disk.calls.count { $0 == "sync \(name).jsonl" } == 1)
    #expect(disk.calls.suffix(2) == ["sync \(name)~2.jsonl", "sync folder journal"])
    #expect(writer.unsaved.isEmpty)
    // Other programs go on in the new segment as well.
    try scratch.writer().append([.edit("A", [.note("三")])], by: "甲")
    let folder = try scratch.folder()
    #expect(folder.check().isEmpty && folder.journal.annotation("A")?.note == "三")
    #expect(String(decoding: try scratch.read("\(name)~2.jsonl"), as: UTF8.self).contains("三"))
  }

  @Test func whatCannotBeSavedStaysMarkedUntilItIs() throws {
    let scratch = try ScratchFolder()
    let (disk, writer) = try watched(scratch)
    try writer.append([.annotate("A", [.note("一")])], by: "甲")
    let name = try #require(writer.name)
    disk.failure = { $0.hasPrefix("sync \(name)") ? EIO : nil }
    let change = Change.edit("A", [.note("二")])
    #expect(throws: JournalError.notSaved(DiskError(EIO, DiskPath("\(name).jsonl")))) {
      try writer.append([change], by: "甲")
    }
    #expect(writer.unsaved.map(\.change) == [change])
    #expect(throws: JournalError.self) { try writer.saveUnsaved() }
    #expect(writer.unsaved.map(\.change) == [change])
    disk.failure = { _ in nil }
    let places = try writer.append([.edit("A", [.color("jade")])], by: "甲")
    #expect(writer.unsaved.isEmpty && places.map(\.seq) == [3])
    let folder = try scratch.folder()
    #expect(folder.check().isEmpty && folder.journal.annotation("A")?.note == "二")
  }

  /// A change that would not come behind all others must not be called made.
  @Test func behindTheHighestClockNothingIsWritten() throws {
    let scratch = try ScratchFolder()
    let writer = try scratch.writer()
    try writer.append([.annotate("A", [.note("一")])], by: "甲")
    try scratch.write(
      line(seq: 1, clock: Journal.highestNumber, set: "\"note\":\"远\"") + "\n", "z.jsonl")
    #expect(throws: JournalError.numbersExhausted(scratch.journal)) {
      try writer.append([.edit("A", [.note("二")])], by: "甲")
    }
    try scratch.write("", "z.jsonl")
    try writer.append([.edit("A", [.note("三")])], by: "甲")
    #expect(writer.folder.journal.annotation("A")?.note == "三")
  }

  @Test(arguments: [ENOSPC, EDQUOT, EIO])
  func whatCannotBeWrittenIsNotMade(_ code: Int32) throws {
    let scratch = try ScratchFolder()
    let (disk, writer) = try watched(scratch)
    try writer.append([.annotate("A", [.note("一")])], by: "甲")
    let name = try #require(writer.name)
    disk.failure = { $0 == "write \(name).jsonl" ? code : nil }
    let error = DiskError(code, DiskPath("\(name).jsonl"))
    #expect(throws: JournalError.cannotWrite(error, made: 0)) {
      try writer.append([.edit("A", [.note("二")])], by: "甲")
    }
    #expect(writer.folder.journal.annotation("A")?.note == "一" && writer.unsaved.isEmpty)
    disk.failure = { _ in nil }
    #expect(try writer.append([.edit("A", [.note("三")])], by: "甲").map(\.seq) == [2])
  }
}
