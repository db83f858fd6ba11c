/// What stands on the screen for a scalar that a terminal would obey or hide: ESC shows as ␛.
///
/// A bulletin, a file name or a colleague's note can hold such characters, by accident or to
/// deceive. Each becomes one visible scalar of one cell, and none reaches the terminal.
public enum VisibleSign {
  /// For bidirectional controls, which would change the order of the characters around them.
  public static let bidi: Unicode.Scalar = "⇄"
  /// For characters of no width that are no marks: joiners, zero-width blanks, soft hyphens.
  public static let zeroWidth: Unicode.Scalar = "¦"
  /// For everything else that a terminal could obey or hide: C1 controls, tags, noncharacters.
  public static let other: Unicode.Scalar = "␦"

  /// The sign for a scalar, or nil where the scalar may be shown as it is.
  ///
  /// A tab is shown as a blank, the other C0 controls as the pictures of U+2400 to U+241F.
  /// Every sign takes one cell whatever the terminal makes of ambiguous characters.
  @inlinable
  public static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F { return nil }
    if value >= 0x2070 && value < 0xFDD0 { return nil }  // Han, kana, signs: nothing invisible here
    return searchedSign(value)
  }

  @usableFromInline
  static func searchedSign(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x09: " "
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value)
    case 0x7F: "␡"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: bidi
    case 0x2028, 0x2029: "␤"
    case 0xAD, 0x180E, 0x200B...0x200D, 0x2060...0x2065, 0xFEFF: zeroWidth
    case 0x80...0x9F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0x13430...0x1343F: other
    case 0xFDD0...0xFDEF, 0xFFF0...0xFFFB, 0xE0000...0xE00FF: other
    case _ where value & 0xFFFE == 0xFFFE: other
    default: nil
    }
  }
}

extension VisibleSign {
  /// A text in one line, without anything that a terminal would obey.
  public static func inOneLine(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(sign(for: scalar) ?? scalar) }
    return String(shown)
  }

  /// Variation selectors 15 and 16, which choose between text and picture.
  ///
  /// They are left out on the screen: terminals differ on whether the picture then takes two
  /// cells, and agree on the width of the character alone.
  public static func isPresentationSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0E || scalar.value == 0xFE0F
  }
}
