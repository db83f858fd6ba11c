/// Numbers names in the order of their coming, so that a hundred thousand records compare and
/// store small numbers in place of texts.
struct NameTable: Sendable {
  private var pool: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing; -1 is free. The count is a power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  /// How many names there are.
  var count: Int { ends.count }

  /// A name's bytes.
  func bytes(_ index: Int32) -> ArraySlice<UInt8> { pool[range(index)] }

  /// A name as text.
  func text(_ index: Int32) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// The number of a name, if it has come.
  func find(_ name: String) -> Int32? {
    let bytes = Array(name.utf8)
    let found = slots[slot(of: bytes.span, 0..<bytes.count)]
    return found < 0 ? nil : found
  }

  /// The number of a name, a new one if it has not come before.
  mutating func add(_ name: String) -> Int32 {
    let bytes = Array(name.utf8)
    return add(bytes.span, 0..<bytes.count)
  }

  /// The number of the name that the range holds.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let place = slot(of: bytes, range)
    if slots[place] >= 0 { return slots[place] }
    let index = Int32(ends.count)
    for offset in range { pool.append(bytes[offset]) }
    ends.append(pool.count)
    slots[place] = index
    if ends.count * 2 > slots.count { grow() }
    return index
  }

  /// The number of the name that the inside of a JSON string says.
  mutating func add(text bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let isPlain = !bytes.extracting(range).has(UInt8(ascii: "\\"))
    return isPlain ? add(bytes, range) : add(bytes.text(range))
  }

  private func range(_ index: Int32) -> Range<Int> {
    (index == 0 ? 0 : ends[Int(index) - 1])..<ends[Int(index)]
  }

  /// Where the name is, or would be put. The hash is seeded, so that nobody can craft names that
  /// all fall together.
  private func slot(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hasher = Hasher()
    bytes.extracting(range).withUnsafeBytes { hasher.combine(bytes: $0) }
    var place = hasher.finalize() & (slots.count - 1)
    while slots[place] >= 0, !isSame(slots[place], bytes, range) {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private func isSame(_ index: Int32, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let stored = self.range(index)
    guard stored.count == range.count else { return false }
    let pool = pool.span
    for offset in 0..<range.count
    where pool[stored.lowerBound + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let pool = pool
    for index in 0..<Int32(ends.count) { slots[slot(of: pool.span, range(index))] = index }
  }
}
