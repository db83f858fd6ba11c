/// The only place where scalars become cells.
///
/// Whatever it is given, a frame it paints holds no half of a wide character, no scalar that a
/// terminal would obey, and nothing that was painted outside the clip. Where a wide character that
/// stood there before is cut by new ones, its other half becomes a blank, on either side of the
/// clip's edge.
public struct FramePainter: Sendable {
  /// What has been painted so far.
  public private(set) var frame: Frame
  /// Whether the terminal shows characters of ambiguous width in two cells.
  public let ambiguousWide: Bool
  /// The style laid over signs for invisible characters; nil leaves them in the text's style.
  public var signStyle: StyleIndex?

  /// Begins a frame.
  /// - Parameters:
  ///   - size: columns and rows of the screen.
  ///   - styles: the table of the frame before, so that the two compare fast.
  ///   - fill: the styled role of all cells that nothing is painted on.
  ///   - ambiguousWide: whether ambiguous characters take two cells.
  public init(
    size: Size, styles: StyleTable = StyleTable(), fill: StyledRole = .plain,
    ambiguousWide: Bool = false
  ) {
    var styles = styles
    let index = styles.intern(fill)
    frame = Frame(size: size, styles: styles, fill: index)
    self.ambiguousWide = ambiguousWide
  }

  /// Where the terminal's cursor shall stand; nil hides it.
  public var cursor: Point? {
    get { frame.cursor }
    set { frame.cursor = newValue }
  }

  /// The number of a style under a role's name, given out where it is new.
  public mutating func style(_ role: String, _ style: Style) -> StyleIndex {
    frame.styles.intern(StyledRole(role: role, style: style))
  }

  /// The number of a styled role, given out where it is new.
  public mutating func style(_ styled: StyledRole) -> StyleIndex { frame.styles.intern(styled) }
}

extension FramePainter {
  /// Paints scalars from a place rightwards in one row, as far as the clip goes.
  ///
  /// What lies left of the clip is passed over, a wide character cut by an edge leaves a blank.
  /// A combining mark joins the character before it, also one of an earlier call in the same clip;
  /// without one it stands on ◌.
  /// - Returns: the columns from `place` to behind the last cell, those left of the clip included.
  @discardableResult
  public mutating func put(
    _ scalars: ArraySlice<Unicode.Scalar>, at place: Point, in clip: Rect, style: StyleIndex
  ) -> Int {
    paint(scalars, at: place, in: clip, style: style)
  }

  /// The same for a whole array.
  @discardableResult
  public mutating func put(
    _ scalars: [Unicode.Scalar], at place: Point, in clip: Rect, style: StyleIndex
  ) -> Int {
    paint(scalars, at: place, in: clip, style: style)
  }

  /// The same for a string.
  @discardableResult
  public mutating func put(
    _ text: String, at place: Point, in clip: Rect, style: StyleIndex
  ) -> Int {
    paint(text.unicodeScalars, at: place, in: clip, style: style)
  }

  /// Paints every cell of a rectangle with one scalar of one cell, a blank unless told.
  public mutating func fill(
    _ rect: Rect, with scalar: Unicode.Scalar = " ", style: StyleIndex
  ) {
    let rect = rect.intersection(Rect(frame.size))
    let shown = VisibleSign.sign(for: scalar) ?? scalar
    let narrow = CharacterWidth.cells(shown, ambiguousWide: ambiguousWide) == 1
    let cell = Cell(glyph: narrow ? shown.value : 0x20, style: style, width: 1)
    guard !rect.isEmpty else { return }
    for row in rect.row..<rect.endRow {
      let start = row * frame.size.columns
      release(start + rect.column)
      release(start + rect.endColumn - 1)
      for index in start + rect.column..<start + rect.endColumn { frame.cells[index] = cell }
    }
  }

  /// Lays a style over what is painted: a selection, a highlight.
  ///
  /// The cells take its role's name. Its colours win where it has any. A wide character follows its left half.
  public mutating func lay(_ styled: StyledRole, over rect: Rect) {
    let rect = rect.intersection(Rect(frame.size))
    guard !rect.isEmpty else { return }
    var lastBelow: StyleIndex?
    var last = StyleIndex.plain
    for row in rect.row..<rect.endRow {
      let start = row * frame.size.columns
      for index in start + rect.column..<start + rect.endColumn {
        let cell = frame.cells[index]
        guard !cell.isRightHalf else { continue }
        if cell.style != lastBelow {
          lastBelow = cell.style
          let style = styled.style.over(frame.styled(cell).style)
          last = frame.styles.intern(StyledRole(role: styled.role, style: style))
        }
        frame.cells[index].style = last
        if cell.width == 2 { frame.cells[index + 1].style = last }
      }
    }
  }
}

