import BulletinScreen
import Testing

@testable import BulletinTerminal

/// What a terminal says by itself is never taken for keys.
@Suite struct TerminalAnswerTests {
  private func characters(_ text: String) -> [KeyDecoder.Unit] {
    text.unicodeScalars.map { .character($0) }
  }

  private func notation(_ events: [InputEvent]) -> String {
    events.map { event in
      switch event {
      case .key(let key): KeyNotation.text(key)
      case .background(let isLight): isLight ? "{light}" : "{dark}"
      default: "{\(event)}"
      }
    }.joined()
  }

  /// A decoder that has asked for the ground.
  private var asking: KeyDecoder {
    var decoder = KeyDecoder()
    decoder.awaitsBackground = true
    decoder.awaitsAttributes = true
    return decoder
  }

  private static let answers = [
    ("rgb:ffff/ffff/ffff", "{light}"), ("rgb:0000/0000/0000", "{dark}"),
    ("rgb:fb/f6/ec", "{light}"), ("rgb:1/2/3", "{dark}"), ("rgb:0000/2b2b/3636", "{dark}"),
    ("rgb:fdfd/f6f6/e3e3", "{light}"), ("rgba:ffff/ffff/ffff/8080", "{light}"),
    ("rgb:fff/fff/ff", "{light}"),
    ("?", ""), ("", ""), ("rgb:", ""), ("rgb:ffff/ffff", ""), ("rgb:ffff/ffff/ffff/ffff", ""),
    ("rgb:12345/0/0", ""), ("rgb:-1/0/0", ""), ("rgb:gg/00/00", ""), ("rgb://", ""),
    ("rgba:f/f/f", ""), ("rgb:ｆ/f/f", ""), ("#ffffff", ""),
    ("rgb:" + String(repeating: "f", count: 9_000_00), ""),
  ]

  @Test(arguments: answers, ["\u{7}", "\u{1B}\\", "\u{9C}"])
  func answerTellsTheGround(answer: (color: String, event: String), end: String) {
    var decoder = asking
    let sequence = "\u{1B}]11;" + answer.color + end
    #expect(notation(decoder.events(from: characters(sequence + "j"))) == answer.event + "j")
    #expect(!decoder.awaitsBackground)
  }

  @Test(arguments: ["\u{7}", "\u{1B}\\"])
  func answerCutAnywhereIsRead(end: String) {
    let answer = characters("\u{1B}]11;rgb:ffff/ffff/ffff" + end)
    for cut in 1..<answer.count {
      var decoder = asking
      var events = decoder.events(from: Array(answer[..<cut]))
      events += decoder.events(from: Array(answer[cut...]) + characters("j"))
      // An ESC that stands alone cannot wait.
      #expect(notation(events) == (cut == 1 ? "<Esc>" : "") + "{light}j", "\(cut)")
    }
    var decoder = asking
    let events = answer.flatMap { decoder.events(from: [$0]) }
    #expect(notation(events) == "<Esc>{light}")
  }

  @Test(arguments: [
    "]11;rgb:ffff/ffff/ffff\u{7}", "]11;rgb:ffff/ffff/ffff\u{1B}\\", "]10;rgb:0/0/0\u{7}",
    "]52;c;cQ==\u{7}", "]4;1;rgb:0/0/0\u{1B}\\", "P>|XTerm(370)\u{1B}\\", "P1$r0m\u{1B}\\",
    "[?64;1;2;6c",
  ])
  func answerThatNobodyAskedForIsNothing(answer: String) {
    var decoder = KeyDecoder()
    #expect(notation(decoder.events(from: characters("\u{1B}" + answer + "j"))) == "j")
  }

  @Test func onlyTheFirstAnswerCounts() {
    var decoder = asking
    let two = "\u{1B}]11;rgb:0/0/0\u{7}\u{1B}]11;rgb:f/f/f\u{7}"
    #expect(notation(decoder.events(from: characters(two))) == "{dark}")
  }

  @Test func anotherAnswerLeavesTheQuestionOpen() {
    var decoder = asking
    let two = "\u{1B}]10;rgb:0/0/0\u{7}\u{1B}]11;rgb:f/f/f\u{7}"
    #expect(notation(decoder.events(from: characters(two))) == "{light}")
  }

  @Test func attributesEndTheWaiting() {
    var decoder = asking
    #expect(decoder.events(from: characters("\u{1B}[?62;22c")).isEmpty)
    #expect(!decoder.awaitsBackground && !decoder.awaitsAttributes)
    #expect(notation(decoder.events(from: characters("\u{1B}]11;rgb:f/f/f\u{7}"))) == "")
  }

  @Test(arguments: [
    (["\u{1B}", "j"], "<Esc>j"), (["\u{1B}", "\u{1B}", "j"], "<Esc><Esc>j"),
    (["\u{1B}", "]", "c"], "<Esc>]c"), (["\u{1B}", "]c"], "<Esc>]c"),
    (["\u{1B}", "[", "c"], "<Esc>[c"), (["\u{1B}", "\u{1B}[A"], "<Esc><Up>"),
    (["\u{1B}]", "c"], "<M-]>c"), (["\u{1B}x"], "<M-x>"), (["\u{1B}]\u{1B}"], "<M-]><Esc>"),
    (["\u{1B}P"], "<M-P>"), (["\u{1B}Pj"], "<M-P>j"),
  ])
  func keysStayKeysWhileAnAnswerIsAwaited(bursts: [String], keys: String) {
    for var decoder in [asking, KeyDecoder()] {
      #expect(notation(bursts.flatMap { decoder.events(from: characters($0)) }) == keys)
    }
  }

  @Test(arguments: [
    ("\r", "<Enter>"), ("\u{3}", "<C-c>"), ("\u{1B}", "<Esc>"), ("\u{1B}[A", "<Up>"),
    ("\u{1B}x", "<M-x>"),
  ])
  func stringWithoutAnEndGivesTheKeyboardBack(next: String, keys: String) {
    var decoder = KeyDecoder()
    #expect(decoder.events(from: characters("\u{1B}]11;rgb:ffff")).isEmpty)
    #expect(notation(decoder.events(from: characters(next))) == keys)
    #expect(notation(decoder.events(from: characters("j"))) == "j")
  }

  @Test func codeOfAKeyBreaksAStringOff() {
    var decoder = KeyDecoder()
    let up = KeyDecoding.definitions.first { $0.sequence == "\u{1B}[A" }?.code ?? 0
    let burst = characters("\u{1B}]0;title") + [.code(up)] + characters("j")
    #expect(notation(decoder.events(from: burst)) == "<Up>j")
  }

  @Test func pasteIsNoAnswer() {
    var decoder = asking
    let burst =
      [.code(KeyDecoding.pasteBegin)] + characters("\u{1B}]11;rgb:f/f/f\u{7}\u{1B}[201~")
    #expect(decoder.events(from: burst) == [.paste("\u{1B}]11;rgb:f/f/f\u{7}")])
    #expect(decoder.awaitsBackground)
  }
}
