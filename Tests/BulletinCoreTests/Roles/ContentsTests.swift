import BulletinCore
import Testing

/// The printed contents as different hands set them; the articles behind them are always the same.
@Suite struct ContentsTests {
  private static let body = """
    title - 0   | 岚州省数字乡村建设条例
    clause 1 1  | 第一条 为了推进数字乡村建设，缩小城乡数字差距，制定本条例。
    clause 2 1  | 第二条 本省行政区域内的数字乡村建设活动，适用本条例。
    source      | （来源：岚州省立法研究中心）
    title - 0   | 临溪市绿色算力发展实施方案（2031—2033年）
    heading 1 1 | 一、主要目标
    paragraph   | 到2033年，全市绿色算力占比达到百分之六十，新建机房能效达到国内先进水平。
    heading 2 1 | 二、保障措施
    paragraph   | 市财政每年安排专项资金，对采购绿色电力的算力企业给予补贴。
    source      | （来源：临溪市数据局）
    title - 0   | 2031年一季度岚州省电信业运行情况
    paragraph   | 一季度，全省电信业运行平稳，业务总量同比增长11.2%，用户规模稳步扩大。
    source      | （来源：岚州省通信行业监测中心）
    """

  private static func picture(_ name: String, _ contents: String) -> Picture {
    let front = """
      masthead | 岚州数字观察
      masthead | 2031年5月16日 第18期 总第96期
      """
    return Picture(name, file: [front, contents, body].joined(separator: "\n"))
  }

