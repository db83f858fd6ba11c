import BulletinCore
import Testing

/// Whatever the bytes: nothing traps, each line has one role, each unit's text points into the
/// source.
@Suite struct AnyBytesTests {
  private static let pieces = [
    "第", "一", "二", "十", "百", "条", "章", "节", "编", "部分", "之一", "、", "（", "）", "(", ")", "1", "12",
    "300",
    ".", "．", "１", "①", "⑳", "Ⅳ", "⒈", "㈠", "#", "##", "**", "*", "- ", "> ", "__", "<!--", "-->",
    "![", "](",
    "编者按", "本期要目", "目录", "白皮书目录", "主编", "（来源：", "来源:", "原文链接：", "二维码", "注：", "注释：", "图", "表",
    "图1-1",
    "2031年5月16日", "第18期", "总第96期", "某办发〔2031〕7号", "各市人民政府：", "会议通过", "记者提问", "提问", "是", "的", "款",
    "项",
    "。", "；", "：", "，", "！", "？", "……", "”", "“", "》", "《", "】", "【", "——", "—", "/", "\\", "%",
    "01 ",
    "数据", "要素", "A", "z", " ", "　", "\t", "\u{200B}", "\u{FEFF}", "\u{202E}", "\u{301}", "👩🏽‍💻", "𠀀",
    "\u{FFFD}",
    "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{2028}", "\n", "\n", "\n", "\r\n", "\r",
  ]

  private static func mixture(_ chance: inout SplitMix64) -> String {
    // A favourite piece or two make nests of one mark and runs of one label.
    let favourites = [chance.pick(pieces), chance.pick(pieces)]
    let count = Int.random(in: 0...240, using: &chance)
    return (0..<count).map { _ in chance.pick(chance.happens(0.3) ? favourites : pieces) }.joined()
  }

  /// Checks what holds for any text, walking all its units.
  static func checkInvariants(_ bulletin: Bulletin, _ name: String) {
    let lines = bulletin.source.lines
    #expect(bulletin.roles.count == lines.count, "\(name)")
    #expect(bulletin.sections.allSatisfy { $0.line < $0.end && $0.end <= lines.count }, "\(name)")
    #expect(bulletin.articles.allSatisfy { $0.lines.contains($0.titleLine) }, "\(name)")
    for section in bulletin.sections {
      _ = (bulletin.label(of: section), bulletin.title(of: section))
    }
    _ = bulletin.doubts()
    for line in lines.indices where bulletin.roles[line].role != .comment {
      checkText(bulletin, bulletin.unit(holding: line), "\(name), line \(line)")
    }
  }

  private static func checkText(_ bulletin: Bulletin, _ unit: TextUnit, _ name: String) {
    let bytes = bulletin.source.bytes
    let text = bulletin.text(of: unit)
    let rises = zip(text.offsets, text.offsets.dropFirst()).allSatisfy { $0 <= $1 }
    let points = zip(text.scalars, text.offsets).allSatisfy { scalar, offset in
      let start = Int(offset)
      guard start < bytes.count, bytes[start] & 0xC0 != 0x80 else { return false }
      // A blank stands for a run of blanks, or for the end of a line between two words.
      return scalar == " " || bytes[start...].starts(with: String(scalar).utf8)
    }
    let isWhole = text.offsets.count == text.scalars.count && text.labelCount <= text.scalars.count
    if !(isWhole && rises && points) {
      Issue.record("\(name): whole \(isWhole), offsets rise \(rises), point at scalars \(points)")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func mixturesOfLabelsAndMarks(_ seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    for round in 0..<60 {
      let text = Self.mixture(&chance)
      Self.checkInvariants(Bulletin(SourceText(text)), "mixture \(seed)/\(round)")
    }
  }

  /// Lines of the weekly issue in any order, pieces of mixtures among them.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func shuffledIssue(_ seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    for round in 0..<4 {
      var lines = WeeklyIssue.picture.rows.map(\.text).shuffled(using: &chance)
      for place in lines.indices where chance.happens(0.1) { lines[place] += Self.mixture(&chance) }
      let text = lines.joined(separator: "\n")
      Self.checkInvariants(Bulletin(SourceText(text)), "shuffle \(seed)/\(round)")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func randomBytes(_ seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    for round in 0..<60 {
      let noise = (0..<Int.random(in: 0...400, using: &chance)).map { _ in
        chance.happens(0.5) ? UInt8.random(in: 0x20...0x7E, using: &chance) : chance.next8()
      }
      for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
        guard let source = try? SourceText(noise, encoding: encoding) else { continue }
        Self.checkInvariants(
          Bulletin(source), "noise \(seed)/\(round) as \(String(describing: encoding))")
      }
    }
  }

  /// An issue with bytes struck out, doubled and changed, as a bad disk would.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func issueWithDamagedBytes(_ seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    var bytes = Array(WeeklyIssue.picture.text.utf8)
    for _ in 0..<200 {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(bytes[place], at: place)
      default: bytes[place] = max(1, chance.next8())
      }
    }
    let source = try SourceText(bytes)
    #expect(source.damage > 0 && source.encoding == .utf8)
    Self.checkInvariants(Bulletin(source), "bytes \(seed)")
  }

  /// Marks nested deep, runs of one character, labels without end.
  @Test(arguments: [
    "（", "）", "“", "*", "#", ">", "- ", "**", "第", "一", "百", "1", "1.", "（一）", "第一条", "<!--", "图",
    "——", "来源：",
    "之一", "①", "。", "\u{301}", "\u{200B}",
  ])
  func piecesWithoutEnd(_ piece: String) {
    for count in [1, 2, 7, 300, 5_000] {
      let run = String(repeating: piece, count: count)
      for text in [run, "本期要目\n01 \(run)\n\(run)\n", "\(run)\n\(run)\n数据。\n"] {
        Self.checkInvariants(Bulletin(SourceText(text)), "\(piece) × \(count)")
      }
    }
  }
}

extension SplitMix64 {
  /// A byte by chance.
  fileprivate mutating func next8() -> UInt8 { UInt8(truncatingIfNeeded: next()) }
}
