/// A frame as a picture for documentation: `render --format svg`.
public enum FrameSVG {
  /// Width of a cell in the picture's units: half the font's size, so that a Chinese character is two.
  private static let cellWidth = 9
  private static let rowHeight = 21

  /// Writes the picture.
  /// - Parameters:
  ///   - frame: what to draw.
  ///   - foreground: the colour of characters that have none of their own.
  ///   - background: the colour of cells that have none of their own.
  public static func text(_ frame: Frame, foreground: Color, background: Color) -> String {
    let width = frame.size.columns * cellWidth
    let height = frame.size.rows * rowHeight
    let ground = background.hex ?? "#ffffff"
    let ink = foreground.hex ?? "#000000"
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-size="18" xml:space="preserve" \
      font-family="'Noto Sans Mono CJK SC','Sarasa Mono SC','Source Han Mono SC',monospace">
      <rect width="\(width)" height="\(height)" fill="\(ground)"/>\n
      """
    for row in 0..<frame.size.rows {
      for run in frame.styleRuns(row: row) {
        let style = frame.styles[run.style].style
        var fore = style.foreground?.hex ?? ink
        var back = style.background?.hex ?? ground
        if style.attributes.contains(.reverse) { swap(&fore, &back) }
        if back != ground {
          svg += "<rect x=\"\(run.column * cellWidth)\" y=\"\(row * rowHeight)\" "
          svg += "width=\"\(run.width * cellWidth)\" height=\"\(rowHeight)\" fill=\"\(back)\"/>\n"
        }
        svg += text(of: run, in: frame, color: fore, attributes: style.attributes)
      }
    }
    if let cursor = frame.cursor {
      svg += "<rect x=\"\(cursor.column * cellWidth)\" y=\"\(cursor.row * rowHeight)\" "
      svg += "width=\"\(cellWidth)\" height=\"\(rowHeight)\" fill=\"\(ink)\" "
      svg += "fill-opacity=\"0.3\"/>\n"
    }
    return svg + "</svg>\n"
  }

  /// The characters of a run, each at the place of its cell, so that no font can shift them.
  private static func text(
    of run: StyleRun, in frame: Frame, color: String, attributes: Style.Attributes
  ) -> String {
    var places: [String] = []
    var characters = ""
    // Blanks inside stand too: not every renderer knows places for single characters.
    let isBlank = { (column: Int) in frame[row: run.row, column: column].isBlank }
    var columns = run.column..<run.column + run.width
    while let last = columns.last, isBlank(last) { columns.removeLast() }
    for column in columns.drop(while: isBlank) {
      let cell = frame[row: run.row, column: column]
      guard !cell.isRightHalf else { continue }
      // One place for each scalar: marks stand where their base stands.
      frame.forEachScalar(of: cell) { scalar in
        places.append("\(column * cellWidth)")
        characters += escaped(scalar)
      }
    }
    guard !places.isEmpty else { return "" }
    var look = "fill=\"\(color)\""
    if attributes.contains(.bold) { look += " font-weight=\"bold\"" }
    if attributes.contains(.italic) { look += " font-style=\"italic\"" }
    if attributes.contains(.underline) { look += " text-decoration=\"underline\"" }
    if attributes.contains(.dim) { look += " fill-opacity=\"0.6\"" }
    return "<text x=\"\(places.joined(separator: " "))\" y=\"\(run.row * rowHeight + 16)\" "
      + "\(look)>\(characters)</text>\n"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "<": "&lt;"
    case "&": "&amp;"
    case ">": "&gt;"
    default: String(Character(scalar))
    }
  }
}
