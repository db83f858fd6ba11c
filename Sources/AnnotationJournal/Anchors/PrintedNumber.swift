/// Numbers as flat text prints them, in Chinese numerals or digits.
struct PrintedNumber {
  /// The value; -1 where the run of numerals is too long or strange to have one.
  var value: Int
  /// The offset behind the last numeral.
  var end: Int

  /// The run of Chinese numerals or of digits at the offset; nil where none stands.
  init?(_ text: [UInt32], at start: Int) {
    var end = start
    while end < text.count, chineseNumeral(text[end]) != nil { end += 1 }
    if end > start {
      value = PrintedNumber.value(text[start..<end])
    } else {
      var total = 0
      while end < text.count, (0x30...0x39).contains(text[end]) {
        total = min(total * 10 + Int(text[end]) - 0x30, 1_000_000)
        end += 1
      }
      guard end > start else { return nil }
      value = total
    }
    self.end = end
  }

  private static func value(_ numerals: ArraySlice<UInt32>) -> Int {
    guard numerals.count <= 12 else { return -1 }
    var total = 0
    var pending = -1
    var positional = 0
    var hasUnit = false
    for scalar in numerals {
      guard let value = chineseNumeral(scalar) else { return -1 }
      if value >= 10 {
        total += (pending > 0 ? pending : 1) * value
        pending = -1
        hasUnit = true
      } else {
        positional = positional * 10 + value
        pending = value
      }
    }
    return hasUnit ? total + max(pending, 0) : positional
  }
}

/// What a Chinese numeral counts, 10 and more for units; nil for other scalars.
@inline(__always)
func chineseNumeral(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x3007, 0x96F6: 0  // 〇 零
  case 0x4E00: 1
  case 0x4E8C, 0x4E24: 2  // 二 两
  case 0x4E09: 3
  case 0x56DB: 4
  case 0x4E94: 5
  case 0x516D: 6
  case 0x4E03: 7
  case 0x516B: 8
  case 0x4E5D: 9
  case 0x5341: 10
  case 0x767E: 100
  case 0x5343: 1_000
  default: nil
  }
}

/// What a run of digits, numerals and 万 亿 counts, as a key: 20万, 二十万 and 200,000 have one, and
/// 30% has that of no other number.
func countedValue(_ run: ArraySlice<UInt32>) -> Int {
  // A Double holds 15 digits; longer runs are names rather than amounts.
  guard run.count <= 15 else { return run.reduce(17) { ($0 &* 31) &+ Int($1) } }
  var (high, section, pending) = (0.0, 0.0, 0.0)
  var hasPending = false
  var decimal = 0.0
  for scalar in run {
    switch scalar {
    case 0x25, 0x2C: continue
    case 0x2E: decimal = 1
    case 0x4E07:  // 万
      high += max(section + pending, 1) * 1e4
      (section, pending, hasPending, decimal) = (0, 0, false, 0)
    case 0x4EBF:  // 亿
      high = max(high + section + pending, 1) * 1e8
      (section, pending, hasPending, decimal) = (0, 0, false, 0)
    default:
      let value = chineseNumeral(scalar).map(Double.init) ?? Double(scalar) - 0x30
      if value >= 10 {
        section += (hasPending && pending > 0 ? pending : 1) * value
        (pending, hasPending, decimal) = (0, false, 0)
      } else if decimal > 0 {
        decimal /= 10
        pending += value * decimal
      } else {
        pending = pending * 10 + value
        hasPending = true
      }
    }
  }
  let key = Int(truncatingIfNeeded: (high + section + pending).bitPattern)
  return run.last == 0x25 ? ~key : key
}