extension FramePainter {
  private mutating func paint(
    _ scalars: some Sequence<Unicode.Scalar>, at place: Point, in clip: Rect, style: StyleIndex
  ) -> Int {
    let clip = clip.intersection(Rect(frame.size))
    let visible = !clip.isEmpty && place.row >= clip.row && place.row < clip.endRow
    let start = place.row * frame.size.columns
    var column = place.column
    for scalar in scalars {
      guard column < clip.endColumn || !visible else {
        // A mark that belongs to the last character may still follow it.
        guard CharacterWidth.cells(scalar, ambiguousWide: ambiguousWide) == 0 else { break }
        join(scalar, at: column, from: start, in: clip)
        continue
      }
      var shown = scalar
      var shownStyle = style
      var width = 1
      if let sign = VisibleSign.sign(for: scalar) {
        shown = sign
        shownStyle = signStyle ?? style
      } else {
        width = CharacterWidth.cells(scalar, ambiguousWide: ambiguousWide)
      }
      guard visible else {
        column += width
        continue
      }
      if width == 0 {
        if column > clip.column || column > place.column {
          if join(scalar, at: column, from: start, in: clip) { continue }
        }
        guard !VisibleSign.isPresentationSelector(scalar), column >= clip.column else { continue }
        write("◌", width: 1, at: column, from: start, in: clip, style: style)
        column += 1
        join(scalar, at: column, from: start, in: clip)
        continue
      }
      write(shown, width: width, at: column, from: start, in: clip, style: shownStyle)
      column = min(column + width, max(clip.endColumn, place.column))
    }
    return column - place.column
  }

  /// Writes a character whose row is visible, and blanks for what the clip cuts of it.
  private mutating func write(
    _ scalar: Unicode.Scalar, width: Int, at column: Int, from start: Int, in clip: Rect,
    style: StyleIndex
  ) {
    guard column + width > clip.column, column < clip.endColumn else { return }
    let first = start + column
    if width == 1 {
      release(first)
      frame.cells[first] = Cell(glyph: scalar.value, style: style, width: 1)
    } else if column >= clip.column, column + 1 < clip.endColumn {
      release(first)
      release(first + 1)
      frame.cells[first] = Cell(glyph: scalar.value, style: style, width: 2)
      frame.cells[first + 1] = .rightHalf(style)
    } else {
      for half in [column, column + 1] where half >= clip.column && half < clip.endColumn {
        release(start + half)
        frame.cells[start + half] = .blank(style)
      }
    }
  }

  /// Adds a mark to the character that ends before a column; false where there is none.
  @discardableResult
  private mutating func join(
    _ mark: Unicode.Scalar, at column: Int, from start: Int, in clip: Rect
  ) -> Bool {
    var base = column - 1
    guard base >= clip.column, base < clip.endColumn else { return column <= clip.column }
    if frame.cells[start + base].isRightHalf { base -= 1 }
    let cell = frame.cells[start + base]
    guard base >= clip.column, !cell.isBlank, !cell.isRightHalf else { return false }
    guard !VisibleSign.isPresentationSelector(mark) else { return true }
    if cell.glyph >= Cell.firstCluster {
      let number = Int(cell.glyph - Cell.firstCluster)
      guard frame.clusters[number].count <= Cell.marksLimit else { return true }
      frame.clusters[number].append(mark)
    } else if let scalar = Unicode.Scalar(cell.glyph) {
      frame.cells[start + base].glyph = Cell.firstCluster + UInt32(frame.clusters.count)
      frame.clusters.append([scalar, mark])
    }
    return true
  }

  /// Makes a cell free to be written: the other half of a wide character there becomes a blank.
  private mutating func release(_ index: Int) {
    switch frame.cells[index].width {
    case 0: frame.cells[index - 1] = .blank(frame.cells[index - 1].style)
    case 2: frame.cells[index + 1] = .blank(frame.cells[index + 1].style)
    default: return
    }
    frame.cells[index] = .blank(frame.cells[index].style)
  }
}
