internal import BulletinCore
internal import BulletinScreen

/// The rows of one unit, laid out as far as they were asked for.
///
/// A text beyond 32 K scalars is cut into stretches that are broken each by itself, so that any
/// place in it costs no more than one stretch; the row before a cut may be short.
struct UnitLayout: Sendable {
  /// The text of the unit.
  let text: UnitText
  /// How it is set.
  let setting: Typesetting
  private let line: Int
  private let width: Int
  private let ambiguousWide: Bool
  private var stretches: [Int: [BrokenRow]] = [:]

  private static let longest = 32_768
  private static let stretchLength = 16_384

  /// Prepares the layout of the unit that begins on a line, for a measure in cells.
  init(_ bulletin: Bulletin, line: Int, text: UnitText, width: Int, ambiguousWide: Bool) {
    self.text = text
    self.line = line
    self.ambiguousWide = ambiguousWide
    var labelCells = 0
    for scalar in text.scalars.prefix(min(text.labelCount, 64)) {
      labelCells += CharacterWidth.cells(scalar, ambiguousWide: ambiguousWide)
    }
    setting = Typesetting(of: line, in: bulletin, labelCells: labelCells, width: width)
    self.width = setting.box == .none ? width : width - 4
  }

  /// The rows above the text.
  var leadCount: Int { setting.gap }
  /// The rows below the text.
  var trailCount: Int { setting.endsBox ? 1 : 0 }
  /// The number of stretches.
  var stretchCount: Int {
    let count = text.scalars.count
    return count <= Self.longest ? 1 : (count + Self.stretchLength - 1) / Self.stretchLength
  }

  /// The stretch that holds a scalar.
  func stretch(holding offset: Int) -> Int {
    guard stretchCount > 1 else { return 0 }
    let stretch = min(max(0, offset) / Self.stretchLength, stretchCount - 1)
    return offset < start(of: stretch) ? stretch - 1 : stretch
  }

  /// The scalar that a stretch begins with; marks stay with the character before them.
  private func start(of stretch: Int) -> Int {
    guard stretch > 0 else { return 0 }
    var start = min(stretch * Self.stretchLength, text.scalars.count)
    let limit = min(start + 64, text.scalars.count)
    while start < limit,
      CharacterWidth.cells(text.scalars[start], ambiguousWide: ambiguousWide) == 0
    {
      start += 1
    }
    return start
  }

  /// The rows of a stretch, at least one.
  mutating func rows(of stretch: Int) -> [BrokenRow] {
    if let rows = stretches[stretch] { return rows }
    let rows = brokenRows(of: stretch)
    stretches[stretch] = rows
    return rows
  }

  private func brokenRows(of stretch: Int) -> [BrokenRow] {
    let isWhole = stretchCount == 1
    let start = isWhole ? 0 : start(of: stretch)
    let end =
      isWhole || stretch + 1 == stretchCount ? text.scalars.count : self.start(of: stretch + 1)
    let (first, rest) = measures
    var breaker = LineBreaker(
      isWhole ? text.scalars : Array(text.scalars[start..<end]),
      first: stretch == 0 ? first : rest, rest: rest, ambiguousWide: ambiguousWide)
    var rows: [BrokenRow] = []
    while let row = breaker.next() {
      rows.append(
        BrokenRow(
          range: row.range.lowerBound + start..<row.range.upperBound + start,
          shown: row.shown.lowerBound + start..<row.shown.upperBound + start, cells: row.cells))
    }
    // An empty unit, as of marks alone, is a row all the same: the cursor stands in it.
    return rows.isEmpty ? [BrokenRow(range: start..<end, shown: start..<start, cells: 0)] : rows
  }

  /// The measures of the first row and of the others, in cells.
  private var measures: (first: Int, rest: Int) {
    let side = setting.box == .head || setting.isRuled ? 4 : 0
    let room = max(1, width - side)
    guard setting.alignment == .centre else {
      return (max(1, room - setting.first), max(1, room - setting.rest))
    }
    let total = totalCells
    guard total > room, total < room * 8 else { return (room, room) }
    // Rows of about one length look better than a full one above a short one.
    let rows = (total + room - 1) / room
    var even = min(room, (total + rows - 1) / rows + 2)
    // Where the rules of breaking would ask for a row more, the rows grow instead.
    while even < room, !fits(rows, of: even) { even += 2 }
    return (min(even, room), min(even, room))
  }

