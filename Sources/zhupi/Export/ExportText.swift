import BulletinScreen

/// Texts of files and journals in an export that a terminal, a browser or a spreadsheet may show.
enum ExportText {
  /// A text with signs for all that would be obeyed or would hide: controls and directional marks.
  /// Tabs stay, and joiners, without which emoji fall apart; line ends of every kind are line feeds.
  static func visible(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      defer { followsReturn = scalar == "\r" }
      switch scalar {
      case "\n": if !followsReturn { shown.append("\n") }
      case "\r": shown.append("\n")
      case "\t", "\u{200C}", "\u{200D}": shown.append(scalar)
      default: shown.append(VisibleSign.sign(for: scalar) ?? scalar)
      }
    }
    return String(shown)
  }

  /// The lines of a text, visible.
  static func lines(_ text: String) -> [Substring] {
    visible(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The paragraphs of a text as their lines, parted by lines without anything in them.
  static func paragraphs(_ text: String) -> [[Substring]] {
    lines(text).split { $0.allSatisfy(\.isWhitespace) }.map(Array.init)
  }

  /// A text in one line.
  static func inOneLine(_ text: String) -> String {
    lines(text).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
