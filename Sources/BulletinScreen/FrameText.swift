/// A frame as plain text: what `render --format text` prints.
public enum FrameText {
  /// The rows, blanks at their ends left out, each with a line end.
  public static func text(_ frame: Frame) -> String {
    frame.lines.map { line in
      var scalars = line.unicodeScalars[...]
      while scalars.last == " " { scalars.removeLast() }
      return String(scalars) + "\n"
    }.joined()
  }
}
