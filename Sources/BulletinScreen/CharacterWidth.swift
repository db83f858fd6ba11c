/// How many cells a scalar takes on the screen: 0, 1 or 2, as `FramePainter` shows it.
///
/// One rule serves layout, cells and the terminal library alike, so that none of them disagrees
/// about where a column is. Rule source: Unicode 17.0.0, Unicode Standard Annex #11.
public enum CharacterWidth {
  /// The cells of one scalar.
  ///
  /// What would not show itself (controls, bidi marks, zero-width marks) is shown as a sign of one
  /// cell, see `VisibleSign`, and counts as one. A combining mark is 0: it joins the cell before it.
  /// - Parameters:
  ///   - scalar: the character.
  ///   - ambiguousWide: whether the terminal shows characters of ambiguous width (“ ” … —) in two
  ///     cells.
  @inlinable
  public static func cells(_ scalar: Unicode.Scalar, ambiguousWide: Bool) -> Int {
    let value = scalar.value
    if value < 0xA1 { return 1 }  // ASCII as itself; controls of both sets as signs
    if value >= 0x4E00 && value <= 0x9FFF { return 2 }
    return searchedCells(value, ambiguousWide: ambiguousWide)
  }

  /// The sum of `cells` over a text; for chrome such as labels and hints, not for whole bulletins.
  public static func cells(_ text: String, ambiguousWide: Bool) -> Int {
    text.unicodeScalars.reduce(0) { $0 + cells($1, ambiguousWide: ambiguousWide) }
  }

  /// The slow half of `cells`: blocks that are all of one width first, then the tables.
  @usableFromInline
  static func searchedCells(_ value: UInt32, ambiguousWide: Bool) -> Int {
    switch value {
    case 0x3400...0x4DBF, 0xAC00...0xD7A3, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
      0x3001...0x3029, 0xFF01...0xFF60:
      return 2
    default: break
    }
    if WidthTable.holds(WidthTable.ambiguous, value) { return ambiguousWide ? 2 : 1 }
    if WidthTable.holds(WidthTable.wide, value) { return 2 }
    if WidthTable.holds(WidthTable.zero, value) { return 0 }
    return 1
  }
}
