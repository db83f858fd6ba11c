/// One row of the annotations pane.
struct CardRow: Equatable, Sendable {
  /// A piece of a row in one style.
  struct Part: Equatable, Sendable {
    /// What it says.
    var text: String
    /// What it is painted in.
    var role: StyleRole
  }

  /// From the left.
  var parts: [Part] = []
  /// What stands at the right edge, where there is any.
  var right: Part?

  /// A blank row.
  static let blank = CardRow()

  /// A row of one piece.
  init(_ text: String, _ role: StyleRole) { parts = [Part(text: text, role: role)] }

  /// A row of pieces.
  init(_ parts: [Part] = [], right: Part? = nil) { (self.parts, self.right) = (parts, right) }

  /// What it says, without styles and the blanks before what stands at the right.
  var text: String { parts.map(\.text).joined() + (right.map { " \($0.text)" } ?? "") }
}

/// What cards are laid out for.
struct CardPage: Equatable, Sendable {
  /// The cells of a row.
  var columns = 1
  /// The rows that show at a time.
  var rows = 0
  /// The language of the interface.
  var language = Language.chinese
  /// Whether characters of ambiguous width take two cells.
  var ambiguousWide = false
  /// What signs are drawn with.
  var signs = LineSigns.drawn
  /// The keys of reviewing with what they do; empty where they are not known.
  var reviewKeys: [ReviewKey] = []
}

/// A key that says what becomes of a doubtful annotation or an orphan.
struct ReviewKey: Equatable, Sendable {
  /// The key as keymaps write it.
  let key: String
  /// What it does, in a word.
  let word: Text
  /// Whether it does that to what has lost its text too.
  let worksOnOrphans: Bool
}
