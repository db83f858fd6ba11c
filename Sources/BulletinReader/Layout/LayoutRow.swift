/// One row of the text pane as layout makes it: what stands in it and where.
struct LayoutRow: Equatable, Sendable {
  /// What a row is for.
  enum Kind: Sendable {
    case text
    case blank
    /// The lower edge of an editor's note.
    case boxBottom
  }

  /// Its name.
  let place: RowPlace
  /// Text, or one of the rows around it.
  let kind: Kind
  /// The scalars of the unit's text that belong to it.
  var range: Range<Int> = 0..<0
  /// Those of them that are drawn.
  var shown: Range<Int> = 0..<0
  /// Cells between the left edge of the measure and the text.
  var indent = 0
  /// How the unit is set.
  let setting: Typesetting
}
