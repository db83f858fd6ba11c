/// Random numbers that a seed repeats (SplitMix64), so that a failing case can be run again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension SeededRandom {
  /// Text of everything that is hard to show: wide, narrow, ambiguous, combining, invisible.
  mutating func scalars(upTo limit: Int) -> [Unicode.Scalar] {
    let pool = Array(
      "条办法，。“”…ab 1\u{301}\u{20DD}\u{FE0F}\u{200B}\u{202E}\u{1B}\u{9B}\t🀄☎각\u{1100}\u{1161}"
        .unicodeScalars)
    return (0..<Int.random(in: 0...limit, using: &self)).map { _ in
      pool.randomElement(using: &self) ?? " "
    }
  }
}
