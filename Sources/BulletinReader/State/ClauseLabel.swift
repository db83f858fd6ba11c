/// A clause as texts name it: `第八条`, `第 12 条`, `第六条之一`.
struct ClauseLabel: Equatable, Sendable {
  /// The clause's number.
  let number: Int
  /// 之一 of 第六条之一, else 0.
  let minor: Int
  /// The scalars it takes.
  let range: Range<Int>

  private static let longest = 16

  /// Reads the label that begins at an offset.
  init?(in text: [Unicode.Scalar], at start: Int) {
    guard text.indices.contains(start), text[start] == "第" else { return nil }
    guard let first = Self.numeral(in: text, from: start + 1), first.end < text.count,
      text[first.end] == "条"
    else { return nil }
    number = first.value
    let end = first.end + 1
    if end < text.count, text[end] == "之", let second = Self.numeral(in: text, from: end + 1) {
      minor = second.value
      range = start..<second.end
    } else {
      minor = 0
      range = start..<end
    }
  }

  /// A number in Chinese numerals or digits, blanks between them passed over.
  private static func numeral(
    in text: [Unicode.Scalar], from start: Int
  ) -> (value: Int, end: Int)? {
    var total = 0
    var pending: Int?
    var positional = 0
    var hasUnit = false
    var index = start
    var end = start
    while index < min(text.count, start + longest) {
      if let digit = digit(text[index]) {
        positional = positional * 10 + digit
        pending = digit
      } else if let unit = unit(text[index]) {
        total += (pending ?? 1) * unit
        pending = nil
        hasUnit = true
      } else if text[index] == " " {
        index += 1
        continue
      } else {
        break
      }
      guard positional < 100_000 else { return nil }
      index += 1
      end = index
    }
    guard end > start else { return nil }
    return (hasUnit ? total + (pending ?? 0) : positional, index)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: return Int(scalar.value - 0xFF10)
    default: break
    }
    let digits: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    if scalar == "〇" || scalar == "零" { return 0 }
    return digits.firstIndex(of: scalar).map { $0 + 1 }
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1_000
    default: nil
    }
  }
}
