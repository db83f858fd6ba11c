import BulletinReader
import Foundation
import Glibc
import Testing

/// Annotating in a real terminal: what the screen shows as made, another process finds.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct TerminalAnnotatingTests {
  private let library: AnnotatedFolder

  init() throws { library = try AnnotatedFolder() }

  @Test(arguments: [(112, 30), (80, 24), (60, 20), (24, 8)])
  func whatTheScreenShowsAsMadeAnotherProcessFinds(columns: Int, rows: Int) throws {
    let reader = try AnnotatingTerminal(library, columns: columns, rows: rows)
    let screen = reader.screen
    try reader.goToClause(2)

    try screen.type("t")
    try screen.wait(for: "标签")
    try screen.typeText("流通 管理")
    try screen.type("Enter")
    try screen.wait(for: "标签：#")
    #expect(
      try reader.annotation()["tags"]?.elements.compactMap(\.string).sorted() == ["流通", "管理"])

    try screen.typeText("f")
    try screen.typeText("12-1")
    try screen.wait(for: "12-1")
    try screen.type("Enter")
    try screen.wait(for: "待跟进，2026-12-01")
    #expect(try reader.annotation()["followUp"]?["due"]?.string == "2026-12-01")

    try reader.note("适用范围请核对")
    #expect(try reader.annotation()["note"]?.string == "适用范围请核对")

    try screen.typeText("c3")
    try screen.wait(for: "颜色：碧")
    #expect(try reader.annotation()["color"]?.string == "jade")

    try screen.typeText("Fd")
    try screen.wait(for: "跟进：")
    #expect(try reader.annotation()["followUp"]?["status"]?.string == "done")

    try screen.typeText("u")
    try screen.wait(for: "已撤销：跟进状态")
    #expect(try reader.annotation()["followUp"]?["status"]?.string == "open")
    try screen.typeText("u")
    try screen.wait(for: "已撤销：颜色")
    #expect(try reader.annotation()["color"]?.string == "vermilion")
    try screen.typeText("u")
    try screen.wait(for: "已撤销：批注文字")
    #expect(try reader.annotation()["note"]?.isNull == true)
    for _ in 0..<3 {
      try screen.type("C-r")
      try screen.wait(for: "已重做")
      try screen.type("Escape")
      try screen.wait("no message") { !$0.contains("已重做") }
    }
    let again = try reader.annotation()
    #expect(again["note"]?.string == "适用范围请核对")
    #expect(again["color"]?.string == "jade")
    #expect(again["followUp"]?["status"]?.string == "done")
    let check = try library.run(["journal", "check"])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  @Test func aPastedNoteOfTwoLinesIsOneNote() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(3)
    try reader.beginNote("核对：")
    try reader.screen.paste("台账期限\n与第12期不一致")
    try reader.screen.wait(for: "与第12期不一致")
    #expect(try reader.annotations().isEmpty)
    try reader.save()
    #expect(try reader.annotation()["note"]?.string == "核对：台账期限\n与第12期不一致")
  }

  @Test func aPasteOutsideTypingChangesNothing() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(3)
    try reader.screen.paste("aNOTE\rdd")
    try reader.goToClause(4)
    #expect(try reader.annotations().isEmpty)
  }

  // MARK: Killed

  @Test func killedRightAfterAChangeShowedItIsThere() throws {
    for number in 1...4 {
      let reader = try AnnotatingTerminal(library)
      try reader.goToClause(number)
      try reader.note("第\(number)次")
      try reader.end(by: SIGKILL)
    }
    let reader = try AnnotatingTerminal(library)
    let notes = try reader.annotations().compactMap { $0["note"]?.string }
    #expect(notes == ["第1次", "第2次", "第3次", "第4次"])
    try reader.screen.wait("all notes on the screen") { shown in
      notes.allSatisfy { shown.contains($0) }
    }
    #expect(try library.run(["journal", "check"]).status == 0)
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP])
  func endedInTheMiddleOfANoteTheDraftIsOffered(signal: Int32) throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(3)
    try reader.beginNote("写到一半")
    if signal == SIGKILL {
      try reader.screen.wait("the draft on the disk") { _ in
        try library.drafts() == ["写到一半"]
      }
    }
    try reader.end(by: signal)
    #expect(try reader.annotations().isEmpty)

    let again = try AnnotatingTerminal(library)
    let shown = try again.screen.wait(for: "未保存的批注草稿（第三条）")
    #expect(shown.contains("› 第三条"), "the cursor where it was")
    try again.screen.typeText("gn")
    try again.screen.wait(for: "写到一半")
    try again.screen.typeText("，写完了")
    try again.screen.wait(for: "写完了")
    try again.save()
    let annotation = try again.annotation()
    #expect(annotation["note"]?.string == "写到一半，写完了")
    #expect(annotation["place"]?["label"]?.string == "第三条")
    #expect(try library.drafts().isEmpty)
  }

  @Test func aDraftOfAnAnnotationThatIsThereComesBackToIt() throws {
    let id = try library.annotate("--at", "1/2", "--note", "旧文字")
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(2)
    try reader.screen.type("e")
    try reader.screen.wait(for: "Enter 保存")
    try reader.screen.typeText("加新文字")
    try reader.screen.wait("the draft on the disk") { _ in
      try library.drafts() == ["旧文字加新文字"]
    }
    try reader.end(by: SIGKILL)
    let again = try AnnotatingTerminal(library)
    try again.screen.wait(for: "未保存的批注草稿（第二条）")
    #expect(try again.annotation()["note"]?.string == "旧文字")
    try again.screen.typeText("gn")
    try again.screen.wait(for: "旧文字加新文字")
    try again.save()
    let annotation = try again.annotation()
    #expect(annotation["id"]?.string == id)
    #expect(annotation["note"]?.string == "旧文字加新文字")
  }
}
