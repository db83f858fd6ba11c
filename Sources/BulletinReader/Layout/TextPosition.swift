/// A place in the text: a scalar of a unit's text as it is read.
struct TextPosition: Hashable, Sendable {
  /// The index of the unit's first line.
  var line: Int
  /// The scalar in the unit's text, from 0.
  var offset: Int
}

extension TextPosition: Comparable {
  static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.offset) < (right.line, right.offset)
  }
}

/// A row on the screen, *not* in the file, named by the unit it belongs to.
struct RowPlace: Hashable, Sendable {
  /// The index of the unit's first line.
  var line: Int
  /// The stretch of the unit's text, from 0; `lead` above the text, `trail` below it.
  var stretch: Int
  /// The row in that stretch, from 0.
  var index: Int

  /// The rows above a unit's text that part it from what stands before.
  static let lead = -1
  /// The rows below a unit's text: the lower edge of a box.
  static let trail = Int.max

  /// Whether text stands in the row.
  var isText: Bool { stretch != RowPlace.lead && stretch != RowPlace.trail }
}

extension RowPlace: Comparable {
  static func < (left: RowPlace, right: RowPlace) -> Bool {
    (left.line, left.stretch, left.index) < (right.line, right.stretch, right.index)
  }
}
