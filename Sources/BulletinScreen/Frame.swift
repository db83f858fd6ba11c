/// The whole screen for one drawing: a grid of cells and the place of the cursor.
///
/// Made by `FramePainter`; shown by the terminal; written out by `FrameText`, `FrameAnsi`,
/// `FrameJSON` and `FrameSVG`.
public struct Frame: Sendable {
  /// Columns and rows.
  public let size: Size
  /// Where the terminal's cursor stands, for input methods; nil hides it.
  public var cursor: Point?
  /// The cells, row by row.
  public internal(set) var cells: [Cell]
  /// The styled roles that the cells name by number.
  public internal(set) var styles: StyleTable
  /// Characters with combining marks, base first.
  var clusters: [[Unicode.Scalar]] = []

  /// Makes an empty frame.
  /// - Parameters:
  ///   - size: columns and rows.
  ///   - styles: the table of earlier frames, so that numbers stay the same.
  ///   - fill: the style of every cell.
  public init(size: Size, styles: StyleTable = StyleTable(), fill: StyleIndex = .plain) {
    self.size = size
    self.styles = styles
    cells = Array(repeating: .blank(fill), count: size.columns * size.rows)
  }
}

extension Frame {
  /// The cell at a place that must lie in the frame.
  @inlinable
  public subscript(row row: Int, column column: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// The styled role of a cell.
  public func styled(_ cell: Cell) -> StyledRole { styles[cell.style] }

  /// The scalars of a cell, base first; none for the right half of a wide character.
  public func scalars(of cell: Cell) -> [Unicode.Scalar] {
    if cell.glyph >= Cell.firstCluster { return clusters[Int(cell.glyph - Cell.firstCluster)] }
    guard !cell.isRightHalf, let scalar = Unicode.Scalar(cell.glyph) else { return [] }
    return [scalar]
  }

  /// Calls a body with each scalar of a cell, base first, without an array.
  @inlinable
  public func forEachScalar(of cell: Cell, _ body: (Unicode.Scalar) -> Void) {
    if let scalar = singleScalar(of: cell) { return body(scalar) }
    scalars(of: cell).forEach(body)
  }

  /// The scalar of a cell that holds just one.
  @inlinable
  func singleScalar(of cell: Cell) -> Unicode.Scalar? {
    cell.glyph < Cell.firstCluster && !cell.isRightHalf ? Unicode.Scalar(cell.glyph) : nil
  }

  /// The characters of a row, padded to the width.
  public func line(_ row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells[row * size.columns..<(row + 1) * size.columns] {
      forEachScalar(of: cell) { text.append($0) }
    }
    return String(text)
  }

  /// All rows, each padded to the width.
  public var lines: [String] { (0..<size.rows).map(line) }
}
