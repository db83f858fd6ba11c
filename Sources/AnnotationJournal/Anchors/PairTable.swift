/// Numbers for pairs of neighbouring scalars, given in the order in which the pairs are first seen:
/// 数据 is 0, 据要 is 1. An open-addressing table, because every scalar of two editions passes it.
struct PairTable {
  private var keys: [UInt64]
  private var numbers: [Int32]
  private var mask: Int
  /// How many different pairs there are.
  private(set) var count = 0

  /// A table for a text of about so many scalars.
  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of a pair, a new one at its first coming.
  mutating func number(_ first: UInt32, _ second: UInt32) -> Int32 {
    let key = PairTable.key(first, second)
    var slot = self.slot(key)
    while numbers[slot] >= 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    numbers[slot] = Int32(count)
    count += 1
    if count * 2 > mask { grow() }
    return Int32(count - 1)
  }

  /// The number of a pair that is known; nil for others.
  func known(_ first: UInt32, _ second: UInt32) -> Int32? {
    let key = PairTable.key(first, second)
    var slot = self.slot(key)
    while numbers[slot] >= 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    let size = (mask + 1) * 2
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: -1, count: size)
    mask = size - 1
    for (index, number) in oldNumbers.enumerated() where number >= 0 {
      var slot = self.slot(oldKeys[index])
      while numbers[slot] >= 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[index]
      numbers[slot] = number
    }
  }
}
