/// Reads JSON as RFC 8259 has it, with a limit for size and one for depth; never traps.
public struct LinedJSONParser {
  /// Why a text is no JSON, and on which line (from 1).
  public struct Failure: Error, Equatable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong there.
    public let reason: Text
  }

  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 20
  /// How deep values may stand in each other.
  public static let greatestDepth = 16

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the bytes of a UTF-8 file say, or why they say none.
  public static func parse(_ bytes: [UInt8]) throws(Failure) -> LinedJSON {
    var parser = LinedJSONParser(bytes)
    guard bytes.count <= largestFile else {
      throw parser.failure(zh: "文件超过 1 MB", en: "the file is larger than 1 MB")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.index == bytes.count else {
      throw parser.failure(zh: "末尾有多余的内容", en: "something follows the end")
    }
    return value
  }

  private func failure(zh: String, en: String) -> Failure {
    Failure(line: line, reason: Text(zh: zh, en: en))
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      index += 1
    }
  }

  private mutating func take(_ expected: Unicode.Scalar) throws(Failure) {
    skipBlanks()
    guard byte == UInt8(ascii: expected) else {
      let found = byte == nil ? Text(zh: "文件到此为止", en: "the file ends here") : nil
      throw failure(
        zh: "此处应为 \(expected)" + (found.map { "，" + $0.zh } ?? ""),
        en: "\(expected) expected" + (found.map { ", " + $0.en } ?? ""))
    }
    index += 1
  }

  private mutating func value(depth: Int) throws(Failure) -> LinedJSON {
    guard depth <= Self.greatestDepth else {
      throw failure(zh: "嵌套过深", en: "nested too deep")
    }
    skipBlanks()
    let start = line
    switch byte {
    case UInt8(ascii: "{"): return LinedJSON(.object(try members(depth: depth)), line: start)
    case UInt8(ascii: "["): return LinedJSON(.array(try elements(depth: depth)), line: start)
    case UInt8(ascii: "\""): return LinedJSON(.string(try string()), line: start)
    case UInt8(ascii: "t"): return LinedJSON(try word("true", .bool(true)), line: start)
    case UInt8(ascii: "f"): return LinedJSON(try word("false", .bool(false)), line: start)
    case UInt8(ascii: "n"): return LinedJSON(try word("null", .null), line: start)
    case let digit? where "-0123456789".utf8.contains(digit):
      return LinedJSON(.number(try number()), line: start)
    default: throw failure(zh: "此处应有一个值", en: "a value expected")
    }
  }

  private mutating func members(depth: Int) throws(Failure) -> [LinedJSON.Member] {
    try take("{")
    var members: [LinedJSON.Member] = []
    skipBlanks()
    if byte == UInt8(ascii: "}") {
      index += 1
      return members
    }
    while true {
      skipBlanks()
      guard byte == UInt8(ascii: "\"") else {
        throw failure(zh: "此处应为带引号的键", en: "a quoted key expected")
      }
      let start = line
      let key = try string()
      try take(":")
      members.append(.init(key: key, line: start, value: try value(depth: depth + 1)))
      guard try goesOn(until: "}") else { return members }
    }
  }

  private mutating func elements(depth: Int) throws(Failure) -> [LinedJSON] {
    try take("[")
    var elements: [LinedJSON] = []
    skipBlanks()
    if byte == UInt8(ascii: "]") {
      index += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth + 1))
      guard try goesOn(until: "]") else { return elements }
    }
  }

  /// Takes a comma, after which another element must stand, or the closing bracket.
  private mutating func goesOn(until close: Unicode.Scalar) throws(Failure) -> Bool {
    skipBlanks()
    if byte == UInt8(ascii: ",") {
      index += 1
      return true
    }
    try take(close)
    return false
  }

  private mutating func word(_ word: StaticString, _ content: LinedJSON.Content)
    throws(Failure) -> LinedJSON.Content
  {
    let letters = Array("\(word)".utf8)
    guard bytes[index...].starts(with: letters) else {
      throw failure(zh: "此处应有一个值", en: "a value expected")
    }
    index += letters.count
    return content
  }

  private mutating func number() throws(Failure) -> Double {
    let start = index
    while let byte, "+-.eE0123456789".utf8.contains(byte) { index += 1 }
    guard index - start <= 64,
      let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)), number.isFinite
    else { throw failure(zh: "不是数字", en: "not a number") }
    return number
  }

  private mutating func string() throws(Failure) -> String {
    try take("\"")
    let start = index
    while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      index += 1
    }
    if byte == UInt8(ascii: "\"") {
      index += 1
      return try text(bytes[start..<index - 1])
    }
    return try stringWithEscapes(Array(bytes[start..<index]))
  }

  private mutating func stringWithEscapes(_ plain: [UInt8]) throws(Failure) -> String {
    var letters = plain
    while let byte {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(letters[...])
      case UInt8(ascii: "\\"): letters += try escape()
      case 0..<0x20:
        index -= 1
        throw failure(zh: "字符串没有结束", en: "the string does not end on its line")
      default: letters.append(byte)
      }
    }
    throw failure(zh: "字符串没有结束", en: "the string does not end")
  }

  private func text(_ letters: ArraySlice<UInt8>) throws(Failure) -> String {
    guard let text = String(validating: letters, as: UTF8.self) else {
      throw failure(zh: "不是 UTF-8", en: "not UTF-8")
    }
    return text
  }

  private mutating func escape() throws(Failure) -> [UInt8] {
    guard let sign = byte else { throw failure(zh: "转义不完整", en: "incomplete escape") }
    index += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [sign]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw failure(zh: "未知的转义", en: "unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(Failure) -> [UInt8] {
    var value = try fourDigits()
    if 0xD800..<0xDC00 ~= value, bytes[index...].starts(with: [0x5C, 0x75]) {
      index += 2
      let low = try fourDigits()
      if 0xDC00..<0xE000 ~= low { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw failure(zh: "转义不是字符", en: "the escape is no character")
    }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func fourDigits() throws(Failure) -> UInt32 {
    guard index + 4 <= bytes.count,
      bytes[index..<index + 4].allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw failure(zh: "转义不完整", en: "incomplete escape") }
    index += 4
    return value
  }
}