  static let pictures = [
    picture(
      "plain lines",
      """
      contents | 本期要目
      column   | 法规速递
      entry 1  | 01 岚州省数字乡村建设条例
      column   | 地方方案
      entry 7  | 07 临溪市绿色算力发展实施方案（2031—2033年）
      column   | 运行监测
      entry 12 | 12 2031年一季度岚州省电信业运行情况
      """),
    picture(
      "a Markdown list under headings",
      """
      contents | ## 本期要目
      column   | ### 法规速递
      entry 1  | - 01 岚州省数字乡村建设条例
      column   | ### 地方方案
      entry 7  | - 07 临溪市绿色算力发展实施方案（2031—2033年）
      column   | ### 运行监测
      entry 12 | - 12 2031年一季度岚州省电信业运行情况
      """),
    picture(
      "columns in bold",
      """
      contents | **本期要目**
      column   | **法规速递**
      entry 1  | 01 岚州省数字乡村建设条例
      column   | **地方方案**
      entry 7  | 07 临溪市绿色算力发展实施方案（2031—2033年）
      entry 12 | 12 2031年一季度岚州省电信业运行情况
      """),
    picture(
      "columns in brackets",
      """
      contents | 【本期要目】
      column   | 【法规速递】
      entry 1  | 01 岚州省数字乡村建设条例
      column   | 【地方方案】
      entry 7  | 07 临溪市绿色算力发展实施方案（2031—2033年）
      column   | 【运行监测】
      entry 12 | 12 2031年一季度岚州省电信业运行情况
      """),
    picture(
      "no columns",
      """
      contents | 本 期 要 目
      entry 1  | 01 岚州省数字乡村建设条例
      entry 7  | 07 临溪市绿色算力发展实施方案（2031—2033年）
      entry 12 | 12 2031年一季度岚州省电信业运行情况
      """),
    picture(
      "the head printed twice",
      """
      contents | 本期要目
      contents | 本期要目
      column   | 法规速递
      entry 1  | 01 岚州省数字乡村建设条例
      entry 7  | 07 临溪市绿色算力发展实施方案（2031—2033年）
      entry 12 | 12 2031年一季度岚州省电信业运行情况
      """),
    picture(
      "wrapped entries",
      """
      contents     | 本期要目
      column       | 法规速递
      entry 1      | 01 岚州省数字乡村
      continuation | 建设条例
      column       | 地方方案
      entry 7      | 07 临溪市绿色算力发展
      continuation | 实施方案（2031—2033年）
      column       | 运行监测
      entry 12     | 12 2031年一季度岚州省
      continuation | 电信业运行情况
      """),
    picture(
      "full-width page numbers",
      """
      contents | 本期要目
      column   | 法规速递
      entry 1  | ０１ 岚州省数字乡村建设条例
      column   | 地方方案
      entry 7  | ０７ 临溪市绿色算力发展实施方案（2031—2033年）
      entry 12 | １２ 2031年一季度岚州省电信业运行情况
      """),
    picture(
      "page numbers glued to the titles",
      """
      contents | 本期要目
      column   | 法规速递
      entry 1  | 01岚州省数字乡村建设条例
      column   | 地方方案
      entry 7  | 07临溪市绿色算力发展实施方案（2031—2033年）
      """),
    picture(
      "pages behind dots",
      """
      contents | 本期要目
      column   | 法规速递
      entry 1  | 岚州省数字乡村建设条例……………………1
      column   | 地方方案
      entry 7  | 临溪市绿色算力发展实施方案（2031—2033年）……………7
      column   | 运行监测
      entry 12 | 2031年一季度岚州省电信业运行情况……………12
      """),
    picture(
      "pages behind points",
      """
      contents | 本期要目
      entry 1  | 岚州省数字乡村建设条例...........1
      entry 7  | 临溪市绿色算力发展实施方案（2031—2033年）.......7
      entry 12 | 2031年一季度岚州省电信业运行情况........12
      """),
    picture(
      "pages behind blanks and in brackets",
      """
      contents | 本期要目
      entry 1  | 岚州省数字乡村建设条例        1
      entry 7  | 临溪市绿色算力发展实施方案（2031—2033年）    （7）
      entry 12 | 2031年一季度岚州省电信业运行情况    12
      """),
    picture(
      "ordinal in front, page behind",
      """
      contents | 本期要目
      column   | 法规速递
      entry 3  | 1. 岚州省数字乡村建设条例……………3
      column   | 地方方案
      entry 9  | 2. 临溪市绿色算力发展实施方案（2031—2033年）……9
      column   | 运行监测
      entry 15 | 3. 2031年一季度岚州省电信业运行情况……15
      """),
    picture(
      "two digits in front, page behind a blank",
      """
      contents | 本期要目
      entry 3  | 01 岚州省数字乡村建设条例 03
      entry 9  | 02 临溪市绿色算力发展实施方案（2031—2033年） 09
      entry 15 | 03 2031年一季度岚州省电信业运行情况 15
      """),
    picture(
      "wrapped, the page on the second line",
      """
      contents     | 本期要目
      column       | 法规速递
      entry 3      | 1. 岚州省数字乡村
      continuation | 建设条例……………3
      column       | 地方方案
      entry 9      | 2. 临溪市绿色算力发展实施方案
      continuation | （2031—2033年）……9
      entry 15     | 3. 2031年一季度岚州省电信业运行情况……15
      """),
    picture(
      "another usual name over the contents",
      """
      contents | 目 录
      column   | 法规速递
      entry 3  | 岚州省数字乡村建设条例 / 3
      entry 9  | 临溪市绿色算力发展实施方案（2031—2033年） / 9
      entry 15 | 2031年一季度岚州省电信业运行情况 / 15
      """),
    picture(
      "本期导读",
      """
      contents | 本期导读
      entry 1  | 01 岚州省数字乡村建设条例
      entry 7  | 07 临溪市绿色算力发展实施方案（2031—2033年）
      entry 12 | 12 2031年一季度岚州省电信业运行情况
      """),
  ]

  @Test(arguments: pictures) func contentsAreReadAsDrawn(_ picture: Picture) {
    picture.labelled.check(picture.name)
  }

  @Test(arguments: pictures) func everyEntryFindsItsArticle(_ picture: Picture) {
    let bulletin = picture.labelled.bulletin
    #expect(bulletin.articles.count == 3)
    #expect(bulletin.contents.map(\.article) == Array([0, 1, 2].prefix(bulletin.contents.count)))
    let pages = picture.labelled.rows.filter { $0.role == "entry" }.map {
      $0.reading.flatMap { Int($0.split(separator: " ")[1]) }
    }
    #expect(bulletin.contents.map(\.page) == pages)
  }
}
