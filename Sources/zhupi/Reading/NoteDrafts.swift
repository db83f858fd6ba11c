import AnnotationJournal
import BulletinCore
import BulletinReader

/// The notes of one document that were typed and not saved, as they are kept beside any journal.
///
/// Each reader keeps its own: what one types or saves leaves the drafts of others alone, and those
/// of a reader that still runs are not offered elsewhere.
final class NoteDrafts {
  private let folder: DraftFolder
  private let prefix: String
  private let path: String?
  private let holder: DraftHolder
  private var keys: [AnnotationSubject: String] = [:]
  /// What drafts were written to whose place is a guess; it stays theirs until they are saved.
  private var unsureTargets: [AnnotationSubject: Target] = [:]

  /// Makes a keeper; nil where there is no folder to keep anything in.
  /// - Parameter disk: what that folder is on.
  init?(_ opened: OpenDocument, _ invocation: Invocation, disk: any Disk) {
    guard let state = invocation.environment.stateFolder.map({ DiskPath(bytes: $0.bytes) }),
      let surroundings = try? invocation.surroundings()
    else { return nil }
    folder = DraftFolder(stateFolder: state, disk: disk, surroundings: surroundings)
    holder = DraftHolder(stateFolder: state, disk: disk, surroundings: surroundings)
    path = opened.file.flatMap(ReadingPlaces.absolutePath)?.text
    prefix = (opened.key ?? PresentText(opened.bulletin).edition.id) + "#"
  }

  /// What is there to go on with: of this reader, and of those that run no longer.
  func found(in document: AnnotatedDocument) -> [NoteDraft] {
    keys = [:]
    unsureTargets = [:]
    return folder.all().compactMap { draft in
      guard isOfThisFile(draft), !holder.isHeldElsewhere(name(in: draft.key)),
        let found = place(of: draft, in: document)
      else { return nil }
      // Of two for one place the other is offered once this one is done with.
      guard keys[found.subject] == nil else { return nil }
      keys[found.subject] = draft.key
      if !found.isSure { unsureTargets[found.subject] = draft.target }
      return NoteDraft(
        subject: found.subject, text: draft.text, former: draft.former,
        isPlaceUnsure: !found.isSure)
    }
  }

  private func isOfThisIssue(_ draft: Draft) -> Bool { draft.key.hasPrefix(prefix) }

  /// A masthead that was corrected makes another issue of a file, to the journal too; the file's path
  /// is the same.
  private func isOfThisFile(_ draft: Draft) -> Bool {
    isOfThisIssue(draft) || draft.path != nil && draft.path == path
  }

  /// What a draft goes on with in a document, and whether that is certain; nil where it belongs to
  /// another: of a file of another issue where what it was written to is not there.
  private func place(
    of draft: Draft, in document: AnnotatedDocument
  ) -> (subject: AnnotationSubject, isSure: Bool)? {
    let isSameIssue = isOfThisIssue(draft)
    if let id = draft.annotation,
      isSameIssue || document.annotations.contains(where: { $0.annotation.id == id })
    {
      return (.annotation(id), true)
    }
    guard let target = draft.target else { return nil }
    if let found = document.foundBytes(of: target) { return (.text(found.bytes), found.isSure) }
    return isSameIssue ? (.text(document.formerBytes(of: target)), false) : nil
  }

  /// Keeps what is typed; it is on the disk when this returns.
  /// - Parameter journal: knows the document; without it the draft is kept all the same.
  func keep(
    _ draft: NoteDraft, _ opened: OpenDocument, _ journal: ReaderJournal?
  ) throws(Failure) {
    var kept = Draft(key: ownKey(of: draft.subject), text: draft.text)
    kept.path = path
    kept.former = draft.former
    switch draft.subject {
    case .annotation(let id):
      kept.annotation = id
      kept.target = journal?.target(of: id)
    case .text(let bytes):
      let known = draft.isPlaceUnsure ? unsureTargets[draft.subject] : nil
      kept.target = known ?? journal?.target(bytes) ?? opened.target(bytes)
    }
    do throws(JournalError) {
      try save(kept, of: draft.subject)
    } catch {
      throw .journal(Word("drafts"), error)
    }
  }

  private func save(_ draft: Draft, of subject: AnnotationSubject) throws(JournalError) {
    try holder.hold()
    let earlier = keys[subject]
    try folder.save(draft)
    keys[subject] = draft.key
    // It was another reader's, and goes on here.
    if let earlier, earlier != draft.key { try folder.discard(earlier) }
  }

  /// Forgets what was typed: it was saved, or is not wanted.
  func discard(_ subject: AnnotationSubject) throws(Failure) {
    guard let key = keys.removeValue(forKey: subject) else { return }
    do throws(JournalError) {
      try folder.discard(key)
    } catch {
      throw .journal(Word("drafts"), error)
    }
  }

  /// What a draft is kept under: its document, what it is written to, and who types. One of this
  /// reader that was kept before the text was amended keeps its name.
  private func ownKey(of subject: AnnotationSubject) -> String {
    if let key = keys[subject], name(in: key) == holder.name { return key }
    let place =
      switch subject {
      case .annotation(let id): id
      case .text(let bytes): "\(bytes.lowerBound)-\(bytes.upperBound)"
      }
    return prefix + place + "#" + holder.name
  }

  /// The reader that a key names; where none did it is a name that nobody has.
  private func name(in key: String) -> String {
    key.lastIndex(of: "#").map { String(key[key.index(after: $0)...]) } ?? ""
  }
}

extension OpenDocument {
  /// A target for bytes of the source, of a document that no journal needs to know.
  fileprivate func target(_ bytes: Range<Int>) -> Target {
    let present = PresentText(bulletin)
    return present.makeTarget(present.range(drawnAs: bytes), document: "")
  }
}
