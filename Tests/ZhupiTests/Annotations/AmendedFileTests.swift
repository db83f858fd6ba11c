import BulletinReader
import Foundation
import Glibc
import Testing

/// The open file is replaced by a corrected one: the reader reads it again by itself, and its
/// annotations are found, or wait for a decision.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct AmendedFileTests {
  private let library: AnnotatedFolder

  init() throws {
    library = try AnnotatedFolder()
    _ = try library.annotate("--at", "1/1", "--note", "不动的")
    _ = try library.annotate("--at", "1/2", "--note", "移动的")
    _ = try library.annotate("--quote", "提供方应当在2026年6月底前建立来源台账。", "--note", "期限的")
    _ = try library.annotate("--at", "1/4", "--note", "删去的")
    _ = try library.annotate("--quote", "坚持稳中求进工作总基调，推动数字贸易高质量发展。", "--note", "改动的")
  }

  /// The bulletin with a number amended, a clause moved to the end of its chapter, a clause cut,
  /// words of another paragraph changed, and the clauses numbered anew.
  private var corrected: String {
    var text = AnnotatedFolder.issue
    for (old, new) in [
      ("第二条 在本省行政区域内开展流通及其监督管理，适用本办法。\n", ""), ("第三条 流通", "第二条 流通"), ("6月底", "9月底"),
      ("第四条 前款所称台账，是指按照第三条建立的记录。", "第三条 在本省行政区域内开展流通及其监督管理，适用本办法。"),
      ("坚持稳中求进工作总基调，推动", "坚持稳中求进的工作总基调，大力推动"),
    ] {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    return text
  }

  /// Puts the corrected file in the place of the open one.
  private func correct(atomically: Bool = true) throws {
    let place = library.file("issue.txt")
    try corrected.write(toFile: place, atomically: atomically, encoding: .utf8)
  }

  private func states() throws -> [String: String] {
    let rows = try library.json("annotations", "issue.txt")
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        row["note"]?.string.flatMap { note in row["state"]?.string.map { (note, $0) } }
      })
  }

  @Test func aFileThatWasChangedMeanwhileOpensAtTheSameWords() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(3)
    try reader.end(by: SIGTERM)
    try ("新的一行\n又一行\n" + corrected).write(
      toFile: library.file("issue.txt"), atomically: true, encoding: .utf8)
    let again = try AnnotatingTerminal(library)
    try again.screen.wait(for: "› 第二条")
  }

  @Test(arguments: [true, false])
  func theFileIsReadAgainByItselfThePlaceKept(atomically: Bool) throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(3)
    try correct(atomically: atomically)
    let shown = try reader.screen.wait(for: "已重新读取；批注：移动 1，改动 1，待确认 1，失锚 1")
    #expect(shown.contains("第二条 流通应当遵循"))
    #expect(shown.contains("› 第二条"), "the clause that was the third")
    let expected = [
      "不动的": "exact", "移动的": "moved", "期限的": "doubtful", "删去的": "orphaned", "改动的": "changed",
    ]
    #expect(try states() == expected)
  }

  @Test func whatWaitsForReviewIsReachedAndSettledForGood() throws {
    let reader = try AnnotatingTerminal(library)
    try correct()
    try reader.screen.wait(for: "已重新读取；")
    try reader.press("]o", until: "› 第二条")
    try reader.press("A", until: "已接受新位置")
    #expect(try states()["期限的"] == "exact")
    try reader.screen.typeText("]o")
    try reader.screen.wait("the orphan's card with the focus") { $0.contains("删去的") }
    try reader.press("O", until: "已确认失锚")
    try reader.press("]o", until: "没有待确认或失锚的批注")
    try reader.end(by: SIGTERM)
    let again = try AnnotatingTerminal(library)
    try again.press("]o", until: "没有待确认或失锚的批注")
    #expect(try states()["期限的"] == "exact")
    #expect(try states()["删去的"] == "orphaned")
    try again.press("u", until: "已撤销")
    try again.press("]o", until: "┃✕ 第四条")
  }

  @Test func anOrphanMovesToTheUnitUnderTheTextsCursor() throws {
    let reader = try AnnotatingTerminal(library)
    try correct()
    try reader.screen.wait(for: "已重新读取；")
    try reader.goToClause(1)
    try reader.screen.type("C-w", "3")
    try reader.screen.typeText("G")
    try reader.press("M", until: "批注已移到 第一条")
    let moved = try library.json("annotations", "issue.txt")
      .first { $0["note"]?.string == "删去的" }
    #expect(moved?["state"]?.string == "exact")
    #expect(moved?["place"]?["label"]?.string == "第一条")
    try reader.press("u", until: "已撤销：位置")
    #expect(try states()["删去的"] == "orphaned")
  }

  @Test func aFileReplacedWhileANoteIsTypedIsReadOnceTheNoteIsSaved() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(3)
    try reader.beginNote("正在写")
    try correct()
    try reader.screen.typeText("完")
    try reader.screen.wait(for: "正在写完")
    try reader.screen.type("Enter")
    try reader.screen.wait(for: "批注已保存；已重新读取；")
    let written = try library.json("annotations", "issue.txt")
      .first { $0["note"]?.string == "正在写完" }
    #expect(written?["place"]?["label"]?.string == "第二条")
  }

  @Test func aDraftOutlivesTheCorrection() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(1)
    try reader.screen.typeText("j")
    try reader.goToClause(3)
    try reader.screen.typeText("l")
    try reader.beginNote("留作草稿")
    try reader.screen.type("Escape")
    try reader.screen.wait(for: "草稿已留下")
    try correct()
    try reader.screen.wait(for: "已重新读取；")
    try reader.press("gn", until: "留作草稿")
    try reader.screen.typeText("，再写")
    try reader.screen.wait(for: "再写")
    try reader.save()
    let written = try library.json("annotations", "issue.txt")
      .first { $0["note"]?.string == "留作草稿，再写" }
    #expect(written?["place"]?["label"]?.string == "第二条")
    #expect(try library.drafts().isEmpty)
  }

  /// A draft goes back to its own text; where that is amended or gone its place is called a guess.
  @Test(arguments: [
    ("", "", "接着写未保存的草稿"), ("流通应当遵循", "流通可以遵循", "这个位置是猜的"),
    ("第三条 流通应当遵循依法合规的原则。提供方应当在2026年6月底前建立来源台账。\n", "", "这个位置是猜的"),
  ])
  func aDraftIsNotPutToOtherTextWithoutAWord(old: String, new: String, told: String) throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(3)
    try reader.screen.typeText("l")
    try reader.beginNote("只说这一句")
    try reader.screen.wait("the draft on the disk") { _ in try library.drafts() == ["只说这一句"] }
    try reader.end(by: SIGKILL)
    let text = AnnotatedFolder.issue
    try library.write(old.isEmpty ? text : text.replacing(old, with: new), to: "issue.txt")
    let again = try AnnotatingTerminal(library)
    func isTold(_ shown: String) -> Bool {
      shown.split(separator: "\n").suffix(3).joined().contains(told)
    }
    try again.press("gn", until: "只说这一句")
    try again.screen.wait("what the place is worth", until: isTold)
    // Typing on does not make the guess a fact.
    try again.screen.typeText("，又写")
    try again.screen.wait("the draft on the disk") { _ in try library.drafts() == ["只说这一句，又写"] }
    try again.end(by: SIGKILL)
    let third = try AnnotatingTerminal(library)
    try third.press("gn", until: "只说这一句，又写")
    try third.screen.wait("what the place is worth", until: isTold)
  }

  /// A file that is being written may be empty for a moment: there is nothing to annotate then.
  @Test func aDraftIsNotSavedToNothing() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(3)
    try reader.beginNote("等原文回来")
    try reader.screen.type("Escape")
    try reader.screen.wait(for: "草稿已留下")
    try library.write("", to: "issue.txt")
    try reader.screen.wait("no text") { !$0.contains("流通应当遵循") }
    try reader.press("gn", until: "等原文回来")
    try reader.screen.type("Enter")
    try reader.screen.wait(for: "所批的原文不在")
    try reader.screen.type("Escape")
    try reader.screen.wait(for: "草稿已留下")
    try library.write(AnnotatedFolder.issue, to: "issue.txt")
    try reader.screen.wait(for: "流通应当遵循")
    try reader.press("gn", until: "等原文回来")
    try reader.save()
    let written = try library.json("annotations", "issue.txt")
      .first { $0["note"]?.string == "等原文回来" }
    #expect(written?["place"]?["label"]?.string == "第三条")
  }

  /// The number is part of what makes it an issue: to the journal it is another one now.
  @Test(arguments: [false, true]) func aDraftOutlivesACorrectedMasthead(isEdit: Bool) throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(isEdit ? 2 : 3)
    try reader.press(isEdit ? "e" : "a", until: "Enter 保存")
    try reader.screen.typeText("刊头改前写的")
    try reader.screen.wait(for: "刊头改前写的")
    try reader.screen.wait("the draft on the disk") { _ in
      try library.drafts().contains { $0.hasSuffix("刊头改前写的") }
    }
    try reader.end(by: SIGKILL)
    #expect(AnnotatedFolder.issue.contains("总第203期"))
    try library.write(AnnotatedFolder.issue.replacing("总第203期", with: "总第204期"), to: "issue.txt")
    let again = try AnnotatingTerminal(library)
    try again.press("gn", until: "刊头改前写的")
    try again.save()
    let notes = try library.json("annotations", "issue.txt").compactMap { $0["note"]?.string }
    #expect(notes.contains { $0.hasSuffix("刊头改前写的") })
  }

  @Test func aFileThatIsGoneKeepsTheTextUntilItComesBack() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(2)
    try FileManager.default.removeItem(atPath: library.file("issue.txt"))
    try reader.screen.wait(for: "文件不在了")
    try reader.press("R", until: "issue.txt")
    try reader.press("c3", until: "颜色：碧")
    try correct()
    try reader.screen.wait(for: "已重新读取；")
  }
}
