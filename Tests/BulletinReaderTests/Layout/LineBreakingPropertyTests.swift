import BulletinScreen
import Testing

@testable import BulletinReader

/// Texts by chance, the same on every run.
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite struct LineBreakingPropertyTests {
  private static let pieces = [
    "数", "据", "第", "三", "条", "年", "万", "元", "家", "，", "。", "、", "；", "：", "！", "？", "（", "）",
    "【", "】", "《", "》", "“", "”", "‘", "’", "……", "——", "～", "％", "％", "／", "ａ", "３", "a", "z", "Q",
    "7", "0", ".", ",", "(", ")", "[", "]", "%", "-", "/", "·", "$", "¥", " ", " ", "　", "é",
    "e\u{301}",
    "\u{5D0}", "가", "👍", "👩🏽", "\u{20000}", "①", "●", "中文", "word", "2025",
  ]
  private static let notFirst = Set("，。、；：！？）】》”’…～％／.,)]%-/·\u{1F3FD}".unicodeScalars)
  private static let notLast = Set("（【《“‘／([/$¥".unicodeScalars)
  private static let blanks = Set(" 　".unicodeScalars)

  private static func text(_ chance: inout Chance, joiners: Bool) -> [Unicode.Scalar] {
    let more =
      joiners ? pieces + ["\"", "'", "\u{200D}", "\u{FE0F}", "—", "\u{202E}", "\t"] : pieces
    let count = Int.random(in: 0...120, using: &chance)
    return (0..<count).flatMap { _ in
      Array((more.randomElement(using: &chance) ?? "").unicodeScalars)
    }
  }

  private static func cells(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + CharacterWidth.cells($1, ambiguousWide: false) }
  }

  private static func rows(_ text: [Unicode.Scalar], _ first: Int, _ rest: Int) -> [BrokenRow] {
    var breaker = LineBreaker(text, first: first, rest: rest)
    var rows: [BrokenRow] = []
    while let row = breaker.next() { rows.append(row) }
    return rows
  }

  @Test func nothingIsLostAndNoRowIsTooWide() {
    var chance = Chance(state: 1)
    for round in 0..<3_000 {
      let text = Self.text(&chance, joiners: true)
      let (first, rest) = (round % 200 + 1, Int.random(in: 1...200, using: &chance))
      var place = 0
      for row in Self.rows(text, first, rest) {
        let measure = place == 0 ? first : rest
        #expect(row.range.lowerBound == place && !row.range.isEmpty)
        #expect(row.shown.lowerBound == place && row.shown.upperBound <= row.range.upperBound)
        #expect(row.cells == Self.cells(text[row.shown]))
        let characters = text[row.shown].filter { Self.cells([$0]) > 0 }
        #expect(row.cells <= measure || characters.count == 1)
        let hanging = text[row.shown.upperBound..<row.range.upperBound]
        #expect(
          hanging.allSatisfy { Self.blanks.contains($0) || $0 == "\t" || Self.cells([$0]) == 0 })
        place = row.range.upperBound
      }
      #expect(place == text.count)
    }
  }

  /// Whether a row that begins at `start` may end before `end`, by the rules alone.
  private static func allows(_ end: Int, from start: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard end > start, cells([text[end]]) > 0, !blanks.contains(text[end]) else { return false }
    let last = text[start..<end].last { !blanks.contains($0) && cells([$0]) > 0 }
    if notFirst.contains(text[end]) || last.map(notLast.contains) ?? false { return false }
    let dashes = text[start..<end].reversed().prefix { $0 == "—" }.count
    return text[end] != "—" || dashes.isMultiple(of: 2)
  }

  @Test func forbiddenSignsStandAtAnEdgeOnlyWhereNothingElseFits() {
    var chance = Chance(state: 2)
    for round in 0..<3_000 {
      let text = Self.text(&chance, joiners: false)
      let measure = round % 60 + 1
      for row in Self.rows(text, measure, measure) where row.range.upperBound < text.count {
        let (start, end) = (row.range.lowerBound, row.range.upperBound)
        if Self.allows(end, from: start, text) || text[start..<end].last == " " { continue }
        if text[start..<end].last == "　" { continue }
        let other = (start + 1..<end).first { Self.allows($0, from: start, text) }
        #expect(other == nil, "\(String(String.UnicodeScalarView(text))) at \(end) in \(measure)")
      }
    }
  }
}
