/// Strings of JSON: skipping, reading, writing.
extension Span<UInt8> {
  /// Skips a string with its quotation marks: well-formed UTF-8, escapes of RFC 8259, no bare
  /// control characters.
  @inline(__always)
  func skipJSONString(_ index: inout Int) -> Bool {
    guard take(UInt8(ascii: "\""), &index) else { return false }
    let count = self.count
    while index < count {
      let byte = self[unchecked: index]
      if byte >= 0x80 {
        guard skipScalar(&index) else { return false }
      } else if byte == UInt8(ascii: "\"") {
        index += 1
        return true
      } else if byte == UInt8(ascii: "\\") {
        guard skipEscape(&index) else { return false }
      } else if byte < 0x20 {
        return false
      } else {
        index += 1
      }
    }
    return false
  }

  /// Skips a scalar of two bytes or more; no overlong forms, no surrogates (Unicode, table 3-7).
  @inline(__always)
  private func skipScalar(_ index: inout Int) -> Bool {
    let first = self[unchecked: index]
    if index + 2 < count, first & 0xF0 == 0xE0 {
      let second = self[unchecked: index + 1]
      let isTrail = second & 0xC0 == 0x80 && self[unchecked: index + 2] & 0xC0 == 0x80
      index += 3
      return isTrail && (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0)
    }
    if index + 1 < count, first >= 0xC2, first < 0xE0 {
      index += 2
      return self[unchecked: index - 1] & 0xC0 == 0x80
    }
    guard index + 3 < count, first >= 0xF0, first < 0xF5 else { return false }
    let second = self[unchecked: index + 1]
    let isTrail =
      second & 0xC0 == 0x80 && self[unchecked: index + 2] & 0xC0 == 0x80
      && self[unchecked: index + 3] & 0xC0 == 0x80
    index += 4
    return isTrail && (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90)
  }

  /// Skips a backslash and what it introduces. A surrogate must stand in its pair.
  private func skipEscape(_ index: inout Int) -> Bool {
    guard index + 1 < count else { return false }
    let kind = self[index + 1]
    index += 2
    guard kind == UInt8(ascii: "u") else { return unescaped(kind) != nil }
    guard let unit = hexUnit(at: index) else { return false }
    index += 4
    if unit & 0xFC00 == 0xDC00 { return false }
    guard unit & 0xFC00 == 0xD800 else { return true }
    guard take(UInt8(ascii: "\\"), &index), take(UInt8(ascii: "u"), &index),
      let low = hexUnit(at: index), low & 0xFC00 == 0xDC00
    else { return false }
    index += 4
    return true
  }

  /// The code unit that four hexadecimal digits write out.
  private func hexUnit(at index: Int) -> UInt32? {
    guard index + 4 <= count else { return nil }
    var unit: UInt32 = 0
    for offset in 0..<4 {
      guard let digit = Character(Unicode.Scalar(self[index + offset])).hexDigitValue else {
        return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  private func unescaped(_ kind: UInt8) -> UInt8? {
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): kind
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The UTF-8 of a well-formed string whose inside is the range.
  func unescapedBytes(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = self[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        bytes.append(byte)
        index += 1
        continue
      }
      if let plain = unescaped(self[index + 1]) {
        bytes.append(plain)
        index += 2
      } else {
        var unit = hexUnit(at: index + 2) ?? 0xFFFD
        index += 6
        if unit & 0xFC00 == 0xD800 {
          let low = hexUnit(at: index + 2) ?? 0
          unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
          index += 6
        }
        bytes += UTF8.encode(Unicode.Scalar(unit) ?? "\u{FFFD}").map(Array.init) ?? []
      }
    }
    return bytes
  }

  /// The text of a value that is a string; nil for other values.
  func jsonText(_ value: Range<Int>) -> String? {
    guard value.count >= 2, self[value.lowerBound] == UInt8(ascii: "\"") else { return nil }
    return text(value.lowerBound + 1..<value.upperBound - 1)
  }

  /// The text of a well-formed string whose inside is the range.
  func text(_ range: Range<Int>) -> String {
    let inside = extracting(range)
    if !inside.has(UInt8(ascii: "\\")) {
      return inside.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
    return String(decoding: unescapedBytes(range), as: UTF8.self)
  }

  /// Whether there is such a byte.
  func has(_ byte: UInt8) -> Bool {
    for index in 0..<count where self[index] == byte { return true }
    return false
  }

  /// The bytes of the range.
  func array(_ range: Range<Int>) -> [UInt8] {
    extracting(range).withUnsafeBufferPointer { Array($0) }
  }
}

extension [UInt8] {
  /// Appends a text as a JSON string. Escaped is what RFC 8259 demands, and what a terminal would
  /// obey or hide when somebody prints the file: DEL, C1, line separators, directional marks.
  mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        append(0x5C)
        append(UInt8(scalar.value))
      case 0x0A: append(contentsOf: "\\n".utf8)
      case 0x09: append(contentsOf: "\\t".utf8)
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        append(contentsOf: "\\u".utf8)
        append(contentsOf: repeatElement(0x30, count: 4 - digits.utf8.count))
        append(contentsOf: digits.utf8)
      default:
        if let bytes = UTF8.encode(scalar) { append(contentsOf: bytes) }
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a whole number.
  mutating func appendJSON(_ number: Int) { append(contentsOf: String(number).utf8) }
}
