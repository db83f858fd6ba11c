/// Looks for the end of a paste, `ESC [ 2 0 1 ~`, byte by byte.
///
/// Rule source: xterm's control sequences, bracketed paste mode.
struct PasteEnd {
  private static let sequence = Array("\u{1B}[201~".utf8)
  /// How many bytes of it the bytes taken last are.
  private(set) var matched = 0

  /// The bytes of the end.
  static var length: Int { sequence.count }

  /// Whether the bytes taken last are the end.
  var isWhole: Bool { matched == Self.sequence.count }

  /// Takes the next byte. The end begins with the only ESC in it, so that a match that fails can
  /// only begin anew with one.
  mutating func take(_ byte: UInt8) {
    if isWhole { matched = 0 }
    if byte == Self.sequence[matched] {
      matched += 1
    } else {
      matched = byte == Self.sequence[0] ? 1 : 0
    }
  }
}
