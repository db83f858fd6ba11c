internal import BulletinCore

/// The lines of a bulletin that end without a mark, such as titles, headings and captions, as
/// compared text: where flat text begins with one of them, it ends there too.
struct LineTexts: Sendable {
  /// A line, and whether no clause can hold it.
  private struct Line: Equatable {
    var scalars: [UInt32]
    var endsClause: Bool
  }

  /// The lines by the hash of their first scalars, longer ones first.
  private var lines: [UInt64: [Line]] = [:]

  /// How many scalars the hash takes of shorter lines, and of those that tell: no shorter line than
  /// the first is known.
  private static let headLengths = (2, telling)
  /// How many lines with one head are known.
  private static let bucketLimit = 64
  /// No longer line is a heading, in scalars.
  private static let longest = 80
  /// A shorter line is looked for only where a passage begins anyway.
  private static let telling = 8

  /// Knows no lines.
  init() {}

  /// The lines of a text as it is now, or of a part of it.
  init(_ present: PresentText, _ part: Range<Int>? = nil) {
    let bulletin = present.bulletin
    let first = part.flatMap { present.line(at: $0.lowerBound) } ?? 0
    let last = part.flatMap { present.line(at: $0.upperBound) } ?? .max
    var unit = bulletin.unit(after: first - 1)
    while let next = unit, next.line <= last {
      add(bulletin.text(of: next), endsClause: next.reading.role.endsClause)
      unit = bulletin.unit(after: next.line)
    }
    for key in lines.keys { lines[key]?.sort { $0.scalars.count > $1.scalars.count } }
  }

  private mutating func add(_ text: UnitText, endsClause: Bool) {
    guard text.scalars.count - text.labelCount <= 2 * Self.longest else { return }
    let normalized = text.scalars[text.labelCount...].map { normalForm($0.value) }
    let scalars = ComparedText(normalized.filter { $0 != 0 }).scalars
    guard scalars.count >= Self.headLengths.0, scalars.count <= Self.longest,
      let last = scalars.last,
      !last.endsSentence, !last.endsItem, last != 0x3A, last != 0x2C
    else { return }
    let line = Line(scalars: scalars, endsClause: endsClause)
    let isTelling = scalars.count >= Self.telling
    let key = contentHash(scalars, 0..<(isTelling ? Self.headLengths.1 : Self.headLengths.0))
    let known = lines[key] ?? []
    if known.count < Self.bucketLimit, !known.contains(line) {
      lines[key, default: []].append(line)
    }
  }

  /// The end of the longest known line that stands at the offset; nil where none does.
  func end(in text: [UInt32], at start: Int) -> Int? { line(in: text, at: start).map(\.end) }

  /// Whether a line stands at the offset that is long enough to be told from running text.
  func tells(in text: [UInt32], at start: Int) -> Bool {
    guard let line = line(in: text, at: start), line.end - start >= Self.telling else {
      return false
    }
    return start == 0 || text[start - 1] != 0x300A && text[start - 1] != 0x22
  }

  /// Whether a line stands at the offset that no clause can hold.
  func endsClause(in text: [UInt32], at start: Int) -> Bool {
    line(in: text, at: start).map(\.endsClause) ?? false
  }

  private func line(in text: [UInt32], at start: Int) -> (end: Int, endsClause: Bool)? {
    for length in [Self.headLengths.1, Self.headLengths.0] where start + length <= text.count {
      for line in lines[contentHash(text, start..<start + length)] ?? [] {
        let end = start + line.scalars.count
        guard end <= text.count else { continue }
        if text[start..<end].elementsEqual(line.scalars) { return (end, line.endsClause) }
      }
    }
    return nil
  }
}

extension LineRole {
  /// Lines that stand between clauses or behind the last, never in one.
  fileprivate var endsClause: Bool {
    switch self {
    case .title, .editorNote, .documentNumber, .salutation, .part, .heading, .source, .publisher:
      true
    default: false
    }
  }
}
