import BulletinCore
import Testing

/// Titles of the body that are printed otherwise than in the contents, or not in the contents.
@Suite struct TitleTests {
  private static func picture(_ name: String, entry: String, _ article: String) -> Picture {
    Picture(
      name,
      file: """
        masthead   | 岚州数字观察
        masthead   | 2031年5月16日 第18期 总第96期
        contents   | 本期要目
        column     | 政策要闻
        entry 1    | 01 岚州省数据条例实施办法
        entry 6    | 06 \(entry)
        title - 0  | 岚州省数据条例实施办法
        clause 1 1 | 第一条 为了实施岚州省数据条例，制定本办法。
        clause 2 1 | 第二条 本办法自公布之日起施行。
        source     | （来源：岚州省数据资源局）
        \(article)
        paragraph  | 各地要充分认识此项工作的重要意义，细化举措、压实责任，确保各项任务落到实处。
        source     | （来源：岚州省工业促进局）
        """)
  }

  static let pictures = [
    picture(
      "words missing in the contents", entry: "智能制造三年行动计划",
      "title - 0 | 岚州省推进智能制造高质量发展三年行动计划"),
    picture(
      "words missing in the body", entry: "岚州省推进智能制造高质量发展三年行动计划（2031—2033年）",
      "title - 0 | 岚州省智能制造高质量发展三年行动计划"),
    picture(
      "brackets half and full width", entry: "岚州省工业互联网标识管理办法(试行)",
      "title - 0 | 岚州省工业互联网标识管理办法（试行）"),
    picture(
      "hyphen and dash", entry: "岚州省机器人产业行动方案(2031-2033年)",
      "title - 0 | 岚州省机器人产业行动方案（2031—2033年）"),
    picture(
      "blanks in the middle", entry: "岚州省关于支持AI芯片研发的若干措施",
      "title - 0 | 岚州省关于支持 AI 芯片 研发的若干措施"),
    picture(
      "quotes", entry: "关于开展\"数智进万企\"专项行动的通知",
      "title - 0 | 关于开展“数智进万企”专项行动的通知"),
    picture(
      "a wrong character", entry: "岚州省绿色数据中心建设指南",
      "title - 0 | 岚州省绿色数据申心建设指南"),
    picture(
      "over two lines", entry: "岚州省加快传感器产业集聚区建设的若干政策措施",
      """
      title - 0 | ## 岚州省加快传感器产业集聚区
      subtitle  | ## 建设的若干政策措施
      """),
    picture(
      "over three lines", entry: "岚州省加快传感器产业集聚区建设若干政策措施（征求意见稿）",
      """
      title - 0 | 岚州省加快传感器产业集聚区
      subtitle  | 建设若干政策措施
      subtitle  | （征求意见稿）
      """),
    picture(
      "a dash subtitle the contents leave out", entry: "打造边缘算力新高地",
      """
      title - 0 | 打造边缘算力新高地
      subtitle  | ——岚州省边缘计算试点调研
      """),
    picture(
      "the dash on the contents' line", entry: "打造边缘算力新高地——岚州省边缘计算试点调研",
      """
      title - 0 | # 打造边缘算力新高地
      subtitle  | ——岚州省边缘计算试点调研
      """),
    picture(
      "years on a line of their own", entry: "岚州省数字人才培育规划",
      """
      title - 0 | 岚州省数字人才培育规划
      subtitle  | （2031—2035 年）
      """),
    picture(
      "Markdown and bold marks", entry: "岚州省数字人才培育规划",
      "title - 0 | ### **岚州省数字人才培育规划**"),
    picture(
      "an editor's note before it", entry: "岚州省数字人才培育规划",
      """
      editor-note      | 编者按
      editor-note-text | 日前，岚州省印发数字人才培育规划，提出五年培育数字人才三十万人。
      title - 0        | 岚州省数字人才培育规划
      """),
    picture(
      "the title quoted in the text above it", entry: "岚州省数字人才培育规划",
      """
      editor-note      | 编者按
      editor-note-text | 本期刊发《岚州省数字人才培育规划》，
      continuation     | 供各地参考。
      title - 0        | 岚州省数字人才培育规划
      """),
    picture(
      "figures before the title", entry: "岚州省数字人才培育规划",
      """
      qr        | 扫描二维码，关注本刊
      title - 0 | 岚州省数字人才培育规划
      """),
  ]

  @Test(arguments: pictures) func titleIsFound(_ picture: Picture) {
    picture.labelled.check(picture.name)
    #expect(picture.labelled.bulletin.contents.map(\.article) == [0, 1])
  }

