import Glibc

/// Reading scalars out of valid UTF-8. Offsets count bytes.
extension Span<UInt8> {
  /// The scalar that begins at the byte offset, and how many bytes it takes.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | trail(index + 1), 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | trail(index + 1) << 6 | trail(index + 2), 3)
    }
    let high = (first & 0x07) << 18 | trail(index + 1) << 12
    return (high | trail(index + 2) << 6 | trail(index + 3), 4)
  }

  @inline(__always)
  private func trail(_ index: Int) -> UInt32 { UInt32(self[index]) & 0x3F }

  /// The scalar that ends before the byte offset, and how many bytes it takes.
  @inline(__always)
  func scalar(before index: Int) -> (value: UInt32, width: Int) {
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(at: start).value, index - start)
  }

  /// The offset of the scalar that the byte belongs to; the count for the count.
  func floorOfScalar(_ index: Int) -> Int {
    var index = index
    while index > 0, index < count, self[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// The scalar at the offset, or nil at or behind the end.
  @inline(__always)
  func peek(_ index: Int, before end: Int) -> UInt32? {
    index < end ? scalar(at: index).value : nil
  }

  /// The offset of the first such byte at or behind `from`.
  func firstIndex(of byte: UInt8, from: Int = 0) -> Int? {
    guard from < count else { return nil }
    return withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + from, Int32(byte), buffer.count - from)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte) != nil }

  /// Whether the range has nothing but blanks and invisible characters.
  func isBlank(_ range: Range<Int>) -> Bool {
    skipBlanks(range.lowerBound, range.upperBound) == range.upperBound
  }

  /// The offset of the first scalar at or behind `start` that is no blank, at most `end`.
  @inline(__always)
  func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let (value, width) = scalar(at: index)
      guard value.isBlank else { break }
      index += width
    }
    return index
  }

  /// The offset behind the last scalar before `end` that is no blank, at least `start`.
  @inline(__always)
  func dropBlanks(_ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start {
      let (value, width) = scalar(before: index)
      guard value.isBlank else { break }
      index -= width
    }
    return index
  }

  /// Whether the bytes at the offset are those of the text.
  @inline(__always)
  func has(_ text: StaticString, at index: Int, before end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= end else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<length where self[index + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// The offset of the first place of the text in the range.
  func find(_ text: StaticString, in range: Range<Int>) -> Int? {
    let length = text.utf8CodeUnitCount
    guard range.count >= length else { return nil }
    for index in range.lowerBound...(range.upperBound - length)
    where has(text, at: index, before: range.upperBound) {
      return index
    }
    return nil
  }

  /// The bytes of the range as a string.
  func string(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }
}
