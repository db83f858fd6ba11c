internal import BulletinCore
internal import BulletinScreen

/// The rows of a whole bulletin, of which only those asked for are ever made.
///
/// Units are laid out when a row of theirs is wanted and kept in a small cache, so that a key costs
/// the same in any file.
struct TextLayout: Sendable {
  /// What is laid out.
  let bulletin: Bulletin
  /// The measure in cells.
  private(set) var width: Int
  /// Whether characters of ambiguous width take two cells.
  private(set) var ambiguousWide: Bool
  private var recent: [Int: UnitLayout] = [:]
  private var older: [Int: UnitLayout] = [:]

  /// Units in either half of the cache.
  private static let kept = 192

  /// Prepares a layout for a measure in cells.
  init(_ bulletin: Bulletin, width: Int, ambiguousWide: Bool) {
    self.bulletin = bulletin
    self.width = max(1, width)
    self.ambiguousWide = ambiguousWide
  }

  /// Lays out for another measure from here on.
  mutating func set(width: Int, ambiguousWide: Bool) {
    let width = max(1, width)
    guard width != self.width || ambiguousWide != self.ambiguousWide else { return }
    let texts = recent.mapValues(\.text)
    self.width = width
    self.ambiguousWide = ambiguousWide
    older = [:]
    recent = [:]
    // Texts are the dear part of long units; rows are made anew.
    for (line, text) in texts { recent[line] = makeUnit(line, text) }
  }

  private func makeUnit(_ line: Int, _ text: UnitText) -> UnitLayout {
    UnitLayout(bulletin, line: line, text: text, width: width, ambiguousWide: ambiguousWide)
  }

  /// Brings the unit that begins on a line into the recent half of the cache.
  private mutating func ensure(_ line: Int) {
    guard recent[line] == nil else { return }
    if recent.count >= Self.kept {
      older = recent
      recent = [:]
    }
    recent[line] =
      older.removeValue(forKey: line)
      ?? makeUnit(line, bulletin.text(of: bulletin.unit(holding: line)))
  }

  /// Reads or lays out more of a unit.
  private mutating func with<Result>(_ line: Int, _ body: (inout UnitLayout) -> Result) -> Result {
    ensure(line)
    if let result = recent[line].mutate(body) { return result }
    var unit = makeUnit(line, bulletin.text(of: bulletin.unit(holding: line)))
    return body(&unit)
  }
}

extension Optional {
  /// Changes the value in place, without a copy of what it holds.
  mutating func mutate<Result>(_ body: (inout Wrapped) -> Result) -> Result? {
    switch self {
    case .none: return nil
    case .some(var value):
      self = .none
      defer { self = .some(value) }
      return body(&value)
    }
  }
}

extension TextLayout {
  /// The first line of the first unit; nothing in an empty file.
  var firstUnit: Int? { bulletin.roles.isEmpty ? nil : bulletin.lineOfUnit(holding: 0) }

  /// The first line of the last unit.
  var lastUnit: Int? { bulletin.lineOfUnit(before: bulletin.roles.count) }

  /// Whether a scalar has cells of its own, unlike a combining mark.
  func takesRoom(_ scalar: Unicode.Scalar) -> Bool {
    CharacterWidth.cells(scalar, ambiguousWide: ambiguousWide) > 0
  }

  /// The text of the unit that begins on a line.
  mutating func text(of line: Int) -> UnitText {
    if let unit = recent[line] { return unit.text }
    return with(line) { $0.text }
  }

  /// A row by its place.
  mutating func row(at place: RowPlace) -> LayoutRow { with(place.line) { $0.row(at: place) } }

  /// The row that holds a position.
  mutating func place(holding position: TextPosition) -> RowPlace {
    with(position.line) { $0.place(holding: position.offset) }
  }

  /// The topmost row of a unit, a blank one where it stands apart.
  mutating func firstRow(of line: Int) -> RowPlace { with(line) { $0.first } }

  /// The lowest row of a unit's text.
  mutating func lastTextRow(of line: Int) -> RowPlace { with(line) { $0.lastText } }

  /// The lowest row of a unit.
  mutating func lastRow(of line: Int) -> RowPlace { with(line) { $0.last } }

  /// The row below, or nothing below the last of the file.
  mutating func next(_ place: RowPlace) -> RowPlace? {
    if let next = with(place.line, { $0.next(place) }) { return next }
    return bulletin.unit(after: place.line).map { firstRow(of: $0.line) }
  }

  /// The row above, or nothing above the first of the file.
  mutating func previous(_ place: RowPlace) -> RowPlace? {
    if let previous = with(place.line, { $0.previous(place) }) { return previous }
    return bulletin.lineOfUnit(before: place.line).map { lastRow(of: $0) }
  }

  /// The row so many below (above, if negative) or as far as there are any, and how far it is.
  mutating func place(_ count: Int, from place: RowPlace) -> (place: RowPlace, moved: Int) {
    var place = place
    var moved = 0
    while moved < abs(count) {
      guard let next = count > 0 ? next(place) : previous(place) else { break }
      place = next
      moved += 1
    }
    return (place, moved)
  }
}

extension TextLayout {
  /// The cells between the left edge of the measure and a scalar of a row.
  mutating func column(of offset: Int, in row: LayoutRow) -> Int {
    let scalars = text(of: row.place.line).scalars
    var column = row.indent
    var index = row.shown.lowerBound
    while index < min(offset, row.shown.upperBound) {
      column += CharacterWidth.cells(scalars[index], ambiguousWide: ambiguousWide)
      index += 1
    }
    return column
  }

  /// The scalar of a row at a number of cells from the left edge of the measure; the first or last
  /// one where the cell lies outside.
  mutating func offset(at column: Int, in row: LayoutRow) -> Int {
    let scalars = text(of: row.place.line).scalars
    var cells = row.indent
    var found = row.range.lowerBound
    for index in row.shown {
      let width = CharacterWidth.cells(scalars[index], ambiguousWide: ambiguousWide)
      if width > 0 {
        if cells > column { break }
        found = index
      }
      cells += width
    }
    return found
  }
}
