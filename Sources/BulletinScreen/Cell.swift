/// One place of the grid: a character, or the right half of a wide one, and its style.
///
/// Takes 8 bytes, so that a frame is quickly made and compared.
public struct Cell: Hashable, Sendable {
  /// A scalar's value, 0 for the right half of a wide character, or from `firstCluster` on the
  /// number of a cluster in the frame's list.
  @usableFromInline var glyph: UInt32
  /// The number of the styled role in the frame's table.
  public internal(set) var style: StyleIndex
  /// Cells the character takes: 1 or 2; 0 for the right half of a wide one.
  public internal(set) var width: UInt8

  /// Where numbers of clusters begin: behind the last scalar.
  @usableFromInline static var firstCluster: UInt32 { 0x110000 }

  /// The most combining marks that a cell keeps; more are dropped.
  static let marksLimit = 8

  /// An empty place.
  static func blank(_ style: StyleIndex) -> Cell {
    Cell(glyph: 0x20, style: style, width: 1)
  }

  /// The right half of a wide character.
  static func rightHalf(_ style: StyleIndex) -> Cell { Cell(glyph: 0, style: style, width: 0) }

  /// Whether this is the right half of the wide character in the cell before it.
  @inlinable public var isRightHalf: Bool { width == 0 }

  /// Whether nothing but a background can be seen here.
  @inlinable public var isBlank: Bool { glyph == 0x20 }
}
