import Testing

@testable import BulletinReader

@Suite struct LinedJSONTests {
  private func parse(_ text: String) throws -> LinedJSON {
    try LinedJSONParser.parse(Array(text.utf8))
  }

  @Test func valuesKnowTheirLines() throws {
    let json = try parse("\u{FEFF}{ \"a\": [1, -2.5e1,\n true],\n \"b\": { \"c\": null } }")
    #expect(json.line == 1 && json["b"]?.line == 3)
    #expect(json.members?.map(\.line) == [1, 3])
    let numbers = [LinedJSON(.number(1), line: 1), LinedJSON(.number(-25), line: 1)]
    #expect(json["a"]?.content == .array(numbers + [LinedJSON(.bool(true), line: 2)]))
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{c}\n\r\t"), (#""\u6279 \ud83d\udc4d""#, "批 👍"),
    (#""朱批""#, "朱批"), (#""""#, ""),
  ])
  func stringsAreUnescaped(json: String, expected: String) throws {
    #expect(try parse(json).string == expected)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{,}", "{\"a\" 1}", "{\"a\":}", "{a: 1}", "nul", "tru", "1 2", "-", "1e999",
    "+1",
    "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\\ud800\"", "\"\\udc00\"",
    "\"a\nb\"", "'a'", "[1", "{\"a\":1", "\u{0}", "{\"a\":1}}",
    String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
  ])
  func whatIsNoJSONIsSaidToBeNone(text: String) {
    #expect(throws: LinedJSONParser.Failure.self) { try parse(text) }
  }

  @Test func badUTF8AndGreatFilesAreRefused() {
    #expect(throws: LinedJSONParser.Failure.self) {
      try LinedJSONParser.parse([0x22, 0xFF, 0x22])
    }
    #expect(throws: LinedJSONParser.Failure.self) {
      try LinedJSONParser.parse([UInt8](repeating: 0x20, count: LinedJSONParser.largestFile + 1))
    }
  }

  @Test func damagedFilesNeverTrap() throws {
    let bytes = Array(#"{ "a": ["\u6279\n", 1.5e3, true], "b": { "c": null } }"#.utf8)
    for place in bytes.indices {
      _ = try? LinedJSONParser.parse(Array(bytes[..<place]))
      for byte in [0, 0x22, 0x5C, 0x75, 0x7B, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] = byte
        _ = try? LinedJSONParser.parse(damaged)
      }
    }
  }
}
