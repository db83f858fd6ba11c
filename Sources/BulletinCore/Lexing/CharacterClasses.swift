/// What single scalars are to the rules; half- and full-width forms count alike
/// (Unicode block Halfwidth and Fullwidth Forms, U+FF01 to U+FF5E).
extension UInt32 {
  /// White space (Unicode property White_Space) and characters that show nothing: zero-width ones
  /// and bidi controls, which OCR and web pages leave behind.
  @inline(__always)
  var isBlank: Bool {
    if self <= 0x20 { return true }
    if self < 0x80 { return self == 0x7F }
    switch self {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2069, 0x3000, 0xFEFF:
      return true
    default: return false
    }
  }

  /// The ASCII form of a full-width character, else itself.
  @inline(__always)
  var folded: UInt32 { self >= 0xFF01 && self <= 0xFF5E ? self - 0xFEE0 : self }

  /// The value of a decimal digit, half or full width.
  @inline(__always)
  var digit: Int32? {
    let value = folded
    return value >= 0x30 && value <= 0x39 ? Int32(value) - 0x30 : nil
  }

  var isLatinLetter: Bool {
    let value = folded | 0x20
    return value >= 0x61 && value <= 0x7A
  }

  /// A Chinese character (Unicode blocks of CJK Unified Ideographs, with 〇).
  @inline(__always)
  var isHan: Bool {
    (self >= 0x4E00 && self <= 0x9FFF) || (self >= 0x3400 && self <= 0x4DBF) || self == 0x3007
      || (self >= 0x20000 && self <= 0x3FFFF)
  }

  /// 。！？ and their half-width forms but the full stop, which may be a decimal point.
  @inline(__always)
  var isFullStop: Bool {
    self == 0x3002 || self == 0xFF61 || folded == 0x21 || folded == 0x3F
  }

  /// A bracket or quotation mark that opens.
  @inline(__always)
  var isOpening: Bool {
    switch folded {
    case 0x28, 0x5B, 0x7B, 0x201C, 0x2018, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016:
      true
    default: false
    }
  }

  /// A bracket or quotation mark that closes.
  @inline(__always)
  var isClosing: Bool {
    switch folded {
    case 0x29, 0x5D, 0x7D, 0x201D, 0x2019, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017:
      true
    default: false
    }
  }

  /// A quotation mark that closes, the ASCII one included.
  var isClosingQuote: Bool {
    switch self {
    case 0x201D, 0x2019, 0x300D, 0x300F, 0x22: true
    default: false
    }
  }

  /// ，、, which part a sentence.
  @inline(__always)
  var isComma: Bool { self == 0x3001 || folded == 0x2C || self == 0xFF64 }

  /// Marks and words that no paragraph begins with: what stands before them is the same sentence.
  var goesOn: Bool {
    if isComma || isFullStop || isClosing { return true }
    switch folded {
    case 0x3B, 0x3A, 0x25: return true  // ；：%
    case 0x7684, 0x548C, 0x53CA, 0x6216, 0x7B49: return true  // 的和及或等
    default: return false
    }
  }
}
