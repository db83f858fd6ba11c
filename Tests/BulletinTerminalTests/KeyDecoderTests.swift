import BulletinScreen
import Testing

@testable import BulletinTerminal

@Suite struct KeyDecoderTests {
  private func characters(_ text: String) -> [KeyDecoder.Unit] {
    text.unicodeScalars.map { .character($0) }
  }

  private func notation(_ events: [InputEvent]) -> String {
    events.map { event in
      if case .key(let key) = event { KeyNotation.text(key) } else { "{\(event)}" }
    }.joined()
  }

  @Test(arguments: [
    ("j条", "j条"), ("\r", "<Enter>"), ("\n", "<C-j>"), ("\t", "<Tab>"), ("\u{4}", "<C-d>"),
    ("\u{0}", "<C-Space>"), ("\u{1D}", "<C-]>"), ("\u{7F}", "<BS>"), ("\u{8}", "<C-h>"),
    ("\u{1B}", "<Esc>"), ("\u{1B}\u{1B}", "<Esc><Esc>"), ("\u{1B}x", "<M-x>"),
    ("\u{1B}\r", "<M-Enter>"), ("\u{1B}[", "<M-[>"), ("\u{1B}O", "<M-O>"),
    ("\u{1B}[A", "<Up>"), ("\u{1B}OB", "<Down>"), ("\u{1B}[1;5C", "<C-Right>"),
    ("\u{1B}[1;2D", "<S-Left>"), ("\u{1B}[5~", "<PageUp>"), ("\u{1B}[3;3~", "<M-Del>"),
    ("\u{1B}[15~", "<F5>"), ("\u{1B}[24;2~", "<S-F12>"), ("\u{1B}OP", "<F1>"),
    ("\u{1B}[Z", "<S-Tab>"), ("\u{1B}[27;5;13~", "<C-Enter>"), ("\u{1B}[106;5u", "<C-j>"),
    ("\u{1B}[I\u{1B}[O", ""), ("\u{1B}[?1;2c", ""), ("\u{1B}[99~", ""), ("\u{1B}[3;1R", "<F3>"),
    ("\u{1B}[-5;-7~\u{1B}[99999999999999999999u", ""),
  ])
  func sequenceIsItsKey(sequence: String, keys: String) {
    var decoder = KeyDecoder()
    #expect(notation(decoder.events(from: characters(sequence))) == keys)
  }

  @Test func sequenceCutByABurstGoesOnInTheNext() {
    var decoder = KeyDecoder()
    #expect(decoder.events(from: characters("\u{1B}[1;")).isEmpty)
    #expect(notation(decoder.events(from: characters("5Aj"))) == "<C-Up>j")
  }

  @Test func overlongSequenceIsPassedOverWhole() {
    var decoder = KeyDecoder()
    let digits = String(repeating: "1", count: 1000)
    #expect(notation(decoder.events(from: characters("\u{1B}[" + digits + "~j"))) == "j")
  }

  @Test func escapeBeforeACodeIsAlt() {
    var decoder = KeyDecoder()
    let up = KeyDecoding.definitions.first { $0.sequence == "\u{1B}[A" }?.code ?? 0
    #expect(notation(decoder.events(from: [.character("\u{1B}"), .code(up)])) == "<M-Up>")
  }

