import AnnotationJournal
import BulletinCore
import BulletinReader

/// `zhupi journal log ID`, `zhupi journal log PLACE [FILE]`: what was done to annotations, by whom.
enum JournalLog {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let words = Array(invocation.arguments.operands.dropFirst())
    let file = words.count > 1 ? words[1] : nil
    let journal = try Journals(invocation).journal(of: file)
    let ids = try ids(words[0], file, journal, try invocation.encoding())
    for id in ids {
      for entry in journal.folder.journal.entries(of: id) {
        try output.writeLine(line(entry, invocation.environment.language))
      }
    }
    return 0
  }

  /// The annotations that a word means: by id, also of one that was removed; else those that touch
  /// a place of the file.
  private static func ids(
    _ word: Word, _ file: Word?, _ journal: OpenJournal, _ encoding: TextEncoding?
  ) throws(Failure) -> [String] {
    let records = journal.folder.journal
    if file == nil {
      if records.annotation(word.text) != nil || records.document(word.text) != nil {
        return [word.text]
      }
      let unknown: Failure
      do throws(Failure) {
        return [try journal.annotation(beginningWith: word.text).id]
      } catch {
        unknown = error
      }
      guard case .unknownAnnotation = unknown, (try? AnnotationJournal.Place(word.text)) != nil
      else {
        throw unknown
      }
    }
    let place: AnnotationJournal.Place
    do throws(PlaceError) { place = try AnnotationJournal.Place(word.text) } catch {
      throw .place(word, error)
    }
    if let file { return try ids(at: place, of: file, journal, encoding) }
    return try ids(at: place, of: try onlyFile(of: journal), journal, encoding)
  }

  private static func ids(
    at place: AnnotationJournal.Place, of file: Word, _ journal: OpenJournal,
    _ encoding: TextEncoding?
  ) throws(Failure) -> [String] {
    let bulletin = Bulletin(try readSource(file, encoding: encoding))
    let document = journal.document(bulletin, file: file)
    try journal.doing { () throws(JournalError) in try document.load() }
    let range: Range<Int>
    do throws(PlaceError) { range = try document.present.range(of: place) } catch {
      throw .place(file, error)
    }
    return document.annotations.filter { $0.anchor.range?.overlaps(range) == true }
      .map(\.annotation.id)
  }

  /// The file of a journal that knows no other: then a place needs no file.
  private static func onlyFile(of journal: OpenJournal) throws(Failure) -> Word {
    let paths = Set(journal.folder.journal.documents.compactMap(\.path))
    guard paths.count == 1, let path = paths.first else {
      throw .usage(.missingOperand(command: "journal"))
    }
    return journal.place.file(named: path)
  }

  /// `2026-11-20T08:00:00.123Z  甲  edit  note="…" #算力  W:41`
  private static func line(_ entry: JournalEntry, _ language: Language) -> String {
    let fields = entry.change.fields.map { shown($0, language) }.filter { !$0.isEmpty }
    let what =
      entry.change.undoes == nil
      ? entry.change.action.rawValue : entry.change.action.rawValue + " (undo)"
    return ([entry.at, entry.author, what] + fields + ["\(entry.place.writer):\(entry.place.seq)"])
      .joined(separator: "  ")
  }

  /// A field and its value, a target by its words.
  private static func shown(_ field: Change.Field, _ language: Language) -> String {
    if field.name == "removed" { return "" }
    if field.name.hasPrefix("tag.") {
      return (field.value.isNull ? "-#" : "#") + field.name.dropFirst(4)
    }
    if field.name == "target", let target = Target(json: field.value.json) {
      return "“" + target.quote.exact.prefix(20) + (target.quote.exact.count > 20 ? "…”" : "”")
    }
    if field.value.isNull { return field.name + "=" }
    return field.name + "="
      + (field.value.text ?? String(decoding: field.value.json, as: UTF8.self))
  }
}
