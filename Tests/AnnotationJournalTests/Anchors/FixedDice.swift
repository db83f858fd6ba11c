/// Numbers by chance, the same on every run (Steele, Lea and Flood 2014).
struct FixedDice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x5851_F42D_4C95_7F2D &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number below the limit.
  mutating func roll(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }

  /// True with the chance given, from 0 to 1.
  mutating func happens(_ chance: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < chance
  }

  /// One of the values; the list must not be empty.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
}
