import AnnotationJournal
import BulletinCore
import BulletinScreen
import Testing

@testable import BulletinReader

/// A bulletin with annotations in a journal that lives in memory, on a day of its own: Thursday,
/// 2026-11-26.
final class AnnotatedSample {
  let document: AnnotatedDocument
  private(set) var text: String
  /// Why the journal takes nothing; nil where it does.
  var refusal: String?
  /// The ids of the annotations, in the order in which they were made.
  private(set) var ids: [String] = []

  static let today = CalendarDay("2026-11-26") ?? CalendarDay.today(at: 0)

  /// - Parameters:
  ///   - disk: What the journal is on.
  ///   - seed: Another one is another writer.
  init(
    _ text: String = SampleBulletins.issue, disk: any Disk = OverlayDisk(), seed: UInt64 = 7
  ) throws {
    self.text = text
    var clock: Int64 = 1_793_600_000_000
    var chance = RandomReading(seed: seed)
    let surroundings = Surroundings(
      now: {
        clock += 1
        return clock
      },
      random: { chance.next() }, pause: { _ in }, machine: "test",
      user: Surroundings.ofProcess().user)
    let folder = try JournalFolder(
      DiskPath("/nowhere/journal"), disk: disk, surroundings: surroundings)
    document = AnnotatedDocument(
      SampleBulletins.bulletin(text), path: "issues/12.txt",
      writer: JournalWriter(folder, stateFolder: DiskPath("/nowhere/state\(seed)")))
    try document.load()
  }

  /// Annotates words of the text where they first stand.
  @discardableResult
  func annotate(
    _ words: String, _ fields: [Change.Field] = [], by author: String = "甲"
  ) throws -> String {
    try annotate(bytes: bytes(of: words), fields, by: author)
  }

  /// The bytes of words where they first stand in the text.
  func bytes(of words: String) throws -> Range<Int> {
    let range = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return start..<start + words.utf8.count
  }

  /// Annotates bytes of the text.
  @discardableResult
  func annotate(
    bytes: Range<Int>, _ fields: [Change.Field] = [], by author: String = "甲"
  ) throws -> String {
    let id = try document.annotate(bytes: bytes, fields, by: author)
    ids.append(id)
    return id
  }

  /// Takes another version of the text, in which the annotations are found again.
  func amend(_ text: String) throws {
    self.text = text
    try document.replace(SampleBulletins.bulletin(text))
  }

  /// The annotations as the reader has them.
  var list: AnnotationList { AnnotationList(document.annotations, today: Self.today) }

  /// A reader with the annotations.
  func driver(
    _ columns: Int = 112, _ rows: Int = 40, change: (inout Opening) -> Void = { _ in }
  ) -> ReaderDriver {
    let driver = ReaderDriver(text, columns, rows, change: change)
    driver.show(document.annotations, today: Self.today)
    driver.journal = self
    return driver
  }

  /// Does what a reader asks for, as the program does; a refusal says why.
  func carryOut(_ request: JournalRequest, by name: String = "甲") -> JournalOutcome {
    if let refusal { return .failed(refusal) }
    do throws(JournalError) {
      return try request.carryOut(on: document, by: name)
    } catch {
      if case .notSaved = error { return .notSaved("\(error)") }
      return .failed("\(error)")
    }
  }
}

extension AnnotatedSample {
  /// Makes annotations as a case's file tells them, one a line: the words, then `note:…`, `tag:…`,
  /// `color:…`, `status:…`, `due:…`, `to:…`, `by:…`, parted by tabs.
  func annotate(lines: String) throws {
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "\t").map(String.init)
      var author = "甲"
      var fields: [Change.Field] = []
      for part in parts.dropFirst() {
        let pair = part.split(separator: ":", maxSplits: 1).map(String.init)
        let value = pair.count == 2 ? pair[1].replacing("\\n", with: "\n") : ""
        switch pair[0] {
        case "note": fields.append(.note(value))
        case "tag": fields.append(.tag(value, true))
        case "color": fields.append(.color(value))
        case "status": fields.append(.status(value))
        case "due": fields += [.status("open"), .due(value)]
        case "to": fields.append(.assignee(value))
        case "by": author = value
        default: Issue.record("unknown field \(part)")
        }
      }
      try annotate(parts[0], fields, by: author)
    }
  }
}
