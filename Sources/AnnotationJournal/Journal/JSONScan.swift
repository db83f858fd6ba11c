/// Reading JSON (RFC 8259) where it lies. Offsets count bytes; a reading function moves `index`
/// behind what it read and answers whether that was well-formed.
///
/// A line feed is no blank here: it ends the record.
extension Span<UInt8> {
  /// How deep arrays and objects may stand in each other.
  static var jsonDepthLimit: Int { 128 }

  @inline(__always)
  func skipJSONBlanks(_ index: inout Int) {
    while index < count {
      let byte = self[index]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return }
      index += 1
    }
  }

  @inline(__always)
  func take(_ byte: UInt8, _ index: inout Int) -> Bool {
    guard index < count, self[index] == byte else { return false }
    index += 1
    return true
  }

  /// Skips any value.
  func skipJSONValue(_ index: inout Int, depth: Int = 0) -> Bool {
    guard index < count else { return false }
    switch self[index] {
    case UInt8(ascii: "\""): return skipJSONString(&index)
    case UInt8(ascii: "{"): return skipJSONObject(&index, depth: depth)
    case UInt8(ascii: "["): return skipJSONArray(&index, depth: depth)
    case UInt8(ascii: "t"): return skip("true", &index)
    case UInt8(ascii: "f"): return skip("false", &index)
    case UInt8(ascii: "n"): return skip("null", &index)
    default: return skipJSONNumber(&index)
    }
  }

  private func skipJSONObject(_ index: inout Int, depth: Int) -> Bool {
    readJSONObject(&index, depth: depth) { _, index in skipJSONValue(&index, depth: depth + 1) }
  }

  /// Reads an object. For each member `readValue` gets the range of its name, without quotation
  /// marks, and reads its value.
  @inline(__always)
  func readJSONObject(
    _ index: inout Int, depth: Int = 0, readValue: (Range<Int>, inout Int) -> Bool
  ) -> Bool {
    guard depth < Self.jsonDepthLimit, take(UInt8(ascii: "{"), &index) else { return false }
    skipJSONBlanks(&index)
    if take(UInt8(ascii: "}"), &index) { return true }
    while true {
      let name = index + 1
      guard skipJSONString(&index) else { return false }
      let nameEnd = index - 1
      skipJSONBlanks(&index)
      guard take(UInt8(ascii: ":"), &index) else { return false }
      skipJSONBlanks(&index)
      guard readValue(name..<nameEnd, &index) else { return false }
      skipJSONBlanks(&index)
      guard take(UInt8(ascii: ","), &index) else { return take(UInt8(ascii: "}"), &index) }
      skipJSONBlanks(&index)
    }
  }

  /// Reads an object, with the ranges of each member's name, without quotation marks, and value.
  func readJSONObject(
    _ index: inout Int, depth: Int = 0, member: (Range<Int>, Range<Int>) -> Void
  ) -> Bool {
    readJSONObject(&index, depth: depth) { name, index in
      let value = index
      guard skipJSONValue(&index, depth: depth + 1) else { return false }
      member(name, value..<index)
      return true
    }
  }

  private func skipJSONArray(_ index: inout Int, depth: Int) -> Bool {
    readJSONArray(&index, depth: depth) { _ in }
  }

  /// Reads an array, with the range of each element.
  func readJSONArray(_ index: inout Int, depth: Int = 0, element: (Range<Int>) -> Void) -> Bool {
    guard depth < Self.jsonDepthLimit, take(UInt8(ascii: "["), &index) else { return false }
    skipJSONBlanks(&index)
    if take(UInt8(ascii: "]"), &index) { return true }
    while true {
      let value = index
      guard skipJSONValue(&index, depth: depth + 1) else { return false }
      element(value..<index)
      skipJSONBlanks(&index)
      guard take(UInt8(ascii: ","), &index) else { return take(UInt8(ascii: "]"), &index) }
      skipJSONBlanks(&index)
    }
  }

  private func skip(_ word: StaticString, _ index: inout Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index + length <= count else { return false }
    let isThere = word.withUTF8Buffer { wanted in
      for offset in 0..<length where self[index + offset] != wanted[offset] { return false }
      return true
    }
    index += length
    return isThere
  }

  private func skipJSONNumber(_ index: inout Int) -> Bool {
    _ = take(UInt8(ascii: "-"), &index)
    if !take(UInt8(ascii: "0"), &index), !skipDigits(&index) { return false }
    if take(UInt8(ascii: "."), &index), !skipDigits(&index) { return false }
    guard take(UInt8(ascii: "e"), &index) || take(UInt8(ascii: "E"), &index) else { return true }
    if !take(UInt8(ascii: "+"), &index) { _ = take(UInt8(ascii: "-"), &index) }
    return skipDigits(&index)
  }

  /// Skips one digit or more.
  private func skipDigits(_ index: inout Int) -> Bool {
    let start = index
    while index < count, self[index] &- 0x30 < 10 { index += 1 }
    return index > start
  }

  /// The whole number that the bytes write out, from 0 to what a double holds exactly (2⁵³ − 1).
  func wholeNumber(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 16 else { return nil }
    var value = 0
    for index in range {
      let digit = Int(self[index]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
    }
    return value <= Journal.highestNumber ? value : nil
  }

  /// Whether the bytes of the range are those of the text.
  @inline(__always)
  func equals(_ text: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<range.count where self[range.lowerBound + offset] != wanted[offset] {
        return false
      }
      return true
    }
  }
}
