import Testing

/// A kind of damage that OCR or conversion does to a whole bulletin, with what it does to the
/// reading that is expected.
struct Damage: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The least share of lines that keep role and number.
  private(set) var bound = 0.99
  private let apply: @Sendable (Labelled, inout SplitMix64) -> Labelled

  func callAsFunction(_ labelled: Labelled, seed: UInt64) -> Labelled {
    var chance = SplitMix64(seed: seed)
    return apply(labelled, &chance)
  }

  /// Damage row by row; a row may become several.
  private init(
    _ name: String,
    rows: @escaping @Sendable (Labelled.Row, inout SplitMix64) -> [Labelled.Row]
  ) {
    testDescription = name
    apply = { labelled, chance in
      var damaged = labelled
      damaged.rows = labelled.rows.flatMap { rows($0, &chance) }
      return damaged
    }
  }

  /// Damage that changes the text of rows and nothing else.
  private init(
    _ name: String, text: @escaping @Sendable (Labelled.Row, inout SplitMix64) -> String
  ) {
    self.init(name) { row, chance in
      var row = row
      row.text = text(row, &chance)
      return [row]
    }
  }

  /// All of the kinds, one after the other.
  private init(_ name: String, _ kinds: [Damage]) {
    testDescription = name
    apply = { labelled, chance in kinds.reduce(labelled) { $1.apply($0, &chance) } }
  }
}

extension Damage {
  static let lostStops = Damage("full stops lost") { row, chance in
    let ends = row.isText || row.role == "continuation"
    return ends && row.text.hasSuffix("。") && chance.happens(0.05)
      ? String(row.text.dropLast()) : row.text
  }

  static let halfWidth = Damage("half-width marks") { row, _ in
    let forms: [Character: Character] = [
      "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "！": "!", "？": "?",
    ]
    return String(row.text.map { forms[$0] ?? $0 })
  }

  static let gluedLabels = Damage("blanks behind labels lost") { row, _ in
    guard let parts = row.labelParts, parts.body.first?.isNumber != true else { return row.text }
    return parts.marks + parts.label + parts.blank.filter { $0 == "*" } + parts.body
  }

  static let blankInLabels = Damage("blanks inside labels") { row, _ in
    guard let parts = row.labelParts, parts.label.count > 2 else { return row.text }
    let inner = parts.label.dropFirst().dropLast()
    let label = "\(parts.label.prefix(1)) \(inner) \(parts.label.suffix(1))"
    return parts.marks + (inner.contains("条") ? parts.label : label) + parts.blank + parts.body
  }

  static let marksGone = Damage("Markdown removed") { row, _ in
    ["link", "comment"].contains(row.role) ? row.text : row.unmarked
  }

  static let marksScattered = Damage("Markdown scattered") { row, chance in
    guard !["link", "comment", "qr", "continuation", "publisher"].contains(row.role) else {
      return row.text
    }
    let text = row.unmarked
    let heads = ["title", "heading", "chapter", "section", "column", "contents", "editor-note"]
    if heads.contains(row.role), chance.happens(0.6) {
      return String(repeating: "#", count: Int.random(in: 1...5, using: &chance)) + " " + text
    }
    if row.role == "item", chance.happens(0.3) { return "- " + text }
    if text.count < 40, chance.happens(0.2) { return "**\(text)**" }
    return text
  }

  static let linesCut = Damage("text lines cut") { row, chance in
    row.isText && row.text.count > 34 && chance.happens(0.4)
      ? row.parted(into: "continuation", &chance) : [row]
  }

  static let titlesCut = Damage("titles cut") { row, chance in
    row.role == "title" ? row.parted(into: "subtitle", &chance) : [row]
  }

  static let headingsCut = Damage("headings cut") { row, chance in
    row.role == "heading" && row.text.count > 12 ? row.parted(into: "continuation", &chance) : [row]
  }

  static let entriesCut = Damage("contents entries cut") { row, chance in
    row.role == "entry" ? row.parted(into: "continuation", &chance) : [row]
  }

  static let lostDots = Damage("dots behind numbers lost") { row, chance in
    guard let parts = row.labelParts, parts.label.last == ".", parts.body.first?.isNumber != true,
      chance.happens(0.5)
    else { return row.text }
    return parts.marks + parts.label.dropLast() + " " + parts.body
  }

  static let sourcesGone = Damage("sources gone") { row, _ in row.role == "source" ? [] : [row] }

  static let fullWidthDigits = Damage("full-width digits in labels") { row, _ in
    guard let parts = row.labelParts, row.role != "heading" || !parts.label.contains(".") else {
      return row.text
    }
    let label = parts.label.unicodeScalars.map { scalar in
      (0x30...0x39).contains(scalar.value)
        ? Character(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar) : Character(scalar)
    }
    return parts.marks + String(label) + parts.blank + parts.body
  }

  static let indents = Damage("indented lines") { row, chance in
    row.isText && chance.happens(0.7) ? "　　" + row.text : row.text
  }

  static let wrongCharacters = Damage("wrong characters in titles and entries") { row, chance in
    guard ["title", "entry"].contains(row.role), chance.happens(0.7) else { return row.text }
    var characters = Array(row.text)
    let han = characters.indices.filter { characters[$0].isHan }
    for _ in 0..<2 where !han.isEmpty { characters[chance.pick(han)] = chance.pick(Array("夭曰士未目")) }
    return String(characters)
  }

  static let editorNotes = Damage("编者按 in other printings") { row, chance in
    row.role == "editor-note"
      ? chance.pick(["编 者 按", "【编者按】", "**编者按**", "编者按：", "　　编者按", "### 编　者　按"]) : row.text
  }

  /// Some of everything at once.
  static let mixed = Damage(
    "mixed", [marksScattered, editorNotes, lostStops, linesCut, wrongCharacters, lostDots, indents])

  /// The kind with a bound of its own: what its damage leaves open cannot always be told.
  private func keeping(_ bound: Double) -> Damage {
    var kind = self
    kind.bound = bound
    return kind
  }

  static let kinds = [
    lostStops, halfWidth, gluedLabels, blankInLabels, marksGone, marksScattered,
    linesCut.keeping(0.98), titlesCut, headingsCut, entriesCut, lostDots, sourcesGone,
    fullWidthDigits, indents, wrongCharacters,
    editorNotes, mixed.keeping(0.97),
  ]
}

extension Character {
  fileprivate var isHan: Bool {
    unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }
}

extension Labelled.Row {
  /// The text without Markdown marks.
  var unmarked: String {
    String(text.drop { "#*- >".contains($0) }).replacing("**", with: "")
  }

  /// The row and its second half, which has a reading of its own; the row alone where it cannot be
  /// cut.
  func parted(into reading: String, _ chance: inout SplitMix64) -> [Labelled.Row] {
    guard let (head, tail) = cut(using: &chance) else { return [self] }
    var (first, second) = (self, self)
    first.text = head
    second.text = tail
    second.origin = -1
    second.become(reading)
    return [first, second]
  }
}
