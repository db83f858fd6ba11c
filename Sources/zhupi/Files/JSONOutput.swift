import BulletinReader

/// Writes JSON (RFC 8259) as it comes: one member or element a line, or all in one line.
struct JSONOutput {
  private(set) var output: Output
  /// For each open object or array, whether it has anything yet.
  private var hasContent: [Bool] = []
  private var followsKey = false
  private let isOneLine: Bool

  /// Makes a writer to an output.
  init(_ output: consuming Output, inOneLine: Bool = false) {
    self.output = output
    isOneLine = inOneLine
  }

  /// Opens an object with `{` or an array with `[`.
  mutating func open(_ bracket: Character) throws(Failure) {
    try begin()
    try output.write(String(bracket))
    hasContent.append(false)
  }

  /// Closes what was opened, with `}` or `]`.
  mutating func close(_ bracket: Character) throws(Failure) {
    if hasContent.popLast() == true { try breakLine() }
    try output.write(String(bracket))
    if hasContent.isEmpty { try output.endLine() }
  }

  /// A member's name; its value must follow.
  mutating func key(_ name: StaticString) throws(Failure) {
    try begin()
    try output.write("\"\(name)\": ")
    followsKey = true
  }

  /// A member with a text, or null.
  mutating func member(_ name: StaticString, _ text: String?) throws(Failure) {
    try key(name)
    try value(text)
  }

  /// A member with a text in both languages: `{ "zh", "en" }`.
  mutating func member(_ name: StaticString, _ text: Text) throws(Failure) {
    try key(name)
    try open("{")
    try member("zh", text.zh)
    try member("en", text.en)
    try close("}")
  }

  /// A member with a whole number, or null.
  mutating func member(_ name: StaticString, _ number: Int?) throws(Failure) {
    try key(name)
    try begin()
    if let number { output.write(number) } else { try output.write("null") }
  }

  /// A member with a number from 0 to 1, to three places.
  mutating func member(_ name: StaticString, share: Double) throws(Failure) {
    try key(name)
    try begin()
    let thousandths = String(Int((min(max(share, 0), 1) * 1_000).rounded()) + 1_000)
    var digits = thousandths.dropFirst()
    while digits.hasSuffix("0"), digits.count > 1 { digits = digits.dropLast() }
    try output.write((thousandths.hasPrefix("2") ? "1." : "0.") + digits)
  }

  /// A member that is true or false.
  mutating func member(_ name: StaticString, _ isTrue: Bool) throws(Failure) {
    try key(name)
    try begin()
    try output.write(isTrue ? "true" : "false")
  }

  /// A text, or null.
  mutating func value(_ text: String?) throws(Failure) {
    try begin()
    guard let text else { return try output.write("null") }
    try write(quoted: text)
  }

  /// What comes before a value: a comma and a new line, unless it follows its key.
  private mutating func begin() throws(Failure) {
    if followsKey {
      followsKey = false
      return
    }
    guard let last = hasContent.indices.last else { return }
    if hasContent[last] { output.write(ascii: UInt8(ascii: ",")) }
    hasContent[last] = true
    try breakLine()
  }

  private mutating func breakLine() throws(Failure) {
    if isOneLine { return output.write(ascii: UInt8(ascii: " ")) }
    try output.endLine()
    for _ in hasContent { try output.write("  ") }
  }

  /// A text in quotation marks. Escaped are quotation mark, backslash, and all that a terminal
  /// would obey or hide: C0, DEL, C1, line separators and directional marks.
  private mutating func write(quoted text: String) throws(Failure) {
    output.write(ascii: UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        output.write(ascii: 0x5C)
        output.write(scalar)
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        try output.write(JSONOutput.escape(scalar))
      default: output.write(scalar)
      }
    }
    output.write(ascii: UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\t": return "\\t"
    default:
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }
}
