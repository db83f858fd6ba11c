import Testing

@testable import BulletinReader

@Suite struct TagWordsTests {
  @Test(arguments: [
    ("台账 合规", ["台账", "合规"]), ("　#台账　＃合规  ##台账\t", ["台账", "合规"]), ("", []), ("# ＃", []),
    ("C# a#b", ["C#", "a#b"]), ("甲\n乙", ["甲", "乙"]), ("@甲", ["@甲"]),
  ])
  func aLineIsASetOfTags(line: String, tags: [String]) throws {
    #expect(try TagWords.tags(in: line) == tags)
    #expect(try TagWords.tags(in: TagWords.line(of: tags)) == tags)
  }

  @Test(arguments: [
    ("甲\u{1B}[2J", "U+001B"), ("a\u{200B}b", "U+200B"), ("\u{202E}甲", "U+202E"),
    ("甲\u{E0041}", "U+E0041"),
  ])
  func whatDoesNotShowIsRefused(line: String, name: String) {
    let refusal = #expect(throws: TagWords.Refusal.self) { try TagWords.tags(in: line) }
    #expect(refusal?.reason.zh.contains(name) == true)
    #expect(throws: TagWords.Refusal.self) { try TagWords.name(in: line) }
  }

  @Test func tagsThatALineCannotSayStay() throws {
    let present = ["台账", "two words", "#x", "合规"]
    #expect(TagWords.line(of: present) == "台账 合规")
    let changes = try TagWords.changes(from: present, to: "合规 算力")
    #expect(changes.added == ["算力"])
    #expect(changes.removed == ["台账"])
  }

  private static let inUse = [
    (tag: "算力", count: 3), (tag: "算力券", count: 9), (tag: "大模型算力", count: 20),
    (tag: "合规", count: 5), (tag: "AI", count: 1), (tag: "two words", count: 99),
  ]

  @Test(arguments: [
    ("", ["大模型算力", "算力券", "合规", "算力", "AI"]), ("算", ["算力券", "算力", "大模型算力"]),
    ("#算力", ["算力券", "大模型算力"]), ("算力券 合规 算", ["算力", "大模型算力"]), ("ai", ["AI"]),
    ("合规　a", ["AI"]), ("无", []),
  ])
  func theWordAtTheCaretIsCompleted(line: String, offers: [String]) {
    #expect(TagWords.completions(for: line, in: Self.inUse).map(\.word) == offers)
  }

  @Test(arguments: [
    ("甲 乙丙 丁", 3, "甲 算力 丁", 4), ("甲 乙丙 丁", 4, "甲 算力 丁", 4), ("", 0, "算力", 2),
    ("甲 ", 2, "甲 算力", 4), ("#算", 2, "算力", 2), ("甲 乙", 1, "算力 乙", 2),
  ])
  func onlyTheWordUnderTheCaretIsReplaced(line: String, caret: Int, result: String, after: Int) {
    let replaced = TagWords.replacing(
      wordIn: Array(line.unicodeScalars), at: caret, with: "算力")
    #expect(String(scalars: replaced.line) == result)
    #expect(replaced.caret == after)
  }

  @Test(
    arguments: [("@张三 ", "张三"), ("  Li   Hua", "Li Hua"), ("＠", nil), ("", nil)]
      as [(String, String?)])
  func aNameIsTheWholeLine(line: String, name: String?) throws {
    #expect(try TagWords.name(in: line) == name)
  }

  @Test func namesCompleteTheWholeLine() {
    let inUse = [(name: "李华", count: 2), (name: "张李", count: 7), (name: "李华丽", count: 4)]
    #expect(TagWords.names(for: "@李", in: inUse).map(\.word) == ["李华丽", "李华", "张李"])
    #expect(TagWords.names(for: "李华", in: inUse).map(\.word) == ["李华丽"])
  }
}
