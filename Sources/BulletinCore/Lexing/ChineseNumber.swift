/// Reads numbers as labels print them: 一百二十, 十五, 〇, 12, １２.
enum ChineseNumber {
  /// A number and the byte offset behind it.
  typealias Reading = (value: Int32, end: Int)

  /// The number in Chinese numerals at the offset, blanks between them passed over as OCR leaves
  /// them (`第 十 二 条`); nil where none stands or it is beyond 9,999.
  static func han(_ text: Span<UInt8>, at start: Int, before end: Int) -> Reading? {
    var total: Int32 = 0
    var pending: Int32 = -1
    var positional: Int32 = 0
    var digits = 0
    var sawUnit = false
    var index = start
    var behind = start
    while index < end {
      let (scalar, width) = text.scalar(at: index)
      if let value = digit(scalar) {
        positional = positional * 10 + value
        digits += 1
        pending = value
      } else if let unit = unit(scalar) {
        total += (pending > 0 ? pending : 1) * unit
        pending = -1
        sawUnit = true
      } else if scalar == 0x20 || scalar == 0x3000, behind > start {
        index += width
        continue
      } else {
        break
      }
      guard digits <= 4, total <= 9_999 else { return nil }
      index += width
      behind = index
    }
    guard behind > start else { return nil }
    return (sawUnit ? total + max(pending, 0) : positional, behind)
  }

  /// The number in decimal digits at the offset; nil where none stands or it has over four.
  static func decimal(_ text: Span<UInt8>, at start: Int, before end: Int) -> Reading? {
    var value: Int32 = 0
    var index = start
    var digits = 0
    while index < end {
      let (scalar, width) = text.scalar(at: index)
      guard let digit = scalar.digit else { break }
      value = value * 10 + digit
      digits += 1
      guard digits <= 4 else { return nil }
      index += width
    }
    return digits > 0 ? (value, index) : nil
  }

  /// Either form.
  static func any(_ text: Span<UInt8>, at start: Int, before end: Int) -> Reading? {
    decimal(text, at: start, before: end) ?? han(text, at: start, before: end)
  }

  private static func digit(_ scalar: UInt32) -> Int32? {
    switch scalar {
    case 0x3007, 0x96F6, 0x25CB: 0  // 〇 零 ○
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2  // 二 两
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func unit(_ scalar: UInt32) -> Int32? {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1_000
    default: nil
    }
  }
}
