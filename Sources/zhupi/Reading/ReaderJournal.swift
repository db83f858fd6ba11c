import AnnotationJournal
import BulletinCore
import BulletinReader

/// The journal behind a reader: does what the reader asks for, and finds out what others did.
final class ReaderJournal {
  /// Tells that files of the journal changed.
  let watch: FolderWatch
  private let journal: OpenJournal
  private let document: AnnotatedDocument
  private let file: Word?
  private let home: Word?
  private let author: AuthorName
  /// Who annotates, once that was asked: it may take a program to tell.
  private var authorName: String?
  private let surroundings: Surroundings
  private let language: Language
  private var shownDay: CalendarDay?
  /// Who reads does not wait long: what was typed stays, and is saved with the next try.
  private static let patience = 1_000

  /// Reads the journal and finds the annotations of a document in it.
  /// - Parameter disk: what it is on; another than the system's keeps changes from it.
  init(
    _ opened: OpenDocument, _ settings: ReaderSettings, _ invocation: Invocation, disk: any Disk
  ) throws(Failure) {
    guard let state = invocation.environment.stateFolder else { throw .noJournal }
    surroundings = try invocation.surroundings()
    language = settings.language
    author = AuthorName(invocation, settings.configuration)
    let finder = try JournalFinder(invocation, settings.configuration)
    file = opened.file
    home = invocation.environment.home
    let place = try finder.journal(of: file)
    journal = try OpenJournal(
      place, stateFolder: state, surroundings: surroundings, disk: disk, patience: Self.patience)
    document = AnnotatedDocument(
      opened.bulletin, path: file.flatMap(place.name), writer: journal.writer)
    watch = FolderWatch(DiskPath(bytes: place.folder.bytes))
    try journal.doing { () throws(JournalError) in try document.load() }
  }

  /// The day on which follow-ups are judged.
  var today: CalendarDay { .today(at: surroundings.now()) }

  /// Hands the annotations to the reader as they now are.
  func show(in session: inout Session) {
    shownDay = today
    session.show(document.annotations, today: today)
    session.offer(tags: journal.folder.journal.tagNames)
  }

  /// Hands over what a reader begins with: annotations, tags in use, drafts, and what there is to
  /// know about the journal.
  func begin(_ session: inout Session, _ drafts: NoteDrafts?) {
    show(in: &session)
    offer(drafts, in: &session)
    if let remark = warning ?? readOnlyRemark { session.add(remark(language)) }
  }

  /// Offers what was typed into notes and not saved, where the text now is.
  func offer(_ drafts: NoteDrafts?, in session: inout Session) {
    session.offer(drafts?.found(in: document) ?? [])
  }

  /// What there is to know about the journal, though everything works.
  private var warning: Text? {
    let warnings = JournalWarning.all(of: journal.folder)
    guard let advice = warnings.last?.advice else { return nil }
    let found = warnings.map(\.found)
    return Text(
      zh: "批注库：" + (found + [advice]).map(\.zh).joined(separator: "；"),
      en: "journal: " + (found + [advice]).map(\.en).joined(separator: "; "))
  }

  /// A journal that cannot be written to is opened for reading, and says so.
  private var readOnlyRemark: Text? {
    let folder = journal.place.folder
    guard exists(folder), !folder.isWritable else { return nil }
    return Text(
      zh: "批注库 \(folder.text) 只读：可以阅读，不能批注",
      en: "the journal \(folder.text) is read-only: reading works, annotating does not")
  }

  /// Takes what others did since the last look.
  /// - Returns: whether there is anything new to show: an annotation of this document came, changed
  ///   or went, or another day began.
  func refresh() throws(Failure) -> Bool {
    _ = watch.drain()
    let isChanged = try journal.doing { () throws(JournalError) in try document.refresh() }
    return isChanged || shownDay != today
  }

  /// Takes another reading of the file, and says what became of the annotations.
  func replace(_ opened: OpenDocument) throws(Failure) -> Text {
    try journal.doing { () throws(JournalError) in try document.replace(opened.bulletin) }
    return ReloadWords.text(of: document.annotations.map(\.anchor.state))
  }
}