  static let unlisted = [
    Picture(
      "an article between two others",
      file: """
        masthead   | 岚州数字观察
        masthead   | 2031年5月16日 第18期 总第96期
        contents   | 本期要目
        column     | 政策要闻
        entry 1    | 01 岚州省数据条例实施办法
        entry 9    | 09 岚州省机器人产业行动方案
        title - 0  | 岚州省数据条例实施办法
        clause 1 1 | 第一条 为了实施岚州省数据条例，制定本办法。
        clause 2 1 | 第二条 本办法自公布之日起施行。
        source     | （来源：岚州省数据资源局）
        title - 0  | 《岚州省数据条例实施办法》解读
        paragraph  | 《岚州省数据条例实施办法》已经公布，现就有关内容解读如下，供各地各部门学习参考。
        heading 1 1 | 一、起草背景
        paragraph  | 条例施行以来，各地在数据登记、数据定价等方面积累了经验，也反映了一些操作中的困难。
        source     | （来源：岚州省数据资源局）
        title - 0  | 岚州省机器人产业行动方案
        paragraph  | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
        source     | （来源：岚州省工业促进局）
        """),
    Picture(
      "an article with an editor's note, at the end",
      file: """
        masthead   | 岚州数字观察
        masthead   | 2031年5月16日 第18期 总第96期
        contents   | 本期要目
        column     | 政策要闻
        entry 1    | 01 岚州省数据条例实施办法
        title - 0  | 岚州省数据条例实施办法
        clause 1 1 | 第一条 为了实施岚州省数据条例，制定本办法。
        clause 2 1 | 第二条 本办法自公布之日起施行。
        source     | （来源：岚州省数据资源局）
        editor-note      | 编者按
        editor-note-text | 近日，岚州省工业促进局印发机器人产业行动方案，明确六项任务。
        title - 0  | 岚州省机器人产业行动方案
        paragraph  | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家，形成较为完整的产业链条。
        source     | （来源：岚州省工业促进局）
        """),
    Picture(
      "an unlisted title over two lines",
      file: """
        masthead   | 岚州数字观察
        masthead   | 2031年5月16日 第18期 总第96期
        contents   | 本期要目
        column     | 政策要闻
        entry 1    | 01 岚州省数据条例实施办法
        title - 0  | 岚州省数据条例实施办法
        clause 1 1 | 第一条 为了实施岚州省数据条例，制定本办法。
        clause 2 1 | 第二条 本办法自公布之日起施行。
        source     | （来源：岚州省数据资源局）
        title - 0  | 传感器产业观察
        subtitle   | ——来自望海新区的报告
        paragraph  | 五年前，望海新区只有三家传感器企业；今天，这里聚集了上下游企业一百四十多家，年产值超过六十亿元。
        source     | （来源：望海新区经济发展局）
        """),
  ]

  @Test(arguments: unlisted) func articleThatContentsLeaveOutIsFound(_ picture: Picture) {
    picture.labelled.check(picture.name)
  }

  @Test func articlesInAnotherOrderThanTheContents() {
    let drawn = Labelled(
      """
      masthead   | 岚州数字观察
      masthead   | 2031年5月16日 第18期 总第96期
      contents   | 本期要目
      column     | 政策要闻
      entry 1    | 01 岚州省数据条例实施办法
      column     | 产业动态
      entry 9    | 09 岚州省机器人产业行动方案
      entry 14   | 14 临溪市支持绿色算力发展若干措施
      title - 0  | 岚州省机器人产业行动方案
      paragraph  | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      source     | （来源：岚州省工业促进局）
      title - 0  | 岚州省数据条例实施办法
      clause 1 1 | 第一条 为了实施岚州省数据条例，制定本办法。
      clause 2 1 | 第二条 本办法自公布之日起施行。
      source     | （来源：岚州省数据资源局）
      title - 0  | 临溪市支持绿色算力发展若干措施
      clause 1 1 | 第一条 支持算力企业与新能源场站签订长期购电协议。
      clause 2 1 | 第二条 对绿色电力消费比例超过八成的企业给予奖励。
      """)
    drawn.check()
    #expect(drawn.bulletin.contents.map(\.article) == [1, 0, 2])
    #expect(drawn.bulletin.articles.map(\.page) == [9, 1, 14])
    #expect(drawn.bulletin.articles.map(\.column) == ["产业动态", "政策要闻", "产业动态"])
  }

  @Test func coverHeadlineIsNoTitle() {
    Labelled(
      """
      masthead   | 岚州数字观察
      masthead   | 2031年5月16日 第18期 总第96期
      masthead   | # 岚州省数据条例实施办法
      masthead   | 岚州数字观察
      contents   | 本期要目
      entry 1    | 01 岚州省数据条例实施办法
      entry 4    | 04 岚州省机器人产业行动方案
      title - 0  | # 岚州省数据条例实施办法
      clause 1 1 | 第一条 为了实施岚州省数据条例，制定本办法。
      clause 2 1 | 第二条 本办法自公布之日起施行。
      source     | （来源：岚州省数据资源局）
      title - 0  | 岚州省机器人产业行动方案
      paragraph  | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      """
    ).check()
  }

  @Test func titleNamedAgainInTheTextIsNoTitle() {
    Labelled.issue(
      """
      title - 0   | 岚州省机器人产业行动方案
      paragraph   | 为落实《岚州省机器人产业行动方案》，各地应当制定年度计划，明确责任单位和完成时限。
      heading 1 1 | 一、目标
      paragraph   | 到2033年，全省机器人产业规模突破三百亿元，具体指标见
      continuation | 《岚州省机器人产业行动方案》附表。
      heading 2 1 | 二、任务
      paragraph   | 培育整机企业二十家，建设公共检测平台三个，开放应用场景一百项。
      """
    ).check()
  }
}
