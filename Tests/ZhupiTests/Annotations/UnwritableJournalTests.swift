import BulletinReader
import Foundation
import Glibc
import Testing

/// Where the journal cannot be written the reader says why, keeps what was typed, and saves it once
/// it can.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct UnwritableJournalTests {
  private let library: AnnotatedFolder

  init() throws { library = try AnnotatedFolder() }

  @Test func aJournalBelowAFile() throws {
    try library.write("", to: "plain")
    let reader = try AnnotatingTerminal(
      library, environment: ["ZHUPI_JOURNAL": library.file("plain/journal")])
    try reader.goToClause(2)
    try reader.beginNote("留得住")
    try reader.screen.type("Enter")
    let shown = try reader.screen.wait(for: "plain/journal")
    #expect(shown.contains("留得住"))
    try FileManager.default.removeItem(atPath: library.file("plain"))
    try reader.save()
    let journal = ["ZHUPI_JOURNAL": library.file("plain/journal")]
    let rows = try library.json("annotations", "issue.txt", environment: journal)
    #expect(rows.map { $0["note"]?.string } == ["留得住"])
    // From now on it hears of others.
    let words = ["annotate", "issue.txt", "--at", "1/4", "--note", "别处来的"]
    #expect(try library.run(words, environment: journal).status == 0)
    try reader.screen.wait(for: "别处来的")
  }

  @Test func aDraftTypedBeforeThereWasAJournalIsKept() throws {
    try library.write("", to: "plain")
    let journal = ["ZHUPI_JOURNAL": library.file("plain/journal")]
    let reader = try AnnotatingTerminal(library, environment: journal)
    try reader.goToClause(2)
    try reader.beginNote("还没有地方放")
    try reader.end(by: SIGTERM)
    try FileManager.default.removeItem(atPath: library.file("plain"))
    let again = try AnnotatingTerminal(library, environment: journal)
    try again.screen.wait(for: "未保存的批注草稿（第二条）")
  }

  /// Limits how large the files may become that a process writes, as a full disk does.
  private func limit(_ process: Int32, bytes: UInt?) throws {
    let words = ["--pid", "\(process)", "--fsize=\(bytes.map(String.init) ?? "unlimited"):"]
    let result = try ChildProcess.run(
      "/usr/bin/prlimit", words, environment: ["PATH": "/usr/bin:/bin"])
    #expect(result.status == 0, "\(result.errors)")
  }

  private func journalSize() throws -> UInt {
    let folder = library.file(".zhupi/journal")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let name = try #require(names.first { $0.hasSuffix(".jsonl") })
    return UInt(try #require(FileManager.default.contents(atPath: folder + "/" + name)).count)
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/prlimit"), "no prlimit"),
    arguments: [0, 40])
  func aFullDisk(room: UInt) throws {
    _ = try library.annotate("--at", "1/1", "--note", "先有的")
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(2)
    try reader.beginNote("写不下也留着")
    let process = try reader.screen.processNumber()
    try limit(process, bytes: try journalSize() + room)
    try reader.screen.type("Enter")
    let shown = try reader.screen.wait(for: "没有写入（")
    #expect(shown.contains("写不下也留着") && shown.contains(".jsonl"))
    #expect(try reader.annotations().count == 1, "what failed is not made")
    try reader.screen.type("Escape")
    try reader.screen.wait("the note closed, or why not") { !$0.contains("Enter 保存") }
    try reader.press("c3", until: "没有写入（")
    try limit(process, bytes: nil)
    try reader.press("gn", until: "写不下也留着")
    try reader.save()
    #expect(try reader.annotations().compactMap { $0["note"]?.string } == ["先有的", "写不下也留着"])
    #expect(try library.drafts().isEmpty)
  }

  @Test func aLockThatAnotherHolds() throws {
    _ = try library.annotate("--at", "1/1", "--note", "先有的")
    let lock = open(library.statePath + "/writer.lock", O_RDWR | O_CLOEXEC)
    try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    defer { close(lock) }
    let reader = try AnnotatingTerminal(library)
    try reader.screen.wait(for: "先有的")
    try reader.goToClause(2)
    try reader.beginNote("等得起")
    try reader.screen.type("Enter")
    let shown = try reader.screen.wait(for: "另一个 zhupi 一直在写")
    #expect(shown.contains("等得起"))
    flock(lock, LOCK_UN)
    try reader.save()
    #expect(try reader.annotations().compactMap { $0["note"]?.string } == ["先有的", "等得起"])
  }

  @Test func aJournalThatEverybodyMayWriteInto() throws {
    _ = try library.annotate("--at", "1/1", "--note", "先有的")
    let journal = library.file(".zhupi/journal")
    chmod(journal, 0o777)
    #expect(try library.run(["annotations", "issue.txt"]).status == 77)
    let reader = try AnnotatingTerminal(library)
    try reader.screen.wait(for: "任何人都可以写入这个文件夹")
    try reader.goToClause(2)
    try reader.beginNote("改好权限再存")
    try reader.screen.type("Enter")
    let shown = try reader.screen.wait(for: "chmod 700")
    #expect(shown.contains("改好权限再存"))
    chmod(journal, 0o700)
    try reader.save()
    #expect(try reader.annotations().count == 2)
  }

  @Test func aJournalThatBecomesOpenToEverybodyWhileItIsRead() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(2)
    try reader.note("先有的")
    chmod(library.file(".zhupi/journal"), 0o777)
    try reader.beginNote("改好权限再存")
    try reader.screen.type("Enter")
    let shown = try reader.screen.wait(for: "chmod 700")
    #expect(shown.contains("改好权限再存"))
    chmod(library.file(".zhupi/journal"), 0o700)
    try reader.save()
    #expect(try reader.annotations().count == 2)
  }

  /// What the journal last told of is found in the corrected text though it is refused now.
  @Test func aCorrectedFileBesideARefusedJournal() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(4)
    try reader.note("先有的")
    chmod(library.file(".zhupi/journal"), 0o777)
    let corrected = AnnotatedFolder.issue.replacing("第二条 ", with: "新的一段文字。\n第二条 ")
    try library.write(corrected, to: "issue.txt")
    try reader.screen.wait("the new text with the card") {
      $0.contains("新的一段文字") && $0.contains("先有的")
    }
    try reader.press("gg]h", until: "┃ 第四条")
    chmod(library.file(".zhupi/journal"), 0o700)
    try reader.press("c3", until: "颜色：碧")
  }

  /// Where nothing can be kept, leaving says so first.
  @Test func aDraftThatCannotBeKeptIsNotLeftWithoutAWord() throws {
    let reader = try AnnotatingTerminal(library, environment: ["HOME": ""])
    try reader.goToClause(2)
    try reader.beginNote("没有地方放")
    try reader.screen.wait(for: "HOME")
    try reader.screen.type("Escape")
    try reader.screen.wait("the note closed") { !$0.contains("Enter 保存") }
    try reader.press("q", until: "草稿没有存下")
    try reader.screen.typeText("j")
    try reader.screen.wait("the question gone") { !$0.contains("草稿没有存下") }
    try reader.press("q", until: "草稿没有存下")
    try reader.press("q", until: "ended by 0")
  }

  @Test func damageAndNewerRecordsAreToldOnce() throws {
    _ = try library.annotate("--at", "1/1", "--note", "先有的")
    try library.write(
      "{\"v\":1,\"seq\":1,\nnoise\u{0}\n{\"v\":9,\"seq\":2,\"do\":\"dream\"}\n",
      to: ".zhupi/journal/other.jsonl")
    let reader = try AnnotatingTerminal(library)
    try reader.screen.wait("both remarks") {
      $0.contains("有 1 条记录来自更新的版本") && $0.contains("处损坏")
    }
    try reader.goToClause(2)
    try reader.note("照常")
    try reader.screen.wait(for: "先有的")
    #expect(try reader.annotations().count == 2)
  }

  @Test func aDraftIsOfferedWhateverElseThereIsToSay() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(2)
    try reader.beginNote("写到一半")
    try reader.end(by: SIGTERM)
    try library.write("noise\n", to: ".zhupi/journal/other.jsonl")
    let again = try AnnotatingTerminal(library)
    try again.screen.wait("damage and draft") { $0.contains("处损坏") && $0.contains("草稿") }
  }

  @Test func aJournalTakenAwayAndPutBackIsReadAgain() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(2)
    try reader.note("先有的")
    let manager = FileManager.default
    try manager.moveItem(atPath: library.file(".zhupi/journal"), toPath: library.file("aside"))
    let shown = try reader.screen.wait(for: "批注库不见了")
    #expect(shown.contains("先有的"), "what was read stays in sight")
    // Nothing is begun in the place of a journal that may come back.
    try reader.beginNote("等它回来")
    try reader.screen.type("Enter")
    try reader.screen.wait(for: "批注库不见了")
    #expect(!manager.fileExists(atPath: library.file(".zhupi/journal")))
    try manager.moveItem(atPath: library.file("aside"), toPath: library.file(".zhupi/journal"))
    try reader.save()
    let notes = try reader.annotations().map { $0["note"]?.string }
    #expect(Set(notes) == ["先有的", "等它回来"], "of one place, made in one moment of the test's clock")
  }
}
