import Testing

@testable import BulletinReader

@Suite struct NoteEditorPropertyTests {
  @Test(arguments: 0..<60)
  func editingAgreesWithAPlainArray(seed: Int) {
    var chance = RandomReading(seed: UInt64(seed))
    // Some begin with more than one piece of text.
    let start = NoteSamples.text(pieces: [0, 5, 60, 900][seed % 4], &chance)
    let desk = NoteDesk(start)
    var plain = PlainNote(start)
    for step in 0..<80 {
      if Int.random(in: 0..<3, using: &chance) == 0 {
        let words = NoteSamples.text(pieces: Int.random(in: 0...3, using: &chance), &chance)
        desk.note.insert(words.unicodeScalars)
        plain.insert(Array(words.unicodeScalars))
      } else {
        let command = NoteSamples.commands.randomElement(using: &chance) ?? .yank
        desk.edit(command)
        plain.edit(command)
        #expect(desk.kill == plain.kill, "\(command) in step \(step)")
      }
      #expect(desk.note.caret == plain.caret, "step \(step)")
      guard desk.scalars == plain.scalars else {
        Issue.record("another text in step \(step)")
        return
      }
    }
    #expect(Array(desk.note.text.unicodeScalars) == plain.scalars)
  }

  @Test(arguments: 0..<60)
  func undoOfEverythingGivesTheOriginalAndRedoGivesItBack(seed: Int) {
    var chance = RandomReading(seed: UInt64(seed) &+ 1_000)
    let original = NoteSamples.text(pieces: seed % 2 * 700, &chance)
    let desk = NoteDesk(original)
    var texts: Set = [Array(original.unicodeScalars)]
    for _ in 0..<120 {
      switch Int.random(in: 0..<8, using: &chance) {
      case 0: desk.note.insert(NoteSamples.text(pieces: 4, &chance).unicodeScalars)
      case 1:
        for scalar in NoteSamples.text(pieces: 2, &chance).unicodeScalars {
          desk.type(String(scalar))
          texts.insert(desk.scalars)
        }
      case 2: desk.edit(.breakLine)
      case 3: desk.note.undo()
      case 4: desk.note.redo()
      default: desk.edit(NoteSamples.commands.randomElement(using: &chance) ?? .yank)
      }
      texts.insert(desk.scalars)
    }
    let final = desk.note.content
    var steps = 0
    while desk.undo() {
      steps += 1
      #expect(texts.contains(desk.scalars), "a step leads to what never stood there")
    }
    #expect(desk.note.text == original)
    #expect(!desk.note.isChanged)
    for _ in 0..<steps { #expect(desk.redo()) }
    #expect(desk.note.content == final || !desk.redo())
    while desk.redo() {}
    while desk.undo() {}
    #expect(desk.note.text == original)
  }

  @Test(arguments: 0..<40)
  func cuttingAndPuttingBackChangesNothing(seed: Int) {
    var chance = RandomReading(seed: UInt64(seed) &+ 2_000)
    let text = NoteSamples.text(pieces: 80, &chance)
    let cuts: [Command] = [.killToEnd, .killToStart, .deleteWord]
    for _ in 0..<20 {
      let desk = NoteDesk(text)
      let place = Int.random(in: 0...desk.note.content.count, using: &chance)
      desk.note.move(to: desk.note.content.boundary(atOrAfter: place))
      desk.kill = []
      for _ in 0..<Int.random(in: 1...5, using: &chance) {
        desk.edit(cuts.randomElement(using: &chance) ?? .killToEnd)
      }
      guard !desk.kill.isEmpty else { continue }
      desk.edit(.yank)
      #expect(desk.note.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  /// Moving and deleting never leave a part of a character: what is there is there whole.
  @Test(arguments: ["e\u{301}", "👩‍🌾", "👍🏽", "☎️", "🇨🇳", "각", "क्षि", "a\u{20DD}\u{301}\u{302}", "\n"])
  func charactersStayWhole(character: String) {
    let line = String(repeating: character, count: 300)
    let desk = NoteDesk(line)
    let each = character.unicodeScalars.count
    for index in (0..<300).reversed() {
      desk.edit(.caretLeft)
      #expect(desk.note.caret == index * each)
    }
    for index in 1...300 {
      desk.edit(.caretRight)
      #expect(desk.note.caret == index * each)
    }
    for index in (150..<300).reversed() {
      desk.edit(.deleteBefore)
      #expect(desk.note.content.count == index * each)
    }
    desk.note.move(to: 0)
    for index in (0..<150).reversed() {
      desk.edit(.deleteAfter)
      #expect(desk.note.content.count == index * each)
    }
  }
}
