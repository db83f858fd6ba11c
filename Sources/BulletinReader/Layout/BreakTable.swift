/// The break classes of the four Unicode pages that hold nearly all signs, 256 entries a page.
enum BreakTable {
  /// U+0000…U+00FF. Words are everything that is not named here: letters, `_`, `@`, `=`, `#` …
  static let latin: [BreakClass] = {
    var page = [BreakClass](repeating: .word, count: 256)
    fill(&page, .digit, "0123456789")
    fill(&page, .blank, "\t ")
    fill(&page, .glue, "\u{A0}")
    fill(&page, .halfOpening, "([{")
    fill(&page, .infix, "!),-.:;?]}%°·»¢")
    fill(&page, .opening, "«")
    fill(&page, .prefix, "$£¥§")
    fill(&page, .slash, "/")
    fill(&page, .quote, "\"'")
    for value in Array(0x00..<0x09) + Array(0x0A..<0x20) + Array(0x7F..<0xA0) {
      page[value] = .ideograph
    }
    return page
  }()

  /// U+2000…U+20FF: quotation marks, dashes, blanks, currency.
  static let general: [BreakClass] = {
    var page = [BreakClass](repeating: .ideograph, count: 256)
    for value in Array(0x00...0x06) + Array(0x08...0x0A) + [0x5F] { page[value] = .blank }
    fill(&page, .glue, "\u{2007}\u{200D}\u{2011}\u{202F}\u{2060}")
    fill(&page, .opening, "‘‚“„‹")
    fill(&page, .closing, "”›‼⁇⁈⁉")
    fill(&page, .infix, "’‐‒–‧•‰‱′″‴")
    fill(&page, .dash, "—―")
    fill(&page, .ellipsis, "‥…")
    fill(&page, .prefix, "₤₩€₹₽")
    return page
  }()

  /// U+3000…U+30FF: the signs of Chinese text.
  static let chinese: [BreakClass] = {
    var page = [BreakClass](repeating: .ideograph, count: 256)
    fill(&page, .blank, "\u{3000}")
    fill(&page, .closing, "、。〃々〉》」』】〕〗〙〛〞〟・ー")
    fill(&page, .infix, "〜")
    fill(&page, .opening, "〈《「『【〔〖〘〚〝")
    return page
  }()

  /// U+FF00…U+FFFF: the full-width forms of ASCII, and a few half-width forms.
  static let fullWidth: [BreakClass] = {
    var page = [BreakClass](repeating: .ideograph, count: 256)
    for value in Array(0x21...0x3A) + Array(0x41...0x5A) { page[value] = .word }
    for value in 0x10...0x19 { page[value] = .digit }
    for value in [0x0A, 0x0B, 0x1C, 0x1D, 0x1E, 0x20] { page[value] = .ideograph }
    fill(&page, .closing, "！），：；？］｝＞｠｡｣､")
    fill(&page, .infix, "％－．～･￠")
    fill(&page, .opening, "（［｛＜｟｢")
    fill(&page, .prefix, "＄￡￥￦")
    fill(&page, .slash, "／")
    fill(&page, .quote, "＂＇")
    return page
  }()

  /// Characters that count or measure what the number before them says: `2025年`, `500万元`.
  static let units = Set(
    """
    年月日号时分秒点期周岁代届\
    十百千万亿兆多余个家项条款章节人名户次批件份部台套座所处辆艘架颗粒只块页篇卷册版\
    元角美欧平方立公里米亩顷厘毫微纳斤克吨升千瓦度赫伏安倍成级类层维位比折寸尺
    """.unicodeScalars.map(\.value))

  /// Numerals behind 第 and 之: `第十二条`.
  static let numerals = Set("〇零一二三四五六七八九十百千两".unicodeScalars.map(\.value))

  /// What a label counts: `第三条`, `第二章`.
  static let labelUnits = Set("条款项编章节期号页届次卷类批部分集册版目".unicodeScalars.map(\.value))

  private static func fill(_ page: inout [BreakClass], _ entry: BreakClass, _ signs: String) {
    for scalar in signs.unicodeScalars { page[Int(scalar.value & 0xFF)] = entry }
  }
}
