/// What keys mean.
enum Mode: Sendable {
  /// They are commands to the pane with the focus.
  case normal
  /// The same, and motions in the text extend what is selected.
  case visual(Selection)
  /// They are typed into a line; `below` is what comes back when it closes.
  case prompt(Prompt, below: Below)
  /// They are typed into a note.
  case note(OpenNote)
  /// They move through the table of keys.
  case help(HelpState)

  /// Its name in output.
  var name: String {
    switch self {
    case .normal, .help: "normal"
    case .visual(let selection): selection.byUnit ? "visual-unit" : "visual"
    case .prompt: "prompt"
    case .note: "note"
    }
  }

  /// What a prompt stands before.
  enum Below: Sendable {
    case panes
    case visual(Selection)
    case help(HelpState)
  }
}

/// The table of keys while it is open.
struct HelpState: Equatable, Sendable {
  /// Rows above the first one that shows.
  var scrolled = 0
  /// Only lines with these words are listed.
  var filter = ""
  /// What is selected below it.
  var selection: Selection?
}

/// A note being written.
struct OpenNote: Equatable, Sendable {
  /// What it is written to.
  let subject: AnnotationSubject
  /// What the box is headed by: the place.
  let heading: String
  /// The text and its caret.
  var editor: NoteEditor
  /// The note that stands there, as far as its writer knows; nil where there is none.
  var former: String?
  /// Whether it was opened with a draft, which is not saved yet.
  let isDraft: Bool
  /// Whether the place of that draft is a guess.
  var isPlaceUnsure = false
  /// Whether asking once more to discard it throws it away.
  var asksToDiscard = false

  /// Whether there is anything that could be lost.
  var isChanged: Bool { isDraft || editor.isChanged }

  /// What of it is kept until it is saved.
  var draft: NoteDraft {
    NoteDraft(
      subject: subject, text: editor.text, former: former, isPlaceUnsure: isPlaceUnsure)
  }
}

/// What the message line says until the next key.
struct Message: Equatable, Sendable {
  /// The words.
  let words: String
  /// Whether something went wrong.
  var isError = false
}
