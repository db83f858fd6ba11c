import BulletinReader
import Foundation
import Testing

/// `zhupi annotate`, and what the listing says of it.
@Suite struct AnnotateTests {
  @Test func theListingHasTheFixedShape() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate(
      "--at", "1/3", "--note", "请核对\n“台账”", "--tag", "#算力", "--tag", "合规", "--tag", "算力",
      "--color", "jade", "--due", "fri", "--assignee", "小王")
    let rows = try library.json("annotations", "issue.txt")
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    let keys = [
      "id", "document", "place", "range", "quote", "state", "confidence", "note", "tags", "color",
      "followUp", "author", "created", "modified",
    ]
    #expect(row.members?.map(\.key) == keys)
    #expect(row["id"]?.string == id)
    #expect(row["document"]?.members?.map(\.key) == ["id", "title", "path"])
    #expect(row["document"]?["title"]?.string == "某省信息化动态 第12期 总第203期")
    #expect(row["document"]?["path"]?.string == "issue.txt")
    let place = try #require(row["place"])
    #expect(place.members?.map(\.key) == ["article", "articleTitle", "label", "page"])
    #expect(place["article"]?.number == 1 && place["page"]?.number == 1)
    #expect(place["articleTitle"]?.string == "数据要素流通管理办法")
    #expect(place["label"]?.string == "第三条")
    let range = try #require(row["range"])
    #expect(range.members?.map(\.key) == ["line", "column", "endLine", "endColumn"])
    #expect(range.members?.map(\.value.number) == [12, 1, 14, 28])
    #expect(row["quote"]?.string?.hasPrefix("流通应当遵循依法合规的原则。") == true)
    #expect(row["quote"]?.string?.split(separator: "\n").count == 3)
    #expect(row["state"]?.string == "exact" && row["confidence"]?.number == 1)
    #expect(row["note"]?.string == "请核对\n“台账”")
    #expect(row["tags"]?.elements.map(\.string) == ["合规", "算力"])
    #expect(row["color"]?.string == "jade")
    let followUp = row["followUp"]?.members?.map { "\($0.key) \($0.value.string ?? "-")" }
    #expect(followUp == ["status open", "due 2026-11-27", "assignee 小王"])
    #expect(row["author"]?.string == "甲")
    #expect(row["created"]?.string == "2026-11-20T08:00:00Z")
    #expect(row["modified"]?.string == "2026-11-20T08:00:00Z")
  }

  @Test func whatIsNotSaidIsNull() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    let row = try #require(try library.json("annotations").first)
    #expect(row["note"]?.isNull == true && row["followUp"]?.isNull == true)
    #expect(row["tags"]?.elements.isEmpty == true && row["color"]?.string == "vermilion")
  }

  @Test(arguments: [
    ("1/", "数据要素流通管理办法"), ("10", "第一条 为规范要素流通，保护主体权益，制定本办法。"),
    ("10:8", "为规范要素流通，保护主体权益，制定本办法。"), ("10:5-10:9", "为规范要"),
    ("12:6", "流通应当遵循依法合规的原则。"), ("1/4", "前款所称台账，是指按照第三条建立的记录。"),
  ])
  func aPlaceTakesItsText(place: String, quote: String) throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", place)
    #expect(try library.json("annotations").map { $0["quote"]?.string } == [quote])
  }

  @Test func aQuoteIsFoundAcrossWidths() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--quote", "要素流通,保护")
    _ = try library.annotate("--quote", "台账", "--nth", "2")
    let rows = try library.json("annotations")
    #expect(rows.map { $0["quote"]?.string } == ["要素流通，保护", "台账"])
    #expect(rows.map { $0["range"]?["line"]?.number } == [10, 15])
  }

  /// A command line and the status it ends with, nothing being annotated.
  static let refused: [([String], Int32)] = [
    ([], 2), (["--at", "10", "--quote", "台账"], 2), (["--at", "x"], 2), (["--at", "0"], 2),
    (["--at", "10", "--nth", "1"], 2), (["--quote", "台账"], 2),
    (["--quote", "台账", "--nth", "0"], 2),
    (["--quote", "台账", "--nth", "9"], 1), (["--quote", "没有的字"], 1), (["--quote", " "], 1),
    (["--at", "7"], 1), (["--at", "9999"], 1), (["--at", "99999999999999999999"], 2),
    (["--at", "1/9"], 1), (["--at", "9/"], 1), (["--at", "10:999"], 1),
    (["--at", "10", "--color", "red"], 2), (["--at", "10", "--color", "pink"], 2),
    (["--at", "10", "--tag", "a b"], 2), (["--at", "10", "--tag", "#"], 2),
    (["--at", "10", "--tag", "a\u{202E}b"], 2), (["--at", "10", "--tag", ""], 2),
    (["--at", "10", "--due", "2026-02-30"], 2), (["--at", "10", "--due", "someday"], 2),
    (["--at", "10", "--due", "+99999999999d"], 2), (["--at", "10", "--assignee", ""], 2),
    (["--at", "10", "--assignee", "@ "], 2), (["--at", "10", "--assignee", "a\u{202E}b"], 2),
    (["--at", "10", "--author", " "], 2), (["--at", "10", "--status", "open"], 2),
    (["--at", "10", "--journal", ""], 2), (["--at", "10", "--config", "none.json"], 66),
  ]

  @Test(arguments: refused)
  func whatMakesNoSenseIsRefusedInOneLine(words: [String], status: Int32) throws {
    let library = try AnnotatedFolder()
    let result = try library.run(["annotate", "issue.txt"] + words)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("zhupi: "))
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(try library.json("annotations").isEmpty)
  }

  @Test func theMessagesNameThePlaceAndTheWayOut() throws {
    let library = try AnnotatedFolder()
    func line(_ words: String...) throws -> String {
      try library.run(["annotate", "issue.txt"] + words).errors
    }
    #expect(
      try line("--at", "7") == "zhupi: issue.txt: no text unit at line 7; see zhupi explain\n")
    #expect(
      try line("--quote", "台账")
        == "zhupi: issue.txt: “台账” has 2 places (lines 12, 15); choose with --nth K\n")
    let chinese = try library.run(
      ["annotate", "issue.txt", "--at", "9/"], environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.errors == "zhupi: issue.txt: 没有第 9 篇文章，共 2 篇；用 zhupi outline 查看\n")
  }

  @Test func aFileThatIsNotThereIsNoneOfTheJournals() throws {
    let library = try AnnotatedFolder()
    #expect(try library.run(["annotate", "none.txt", "--at", "1"]).status == 66)
    #expect(try library.run(["annotations", "none.txt"]).status == 66)
    #expect(try library.run(["annotate", ".", "--at", "1"]).status == 66)
  }

  @Test func standardInputIsKnownByItsText() throws {
    let library = try AnnotatedFolder()
    let text = "第一条 为了试验，制定本办法。\n"
    #expect(
      try library.run(["annotate", "-", "--at", "1", "--note", "管道"], input: text).status == 0)
    let listed = try library.run(["annotations", "-", "--json"], input: text)
    let rows = try LinedJSONParser.parse(Array(listed.output.utf8)).elements
    #expect(rows.map { $0["note"]?.string } == ["管道"])
    #expect(rows.first?["document"]?["path"]?.isNull == true)
  }

  @Test func theClockAndTheAuthorCanBeSet() throws {
    let library = try AnnotatedFolder()
    let words = ["annotate", "issue.txt", "--at", "10", "--due", "today"]
    let clock = ["ZHUPI_NOW": "2027-01-01T00:30:00+08:00", "TZ": "Asia/Shanghai"]
    #expect(try library.run(words + ["--author", "乙"], environment: clock).status == 0)
    let row = try #require(try library.json("annotations").first)
    #expect(row["author"]?.string == "乙")
    #expect(row["created"]?.string == "2026-12-31T16:30:00Z")
    #expect(row["followUp"]?["due"]?.string == "2027-01-01")
    let wrong = try library.run(words, environment: ["ZHUPI_NOW": "yesterday"])
    #expect(wrong.status == 2 && wrong.errors.hasPrefix("zhupi: ZHUPI_NOW: "))
  }

  @Test func theAuthorIsSoughtWhereTheContractSays() throws {
    let library = try AnnotatedFolder()
    func author(_ words: [String], _ variables: [String: String]) throws -> String? {
      let result = try library.run(
        ["annotate", "issue.txt", "--at", "10"] + words, environment: variables)
      #expect(result.status == 0, "\(result.errors)")
      let id = result.output.trimmingCharacters(in: .newlines)
      return try library.json("annotations").first { $0["id"]?.string == id }?["author"]?.string
    }
    let none = ["ZHUPI_AUTHOR": "", "LOGNAME": "login"]
    #expect(try author([], none) == "login")
    try Data("[user]\n  name = 某甲\n".utf8).write(
      to: URL(fileURLWithPath: library.homePath + "/.gitconfig"))
    #expect(try author([], none) == "某甲")
    try library.write(#"{ "author": "配置" }"#, to: "config.json")
    #expect(try author(["--config", "config.json"], none) == "配置")
    #expect(try author(["--config", "config.json"], ["ZHUPI_AUTHOR": "环境"]) == "环境")
    #expect(try author(["--config", "config.json", "--author", "选项"], [:]) == "选项")
  }
}
