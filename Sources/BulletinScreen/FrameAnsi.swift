/// A frame as text with the terminal's sequences for colours: `render --format ansi`.
///
/// Rule source: ECMA-48 SGR, with xterm's 38 and 48 for more than sixteen colours.
public enum FrameAnsi {
  /// The rows, each with a line end; every row begins and ends with the terminal's own style.
  /// - Parameters:
  ///   - frame: what to write.
  ///   - depth: how many colours may be used; with `.none` attributes alone are.
  public static func text(_ frame: Frame, depth: ColorDepth) -> String {
    let sequences = frame.styles.entries.map { sequence(for: $0.style.stepped(to: depth)) }
    var text = ""
    for row in 0..<frame.size.rows {
      var current = ""
      for run in frame.styleRuns(row: row) {
        let sequence = sequences[Int(run.style.number)]
        if sequence != current { text += "\u{1B}[0m" + sequence }
        current = sequence
        text += frame.text(of: run)
      }
      text += current.isEmpty ? "\n" : "\u{1B}[0m\n"
    }
    return text
  }

  /// The sequence that turns a style on after a reset; empty where it changes nothing.
  static func sequence(for style: Style) -> String {
    var codes: [String] = []
    for (attribute, code) in [
      (Style.Attributes.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"),
      (.reverse, "7"),
    ] where style.attributes.contains(attribute) {
      codes.append(code)
    }
    codes += colorCodes(style.foreground, base: 30, bright: 90)
    codes += colorCodes(style.background, base: 40, bright: 100)
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private static func colorCodes(_ color: Color?, base: Int, bright: Int) -> [String] {
    switch color {
    case nil, .standard: []
    case .indexed(let index) where index < 8: ["\(base + Int(index))"]
    case .indexed(let index) where index < 16: ["\(bright + Int(index) - 8)"]
    case .indexed(let index): ["\(base + 8);5;\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8);2;\(red);\(green);\(blue)"]
    }
  }
}
