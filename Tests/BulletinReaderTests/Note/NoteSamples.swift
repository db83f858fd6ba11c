@testable import BulletinReader

/// Texts of all that is hard to edit, by chance.
enum NoteSamples {
  /// Each comes whole; some join what stands before them.
  static let pieces = [
    "数据", "台账", "第三条", "word", "10.5%", "，", "。", "（", "”", "…", "——", " ", "  ", "　", "\n", "\n",
    "e\u{301}", "a\u{20DD}\u{301}", "👩‍🌾", "👍🏽", "☎️", "🇨🇳", "가", "각", "\u{301}", "\u{200D}",
    "\u{FE0F}", "\t", "\u{1B}[31m", "\u{9B}2J", "\u{202E}", "\u{0}", "\u{2028}", "𠀀", "क्षि",
  ]

  static func text(pieces count: Int, _ chance: inout RandomReading) -> String {
    (0..<count).reduce(into: "") { text, _ in text += pieces.randomElement(using: &chance) ?? "" }
  }

  static let commands: [Command] = [
    .caretLeft, .caretRight, .caretWordLeft, .caretWordRight, .caretStart, .caretEnd,
    .deleteBefore, .deleteAfter, .deleteWord, .killToStart, .killToEnd, .yank,
  ]
}

/// An editor with what was cut and the field it stands in.
final class NoteDesk {
  var note: NoteEditor
  var kill: [Unicode.Scalar] = []
  var width = 40
  var ambiguousWide = false

  init(_ text: String, width: Int = 40) {
    note = NoteEditor(text: text)
    self.width = width
  }

  var scalars: [Unicode.Scalar] { note.content.scalars(in: 0..<note.content.count) }

  var layout: NoteLayout {
    NoteLayout(note.content, width: width, ambiguousWide: ambiguousWide)
  }

  func edit(_ commands: Command...) { commands.forEach { edit($0) } }

  func edit(_ command: Command) {
    note.edit(command, kill: &kill, width: width, ambiguousWide: ambiguousWide)
  }

  func type(_ text: String) {
    for scalar in text.unicodeScalars { note.insert(CollectionOfOne(scalar)) }
  }

  func paste(_ text: String) -> Int { note.insert(text.unicodeScalars) }
  func undo() -> Bool { note.undo() }
  func redo() -> Bool { note.redo() }

  /// The text with the caret as `|`.
  var picture: String {
    var scalars = Array(note.text.unicodeScalars)
    scalars.insert("|", at: note.caret)
    return String(scalars: scalars)
  }
}
