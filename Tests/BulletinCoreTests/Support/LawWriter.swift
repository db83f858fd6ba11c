/// Writes laws by chance, with their reading: chapters, clauses, items, and cut text that goes on
/// with what looks like a label.
struct LawWriter {
  /// How a law is printed.
  struct Style: Sendable {
    /// No blank behind the labels: 第一条为了.
    var glued = false
    /// Texts are cut in two, and every other tail begins with 第X条.
    var cut = false
    /// Full stops lost on so many lines.
    var lostStops = 0.0
  }

  private var chance: SplitMix64
  private let style: Style
  private var rows: [String] = []
  private var clause = 0

  private static let subjects = [
    "数据处理者", "登记机构", "县级人民政府", "行业主管部门", "平台运营者", "任何组织和个人", "监督管理机构", "数据中介机构",
  ]
  private static let duties = [
    "应当建立健全管理制度", "应当依法公开办事流程", "不得泄露工作中知悉的秘密", "应当每年组织一次安全评估", "可以委托第三方开展检测",
    "应当在三十日内作出答复", "负责本行政区域内的协调推进", "应当保存相关记录不少于三年",
  ]
  private static let ends = ["", "，并接受社会监督", "，法律另有规定的除外", "，具体办法另行制定", "，保障各方合法权益"]
  private static let chapters = ["总则", "登记与备案", "权利和义务", "安全管理", "监督检查", "法律责任", "附则"]

  /// A law of several chapters, as a document.
  static func write(seed: UInt64, style: Style = Style()) -> Labelled {
    var writer = LawWriter(chance: SplitMix64(seed: seed), style: style)
    writer.writeLaw()
    return Labelled(writer.rows.joined(separator: "\n"))
  }

  private init(chance: SplitMix64, style: Style) {
    self.chance = chance
    self.style = style
  }

  private var blank: String { style.glued ? "" : "　" }

  private mutating func put(_ reading: String, _ text: String) {
    var text = text
    if style.lostStops > 0, text.hasSuffix("。"), chance.happens(style.lostStops) {
      text.removeLast()
    }
    let isCut = style.cut && text.count > 40 && chance.happens(0.3)
    let row = Labelled("\(reading) | \(text)").rows[0]
    if isCut, let (head, tail) = row.cut(using: &chance, keep: 22) {
      rows += ["\(reading) | \(head)", "continuation | \(tail)"]
    } else {
      rows.append("\(reading) | \(text)")
    }
  }

  private mutating func sentence() -> String {
    chance.pick(Self.subjects) + chance.pick(Self.duties) + chance.pick(Self.ends) + "。"
  }

  private mutating func writeLaw() {
    rows = ["title - 0 | # 云泽自治州数据流通条例", "adoption | （2031年1月8日云泽自治州人民代表大会通过　自2031年6月1日起施行）"]
    for (index, name) in Self.chapters.enumerated() {
      rows.append("chapter \(index + 1) 1 | ## 第\(chinese(index + 1))章\(blank)\(name)")
      for _ in 0..<Int.random(in: 2...9, using: &chance) { writeClause() }
    }
  }

  private mutating func writeClause() {
    clause += 1
    let label = "第\(chinese(clause))条\(blank)"
    switch Int.random(in: 0..<10, using: &chance) {
    case 0, 1:
      put("clause \(clause) 2", "\(label)\(chance.pick(Self.subjects))应当履行下列职责：")
      writeItems()
    case 2 where style.cut:
      let subject = chance.pick(Self.subjects)
      rows.append(
        "clause \(clause) 2 | \(label)\(subject)违反本条例规定，情节严重或者造成重大损失的，由主管部门责令停业，并依照本条例")
      let number = chinese(Int.random(in: 1...40, using: &chance))
      rows.append("continuation | 第\(number)条第一款的规定给予处罚。")
    case 3:
      put("clause \(clause) 2", label + sentence())
      put("paragraph", sentence() + sentence())
    default:
      put("clause \(clause) 2", label + sentence() + (chance.happens(0.5) ? sentence() : ""))
    }
  }

  private mutating func writeItems() {
    let count = Int.random(in: 2...6, using: &chance)
    for number in 1...count {
      let end = number == count ? "。" : "；"
      rows.append(
        "item \(number) 3 | （\(chinese(number))）\(chance.pick(Self.duties).drop { "应当".contains($0) })\(end)"
      )
    }
  }

  /// 1 to 99 in Chinese numerals.
  private func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = (number / 10, number % 10)
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
  }
}
