internal import AnnotationJournal
internal import BulletinCore
internal import BulletinScreen

/// The annotations that meet the rows on the screen.
struct ShownHighlights: Sendable {
  /// One of them.
  struct Highlight: Equatable, Sendable {
    /// Its bytes of the source.
    let bytes: Range<Int>
    /// What it is laid over the text with.
    let role: StyleRole
    /// What stands beside its beginning; nil for a mere highlight.
    let mark: Mark?
  }

  /// What stands in the margin, the weightiest first.
  enum Mark: Int, Comparable, Sendable {
    case unsaved, doubtful, changed, note

    static func < (left: Mark, right: Mark) -> Bool { left.rawValue < right.rawValue }
  }

  /// The longest first, so that what is painted later lies in front.
  let highlights: [Highlight]

  /// Nothing at all.
  static let none = ShownHighlights([])

  init(_ highlights: [Highlight]) { self.highlights = highlights }

  /// Those of a list that meet bytes of the source.
  ///
  /// - Parameter current: The id of the one that is painted stronger.
  init(_ list: AnnotationList, meeting bytes: Range<Int>, current: String?) {
    let placed = list.indices(meeting: bytes).map { list.placed[$0] }
    highlights = placed.sorted { $1.isInside($0) }.compactMap { one in
      one.bytes.map { bytes in
        let color = one.annotation.shownColor
        return Highlight(
          bytes: bytes,
          role: one.annotation.id == current ? color.currentHighlight : color.highlight,
          mark: Mark(one))
      }
    }
  }
}

extension ShownHighlights.Mark {
  fileprivate init?(_ placed: PlacedAnnotation) {
    if !placed.isSaved {
      self = .unsaved
    } else if placed.anchor.state == .doubtful {
      self = .doubtful
    } else if placed.anchor.state == .changed {
      self = .changed
    } else if placed.annotation.note?.isEmpty == false {
      self = .note
    } else {
      return nil
    }
  }
}

/// Scalars of a row that are painted alike.
struct HighlightRun: Equatable, Sendable {
  /// The scalars, in the unit's text.
  let range: Range<Int>
  /// What lies in front.
  let role: StyleRole
  /// Whether something lies behind it.
  let isOverAnother: Bool
}

extension ShownHighlights {
  /// What a row shows of them, from left to right.
  ///
  /// - Parameters:
  ///   - shown: The scalars of the row, in the unit's text.
  ///   - offsets: The byte of the source that each scalar of the unit begins at, ascending.
  func runs(in shown: Range<Int>, offsets: [UInt32]) -> [HighlightRun] {
    guard let bytes = Self.bytes(of: shown, offsets) else { return [] }
    var front = [Int](repeating: -1, count: shown.count)
    var depth = [Int](repeating: 0, count: shown.count)
    for (index, highlight) in highlights.enumerated() where highlight.bytes.overlaps(bytes) {
      for scalar in Self.scalars(of: highlight.bytes, in: shown, offsets) {
        front[scalar - shown.lowerBound] = index
        depth[scalar - shown.lowerBound] += 1
      }
    }
    var runs: [HighlightRun] = []
    var start = 0
    while start < front.count {
      var end = start + 1
      while end < front.count, front[end] == front[start], (depth[end] > 1) == (depth[start] > 1) {
        end += 1
      }
      if front[start] >= 0 {
        runs.append(
          HighlightRun(
            range: shown.lowerBound + start..<shown.lowerBound + end,
            role: highlights[front[start]].role, isOverAnother: depth[start] > 1))
      }
      start = end
    }
    return runs
  }

  /// The weightiest mark of those that begin in a row.
  func mark(in shown: Range<Int>, offsets: [UInt32]) -> Mark? {
    guard let bytes = Self.bytes(of: shown, offsets) else { return nil }
    return highlights.lazy.filter { bytes.contains($0.bytes.lowerBound) }.compactMap(\.mark).min()
  }

  /// From the first byte of scalars to one byte of the last.
  static func bytes(of shown: Range<Int>, _ offsets: [UInt32]) -> Range<Int>? {
    let shown = shown.clamped(to: offsets.indices)
    guard !shown.isEmpty else { return nil }
    return Int(offsets[shown.lowerBound])..<Int(offsets[shown.upperBound - 1]) + 1
  }

  /// The scalars of a row that begin in bytes of the source.
  static func scalars(
    of bytes: Range<Int>, in shown: Range<Int>, _ offsets: [UInt32]
  ) -> Range<Int> {
    func first(from byte: Int) -> Int {
      let before = offsets.lastIndex(in: shown) { Int($0) < byte }
      return before.map { $0 + 1 } ?? shown.lowerBound
    }
    return first(from: bytes.lowerBound)..<first(from: bytes.upperBound)
  }
}

extension Canvas {
  /// Lays highlights over a row of text, and their marks beside it.
  mutating func paint(
    _ highlights: ShownHighlights, over row: LayoutRow, _ state: inout ReaderState,
    _ frame: TextFrame, _ y: Int
  ) {
    guard row.kind == .text, !highlights.highlights.isEmpty,
      let offsets = state.text?.layout.text(of: row.place.line).offsets
    else { return }
    for run in highlights.runs(in: row.shown, offsets: offsets) {
      guard let rect = rect(of: run.range, in: row, &state, frame, y) else { continue }
      layHighlight(run.role, isOverAnother: run.isOverAnother, over: rect)
    }
    guard let mark = highlights.mark(in: row.range, offsets: offsets),
      frame.noteColumn < frame.scrollColumn
    else { return }
    let (sign, role): (Unicode.Scalar, StyleRole) =
      switch mark {
      case .unsaved: (signs.unsaved, .marginUnsaved)
      case .doubtful: (signs.doubtful, .marginReview)
      case .changed: (signs.changed, .marginReview)
      case .note: (signs.note, .marginNote)
      }
    put(sign, column: frame.noteColumn, row: y, role)
  }
}

extension ReaderState {
  /// The highlights on rows of text that show.
  mutating func highlights(on rows: [RowPlace]) -> ShownHighlights {
    guard annotations.placedCount > 0, let first = rows.first, let last = rows.last,
      bulletin.source.lines.indices.contains(last.line)
    else { return .none }
    // A unit may go on over many lines of the file, among them those of other units.
    let end = (text?.layout.text(of: last.line).offsets.last).map { Int($0) + 1 } ?? 0
    let start = Int(bulletin.source.lines[first.line].start)
    let bytes = start..<max(start, end, Int(bulletin.source.lines[last.line].end))
    return ShownHighlights(annotations, meeting: bytes, current: emphasizedAnnotation())
  }
}
