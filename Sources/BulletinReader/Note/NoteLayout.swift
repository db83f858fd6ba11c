internal import BulletinScreen

/// One row of a note; offsets count scalars of the whole note.
struct NoteRow: Equatable, Sendable {
  /// What stands in the row, the line end left out.
  let range: Range<Int>
  /// Whether a line ends with it, so that the caret can stand behind its last character.
  let endsLine: Bool

  /// Whether the caret stands in this row when it is before a scalar.
  func holds(_ caret: Int) -> Bool {
    range.contains(caret) || endsLine && caret == range.upperBound
  }
}

/// Breaks a note into rows, as much of it as is asked for.
///
/// The rules are those of `LineBreaker`, but that blanks at a row's end go on in the next row rather
/// than hang: each has a place for the caret. The last column is left for the caret behind a full
/// row. A long line is laid out by stretches; a row can be short where one ends.
struct NoteLayout {
  /// What is laid out.
  let text: NoteText
  private let measure: Int
  private let ambiguousWide: Bool

  /// The scalars of a stretch.
  private static let stretch = 4_096

  /// Lays a text out in columns, at least two.
  init(_ text: NoteText, width: Int, ambiguousWide: Bool) {
    self.text = text
    measure = min(max(2, width), 1 << 12) - 1
    self.ambiguousWide = ambiguousWide
  }

  /// The stretch that holds an offset; one at a line's end belongs to that line's last.
  func stretch(holding offset: Int) -> Range<Int> {
    let line = text.lineStart(of: offset)..<text.lineEnd(of: offset)
    let inner = min(offset, max(line.lowerBound, line.upperBound - 1)) - line.lowerBound
    var number = inner / Self.stretch
    func start(_ number: Int) -> Int {
      let offset = line.lowerBound + number * Self.stretch
      return offset < line.upperBound ? text.boundary(atOrAfter: offset) : line.upperBound
    }
    var lower = number == 0 ? line.lowerBound : start(number)
    if lower > line.lowerBound + inner {
      number -= 1
      lower = number == 0 ? line.lowerBound : start(number)
    }
    return lower..<start(number + 1)
  }

  /// The stretch before one, nil before the first.
  func stretch(before stretch: Range<Int>) -> Range<Int>? {
    stretch.lowerBound > 0 ? self.stretch(holding: stretch.lowerBound - 1) : nil
  }

  /// The stretch after one, nil after the last.
  func stretch(after stretch: Range<Int>) -> Range<Int>? {
    guard stretch.upperBound < text.count else { return nil }
    let isLineEnd = text.lineEnd(of: stretch.upperBound) == stretch.upperBound
    return self.stretch(holding: stretch.upperBound + (isLineEnd ? 1 : 0))
  }

  /// The rows of a stretch, at least one.
  func rows(of stretch: Range<Int>) -> [NoteRow] {
    let endsLine = text.lineEnd(of: stretch.upperBound) == stretch.upperBound
    let scalars = text.scalars(in: stretch)
    var rows: [NoteRow] = []
    var start = 0
    while start < scalars.count || rows.isEmpty {
      var breaker = LineBreaker(
        scalars, first: measure, rest: measure, ambiguousWide: ambiguousWide, from: start)
      let shown = breaker.next()?.shown ?? 0..<0
      let end = fitting(scalars[shown])
      rows.append(
        NoteRow(
          range: stretch.lowerBound + start..<stretch.lowerBound + end,
          endsLine: endsLine && end == scalars.count))
      start = end
    }
    return rows
  }

  /// The end of what fits into a row as it is painted: marks without a base take a cell there.
  private func fitting(_ row: ArraySlice<Unicode.Scalar>) -> Int {
    var cells = NoteCells(ambiguousWide: ambiguousWide)
    for (index, scalar) in zip(row.indices, row) {
      cells.take(scalar)
      if cells.count > measure, index > row.startIndex { return index }
    }
    return row.endIndex
  }
}

extension NoteLayout {
  /// The cells in a row before an offset in it.
  func cells(before offset: Int, in row: NoteRow) -> Int {
    var cells = NoteCells(ambiguousWide: ambiguousWide)
    for scalar in text.scalars(in: row.range.lowerBound..<offset) { cells.take(scalar) }
    return cells.count
  }

  /// The start of the character at a cell of a row, or the last place for the caret in it.
  func offset(at column: Int, in row: NoteRow) -> Int {
    var cells = NoteCells(ambiguousWide: ambiguousWide)
    var place = row.range.lowerBound
    for character in String(scalars: text.scalars(in: row.range)) {
      for scalar in character.unicodeScalars { cells.take(scalar) }
      let end = place + character.unicodeScalars.count
      if cells.count > column || end == row.range.upperBound && !row.endsLine { break }
      place = end
    }
    return place
  }
}

/// Counts the cells of a row as `FramePainter` fills them.
private struct NoteCells {
  let ambiguousWide: Bool
  private(set) var count = 0
  /// Whether a mark would join a character; behind a blank and at the start it stands on ◌.
  private var hasBase = false

  init(ambiguousWide: Bool) { self.ambiguousWide = ambiguousWide }

  mutating func take(_ scalar: Unicode.Scalar) {
    let width = CharacterWidth.cells(scalar, ambiguousWide: ambiguousWide)
    if width > 0 {
      count += width
      hasBase = scalar != " " && scalar != "\t"
    } else if !hasBase, !VisibleSign.isPresentationSelector(scalar) {
      count += 1
      hasBase = true
    }
  }
}

/// A row of a note that can be left upwards and downwards.
struct NoteRows {
  private let layout: NoteLayout
  private var stretch: Range<Int>
  private var rows: [NoteRow]
  private var index: Int

  /// Begins in the row where the caret stands before a scalar.
  init(_ layout: NoteLayout, at caret: Int) {
    self.layout = layout
    stretch = layout.stretch(holding: caret)
    rows = layout.rows(of: stretch)
    index = rows.firstIndex { $0.holds(caret) } ?? rows.count - 1
  }

  /// The row.
  var row: NoteRow { rows[index] }

  /// Goes to the row below; false at the last.
  mutating func goDown() -> Bool {
    if index + 1 < rows.count {
      index += 1
      return true
    }
    guard let next = layout.stretch(after: stretch) else { return false }
    stretch = next
    rows = layout.rows(of: next)
    index = 0
    return true
  }

  /// Goes to the row above; false at the first.
  mutating func goUp() -> Bool {
    if index > 0 {
      index -= 1
      return true
    }
    guard let previous = layout.stretch(before: stretch) else { return false }
    stretch = previous
    rows = layout.rows(of: previous)
    index = rows.count - 1
    return true
  }
}
