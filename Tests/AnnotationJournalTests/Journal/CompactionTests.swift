import Testing

@testable import AnnotationJournal

/// Promise 5: compaction keeps the meaning, whatever others write meanwhile.
@Suite struct CompactionTests {
  private static func lines(_ random: inout SeededRandom, count: Int) -> [String] {
    (1...count).map { seq in
      let sets = [
        "\"note\":\"\(seq)\"", "\"color\":\"\(seq)\"", "\"tag.x\":true", "\"tag.x\":null",
        "\"note\":\"\(seq)\",\"color\":null", "\"later\":\(seq)",
      ]
      let actions = ["annotate", "edit", "edit", "edit", "remove", "restore"]
      return line(
        actions[random.below(actions.count)], "A\(random.below(4))", seq: seq,
        clock: seq + random.below(2), set: sets[random.below(sets.count)], at: "t\(seq)",
        more: random.once(in: 12) ? ",\"unknown\":1" : "")
    }
  }

  private static func text(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(arguments: 0..<UInt64(60))
  func theMeaningStaysWithAnyOthers(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let own = Self.lines(&random, count: 60)
    let compaction = Compaction(
      [
        Array(own[..<30].map { $0 + "\n" }.joined().utf8),
        Array(own[28...].map { $0 + "\n" }.joined().utf8),
      ], of: "own", beside: [])
    let compacted = Self.text(compaction.bytes)
    #expect(compacted.count < own.count && compaction.dropped > 0)
    for _ in 0..<5 {
      let others = Self.lines(&random, count: 20)
      let name = random.once(in: 2) ? "a" : "z"
      let before = Journal([("own", own), (name, others)])
      let after = Journal([(name, others), ("own", compacted)])
      #expect(before.annotations == after.annotations)
      #expect(before.highestClock == after.highestClock)
      #expect(after.numberingProblems.isEmpty)
      // Old files that come back say nothing new.
      let both = Journal([("own", compacted), ("own", own), (name, others)])
      #expect(both.annotations == before.annotations)
    }
    #expect(Self.text(Compaction([compaction.bytes], of: "a", beside: []).bytes) == compacted)
  }

  @Test func whatIsNotUnderstoodOrDamagedStays() {
    let strange = [
      #"{"v":2,"seq":2,"clock":2,"do":"annotate","id":"A"}"#, line("reply", "A", seq: 3),
      line(seq: 4, set: #""note":"四","thread.1":{}"#), "not a record",
      line(seq: 5, more: #","w":1"#),
    ]
    let edits = (6...40).map { line(seq: $0, set: "\"note\":\"\($0)\"") }
    let file = ([line("annotate", seq: 1)] + strange + edits).map { $0 + "\n" }.joined()
    let kept = Self.text(Compaction([Array(file.utf8)], of: "a", beside: []).bytes)
    #expect(kept.first == #"{"do":"compacted","through":30,"v":1}"#)
    for line in strange { #expect(kept.contains(line)) }
    // The first, the last ten and the one before them.
    #expect(kept.count == 1 + 1 + strange.count + 11)
  }

  @Test func theFilesBecomeOne() throws {
    let scratch = try ScratchFolder()
    let writer = try scratch.writer()
    try writer.append([.annotate("A", [.note("零")])], by: "甲")
    for number in 1...30 { try writer.append([.edit("A", [.note("\(number)")])], by: "甲") }
    let name = try #require(writer.name)
    try scratch.write(line(seq: 32, set: #""color":"jade""#), "\(name)~2.jsonl")
    let reader = try scratch.writer()
    let before = reader.folder.journal.annotations
    let report = try writer.compact()
    #expect(report.dropped > 15 && report.bytesAfter < report.bytesBefore)
    #expect(writer.folder.journal.annotations == before)
    #expect(try scratch.folder().journal.annotations == before)
    #expect(try scratch.folder().check().isEmpty)
    // Another reader of the same writer, open all the while, goes on where the new file ends.
    _ = try writer.folder.refresh()
    let places = try reader.append([.edit("A", [.note("后")])], by: "甲")
    #expect(places.map(\.seq) == [33])
    #expect(try writer.folder.refresh() == [AnnotationEvent(kind: .changed, id: "A")])
    #expect(try scratch.folder().check().isEmpty)
    #expect(try scratch.folder().journal.annotation("A")?.note == "后")
    #expect(try scratch.permissions(scratch.journal.appending("\(name).jsonl")) == 0o600)
  }

  /// A writer of thirty changes, its name, and the disk that it is on.
  private func worthCompacting(
    _ scratch: ScratchFolder
  ) throws -> (disk: WatchedDisk, writer: JournalWriter, name: String) {
    let disk = WatchedDisk()
    let writer = JournalWriter(
      try JournalFolder(scratch.journal, disk: disk), stateFolder: scratch.state)
    for number in 1...30 { try writer.append([.edit("A", [.note("\(number)")])], by: "甲") }
    return (disk, writer, try #require(writer.name))
  }

  @Test func theNewFileIsSyncedAndReadBackBeforeItTakesTheName() throws {
    let scratch = try ScratchFolder()
    let (disk, writer, name) = try worthCompacting(scratch)
    disk.forget()
    _ = try writer.compact()
    let wanted = [
      "write .\(name).compacted", "sync .\(name).compacted", "rename to \(name).jsonl",
      "sync folder journal",
    ]
    #expect(disk.calls.filter(wanted.contains).prefix(4) == wanted[...])
    #expect(disk.bytesRead > 0)
  }

  @Test func aNewFileThatReadsBackOtherwiseIsGivenUp() throws {
    let scratch = try ScratchFolder()
    let (disk, writer, name) = try worthCompacting(scratch)
    let before = try scratch.read("\(name).jsonl")
    disk.tamper = { file, bytes in
      file == ".\(name).compacted" ? bytes.map { $0 == 0x30 ? 0x31 : $0 } : bytes
    }
    #expect(throws: JournalError.self) { try writer.compact() }
    #expect(try scratch.read("\(name).jsonl") == before)
  }

  @Test(arguments: ["write", "sync", "rename"])
  func whereItFailsTheOldFileStands(_ call: String) throws {
    let scratch = try ScratchFolder()
    let (disk, writer, name) = try worthCompacting(scratch)
    let before = try scratch.read("\(name).jsonl")
    disk.failure = { $0.hasPrefix(call) ? 5 : nil }
    #expect(throws: JournalError.self) { try writer.compact() }
    #expect(try scratch.read("\(name).jsonl") == before)
  }
}
