import BulletinCore
import Testing

@Suite struct DecodingTests {
  private static let text = "岚州数字观察\n第一条　为了㑇和𠀀，制定本办法。\n"
  /// The same text in GB 18030, a character of four bytes and one beyond the first plane included.
  private static let gb18030: [UInt8] = [
    0xE1, 0xB0, 0xD6, 0xDD, 0xCA, 0xFD, 0xD7, 0xD6, 0xB9, 0xDB, 0xB2, 0xEC, 0x0A, 0xB5, 0xDA, 0xD2,
    0xBB, 0xCC, 0xF5, 0xA1, 0xA1, 0xCE, 0xAA, 0xC1, 0xCB, 0xFE, 0x56, 0xBA, 0xCD, 0x95, 0x32, 0x82,
    0x36, 0xA3, 0xAC, 0xD6, 0xC6, 0xB6, 0xA8, 0xB1, 0xBE, 0xB0, 0xEC, 0xB7, 0xA8, 0xA1, 0xA3, 0x0A,
  ]

  private static func utf16(_ text: String, little: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return little ? [low, high] : [high, low]
    }
  }

  private static func string(_ source: SourceText) -> String {
    String(decoding: source.bytes, as: UTF8.self)
  }

  struct Encoded: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var wanted: TextEncoding?
    var encoding: TextEncoding
  }

  static let encoded = [
    Encoded(testDescription: "UTF-8", bytes: Array(text.utf8), encoding: .utf8),
    Encoded(
      testDescription: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      encoding: .utf8),
    Encoded(testDescription: "GB 18030", bytes: gb18030, encoding: .gb18030),
    Encoded(
      testDescription: "GB 18030 as asked", bytes: gb18030, wanted: .gb18030, encoding: .gb18030),
    Encoded(
      testDescription: "UTF-16 little-endian by its mark", bytes: utf16(text, little: true),
      encoding: .utf16LittleEndian),
    Encoded(
      testDescription: "UTF-16 big-endian by its mark", bytes: utf16(text, little: false),
      encoding: .utf16BigEndian),
    Encoded(
      testDescription: "UTF-16 little-endian as asked",
      bytes: utf16(text, little: true, mark: false),
      wanted: .utf16LittleEndian, encoding: .utf16LittleEndian),
    Encoded(
      testDescription: "UTF-16 big-endian as asked", bytes: utf16(text, little: false, mark: false),
      wanted: .utf16BigEndian, encoding: .utf16BigEndian),
  ]

  @Test(arguments: encoded) func textIsTheSameInEveryEncoding(_ file: Encoded) throws {
    let source = try SourceText(file.bytes, encoding: file.wanted)
    #expect(Self.string(source) == Self.text)
    #expect(source.encoding == file.encoding)
    #expect(source.damage == 0)
    #expect(source.lines.map(\.number) == [1, 2])
  }

  /// Bytes that are no UTF-8, with the number of U+FFFD they become.
  @Test(
    arguments: [
      ([0xFF], 1), ([0xE5, 0xB2], 1), ([0xC0, 0x80], 2), ([0xFF, 0x41, 0xFE], 2),
      ([0xED, 0xA0, 0x80], 3),
      ([0xF5], 1),
    ] as [([UInt8], Int)])
  func damagedBytesAreShownAndCounted(_ damage: [UInt8], _ count: Int) throws {
    let head = Array("第一条　为了保护数据权益。\n第二条 本条例所称数据".utf8)
    let tail = Array("，是指信息的记录。\n第三条　坚持安全与发展并重。\n".utf8)
    let source = try SourceText(head + damage + tail)
    #expect(source.encoding == .utf8)
    #expect(source.damage == count)
    #expect(Self.string(source).unicodeScalars.count { $0 == "\u{FFFD}" } == count)
    #expect(source.lines.count == 3)
  }

  @Test func replacementCharactersOfTheFileAreNoDamage() throws {
    let source = try SourceText(Array("坏字\u{FFFD}在此\n".utf8))
    #expect(source.damage == 0)
  }

  @Test func loneSurrogateIsDamage() throws {
    let bytes =
      Self.utf16("一二", little: true) + [0x00, 0xD8] + Self.utf16("三", little: true, mark: false)
    let source = try SourceText(bytes)
    #expect(Self.string(source) == "一二\u{FFFD}三")
    #expect(source.damage == 1)
  }

  @Test func nulMakesAFileBinary() {
    #expect(throws: CoreError.binary(byteOffset: 3)) {
      try SourceText([0x61, 0x62, 0x63, 0x00, 0x64])
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func noiseIsRefused(_ seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let noise = (0..<4_000).map { _ in UInt8.random(in: 1...255, using: &chance) }
    #expect(throws: CoreError.self) { try SourceText(noise) }
  }

  @Test func wrongEncodingAskedForIsAnError() {
    #expect(throws: CoreError.undecodable(encoding: .gb18030)) {
      try SourceText(Array("数据".utf8) + [0xFF], encoding: .gb18030)
    }
    #expect(throws: CoreError.undecodable(encoding: .utf16BigEndian)) {
      try SourceText(Array("abc".utf8), encoding: .utf16BigEndian)
    }
    #expect(throws: CoreError.self) { try SourceText(Self.gb18030, encoding: .utf8) }
  }

  @Test func emptyFileIsNoError() throws {
    for file in [[], [0xEF, 0xBB, 0xBF], [0x0A], [0x20, 0x0D, 0x0A, 0xE3, 0x80, 0x80]] as [[UInt8]]
    {
      let source = try SourceText(file)
      #expect(source.lines.isEmpty)
      let bulletin = Bulletin(source)
      #expect(bulletin.articles.isEmpty && bulletin.sections.isEmpty && bulletin.roles.isEmpty)
    }
  }

  @Test func marksInsideTheTextStay() throws {
    let source = try SourceText(Array("甲\u{FEFF}乙\n".utf8))
    #expect(Self.string(source) == "甲\u{FEFF}乙\n")
  }
}