  /// All of it is text, controls too; the end may come in pieces, and what looks like it is text.
  @Test func pasteIsOneEventWithoutCommands() {
    var decoder = KeyDecoder()
    let burst =
      [.code(KeyDecoding.pasteBegin)]
      + characters("数\r\n据\r\tq\u{1B}]52;x\u{7}\u{9B}\u{1B}[A\u{1B}[20")
    #expect(decoder.events(from: burst).isEmpty)
    #expect(decoder.events(from: characters("\u{1B}[201")).isEmpty)
    let pasted = "数\n据\n\tq\u{1B}]52;x\u{7}\u{9B}\u{1B}[A\u{1B}[20"
    #expect(
      decoder.events(from: characters("~j")) == [.paste(pasted), .key(.character("j"))])
  }

  @Test func pasteWhoseEndNeverCameIsGivenUpByTheCodeOfItsEnd() {
    var decoder = KeyDecoder()
    let burst = [.code(KeyDecoding.pasteBegin)] + characters("数据\u{1B}[2")
    #expect(decoder.events(from: burst).isEmpty)
    let after = [.code(KeyDecoding.pasteEnd)] + characters("j")
    #expect(
      decoder.events(from: after) == [.paste("数据\u{1B}[2"), .key(.character("j"))])
    #expect(!decoder.isPasting)
  }

  @Test func heldUpPasteIsToldAndGoesOn() {
    var decoder = KeyDecoder()
    let burst = [.code(KeyDecoding.pasteBegin)] + characters("前半\u{1B}[20")
    #expect(decoder.events(from: burst).isEmpty)
    #expect(decoder.takePasted() == [.paste("前半")])
    #expect(decoder.takePasted() == [])
    #expect(decoder.events(from: characters("1~")) == [.paste("")])
  }

  /// What ncurses does not get to see, since it came in one piece with the end of another.
  @Test func pasteRightBehindAnotherIsText() {
    var decoder = KeyDecoder()
    let burst =
      [.code(KeyDecoding.pasteBegin)]
      + characters("一\u{1B}[201~\u{1B}[200~q二\u{1B}[201~")
    #expect(decoder.events(from: burst) == [.paste("一"), .paste("q二")])
  }

  @Test(arguments: ["\u{1B}]11;rgb:ff", "\u{1B}[1;", "\u{1B}[<0;"])
  func sequenceThatWasCutIsForgotten(cut: String) {
    var decoder = KeyDecoder()
    #expect(decoder.events(from: characters(cut)).isEmpty)
    decoder.forgetCutSequence()
    #expect(notation(decoder.events(from: characters("5j"))) == "5j")
  }

  @Test func endOfAPasteWithoutBeginningIsNothing() {
    var decoder = KeyDecoder()
    #expect(decoder.events(from: [.code(KeyDecoding.pasteEnd)]).isEmpty)
  }

  @Test(
    arguments: [
      ("0;5;3M", MouseEvent(.press, at: Point(column: 4, row: 2))),
      ("0;5;3m", MouseEvent(.release, at: Point(column: 4, row: 2))),
      ("32;1;1M", MouseEvent(.drag, at: Point(column: 0, row: 0))),
      ("4;1;1M", MouseEvent(.press, at: Point(column: 0, row: 0))),
      ("64;9;9M", MouseEvent(.wheelUp, at: Point(column: 8, row: 8))),
      ("65;9;9M", MouseEvent(.wheelDown, at: Point(column: 8, row: 8))),
      ("2;1;1M", nil), ("0;0;1M", nil), ("0;1M", nil), (";;M", nil),
    ] as [(String, MouseEvent?)])
  func mouseReportIsRead(report: String, event: MouseEvent?) {
    var decoder = KeyDecoder()
    let events = decoder.events(from: [.code(KeyDecoding.mouse)] + characters(report))
    #expect(events == (event.map { [.mouse($0)] } ?? []))
  }

  @Test(
    arguments: [
      ("\u{1B}[1;18R", [.ambiguousWidth(1)]), ("\u{1B}[1;19R", [.ambiguousWidth(2)]),
      ("\u{1B}[1;40R", []),
    ] as [(String, [InputEvent])])
  func soundAnswerTellsTheWidth(answer: String, events: [InputEvent]) {
    var decoder = KeyDecoder()
    decoder.awaitsCursor = true
    #expect(decoder.events(from: characters(answer)) == events)
    #expect(!decoder.awaitsCursor)
  }

  @Test func answerThatNobodyAskedForTellsNothing() {
    var decoder = KeyDecoder()
    for event in decoder.events(from: characters("\u{1B}[1;19R")) {
      if case .ambiguousWidth = event { Issue.record("taken for an answer") }
    }
  }
}
