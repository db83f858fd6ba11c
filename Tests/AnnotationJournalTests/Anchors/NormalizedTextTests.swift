import BulletinCore
import Testing

@testable import AnnotationJournal

struct NormalizedTextTests {
  @Test(arguments: [
    ("第三条　ＡＩ，算力", "第三条AI,算力"),
    ("第三条 AI,\r\n算力\n", "第三条AI,算力"),
    ("（一）：；！？", "(一):;!?"),
    ("数\u{200B}据\u{FEFF}要\u{2060}素\u{200D}", "数据要素"),
    ("\u{202E}左\u{202C}\u{2066}右\u{2069}\u{061C}", "左右"),
    ("a\u{A0}b\u{2003}c\u{3000}d\te", "abcde"),
    ("**粗** # 体", "**粗**#体"),
    ("𠮷野家e\u{301}", "𠮷野家e\u{301}"),
    ("、。“”—…〔2026〕", "、。“”—…〔2026〕"),
    ("", ""),
  ])
  func foldsWidthAndLeavesOutWhatDoesNotShow(text: String, expected: String) {
    let normalized = NormalizedText(SourceText(text))
    #expect(normalized.string(0..<normalized.count) == expected)
    #expect(String(decoding: normalized.utf8, as: UTF8.self) == expected)
  }

  @Test func rolesAndLineEndsHaveNoPartInAnEdition() {
    let one = NormalizedText(SourceText("# 标题\n\n第一条 内容，完。\n"))
    let other = NormalizedText(SourceText("#标题\r\n第一条　内容,\r\n完。"))
    #expect(one.edition == other.edition)
    #expect(one.edition != NormalizedText(SourceText("# 标题\n\n第二条 内容，完。\n")).edition)
  }

  @Test func encodingsOfOneTextAreOneEdition() throws {
    let text = "第一条 数据要素流通，适用本办法。"
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let utf8 = NormalizedText(SourceText(text))
    let marked = NormalizedText(try SourceText([0xEF, 0xBB, 0xBF] + Array(text.utf8)))
    let wide = NormalizedText(try SourceText([0xFF, 0xFE] + utf16))
    #expect(utf8.edition == marked.edition && utf8.edition == wide.edition)
  }

  @Test func everyScalarKnowsItsByte() {
    let text = "\u{200B}第１条　ＡＩ\n\n算\u{200D}力𠮷。\n"
    let source = SourceText(text)
    let normalized = NormalizedText(source)
    for offset in 0..<normalized.count {
      let byte = normalized.byteOffset(of: offset)
      #expect(normalized.offset(atByte: byte) == offset)
      #expect(source.bytes[byte] & 0xC0 != 0x80)
    }
    #expect(normalized.range(ofBytes: 0..<source.bytes.count) == 0..<normalized.count)
    #expect(normalized.offset(atByte: source.bytes.count) == normalized.count)
  }

  @Test func aKeptEditionIsReadBackAsItself() {
    let normalized = NormalizedText(SourceText("第一条 ＡＩ 𠮷 应用。\n第二条 空。"))
    let kept = NormalizedText(kept: normalized.utf8)
    #expect(kept.edition == normalized.edition)
    #expect(kept.scalars == normalized.scalars)
    var damaged = normalized.utf8
    damaged[4] ^= 1
    #expect(NormalizedText(kept: damaged).edition != normalized.edition)
    #expect(NormalizedText(kept: [0xE4, 0xB8]).count == 2)
  }
}

struct EditionTests {
  /// FIPS 180-4 examples and one of the length that needs a block for the padding.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func digestsAreThoseOfTheStandard(message: String, digest: String) {
    let bytes = SecureHash.digest(of: Array(message.utf8))
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(hex == digest)
  }

  @Test func aMillionLettersHaveTheDigestOfTheStandard() {
    let digest = SecureHash.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(digest.prefix(4) == [0xCD, 0xC7, 0x6E, 0x5C])
    #expect(digest.suffix(4) == [0xC7, 0x11, 0x2C, 0xD0])
  }

  @Test func theNameIsTheDigestOfTheKeptBytes() {
    let normalized = NormalizedText(SourceText("第一条　算力。𠮷é"))
    let bytes = SecureHash.digest(of: normalized.utf8)
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(normalized.edition.id == "n1-" + hex)
    #expect(Edition(id: normalized.edition.id) == normalized.edition)
  }

  @Test(arguments: ["", "n1-", "n1-xyz", "n2-" + String(repeating: "0", count: 64)])
  func whatIsNoNameIsRefused(id: String) {
    #expect(Edition(id: id) == nil)
    #expect(Edition(id: "n1-" + String(repeating: "A", count: 64)) == nil)
  }
}

struct DocumentIdentityTests {
  private func bulletin(_ issue: String) -> Bulletin {
    Bulletin(
      SourceText(
        """
        # 岚州数字观察
        2031年5月16日 \(issue)
        # 岚州数字观察
        ## 本期要目
        01 港口岸线管理办法
        ## 港口岸线管理办法
        第一条 为了保护岸线，制定本办法。
        """))
  }

  @Test func titleAndTotalIssueMakeAnIdentity() throws {
    let identity = try #require(DocumentIdentity(bulletin("第18期 总第96期")))
    #expect(identity.text == "岚州数字观察 总第96期")
    #expect(DocumentIdentity(text: identity.text) == identity)
    #expect(DocumentIdentity(title: "岚州 数字\u{200B}观察", totalIssue: 96) == identity)
  }

  @Test func withoutTotalIssueThereIsNone() {
    #expect(DocumentIdentity(bulletin("第18期")) == nil)
    #expect(DocumentIdentity(Bulletin(SourceText("第一条 没有刊头。"))) == nil)
    #expect(DocumentIdentity(text: "岚州数字观察") == nil)
    #expect(DocumentIdentity(title: " ", totalIssue: 1) == nil)
  }
}
