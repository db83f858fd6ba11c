import Testing

@testable import BulletinReader

@Suite struct ReferenceTests {
  private func references(_ text: String) -> [Reference.Target] {
    Reference.all(in: Array(text.unicodeScalars), from: 0).map(\.target)
  }

  @Test func titlesNumbersAndClausesAreReferences() throws {
    let found = references("依照《某安全法》第四十五条和本办法第六条之一，以及某数办发〔2026〕12号办理。")
    #expect(found.count == 4)
    #expect(found[0] == .title("某安全法"))
    guard case .clause(let first, of: let document) = found[1] else { throw Missing() }
    #expect(first.number == 45 && document == "某安全法")
    guard case .clause(let second, of: nil) = found[2] else { throw Missing() }
    #expect(second.number == 6 && second.minor == 1)
    guard case .documentNumber(let number) = found[3] else { throw Missing() }
    #expect(number.hasSuffix("某数办发〔2026〕12号"))
  }

  private struct Missing: Error {}

  @Test(arguments: [
    ("第八条", 8), ("第十条", 10), ("第十二条", 12), ("第一百零三条", 103), ("第 12 条", 12),
    ("第１２条", 12), ("第二十条", 20),
  ])
  func labelsAreNumbers(label: String, number: Int) {
    #expect(ClauseLabel(in: Array(label.unicodeScalars), at: 0)?.number == number)
  }

  @Test(arguments: ["第三章", "条", "第条", "第三", "《", "〔2026〕", "《》"])
  func otherWordsAreNone(text: String) {
    #expect(references(text).isEmpty)
  }
}
