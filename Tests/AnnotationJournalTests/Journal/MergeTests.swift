import Testing

@testable import AnnotationJournal

/// The state is a function of the set of records.
@Suite struct MergeTests {
  /// Records of three writers who know little of each other, clocks and fields colliding.
  private static func files(_ random: inout SeededRandom) -> [(writer: String, lines: [String])] {
    ["a", "b", "c"].map { writer in
      let lines = (1...12).map { seq in
        let id = "A\(random.below(4))"
        let value = "\"\(writer)\(seq)\""
        let sets = [
          "\"note\":\(value)", "\"color\":\(value),\"note\":null", "\"tag.x\":true",
          "\"tag.x\":null",
          "\"followUp.status\":\(value),\"followUp.due\":\(value)", "\"later\":{\"k\":\(value)}",
          "\"removed\":true", "\"removed\":null",
        ]
        let actions = ["annotate", "edit", "remove", "restore", "edit"]
        return line(
          actions[random.below(actions.count)], id, seq: seq, clock: random.below(9),
          set: sets[random.below(sets.count)], at: "t\(random.below(5))", by: "\(writer)\(seq)")
      }
      return (writer, lines)
    }
  }

  private static func isSame(_ one: Journal, _ other: Journal) -> Bool {
    one.annotations == other.annotations && one.highestClock == other.highestClock
      && (0..<4).allSatisfy { one.entries(of: "A\($0)") == other.entries(of: "A\($0)") }
      && (0..<4).allSatisfy { one.annotation("A\($0)") == other.annotation("A\($0)") }
  }

  @Test(arguments: 0..<UInt64(60))
  func anyOrderGroupingAndRepetitionGivesTheSame(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let files = Self.files(&random)
    let plain = Journal(files)
    // Every line is a file of its own, some come twice, and all are shuffled.
    var pieces = files.flatMap { file in file.lines.map { (writer: file.writer, lines: [$0]) } }
    for _ in 0..<10 {
      if let piece = pieces.randomElement(using: &random) { pieces.append(piece) }
    }
    #expect(Self.isSame(plain, Journal(pieces.shuffled(using: &random))))
    // Groups read together, one after the other.
    var grouped: [(writer: String, lines: [String])] = []
    for file in files.shuffled(using: &random) {
      let cut = random.below(file.lines.count)
      grouped.append((file.writer, Array(file.lines[cut...])))
      grouped.insert((file.writer, Array(file.lines[..<cut])), at: random.below(grouped.count + 1))
    }
    #expect(Self.isSame(plain, Journal(grouped)))
  }

  @Test(arguments: 0..<UInt64(20))
  func aPrefixOfAFileIsAnEarlierState(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let files = Self.files(&random)
    let bytes = Array(files[0].lines.map { $0 + "\n" }.joined().utf8)
    for cut in stride(from: 0, through: bytes.count, by: 7) {
      var journal = Journal()
      let reading = journal.read(Array(bytes[..<cut]), writer: "a")
      let whole = bytes[..<cut].count { $0 == 0x0A }
      #expect(reading.lines == whole && reading.damaged.isEmpty)
      let lines = Array(files[0].lines.prefix(whole + (reading.tail == .record ? 1 : 0)))
      #expect(Self.isSame(journal, Journal([("a", lines)])))
    }
  }

