public import AnnotationJournal

/// What a command wants done to the journal. The loop does it, and answers with
/// `Session.finish`; until then nothing is shown as made.
public enum JournalRequest: Equatable, Sendable {
  /// Annotate bytes of the source as they are drawn.
  case annotate(Range<Int>, [Change.Field])
  /// Change fields of an annotation.
  case edit(String, [Change.Field])
  /// Change the note of an annotation from what it was when one began.
  case editNote(String, from: String?, to: String?)
  /// Attach an annotation to bytes of the source: accept a doubtful place, or move it.
  case attach(String, Range<Int>)
  /// Confirm that an annotation's text is gone.
  case leaveOrphan(String)
  /// Take an annotation away.
  case remove(String)
  /// Take back the last change.
  case undo
  /// Do again what was taken back.
  case redo
  /// Try again to save what is not saved.
  case saveAgain
}

extension JournalRequest {
  /// Does it to a document. What comes back as made is on the disk.
  public func carryOut(
    on document: AnnotatedDocument, by author: String
  ) throws(JournalError) -> JournalOutcome {
    switch self {
    case .annotate(let bytes, let fields): try document.annotate(bytes: bytes, fields, by: author)
    case .edit(let id, let fields): try document.edit(id, fields, by: author)
    case .editNote(let id, let former, let note):
      let rival = try document.editNote(id, from: former, to: note, by: author)
      if let rival { return .overtaken(rival) }
    case .attach(let id, let bytes): try document.attach(id, bytes: bytes, by: author)
    case .leaveOrphan(let id): try document.leaveOrphan(id, by: author)
    case .remove(let id): try document.remove(id, by: author)
    case .undo: return .undone(try document.undo(by: author))
    case .redo: return .undone(try document.redo(by: author))
    case .saveAgain: try document.saveUnsaved()
    }
    return .made
  }
}

/// What became of a request.
public enum JournalOutcome: Equatable, Sendable {
  /// It is on the disk.
  case made
  /// It is on the disk: what was undone or redone; nil where nothing was left.
  case undone(UndoPlan?)
  /// It is not made: somebody changed the same note meanwhile.
  case overtaken(RivalNote)
  /// It is not made, and why.
  case failed(String)
  /// It was written where it may be lost, and why; it shows as not saved.
  case notSaved(String)
}

/// A note that was typed and not saved.
public struct NoteDraft: Hashable, Sendable {
  /// What it was written to.
  public let subject: AnnotationSubject
  /// What was typed.
  public let text: String
  /// The note that it was begun on; nil where there was none, or nobody knows.
  public let former: String?
  /// Whether the text that it was written to is amended or gone, so that its place is a guess.
  public let isPlaceUnsure: Bool

  /// Makes a draft.
  public init(
    subject: AnnotationSubject, text: String, former: String? = nil, isPlaceUnsure: Bool = false
  ) {
    self.subject = subject
    self.text = text
    self.former = former
    self.isPlaceUnsure = isPlaceUnsure
  }
}
