import BulletinReader
import Foundation
import Glibc
import Testing

/// `zhupi annotations` and `zhupi follow-ups`.
@Suite struct ListingTests {
  /// Four annotations of one file.
  private func annotated() throws -> AnnotatedFolder {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "15", "--note", "四", "--due", "12-1", "--color", "jade")
    _ = try library.annotate(
      "--at", "10", "--note", "一", "--tag", "a", "--tag", "b", "--author", "乙", "--due",
      "2026-11-19")
    _ = try library.annotate("--at", "1/3", "--note", "三", "--tag", "a", "--follow-up")
    _ = try library.annotate("--at", "19", "--note", "五")
    return library
  }

  private func notes(_ rows: [LinedJSON]) -> String {
    rows.compactMap { $0["note"]?.string }.joined()
  }

  @Test(arguments: [
    ([], "一三四五"), (["--tag", "a"], "一三"), (["--tag", "#a", "--tag", "b"], "一"),
    (["--tag", "none"], ""), (["--color", "jade"], "四"), (["--color", "vermilion"], "一三五"),
    (["--status", "open"], "一三四"), (["--status", "done"], ""), (["--author", "乙"], "一"),
    (["--author", "甲"], "三四五"), (["--due-before", "12-1"], "一"), (["--due-before", "12-2"], "一四"),
    (["--state", "exact"], "一三四五"), (["--state", "absent"], ""),
    (["--tag", "a", "--author", "甲"], "三"), (["--color", "never"], "一三四五"),
    (["--color", "jade", "--color", "always"], "四"),
  ])
  func filtersLeaveTheReadingOrder(words: [String], expected: String) throws {
    let library = try annotated()
    for paths in [[], ["issue.txt"], ["."]] {
      let result = try library.run(["annotations", "--json"] + words + paths)
      #expect(result.status == 0 && result.errors.isEmpty)
      #expect(notes(try LinedJSONParser.parse(Array(result.output.utf8)).elements) == expected)
      let lines = try library.run(["annotations"] + words + paths).output.split(separator: "\n")
      #expect(lines.count == expected.count)
    }
  }

  @Test(arguments: [
    ["--color", "pink"], ["--status", "none"], ["--state", "new"], ["--due-before", "x"],
  ])
  func aFilterThatIsNoneIsRefused(words: [String]) throws {
    #expect(try annotated().run(["annotations"] + words).status == 2)
  }

  @Test func linesBeginWithThePlaceAsSearchToolsPrintIt() throws {
    let library = try annotated()
    let lines = try library.run(["annotations", "issue.txt"]).output.split(separator: "\n")
    let first = try #require(lines.first)
    #expect(first.hasPrefix("issue.txt:10:1 数据要素流通管理办法 › 第一条: “第一条 为规范要素流通，保护主体权"))
    #expect(first.contains("一 #a #b [open 2026-11-19 overdue 1d]"))
    let id = try #require(first.split(separator: " ").last)
    #expect(
      try library.run(["remove", String(id)]).status == 0, "the id of a line is good for use")
  }

  /// Those made in one moment share their first letters, also with what is not listed.
  @Test func anIDOfAFilteredListingIsGoodForUse() throws {
    let library = try AnnotatedFolder()
    for tag in 0..<8 { _ = try library.annotate("--at", "10", "--tag", "t\(tag)") }
    for words in [["annotations", "--tag", "t3"], ["annotations", "--tag", "t5", "issue.txt"]] {
      let line = try library.run(words).output.trimmingCharacters(in: .newlines)
      let id = try #require(line.split(separator: " ").last)
      #expect(try library.run(["remove", String(id)]).status == 0, "\(line)")
    }
  }

  /// A record of a stranger may name any path.
  @Test(.timeLimit(.minutes(1)), arguments: ["pipe", "/dev/zero"])
  func whatIsNoFileIsNotRead(path: String) throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10", "--note", "一")
    let place = path.hasPrefix("/") ? path : library.file(path)
    if !path.hasPrefix("/") { #expect(mkfifo(place, 0o600) == 0) }
    let row = try #require(try library.json("annotations").first { $0["id"]?.string == id })
    let document = try #require(row["document"]?["id"]?.string)
    try library.write(
      "{\"v\":1,\"seq\":1,\"clock\":99,\"do\":\"document\",\"id\":\"\(document)\",\"set\":{\"path\":\"\(place)\"}}\n",
      to: ".zhupi/journal/z.jsonl")
    #expect(try library.json("annotations").map { $0["state"]?.string } == ["absent"])
  }

  @Test func aFollowUpIsOneShortLine() throws {
    let library = try AnnotatedFolder()
    let note = (1...59).map { "第\($0)行要核对的内容" }.joined(separator: "\n")
    _ = try library.annotate("--at", "10", "--follow-up", "--note", note)
    let lines = try library.run(["follow-ups"]).output.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].contains("第1行要核对的内容 第2行") && lines[0].contains("…"))
    #expect(lines[0].count < 160)
  }

  @Test func theMostUrgentFollowUpStandsFirst() throws {
    let library = try annotated()
    let rows = try library.json("follow-ups")
    #expect(notes(rows) == "一四三")
    #expect(rows.map { $0["overdue"]?.bool } == [true, false, false])
    let lines = try library.run(["follow-ups"]).output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("! 2026-11-19 overdue 1d  issue.txt:10:") == true)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
    let later = try library.json("follow-ups", environment: ["ZHUPI_NOW": "2027-01-01"])
    #expect(later.map { $0["overdue"]?.bool } == [true, true, false])
    let id = try #require(rows[0]["id"]?.string)
    for (status, expected) in [("waiting", "一四三"), ("done", "四三"), ("dropped", "四三")] {
      #expect(try library.run(["edit", id, "--status", status]).status == 0)
      #expect(notes(try library.json("follow-ups")) == expected)
    }
  }

  @Test func followUpsAreSomebodys() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10", "--note", "一", "--assignee", "小王")
    _ = try library.annotate("--at", "11", "--note", "二", "--assignee", "小李")
    #expect(notes(try library.json("follow-ups", "--assignee", "小李")) == "二")
    #expect(notes(try library.json("follow-ups", "issue.txt")) == "一二")
  }

  @Test func anAmendedTextIsFoundAgainOrSaidToBeGone() throws {
    let library = try AnnotatedFolder()
    for place in ["10", "11", "1/3", "15"] { _ = try library.annotate("--at", place) }
    let amended = AnnotatedFolder.issue
      .replacing("第一条 为规范要素流通，保护主体权益，制定本办法。\n", with: "")
      .replacing("2026年6月底", with: "2026年9月底")
      .replacing("按照第三条建立的记录", with: "按照第三条建立并保存的记录")
    try library.write(amended, to: "issue.txt")
    let rows = try library.json("annotations")
    let states = rows.map { $0["state"]?.string }
    #expect(states == ["exact", "doubtful", "changed", "orphaned"])
    #expect(rows.map { $0["range"]?["line"]?.number } == [10, 11, 14, nil])
    #expect(rows[2]["quote"]?.string?.contains("并保存") == true)
    #expect(rows[3]["quote"]?.string?.contains("为规范要素流通") == true, "the kept words")
    #expect(rows[3]["range"]?.isNull == true)
    #expect(try library.json("annotations", "--state", "orphaned").count == 1)
    let lines = try library.run(["annotations"]).output.split(separator: "\n")
    #expect(lines[1].contains("(place doubtful)") && lines[3].contains("(text gone)"))
  }

  @Test func aFileThatIsGoneIsListedFromWhatWasKept() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "1/3", "--note", "三", "--follow-up")
    try FileManager.default.removeItem(atPath: library.file("issue.txt"))
    for paths in [[], ["issue.txt"], ["."]] {
      let result = try library.run(["annotations", "--json"] + paths)
      #expect(result.status == 0 && result.errors.isEmpty)
      let row = try #require(try LinedJSONParser.parse(Array(result.output.utf8)).elements.first)
      #expect(row["state"]?.string == "absent" && row["range"]?.isNull == true)
      #expect(row["confidence"]?.number == 0)
      #expect(row["place"]?["label"]?.string == "第三条")
      #expect(row["place"]?["articleTitle"]?.string == "数据要素流通管理办法")
      #expect(row["document"]?["title"]?.string == "某省信息化动态 第12期 总第203期")
      #expect(row["quote"]?.string?.hasPrefix("流通应当遵循") == true)
    }
    #expect(try library.json("annotations", "--state", "absent").count == 1)
    #expect(try library.json("follow-ups").count == 1)
    #expect(try library.run(["annotations"]).output.contains("(file absent)"))
  }

  @Test func whatHasNoDocumentIsListedAllTheSame() throws {
    let library = try AnnotatedFolder()
    try library.write(
      #"{"v":1,"seq":1,"clock":1,"at":"2026-11-20T08:00:00Z","by":"乙","do":"annotate","id":"X","#
        + #""set":{"note":"孤"}}"# + "\n", to: ".zhupi/journal/other.jsonl")
    let row = try #require(try library.json("annotations").first)
    #expect(row["note"]?.string == "孤" && row["state"]?.string == "absent")
    #expect(row["document"]?["id"]?.isNull == true && row["document"]?["path"]?.isNull == true)
    #expect(try library.json("annotations", "--color", "jade").isEmpty)
    #expect(try library.run(["annotations"]).output == "-:-: “” (file absent) 孤  X\n")
  }

  @Test func anIssueIsKnownByItsIdentityWhateverItsName() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10")
    try library.write(AnnotatedFolder.issue + "（来源：某省数据局）\n", to: "renamed.txt")
    try FileManager.default.removeItem(atPath: library.file("issue.txt"))
    for paths in ["renamed.txt", "."] {
      let rows = try library.json("annotations", paths)
      #expect(rows.map { $0["id"]?.string } == [id])
      #expect(rows.first?["state"]?.string == "exact" || rows.first?["state"]?.string == "moved")
      #expect(rows.first?["document"]?["path"]?.string?.hasSuffix("renamed.txt") == true)
    }
  }

  @Test func anotherIssueUnderTheSameNameIsAnotherDocument() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    try library.write(
      AnnotatedFolder.issue.replacing("第12期 总第203期", with: "第13期 总第204期"), to: "issue.txt")
    #expect(try library.json("annotations", "issue.txt").isEmpty)
    #expect(try library.json("annotations").map { $0["state"]?.string } == ["absent"])
    _ = try library.annotate("--at", "11")
    let states = try library.json("annotations").compactMap { $0["state"]?.string }
    #expect(states.sorted() == ["absent", "exact"])
  }

  @Test func aFolderStandsForItsTextsAndNoOthers() throws {
    let library = try AnnotatedFolder()
    let names = ["a.txt", "b.md", "c", "sub/d.txt", "e.pdf", ".f.txt", ".hidden/g.txt"]
    for (index, name) in names.enumerated() {
      try library.write("第一条 为了试验第\(index)号，制定本办法。\n", to: name)
      #expect(try library.run(["annotate", name, "--at", "1", "--note", name]).status == 0)
    }
    try library.write(String(decoding: [0x7F, 0, 1, 2], as: UTF8.self), to: "binary")
    let rows = try library.json("annotations", "sub", ".")
    let states = rows.map { "\($0["note"]?.string ?? "") \($0["state"]?.string ?? "")" }
    #expect(Set(states.filter { $0.hasSuffix("exact") }).isSuperset(of: ["a.txt exact"]))
    #expect(states.first == "sub/d.txt exact", "paths keep the order in which they were given")
    #expect(Set(states).count == states.count, "each is listed once")
    #expect(try library.run(["annotations", "."]).errors.isEmpty)
  }

  @Test func emptyListingsAreNoError() throws {
    let library = try AnnotatedFolder()
    for command in ["annotations", "follow-ups", "tags"] {
      for paths in [[], ["issue.txt"], ["."]] {
        let text = try library.run([command] + paths)
        #expect(text.status == 0 && text.output.isEmpty && text.errors.isEmpty)
        let json = try library.run([command, "--json"] + paths)
        #expect(json.status == 0 && json.output == "[]\n")
      }
    }
  }

  @Test func aTerminalIsToldNothingByANote() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10", "--note", "红\u{1B}[31m\n\u{202E}字", "--follow-up")
    for command in ["annotations", "follow-ups"] {
      let text = try library.run([command]).output
      #expect(text.split(separator: "\n").count == 1)
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
    let row = try #require(try library.json("annotations").first)
    #expect(row["note"]?.string == "红\u{1B}[31m\n\u{202E}字")
  }
}
