import Testing

@testable import AnnotationJournal

struct TargetJSONTests {
  private static let edition = "n1-" + String(repeating: "0a", count: 32)

  @Test func aTargetIsReadBackAsItself() throws {
    let text = presentText("# 办法\n\n## 第一章 总则\n\n第一条 保护\"岸线\"\\树木。\n\n第二条 适用本办法。\n")
    let target = text.makeTarget(
      try text.range(of: .clause(article: 1, number: 2, minor: 0, copy: 1)), document: "01JC")
    #expect(target.structure.path == ["第一章", "第二条"])
    #expect(target.structure.offset == 0)
    #expect(target.quote.exact == "适用本办法。")
    #expect(Target(json: target.json) == target)
    #expect(!target.json.contains(0x0A))
  }

  @Test func unknownMembersStayByteForByte() throws {
    let json = """
      {"x":[1,{"a":null}],"document":"01JC","edition":"\(Self.edition)",\
      "position":{"start":3,"end":5,"unit":"scalar"},\
      "quote":{"exact":"岸线","prefix":"","suffix":"。","count":2,"lang":"zh\\u002dHans"},\
      "structure":{"article":"办法","path":["第一条"],"offset":1,"depth":1.50}}
      """
    let target = try #require(Target(json: Array(json.utf8)))
    #expect(target.position == 3..<5)
    #expect(target.quote.count == 2)
    let written = String(decoding: target.json, as: UTF8.self)
    for part in [
      "\"x\":[1,{\"a\":null}]", "\"unit\":\"scalar\"", "\"lang\":\"zh\\u002dHans\"",
      "\"depth\":1.50",
    ] {
      #expect(written.contains(part))
    }
    #expect(Target(json: target.json) == target)
  }

  @Test(arguments: [
    "", "null", "[]", "{}", "{\"edition\":\"n1-\"}",
    "{\"edition\":\"\(TargetJSONTests.edition)\",\"position\":{\"start\":5,\"end\":3},\"quote\":{\"exact\":\"\"}}",
    "{\"edition\":\"\(TargetJSONTests.edition)\",\"position\":{\"start\":-1,\"end\":3},\"quote\":{\"exact\":\"\"}}",
    "{\"edition\":\"\(TargetJSONTests.edition)\",\"position\":{\"start\":1,\"end\":3}}",
    "{\"edition\":\"\(TargetJSONTests.edition)\",\"position\":{\"start\":1,\"end\":3},\"quote\":{\"exact\":\"\"}} x",
  ])
  func whatIsNoTargetIsRefused(json: String) {
    #expect(Target(json: Array(json.utf8)) == nil)
  }

  @Test func aTargetWithoutAddressIsStillOne() throws {
    let json =
      "{\"edition\":\"\(Self.edition)\",\"position\":{\"start\":1,\"end\":3},\"quote\":{\"exact\":\"岸线\"}}"
    let target = try #require(Target(json: Array(json.utf8)))
    #expect(target.structure.path.isEmpty && target.quote.count == 1 && target.document.isEmpty)
  }
}
