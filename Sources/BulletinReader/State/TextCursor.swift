/// Where one reads: a character of the text.
struct TextCursor: Equatable, Sendable {
  /// The character.
  var position: TextPosition
  /// The column that `j` and `k` keep to, in cells from the left edge of the measure; nothing where
  /// it is the cursor's own.
  var goal: Int?

  /// The goal that keeps to the end of each row.
  static let rowEnd = Int.max
}
