/// How a character behaves at the end and at the start of a row.
///
/// The classes follow W3C *Requirements for Chinese Text Layout* (行首行尾禁则) and GB/T 15834-2011,
/// section 5.1, with both the full-width and the half-width form of a sign.
enum BreakClass: UInt8, Sendable {
  /// A Chinese character, a symbol, an emoji: a row may end before it and behind it.
  case ideograph
  /// A letter of a script that is written in words.
  case word
  /// A digit, half or full width; a unit behind it stays with it.
  case digit
  /// A blank; rows end behind blanks, never before them.
  case blank
  /// What joins its neighbours, such as a no-break space.
  case glue
  /// `（` `《` `“`: never the last of a row.
  case opening
  /// `(` `[` `{`: as `opening`, and a word before it stays with it.
  case halfOpening
  /// `，` `。` `》` `”`: never the first of a row.
  case closing
  /// `.` `,` `-` `)` `%` `·` `’`: never the first of a row, and a word behind it stays with it.
  case infix
  /// `¥` `$` `№`: never the last of a row.
  case prefix
  /// `/` `／`: neither the first nor the last of a row.
  case slash
  /// `"` `'`: of unknown direction, so that it holds on to both neighbours.
  case quote
  /// `—`: two of them stay together, and one alone is a connector, never the first of a row.
  case dash
  /// `…`: two of them stay together, never the first of a row.
  case ellipsis
}

extension BreakClass {
  /// The class of a scalar; constant time, by tables for the pages that have signs.
  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    self =
      switch value {
      case 0x4E00...0x9FFF, 0x3400...0x4DFF, 0xAC00...0xD7FF: .ideograph
      case 0..<0x100: BreakTable.latin[Int(value)]
      case 0x2000...0x20FF: BreakTable.general[Int(value & 0xFF)]
      case 0x3000...0x30FF: BreakTable.chinese[Int(value & 0xFF)]
      case 0xFF00...0xFFFF: BreakTable.fullWidth[Int(value & 0xFF)]
      default: BreakClass(rare: value)
      }
  }

  /// The class of a scalar outside the pages of `BreakTable`.
  private init(rare value: UInt32) {
    self =
      switch value {
      case 0x1100...0x11FF: .ideograph
      case 0x1680: .blank
      case 0x0100..<0x2000: .word
      case 0x2103, 0x2109: .infix
      case 0x2116: .prefix
      case 0x2500: .dash
      case 0x22EF: .ellipsis
      case 0xFE50...0xFE52, 0xFE54...0xFE57: .closing
      case 0xFE36, 0xFE38, 0xFE3A, 0xFE3C, 0xFE3E, 0xFE40, 0xFE42, 0xFE44: .closing
      case 0xFE35, 0xFE37, 0xFE39, 0xFE3B, 0xFE3D, 0xFE3F, 0xFE41, 0xFE43: .opening
      case 0xFE59, 0xFE5B, 0xFE5D: .opening
      case 0xFE5A, 0xFE5C, 0xFE5E: .closing
      case 0x1F1E6...0x1F1FF: .word
      case 0x1F3FB...0x1F3FF: .closing
      default: .ideograph
      }
  }

  /// Whether it may not stand first in a row.
  var isForbiddenAtStart: Bool {
    switch self {
    case .closing, .infix, .ellipsis, .slash: true
    default: false
    }
  }

  /// Whether it may not stand last in a row.
  var isForbiddenAtEnd: Bool {
    switch self {
    case .opening, .halfOpening, .prefix, .slash: true
    default: false
    }
  }

  /// Whether it is part of a word of letters or digits.
  var isWordLike: Bool { self == .word || self == .digit }
}
