/// Random numbers that a seed repeats (SplitMix64), so that a failing case can be run again.
struct RandomReading: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Lines of all that is hard to lay out: Chinese, Latin, full-width, combining, emoji, signs.
  mutating func text(lines: Int) -> String {
    let pool = Array(
      "条办法管理，。；：“”‘’（）《》…—、ab Word 12 10.5% ＡＩ１e\u{301}a\u{20DD}🀄☎️각👩‍🌾\u{200B}\u{202E}\t"
        .unicodeScalars)
    let heads = ["", "", "第一条 ", "（一）", "1.", "## ", "一、", "图1 ", "编者按", "注：", "第二章 "]
    return (0..<lines).map { _ in
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...180, using: &self) {
        view.append(pool.randomElement(using: &self) ?? " ")
      }
      return (heads.randomElement(using: &self) ?? "") + String(view)
    }.joined(separator: "\n")
  }
}
