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