extension OpenDocument {
  /// Reads the file anew and hands it to the reader, the annotations found again and notes that are
  /// not saved offered again. Where it cannot be read, the old text stays.
  /// - Returns: what to say beyond what the reader says itself.
  mutating func readAgain(
    in session: inout Session, _ journal: ReaderJournal?, _ notes: NoteDrafts?,
    encoding: TextEncoding?
  ) throws(Failure) -> Text? {
    guard let again = try readAgain(encoding: encoding) else {
      return Text(zh: "这里没有可以重新读取的文件", en: "there is no file to read again")
    }
    self = again
    session.reload(again.bulletin)
    guard let journal else { return nil }
    let words: Text
    do throws(Failure) {
      words = try journal.replace(again)
    } catch {
      journal.show(in: &session)
      throw error
    }
    journal.show(in: &session)
    journal.offer(notes, in: &session)
    return words
  }
}

// MARK: Requests

extension ReaderJournal {
  /// Does what the reader asks for. What comes back as made is on the disk.
  func carryOut(_ request: JournalRequest) -> JournalOutcome {
    do throws(Failure) {
      let name: String
      if let authorName { name = authorName } else { name = try author.find() }
      authorName = name
      return try journal.doing { () throws(JournalError) in
        try request.carryOut(on: document, by: name)
      }
    } catch {
      let words = error.readerMessage(language)
      if case .journal(_, .notSaved) = error { return .notSaved(words) }
      return .failed(words)
    }
  }
}

extension ReaderJournal {
  /// Writes the annotations of the document to a file, and says so.
  ///
  /// - Parameters:
  ///   - path: as it was typed: from the working folder on, or from `~/`.
  ///   - overwrites: whether a file that is there already may go.
  ///   - isDry: whether nothing is to be written.
  func export(
    _ format: ExportFormat, to path: String, overwrites: Bool, isDry: Bool
  ) throws(Failure) -> Text {
    guard let target = Word(expanding: path, home: home) else { throw .noJournal }
    let output = ExportFile(
      file: target, bulletins: [file].compactMap { $0 }, journals: [journal])
    try output.check(target.realPathOfAny)
    // Nobody may read what is written to a pipe, and the reader would wait.
    guard !output.isStream else { throw .isNoFile(target) }
    guard overwrites || !output.replacesFile else { throw .alreadyThere(target, format) }
    let rows = ListedAnnotation.all(of: document, file: file)
    let export = AnnotationExport(rows: rows, language: language)
    let count = rows.count
    let things = count == 1 ? "1 annotation" : "\(count) annotations"
    if isDry {
      return Text(
        zh: "\(count) 条批注没有写到 \(path)：这里不写文件（render 要加 --write）",
        en: "\(things) not written to \(path): nothing is, without --write")
    }
    try output.write(export, as: format)
    return Text(
      zh: "已把 \(count) 条批注导出到 \(path)",
      en: "\(things) written to \(path)")
  }
}

extension ReaderJournal {
  /// A target for bytes of the source.
  func target(_ bytes: Range<Int>) -> Target { document.target(bytes: bytes) }

  /// What an annotation is attached to.
  func target(of id: String) -> Target? { journal.folder.journal.annotation(id)?.target }
}

/// What a message says about annotations after a file was read again.
enum ReloadWords {
  /// Counts what is not where it was.
  static func text(of states: [AnchorState]) -> Text {
    let names: [(state: AnchorState, name: Text)] = [
      (.moved, Text(zh: "移动", en: "moved")), (.changed, Text(zh: "改动", en: "changed")),
      (.doubtful, Text(zh: "待确认", en: "doubtful")),
      (.orphaned, Text(zh: "失锚", en: "lost their text")),
    ]
    let counts = names.compactMap { state, name -> Text? in
      let count = states.count { $0 == state }
      return count == 0 ? nil : Text(zh: "\(name.zh) \(count)", en: "\(count) \(name.en)")
    }
    guard !counts.isEmpty else { return Text(zh: "已重新读取", en: "read again") }
    return Text(
      zh: "已重新读取；批注：" + counts.map(\.zh).joined(separator: "，"),
      en: "read again; annotations: " + counts.map(\.en).joined(separator: ", "))
  }
}
