/// Neighbouring cells of one row that have the same styled role.
struct StyleRun {
  /// The row, from 0.
  let row: Int
  /// The first column, from 0.
  let column: Int
  /// Cells across.
  let width: Int
  /// The styled role they share.
  let style: StyleIndex
}

extension Frame {
  /// The runs of one row, from the left; together they cover it.
  func styleRuns(row: Int) -> [StyleRun] {
    var runs: [StyleRun] = []
    var column = 0
    while column < size.columns {
      let style = self[row: row, column: column].style
      var end = column + 1
      while end < size.columns, self[row: row, column: end].style == style { end += 1 }
      runs.append(StyleRun(row: row, column: column, width: end - column, style: style))
      column = end
    }
    return runs
  }

  /// The characters of a run of cells.
  func text(of run: StyleRun) -> String {
    var text = String.UnicodeScalarView()
    for column in run.column..<run.column + run.width {
      forEachScalar(of: self[row: run.row, column: column]) { text.append($0) }
    }
    return String(text)
  }
}
