import Testing

@testable import BulletinReader

@Suite struct WordChangesTests {
  @Test(arguments: [
    ("应当在三十日内备案", "应当在十五日内备案", ["三十日→十五日"]),
    ("不低于15%", "不低于10.5%", ["15%→10.5%"]), ("应当报告", "可以报告", ["应当→可以"]),
    ("由省、市主管部门审核", "由市主管部门审核", ["省、→"]), ("同样,的话", "同样，的话", []), ("**重**点", "重点", []),
    ("甲方与乙方", "丙方与丁方", ["甲→丙", "乙→丁"]),
    ("甲和乙方", "丙和丁方", ["甲和乙→丙和丁"]), ("", "新增", ["→新增"]),
    ("一次甲，再次说明之后乙", "一次丙，再次说明之后丁", ["甲→丙", "乙→丁"]),
  ])
  func changesAreWordByWord(old: String, new: String, expected: [String]) {
    #expect(WordChanges(from: old, to: new).changes.map { "\($0.old)→\($0.new)" } == expected)
  }

  @Test func longTextsAreComparedAsAWhole() {
    let old = "头" + String(repeating: "甲乙", count: 5_000) + "尾"
    let new = "头" + String(repeating: "丙丁", count: 5_000) + "尾"
    let changes = WordChanges(from: old, to: new).changes
    #expect(changes.count == 1 && changes[0].old.hasPrefix("甲") && !changes[0].new.hasSuffix("尾"))
  }

  @Test(arguments: [
    ("质量发展,提出如下意见", "质量发展，提出如下意见"), ("见(附件)", "见（附件）"), ("a,b 10:30", "a,b 10:30"),
    ("**重点**", "重点"),
  ])
  func keptWordsAreShownAsPrinted(kept: String, printed: String) {
    #expect(KeptWords.printed(kept) == printed)
  }
}
