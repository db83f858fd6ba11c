import Testing

@testable import BulletinReader

@Suite struct NoteEditorTests {
  @Test(arguments: [
    ("甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁"), ("\r\r\n\n", "\n\n\n"),
    ("\u{1B}[2J\u{0}\t\u{9B}", "\u{1B}[2J\u{0}\t\u{9B}"),
  ])
  func lineEndsAreOneAndOtherControlsStay(pasted: String, kept: String) {
    #expect(NoteEditor(text: pasted).text == kept)
    let desk = NoteDesk("")
    #expect(desk.paste(pasted) == 0)
    #expect(desk.note.text == kept)
  }

  @Test func whatHasNoRoomIsCounted() {
    let desk = NoteDesk(String(repeating: "字", count: NoteEditor.longest - 1))
    #expect(desk.paste("甲乙\r\n丙") == 3)
    #expect(desk.paste("甲") == 1)
    #expect(desk.note.content.count == NoteEditor.longest)
  }

  @Test func aLargePasteStaysTextAndIsOneStep() {
    let desk = NoteDesk("前后")
    desk.edit(.caretLeft)
    let line = "第三条 \u{1B}]52;c;AAAA\u{7}\u{1B}[201~台账\r\n"
    desk.note.insert(String(repeating: line, count: 20_000).unicodeScalars)
    let text = desk.note.text
    #expect(text.hasPrefix("前第三条 \u{1B}]52;c;AAAA\u{7}\u{1B}[201~台账\n"))
    #expect(text.hasSuffix("台账\n后"))
    #expect(text.unicodeScalars.count == 2 + 20_000 * (line.unicodeScalars.count - 1))
    desk.edit(.deleteBefore, .caretWordLeft, .killToEnd)
    desk.note.undo()
    desk.note.undo()
    #expect(desk.note.text == text)
    desk.note.undo()
    #expect(desk.picture == "前|后")
  }

  @Test func runsOfTypingAreOneStep() {
    let desk = NoteDesk("")
    desk.type("核对上位法")
    desk.edit(.breakLine)
    desk.type("第七条")
    desk.edit(.deleteBefore, .deleteBefore)
    desk.type("九条")
    desk.edit(.caretStart)
    desk.type("见")
    let states = [
      "核对上位法\n见|第九条", "核对上位法\n|第九条", "核对上位法\n第|", "核对上位法\n第七条|", "核对上位法|", "|",
    ]
    #expect(desk.picture == states[0])
    for state in states.dropFirst() {
      #expect(desk.undo())
      #expect(desk.picture == state)
    }
    #expect(!desk.undo())
    for state in states.reversed().dropFirst() {
      #expect(desk.redo())
      let text = state.filter { $0 != "|" }
      #expect(desk.note.text == text)
    }
    #expect(!desk.redo())
  }

  @Test func typingForgetsWhatWasTakenBack() {
    let desk = NoteDesk("甲")
    desk.type("乙")
    desk.edit(.undoTyping, .redoTyping, .undoTyping)
    desk.type("丙")
    #expect(!desk.redo())
    #expect(desk.picture == "甲丙|")
  }

  @Test func undoKeepsSoManyStepsOnly() {
    let desk = NoteDesk("")
    for _ in 0..<300 { desk.edit(.breakLine) }
    var steps = 0
    while desk.undo() { steps += 1 }
    #expect(steps == 200)
    #expect(desk.note.content.count == 100)
  }

  @Test func cutsInARowComeBackTogether() {
    let desk = NoteDesk("一二 三四\n五六\n七")
    desk.note.move(to: 3)
    desk.edit(.killToEnd, .killToEnd, .killToEnd, .deleteWord)
    #expect(desk.picture == "|\n七")
    #expect(String(scalars: desk.kill) == "一二 三四\n五六")
    desk.edit(.caretEnd, .caretRight, .killToEnd)
    #expect(String(scalars: desk.kill) == "七")
  }

  @Test func aCutOfNothingKeepsWhatWasCut() {
    let desk = NoteDesk("甲 乙")
    desk.edit(.deleteWord, .killToEnd)
    #expect(String(scalars: desk.kill) == "乙")
    desk.edit(.yank, .caretLeft, .yank)
    #expect(desk.picture == "甲 乙|乙")
  }

  @Test func wordsAreRunsOfOneKindAcrossLines() {
    let desk = NoteDesk("达到10.5%。\n\n e\u{301}lan 台账")
    var places: [String] = []
    for _ in 0..<8 {
      desk.edit(.caretWordLeft)
      places.append(desk.picture)
    }
    #expect(
      places.prefix(6) == [
        "达到10.5%。\n\n e\u{301}lan |台账", "达到10.5%。\n\n |e\u{301}lan 台账",
        "达到10.5%|。\n\n e\u{301}lan 台账", "达到10.|5%。\n\n e\u{301}lan 台账",
        "达到10|.5%。\n\n e\u{301}lan 台账", "达到|10.5%。\n\n e\u{301}lan 台账",
      ])
    desk.note.move(to: 2)
    desk.edit(.caretWordRight)
    #expect(desk.picture == "达到10|.5%。\n\n e\u{301}lan 台账")
    desk.note.move(to: 8)
    desk.edit(.caretWordRight)
    #expect(desk.picture == "达到10.5%。\n\n e\u{301}lan| 台账")
  }

  @Test func aWordIsDeletedWithinItsLine() {
    let desk = NoteDesk("甲\n  乙")
    desk.edit(.deleteWord, .deleteWord)
    #expect(desk.picture == "甲\n|")
    desk.edit(.deleteWord)
    #expect(desk.picture == "甲|")
    desk.edit(.yank)
    #expect(desk.picture == "甲\n  乙|")
  }

  @Test func aMarkThatJoinsWhatIsTypedStaysWithIt() {
    let desk = NoteDesk("\u{301}")
    desk.note.move(to: 0)
    desk.type("ab")
    #expect(desk.note.text == "a\u{301}b")
  }

  @Test func whetherAnythingChanged() {
    let desk = NoteDesk("甲乙")
    #expect(!desk.note.isChanged)
    desk.edit(.deleteBefore)
    #expect(desk.note.isChanged)
    desk.type("乙")
    #expect(!desk.note.isChanged)
  }
}
