internal import BulletinCore

/// How a unit is set: where its rows begin and what they are drawn as.
struct Typesetting: Equatable, Sendable {
  /// Where rows stand in the measure.
  enum Alignment: Sendable {
    case start
    case centre
    case end
  }

  /// The unit's part in the box of an editor's note.
  enum Box: Sendable {
    case none
    /// The words in the upper edge: `编者按`.
    case head
    /// A paragraph inside.
    case inside
  }

  /// The style of the text.
  var role = StyleRole.text
  /// The style of the label at its head.
  var labelRole = StyleRole.label
  /// Where rows stand.
  var alignment = Alignment.start
  /// Cells before the first row.
  var first = 0
  /// Cells before the other rows.
  var rest = 0
  /// Blank rows above.
  var gap = 0
  /// The part in a box.
  var box = Box.none
  /// Whether a box ends below the unit.
  var endsBox = false
  /// Whether rules to both sides tell that something is missing: a figure.
  var isRuled = false
}

/// Two Chinese characters: what the first line of a paragraph is indented by.
private let paragraphIndent = 4

extension Typesetting {
  /// Sets a unit among its neighbours.
  ///
  /// - Parameters:
  ///   - line: The index of the unit's first line.
  ///   - labelCells: The cells of its label.
  ///   - width: The measure in cells.
  init(of line: Int, in bulletin: Bulletin, labelCells: Int, width: Int) {
    let role = bulletin.roles[line].role
    self.init(role)
    switch role {
    case .item:
      let levels = max(1, Int(bulletin.roles[line].depth) - depthAround(line, in: bulletin))
      first = paragraphIndent + 2 * min(levels - 1, 6)
      rest = first + labelCells
    case .heading, .remark: rest = labelCells
    default: break
    }
    let most = width / 3
    if first > most || rest > most {
      first = min(first, most)
      rest = min(rest, most)
    }
    gap = rowsAbove(line, role, in: bulletin)
    setBox(line, role, in: bulletin, width: width)
  }

  /// What the role alone decides.
  private init(_ role: LineRole) {
    switch role {
    case .masthead: self.init(role: .masthead, alignment: .centre)
    case .contents: self.init(role: .heading, alignment: .centre)
    case .column: self.init(role: .column)
    case .entry: self.init(role: .text, first: 2, rest: 6)
    case .editorNote: self.init(role: .editorNoteHeading)
    case .editorNoteText: self.init(role: .editorNote, first: paragraphIndent)
    case .title: self.init(role: .title, alignment: .centre)
    case .subtitle: self.init(role: .subtitle, alignment: .centre)
    case .documentNumber, .adoption: self.init(role: .details, alignment: .centre)
    case .salutation: self.init(role: .text)
    case .part, .chapter, .section:
      self.init(role: .division, labelRole: .division, alignment: .centre)
    case .heading: self.init(role: .heading, labelRole: .heading)
    case .clause, .item: self.init(role: .text)
    case .listing: self.init(role: .listing, first: paragraphIndent, rest: paragraphIndent + 2)
    case .paragraph, .continuation: self.init(role: .text, first: paragraphIndent)
    case .caption: self.init(role: .caption, alignment: .centre, isRuled: true)
    case .qrCode: self.init(role: .figure, alignment: .centre)
    case .link: self.init(role: .link, first: paragraphIndent)
    case .source: self.init(role: .source, alignment: .end)
    case .remark: self.init(role: .remark)
    case .comment: self.init(role: .dim)
    case .speaker: self.init(role: .speaker)
    case .publisher: self.init(role: .dim, first: paragraphIndent)
    }
  }

  private mutating func setBox(
    _ line: Int, _ role: LineRole, in bulletin: Bulletin, width: Int
  ) {
    guard width >= 24, let note = bulletin.article(holding: line)?.editorNote,
      note.lines.contains(line)
    else { return }
    box = role == .editorNote ? .head : .inside
    endsBox = !(line + 1..<note.lines.upperBound).contains { later in
      let role = bulletin.roles[later].role
      return role != .continuation && role != .comment
    }
    if box == .inside { gap = 0 }
  }
}

/// The depth of the section that holds a line, 0 directly below the title.
private func depthAround(_ line: Int, in bulletin: Bulletin) -> Int {
  guard let article = bulletin.article(holding: line) else { return 0 }
  let index = bulletin.sections.lastIndex(in: article.sections) { $0.line <= line }
  return index.map { bulletin.sections[$0].depth } ?? 0
}

/// The blank rows above a unit: units that belong together stand close.
private func rowsAbove(_ line: Int, _ role: LineRole, in bulletin: Bulletin) -> Int {
  guard let before = bulletin.lineOfUnit(before: line) else { return 0 }
  let above = bulletin.roles[before].role
  switch (above, role) {
  case (.masthead, .masthead), (.entry, .entry), (.column, .entry), (.listing, .listing),
    (.publisher, .publisher), (.title, .subtitle), (.subtitle, .subtitle):
    return 0
  case (.heading, .heading), (.heading, .paragraph), (.heading, .item), (.heading, .listing),
    (.speaker, _), (.remark, .remark), (_, .source), (_, .link), (_, .qrCode):
    return 0
  case (.title, .documentNumber), (.title, .adoption), (.subtitle, .documentNumber),
    (.subtitle, .adoption), (.documentNumber, .adoption):
    return 0
  case (.clause, .item): return 0
  case (.item, .item):
    return isListOfParagraphs(around: line, in: bulletin) ? 1 : 0
  case (.editorNote, .title), (.editorNoteText, .title), (.column, .column): return 1
  case (_, .title), (_, .contents), (_, .editorNote): return 2
  case (let other, .publisher) where other != .publisher: return 2
  default: return 1
  }
}

/// Whether one of the items around a line is as long as a paragraph; then all of them stand apart,
/// so that a list looks alike from end to end.
private func isListOfParagraphs(around line: Int, in bulletin: Bulletin) -> Bool {
  let farthest = 24
  func isItem(_ line: Int) -> Bool {
    let role = bulletin.roles[line].role
    return role == .item || role == .continuation
  }
  func isLong(_ line: Int) -> Bool { bulletin.source.lines[line].bytes.count > 420 }
  var start = line
  while start > max(0, line - farthest), isItem(start - 1) { start -= 1 }
  var end = line
  while end + 1 < min(bulletin.roles.count, line + farthest), isItem(end + 1) { end += 1 }
  return (start...end).contains(where: isLong)
}