  @Test func fieldsOfOneAnnotationMergeOneByOne() throws {
    let made = line("annotate", seq: 1, set: #""note":"旧","color":"jade","tag.甲":true"#)
    let mine = line(seq: 2, set: #""note":"新","tag.乙":true"#, by: "甲")
    let theirs = line(seq: 1, clock: 2, set: #""color":"gold","tag.甲":null"#, by: "乙")
    let found = try #require(Journal([("a", [made, mine]), ("b", [theirs])]).annotation("A"))
    #expect(found.note == "新" && found.color == "gold" && found.tags == ["乙"])
    #expect(found.author == "甲")
  }

  /// Clock, then writer, then number, then the bytes of the line.
  @Test func theLastInTheOrderWins() {
    func note(_ files: [(String, [String])]) -> String? {
      Journal(files.map { (writer: $0.0, lines: $0.1) }).annotation("A")?.note
    }
    func record(_ seq: Int, _ clock: Int, _ note: String) -> String {
      line(seq: seq, clock: clock, set: "\"note\":\"\(note)\"")
    }
    #expect(note([("a", [record(9, 5, "低")]), ("b", [record(1, 4, "高")])]) == "低")
    #expect(note([("b", [record(1, 4, "乙")]), ("a", [record(9, 4, "甲")])]) == "乙")
    #expect(note([("a", [record(2, 4, "后"), record(1, 4, "前")])]) == "后")
    #expect(note([("a", [record(1, 4, "b"), record(1, 4, "a")])]) == "b")
  }

  @Test func removingAndRestoringAreARegisterToo() {
    let made = line("annotate", seq: 1, set: #""note":"记""#)
    let removed = line("remove", seq: 2)
    let edited = line(seq: 1, clock: 3, set: #""note":"改""#)
    let restored = line("restore", seq: 3, clock: 4)
    #expect(Journal([("a", [made, removed]), ("b", [edited])]).annotations.isEmpty)
    let back = Journal([("a", [made, removed, restored]), ("b", [edited])])
    #expect(back.annotations.map(\.note) == ["改"])
  }

  @Test func whatIsNotUnderstoodIsKeptAndCounted() throws {
    let newer = #"{"v":2,"seq":2,"clock":90,"do":"annotate","id":"B","set":7}"#
    let unknown = line("reply", "A", seq: 3, clock: 91)
    let made = line("annotate", seq: 1, set: #""note":"记","later":[1]"#)
    let journal = Journal([("a", [made, newer, unknown])])
    #expect(journal.newerRecords == 1 && journal.unknownRecords == 1 && journal.highestClock == 91)
    #expect(journal.numberingProblems.isEmpty)
    let found = try #require(journal.annotation("A"))
    #expect(found.unknownFields == ["later": FieldValue(trusted: "[1]".utf8)])
  }

  @Test func gapsAndRepeatsAreFound() {
    let lines = [line(seq: 1), line(seq: 4), line(seq: 4, set: #""note":"二""#), line(seq: 6)]
    let problems = Journal([("a", lines)]).numberingProblems.map(\.kind)
    #expect(problems == [.gap(2...3), .gap(5...5), .repeated(4)])
    let compacted = [#"{"do":"compacted","through":5,"v":1}"#, line(seq: 2), line(seq: 6)]
    #expect(Journal([("a", compacted)]).numberingProblems.isEmpty)
  }

  /// A stranger may give one number to any number of records, and any number of fields to one.
  @Test(.timeLimit(.minutes(1))) func manyUnderOneNumberAreNoWorkForEver() {
    let lines = (0..<20_000).map { line(seq: 1, clock: 1, set: "\"note\":\"\($0)\"") }
    let journal = Journal([("a", lines + lines)])
    #expect(journal.recordCount == lines.count)
    #expect(journal.numberingProblems.map(\.kind) == [.repeated(1)])
    let tags = (0..<40_000).map { "\"tag.\($0)\":true" }.joined(separator: ",")
    let made = line("annotate", seq: 1, set: "\"note\":\"一\"," + tags)
    let edited = line(seq: 2, set: "\"tag.7\":null,\"note\":\"二\"")
    let found = Journal([("a", [made, edited])]).annotation("A")
    #expect(found?.tags.count == 39_999 && found?.note == "二")
  }

  @Test func aClockBeyondAllOthersIsNamed() {
    let far = line(seq: 2, clock: 1 << 50)
    let problems = Journal([("a", [line(seq: 1), far]), ("b", [line(seq: 1)])]).numberingProblems
    #expect(problems == [JournalProblem("a", .farClock(number: 2))])
  }

  @Test func aFileIsRecognisedByIdentityElseEditionElsePath() {
    func document(_ id: String, _ set: String, _ seq: Int) -> String {
      line("document", id, seq: seq, set: set)
    }
    let journal = Journal([
      (
        "a",
        [
          document("D1", #""identity":"动态 总第1期","edition":"e1","path":"latest.txt""#, 1),
          document("D2", #""edition":"e2","path":"notes.txt""#, 2),
          document("D3", #""identity":"动态 总第1期","edition":"e3","path":"copy.txt""#, 3),
        ]
      )
    ])
    func found(_ identity: String?, _ edition: String?, _ path: String?) -> [String] {
      journal.documents(identity: identity, edition: edition, path: path).map(\.id)
    }
    #expect(found("动态 总第1期", "e9", "x") == ["D1", "D3"])
    #expect(found(nil, "e2", "x") == ["D2"])
    #expect(found(nil, "e9", "notes.txt") == ["D2"])
    #expect(found("动态 总第2期", "e9", "latest.txt") == [])
    #expect(found("动态 总第2期", "e9", "notes.txt") == ["D2"])
    #expect(found(nil, nil, nil) == [])
  }
}
