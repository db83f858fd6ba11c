import AnnotationJournal
import BulletinReader
import BulletinScreen

/// Annotations in lines for people: `PATH:LINE:PLACE: “quote” note #tag  ID`.
struct AnnotationLines {
  private let today: CalendarDay
  private let language: Language
  /// How many letters of an id tell it from all others.
  private let idLength: Int

  /// The longest quote that is shown, in cells.
  private static let quoteWidth = 40
  /// The longest note that is shown where one looks for what is due, in cells.
  private static let noteWidth = 60

  /// Makes lines for a listing of annotations from journals.
  init(
    _ rows: [ListedAnnotation], of journals: Journals, today: CalendarDay, _ language: Language
  ) {
    self.today = today
    self.language = language
    idLength = Self.length(
      telling: rows.map(\.annotation.id),
      among: journals.all.lazy.flatMap { $0.folder.journal.shownIDs })
  }

  /// An annotation of a listing in reading order.
  func line(_ row: ListedAnnotation) -> String {
    let annotation = row.annotation
    var parts = ["\(place(row)): \(quote(row))"]
    if let state = state(row) { parts.append(state) }
    if let note = annotation.note { parts.append(note) }
    parts += annotation.tags.map { "#" + $0 }
    if let followUp = annotation.followUp {
      parts.append(
        "["
          + [followUp.status, when(row), who(row)].compactMap { $0 }
          .joined(separator: " ") + "]")
    }
    return parts.joined(separator: " ") + "  " + id(row)
  }

  /// Follow-ups with the day first, in columns.
  func followUps(_ rows: [ListedAnnotation]) -> [String] {
    let days = rows.map { when($0) ?? Text(zh: "不定期", en: "no date")(language) }
    let width = days.map(cells).max() ?? 0
    return zip(rows, days).map { row, day in
      let mark = row.isOverdue(today) ? "! " : "  "
      let gap = String(repeating: " ", count: width - cells(day) + 2)
      let note = row.annotation.note.map { Self.shortened($0, to: Self.noteWidth) }
      var parts = [place(row) + ":", note ?? quote(row)]
      if let state = state(row) { parts.append(state) }
      parts += row.annotation.tags.map { "#" + $0 }
      if row.annotation.followUp?.status == FollowUpStatus.waiting.rawValue {
        parts.append("[\(FollowUpStatus.waiting.rawValue)]")
      }
      parts += [who(row)].compactMap { $0 }
      return mark + day + gap + parts.joined(separator: " ") + "  " + id(row)
    }
  }

  /// As `rg` shows places, so that editors find them.
  private func place(_ row: ListedAnnotation) -> String {
    let parts = [row.path ?? "-", row.range.map { String($0.line) } ?? "-", row.place]
    return parts.filter { !$0.isEmpty }.joined(separator: ":")
  }

  private func quote(_ row: ListedAnnotation) -> String {
    "“" + Self.shortened(row.placed.quote, to: Self.quoteWidth) + "”"
  }

  /// The beginning of a text in one line.
  private static func shortened(_ text: String, to limit: Int) -> String {
    var shown = String.UnicodeScalarView()
    var width = 0
    for scalar in text.unicodeScalars {
      width += CharacterWidth.cells(String(scalar), ambiguousWide: false)
      if width > limit {
        shown.append("…")
        break
      }
      shown.append(scalar == "\n" ? " " : scalar)
    }
    return String(shown)
  }

  /// What is to be known of a place that is not simply there.
  private func state(_ row: ListedAnnotation) -> String? {
    row.placed.anchor.state.remark.map { "(" + $0(language) + ")" }
  }

  /// When it is due, and how many days that is past.
  private func when(_ row: ListedAnnotation) -> String? {
    guard let due = row.annotation.followUp?.due else { return nil }
    guard row.isOverdue(today), let day = row.due else { return due }
    let days = day.days(to: today)
    return due + " " + Text(zh: "逾期\(days)天", en: "overdue \(days)d")(language)
  }

  private func who(_ row: ListedAnnotation) -> String? {
    row.annotation.followUp?.assignee.map { "@" + $0 }
  }

  private func id(_ row: ListedAnnotation) -> String { String(row.annotation.id.prefix(idLength)) }

  private func cells(_ text: String) -> Int { CharacterWidth.cells(text, ambiguousWide: false) }

  /// How many letters tell ids apart from all others, at least eight.
  static func length(telling ids: [String], among all: some Sequence<String>) -> Int {
    var length = 8
    let heads = Set(ids.map { $0.prefix(length) })
    // Most others differ early: only the rest is sorted.
    let alike = Set(ids).union(all.filter { heads.contains($0.prefix(length)) }).sorted()
    for (left, right) in zip(alike, alike.dropFirst()) {
      length = max(length, zip(left, right).prefix { $0 == $1 }.count + 1)
    }
    return length
  }
}

extension AnchorState {
  /// What is to be known of a place that is not simply there; nil where it is.
  var remark: Text? {
    switch self {
    case .exact, .moved: nil
    case .changed: Text(zh: "原文已改", en: "text amended")
    case .doubtful: Text(zh: "位置存疑", en: "place doubtful")
    case .orphaned: Text(zh: "原文已删", en: "text gone")
    case .absent: Text(zh: "文件不在", en: "file absent")
    }
  }
}

extension Output {
  /// Adds a line in which words of files and journals stand: nothing in it breaks the line or is
  /// obeyed by a terminal.
  mutating func writeLine(_ line: String) throws(Failure) {
    try write(VisibleSign.inOneLine(line))
    try endLine()
  }
}
