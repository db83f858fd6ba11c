/// A label in text without line ends: `第三条`, `第二章`, `一、`, `(二)`, `3.`.
struct FlatLabel {
  enum Kind {
    /// 编, 篇, 章, 节
    case heading
    /// 条
    case clause
    /// 一、 （一） 1. （1） ①
    case item
  }

  var kind: Kind
  var number: Int
  /// 之一 of 第六条之一, else 0.
  var minor = 0
  /// The offset behind the label.
  var end: Int

  private init(_ kind: Kind, _ number: Int, minor: Int = 0, end: Int) {
    self.kind = kind
    self.number = number
    self.minor = minor
    self.end = end
  }

  /// 第N条, 第N章 and their kin at the offset, where the text behind does not show a reference.
  static func statute(_ text: [UInt32], at start: Int) -> FlatLabel? {
    guard text[start] == 0x7B2C, let number = PrintedNumber(text, at: start + 1),
      number.end < text.count
    else { return nil }
    switch text[number.end] {
    case 0x6761: return clause(text, number)
    case 0x7F16, 0x7BC7, 0x7AE0, 0x8282:
      let end = number.end + 1
      if end < text.count, refersOn(text, end) { return nil }
      return FlatLabel(.heading, number.value, end: end)
    default: return nil
    }
  }

  private static func clause(_ text: [UInt32], _ number: PrintedNumber) -> FlatLabel? {
    var end = number.end + 1
    var minor = 0
    if end + 1 < text.count, text[end] == 0x4E4B, let more = PrintedNumber(text, at: end + 1) {
      minor = more.value
      end = more.end
    }
    if end < text.count, refersOn(text, end) { return nil }
    return FlatLabel(.clause, number.value, minor: minor, end: end)
  }

  /// Whether the text goes on as behind a reference: 第三条*的规定*, 第三条*第二款*, 第三条*、*.
  private static func refersOn(_ text: [UInt32], _ index: Int) -> Bool {
    switch text[index] {
    case 0x7684, 0x548C, 0x6216, 0x81F3, 0x53CA, 0x4E0E, 0x6240: return true  // 的和或至及与所
    case 0x89C4: return index + 1 < text.count && text[index + 1] == 0x5B9A  // 规定
    case 0x7B2C:  // 第二款, 第(三)项, 第二十条
      var at = index + 1
      if at < text.count, text[at] == 0x28 { at += 1 }
      guard let number = PrintedNumber(text, at: at), number.end < text.count else { return false }
      return [0x6B3E, 0x9879, 0x6761, 0x76EE, 0x29].contains(text[number.end])
    case 0x2C, 0x3001, 0x3002, 0x3B, 0x29, 0x300B, 0x22: return true
    default: return false
    }
  }

  /// The label of an item or numbered heading at the offset.
  static func item(_ text: [UInt32], at start: Int) -> FlatLabel? {
    let first = text[start]
    if first == 0x28 {
      guard let number = PrintedNumber(text, at: start + 1), number.end < text.count,
        text[number.end] == 0x29, number.value > 0, number.value < 200
      else { return nil }
      return FlatLabel(.item, number.value, end: number.end + 1)
    }
    if first >= 0x2460, first <= 0x2473 {
      return FlatLabel(.item, Int(first) - 0x245F, end: start + 1)
    }
    guard first < 0x40 || first >= 0x3007, let number = PrintedNumber(text, at: start),
      number.end < text.count, number.value > 0, number.value < 200
    else { return nil }
    let isMarked =
      text[number.end] == 0x3001
      || text[number.end] == 0x2E
        && (number.end + 1 == text.count || !(0x30...0x39).contains(text[number.end + 1]))
    return isMarked ? FlatLabel(.item, number.value, end: number.end + 1) : nil
  }
}
