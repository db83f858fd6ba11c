/// Where two frames differ to the eye, as runs of cells: what a terminal must be sent.
///
/// Roles with the same colours and attributes look the same and make no difference.
public struct FrameDiff: Sendable {
  /// Neighbouring cells of one row.
  ///
  /// Neither end cuts a wide character of the new frame.
  public struct Run: Hashable, Sendable {
    /// The row, from 0.
    public let row: Int
    /// The first column, from 0.
    public let column: Int
    /// Cells across.
    public let columns: Int

    /// Makes a run.
    public init(row: Int, column: Int, columns: Int) {
      self.row = row
      self.column = column
      self.columns = columns
    }
  }

  /// The differences, from the top left on.
  public private(set) var runs: [Run] = []

  /// Compares two frames; without an old one, or with one of another size, all rows differ.
  public init(from old: Frame?, to new: Frame) {
    guard let old, old.size == new.size else {
      runs = (0..<new.size.rows).map { Run(row: $0, column: 0, columns: new.size.columns) }
      return
    }
    let sameNumbers =
      old.styles.entries.count <= new.styles.entries.count
      && old.styles.entries.elementsEqual(new.styles.entries.prefix(old.styles.entries.count))
    old.cells.withUnsafeBufferPointer { oldCells in
      new.cells.withUnsafeBufferPointer { newCells in
        for row in 0..<new.size.rows {
          let start = row * new.size.columns
          let end = start + new.size.columns
          var index = start
          while index < end {
            let differ = { (place: Int) -> Bool in
              FrameDiff.differ(
                oldCells[place], in: old, newCells[place], in: new, sameNumbers: sameNumbers)
            }
            guard differ(index) else {
              index += 1
              continue
            }
            var first = index
            if newCells[first].isRightHalf, first > start { first -= 1 }
            index += 1
            while index < end, newCells[index].isRightHalf || differ(index) { index += 1 }
            runs.append(Run(row: row, column: first - start, columns: index - first))
          }
        }
      }
    }
  }

  private static func differ(
    _ old: Cell, in oldFrame: Frame, _ new: Cell, in newFrame: Frame, sameNumbers: Bool
  ) -> Bool {
    if sameNumbers, old == new, new.glyph < Cell.firstCluster { return false }
    guard old.width == new.width else { return true }
    if old.glyph >= Cell.firstCluster || new.glyph >= Cell.firstCluster {
      guard oldFrame.scalars(of: old) == newFrame.scalars(of: new) else { return true }
    } else if old.glyph != new.glyph {
      return true
    }
    return oldFrame.styled(old).style != newFrame.styled(new).style
  }
}