  /// Whether the text breaks into at most so many rows of the width.
  private func fits(_ rows: Int, of width: Int) -> Bool {
    var breaker = LineBreaker(
      text.scalars, first: width, rest: width, ambiguousWide: ambiguousWide)
    for _ in 0..<rows where breaker.next() == nil { return true }
    return breaker.next() == nil
  }

  private var totalCells: Int {
    var total = 0
    for scalar in text.scalars.prefix(4_096) {
      total += CharacterWidth.cells(scalar, ambiguousWide: ambiguousWide)
    }
    return total
  }
}

extension UnitLayout {
  /// A row by its place, which must be one of this unit.
  mutating func row(at place: RowPlace) -> LayoutRow {
    switch place.stretch {
    case RowPlace.lead: return LayoutRow(place: place, kind: .blank, setting: setting)
    case RowPlace.trail: return LayoutRow(place: place, kind: .boxBottom, setting: setting)
    default: break
    }
    let rows = rows(of: place.stretch)
    let row = rows[min(max(0, place.index), rows.count - 1)]
    let isFirst = place.stretch == 0 && place.index == 0
    let indent =
      switch setting.alignment {
      case .start: isFirst ? setting.first : setting.rest
      case .centre: max(0, (width - row.cells) / 2)
      case .end: max(0, width - row.cells)
      }
    return LayoutRow(
      place: place, kind: .text, range: row.range, shown: row.shown,
      indent: setting.box == .none ? indent : (setting.box == .head ? 2 : indent + 2),
      setting: setting)
  }

  /// The row below one of this unit, or nothing below the last.
  mutating func next(_ place: RowPlace) -> RowPlace? {
    switch place.stretch {
    case RowPlace.lead:
      if place.index + 1 < leadCount { return at(RowPlace.lead, place.index + 1) }
      return at(0, 0)
    case RowPlace.trail: return nil
    default:
      if place.index + 1 < rows(of: place.stretch).count {
        return at(place.stretch, place.index + 1)
      }
      if place.stretch + 1 < stretchCount { return at(place.stretch + 1, 0) }
      return trailCount > 0 ? at(RowPlace.trail, 0) : nil
    }
  }

  /// The row above one of this unit, or nothing above the first.
  mutating func previous(_ place: RowPlace) -> RowPlace? {
    switch place.stretch {
    case RowPlace.lead: return place.index > 0 ? at(RowPlace.lead, place.index - 1) : nil
    case RowPlace.trail: return lastText
    default:
      if place.index > 0 { return at(place.stretch, place.index - 1) }
      if place.stretch > 0 {
        return at(place.stretch - 1, rows(of: place.stretch - 1).count - 1)
      }
      return leadCount > 0 ? at(RowPlace.lead, leadCount - 1) : nil
    }
  }

  /// The topmost row.
  var first: RowPlace { leadCount > 0 ? at(RowPlace.lead, 0) : at(0, 0) }

  /// The lowest row.
  var last: RowPlace {
    mutating get { trailCount > 0 ? at(RowPlace.trail, 0) : lastText }
  }

  /// The lowest row of the text.
  var lastText: RowPlace {
    mutating get { at(stretchCount - 1, rows(of: stretchCount - 1).count - 1) }
  }

  /// The row of the text that holds a scalar; the nearest one where there is no such scalar.
  mutating func place(holding offset: Int) -> RowPlace {
    let stretch = stretch(holding: offset)
    let rows = rows(of: stretch)
    let index = rows.lastIndex(in: rows.indices) { $0.range.lowerBound <= offset }
    return at(stretch, index ?? 0)
  }

  private func at(_ stretch: Int, _ index: Int) -> RowPlace {
    RowPlace(line: line, stretch: stretch, index: index)
  }
}
