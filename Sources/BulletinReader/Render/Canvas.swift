internal import BulletinScreen

/// A frame being painted, with the theme's styles at hand by role.
struct Canvas {
  /// What cells are painted with.
  var painter: FramePainter
  /// The language of the interface.
  let language: Language
  /// What lines are drawn with.
  let signs: LineSigns
  private let theme: Theme
  private let inks: [StyleIndex]

  init(_ state: ReaderState, theme: Theme, styles: StyleTable) {
    self.theme = theme
    language = state.setup.language
    signs = state.signs
    painter = FramePainter(
      size: state.size, styles: styles, fill: theme[.base], ambiguousWide: state.ambiguousWide)
    let base = theme[.base].style
    var inks: [StyleIndex] = []
    for role in StyleRole.allCases {
      let styled = theme[role]
      inks.append(painter.style(styled.role, styled.style.over(base)))
    }
    self.inks = inks
    painter.signStyle = inks[Int(StyleRole.sign.rawValue)]
  }

  /// What has been painted.
  var frame: Frame { painter.frame }

  /// The style of a role over the screen's own.
  func ink(_ role: StyleRole) -> StyleIndex { inks[Int(role.rawValue)] }
}

extension Canvas {
  /// Paints text and says how many cells it took.
  @discardableResult
  mutating func put(_ text: String, at place: Point, in clip: Rect, _ role: StyleRole) -> Int {
    painter.put(text, at: place, in: clip, style: ink(role))
  }

  /// Paints text from the left of a row, cut with an ellipsis where it is too long.
  @discardableResult
  mutating func put(_ text: String, in row: Rect, from column: Int = 0, _ role: StyleRole) -> Int {
    put(fitted(text, row.columns - column), at: place(row, column), in: row, role)
  }

  /// Paints text up to the right edge of a row, cut with an ellipsis where it is too long.
  @discardableResult
  mutating func putRight(_ text: String, in row: Rect, _ role: StyleRole) -> Int {
    let text = fitted(text, row.columns)
    let cells = cells(text)
    put(text, at: place(row, row.columns - cells), in: row, role)
    return cells
  }

  private func place(_ row: Rect, _ column: Int) -> Point {
    Point(column: row.column + column, row: row.row)
  }

  /// Paints one sign.
  mutating func put(_ sign: Unicode.Scalar, column: Int, row: Int, _ role: StyleRole) {
    painter.put(
      [sign], at: Point(column: column, row: row), in: Rect(frame.size), style: ink(role))
  }

  /// Paints a row of one sign.
  mutating func rule(
    _ sign: Unicode.Scalar, from column: Int, to end: Int, row: Int, _ role: StyleRole
  ) {
    let rect = Rect(column: column, row: row, columns: end - column, rows: 1)
    painter.fill(rect, with: sign, style: ink(role))
  }

  /// Blanks out a rectangle in a role's colours.
  mutating func clear(_ rect: Rect, _ role: StyleRole) { painter.fill(rect, style: ink(role)) }

  /// Lays a role over what is painted.
  mutating func lay(_ role: StyleRole, over rect: Rect) { painter.lay(theme[role], over: rect) }

  /// Lays a highlight over what is painted; one that lies over another is underlined as well.
  mutating func layHighlight(_ role: StyleRole, isOverAnother: Bool, over rect: Rect) {
    var styled = theme[role]
    if isOverAnother { styled.style.attributes.insert(.underline) }
    painter.lay(styled, over: rect)
  }

  /// The cells of a text.
  func cells(_ text: String) -> Int {
    CharacterWidth.cells(text, ambiguousWide: painter.ambiguousWide)
  }

  /// Scalars that a text may have for each cell; marks without width would make it endless.
  private static let mostScalarsPerCell = 16

  /// A text that fits into cells, its end replaced by an ellipsis where it does not.
  func fitted(_ text: String, _ room: Int) -> String {
    var used = 0
    let limit = max(0, room)
    let ellipsis = cells(signs.ellipsis)
    var left = (limit + 4) * Self.mostScalarsPerCell
    var fitting = String.UnicodeScalarView()
    var short = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let width = CharacterWidth.cells(scalar, ambiguousWide: painter.ambiguousWide)
      left -= 1
      guard used + width <= limit, left >= 0 else {
        return String(short) + (ellipsis <= limit ? signs.ellipsis : "")
      }
      used += width
      fitting.append(scalar)
      if used + ellipsis <= limit { short.append(scalar) }
    }
    return String(fitting)
  }
}

extension ReaderState {
  /// What lines and signs are drawn with.
  var signs: LineSigns { ambiguousWide || setup.asciiBorders ? .ascii : .drawn }
}
