/// A number of columns and rows, both counted in cells.
public struct Size: Hashable, Sendable {
  /// Cells across.
  public var columns: Int
  /// Cells down.
  public var rows: Int

  /// Makes a size; negative numbers become 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A place on the screen, counted in cells from 0 at the top left.
public struct Point: Hashable, Sendable {
  /// Cells from the left.
  public var column: Int
  /// Cells from the top.
  public var row: Int

  /// Makes a place; it may lie outside any frame.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells: the place of its top left cell and its size.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public var column: Int
  /// The topmost row.
  public var row: Int
  /// Cells across.
  public var columns: Int
  /// Cells down.
  public var rows: Int

  /// Makes a rectangle; negative extents become 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }
}

extension Rect {
  /// The top left cell.
  public var origin: Point { Point(column: column, row: row) }
  /// Columns and rows.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// The column behind the last one.
  public var endColumn: Int { column + columns }
  /// The row below the last one.
  public var endRow: Int { row + rows }
  /// Whether no cell lies in it.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether the cell at a place lies in it.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What two rectangles share; empty where they share nothing.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without so many cells on each side.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: column + left, row: row + top, columns: columns - left - right,
      rows: rows - top - bottom)
  }

  /// One row of it, counted from its top.
  public func rowRect(_ index: Int) -> Rect {
    Rect(column: column, row: row + index, columns: columns, rows: 1)
  }
}
