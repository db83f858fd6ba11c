import Testing

/// Lines that stand between the texts of an article.
@Suite struct FurnitureTests {
  private static func article(_ line: String) -> Labelled {
    .issue(
      """
      title - 0 | 岚州省数字贸易发展报告
      paragraph | 近日，岚州省数字贸易研究中心发布报告，系统梳理全省数字贸易发展情况，并对未来三年的走势作出研判。
      \(line)
      paragraph | 报告认为，全省数字贸易规模持续扩大，结构不断优化，企业出海步伐明显加快，但区域差距仍然存在。
      source    | （来源：岚州省数字贸易研究中心）
      """)
  }

  @Test(arguments: [
    ("1", "图1 全省数字贸易进出口额"), ("2", "图2全省数字贸易进出口额"), ("1-2", "图 1-2 服务贸易结构"),
    ("3", "表3 各市数字贸易规模（亿元）"), ("2-1", "图 2-12013—2030年服务贸易规模"), ("4", "图42025—2030年出口增速"),
    ("12", "图 12 企业出海目的地分布"), ("1", "附表1 指标说明"), ("2", "**图2 全省数字贸易进出口额**"),
    ("3", "图３ 全省数字贸易进出口额"), ("4", "图四 全省数字贸易进出口额"), ("5", "表5：各市数字贸易规模"),
  ])
  func caption(_ number: String, _ text: String) {
    Self.article("caption \(number) | \(text)").check(text)
  }

  @Test(arguments: [
    "图1显示，全省数字贸易规模连续五年保持两位数增长，增速高于全国平均水平，排名稳步上升。",
    "图2和图3说明，服务出口的结构正在改善，知识密集型服务占比提高，传统服务占比下降。",
    "表明企业出海意愿增强的指标有三个，分别是新签合同额、境外设点数和跨境结算额，均创新高。",
  ])
  func sentenceAboutAFigureIsText(_ text: String) {
    Self.article("paragraph | \(text)").check(text)
  }

  @Test(arguments: [
    ("qr", "扫描二维码，下载报告全文"), ("qr", "扫码识别二维码阅读原文"), ("qr", "阅读全文"),
    ("link", "原文链接：https://example.org/trade/2031"), ("link", "https://example.org/trade/2031"),
    ("link", "原文链接: <https://example.org/trade>"), ("remark", "注：数据不含望海新区。"),
    ("remark", "（注：数据不含望海新区。）"), ("remark", "（附注：按当年汇率折算。）"), ("remark", "**注:** 数据为初步核算数。"),
    ("comment", "<!-- 第 12 页 -->"),
  ])
  func otherFurniture(_ role: String, _ text: String) {
    Self.article("\(role) | \(text)").check(text)
  }

  @Test(arguments: [
    "（来源：岚州省数字贸易研究中心）", "(来源:岚州省数字贸易研究中心)", "来源：岚州省数字贸易研究中心",
    "（ 来源：岚州省数字贸易研究中心 ）", "**（来源：岚州省数字贸易研究中心）**", "（文章来源：岚州省数字贸易研究中心）",
    "（摘自：岚州省数字贸易研究中心）",
  ])
  func sourceOnALineOfItsOwn(_ text: String) {
    Labelled.issue(
      """
      title - 0 | 岚州省数字贸易发展报告
      paragraph | 近日，岚州省数字贸易研究中心发布报告，系统梳理全省数字贸易发展情况，并对未来三年的走势作出研判。
      source    | \(text)
      title - 0 | 临溪市跨境电商运行情况
      paragraph | 一季度，临溪市跨境电商进出口额同比增长两成，带动就业三万人，培育自主品牌四十个。新业态不断涌现。
      """
    ).check(text)
  }

  static let pictures = [
    Picture(
      "a source at a paragraph's end opens the next article",
      """
      title - 0 | 岚州省数字贸易发展报告
      paragraph | 近日，岚州省数字贸易研究中心发布报告，系统梳理全省情况。（来源：岚州省数字贸易研究中心）
      title - 0 | 临溪市跨境电商运行情况
      paragraph | 一季度，临溪市跨境电商进出口额同比增长两成，带动就业三万人。（来源：临溪市商务局）
      """),
    Picture(
      "numbered notes below 注释：",
      """
      title - 0 | 岚州省数字贸易发展报告
      paragraph | 近日，岚州省数字贸易研究中心发布报告，系统梳理全省数字贸易发展情况，并对未来三年的走势作出研判。
      remark    | 注释：
      remark    | 1.数字贸易包括数字产品贸易、数字服务贸易、数字技术贸易和数据贸易；
      remark    | 2.增速按可比价格计算。
      source    | （来源：岚州省数字贸易研究中心）
      """),
    Picture(
      "contents of another document, reproduced",
      """
      title - 0    | 岚州省数字贸易发展报告
      paragraph    | 近日，岚州省数字贸易研究中心发布报告，系统梳理全省数字贸易发展情况，并对未来三年的走势作出研判。
      heading - 1  | 报告目录
      listing      | 第一章 发展环境
      listing      | 第一节 国际环境
      listing      | 第二节 国内环境
      listing      | 第二章 发展现状
      listing      | 第一节 总体规模
      listing      | 第二节 主要特点与区域
      continuation | 分布
      listing      | 第三章 政策建议
      source       | （来源：岚州省数字贸易研究中心）
      """),
    Picture(
      "the listing ends where its numbering begins anew",
      """
      title - 0    | 岚州省数字贸易发展报告
      paragraph    | 近日，岚州省数字贸易研究中心发布报告，系统梳理全省数字贸易发展情况，并对未来三年的走势作出研判。
      heading - 1  | 报告目录
      listing      | 一、发展环境
      listing      | 二、发展现状
      listing      | 三、政策建议
      heading 1 1  | 一、发展环境
      paragraph    | 全球数字贸易规则加快重构，跨境数据流动成为各方关注的焦点，企业合规成本上升，机遇与挑战并存。
      heading 2 1  | 二、发展现状
      paragraph    | 全省数字贸易规模连续五年保持两位数增长，增速高于全国平均水平，排名稳步上升，质量持续改善。
      heading 3 1  | 三、政策建议
      paragraph    | 建设数字贸易公共服务平台，为企业提供合规咨询、争议解决和人才培训，降低企业出海的制度成本。
      """),
    Picture(
      "a listing of plain lines under Markdown bullets",
      """
      title - 0    | 岚州省数字贸易发展报告
      paragraph    | 近日，岚州省数字贸易研究中心发布报告，系统梳理全省数字贸易发展情况，并对未来三年的走势作出研判。
      heading - 1  | ## 白皮书目录
      listing      | - 前言
      listing      | - 一、发展环境
      listing      | - 二、发展现状
      listing      | - 三、政策建议
      listing      | - 附录
      source       | （来源：岚州省数字贸易研究中心）
      """),
    Picture(
      "unnumbered headings",
      """
      title - 0   | 岚州省数字贸易发展报告
      paragraph   | 近日，岚州省数字贸易研究中心发布报告，系统梳理全省数字贸易发展情况，并对未来三年的走势作出研判。
      heading - 1 | 报告核心观点
      paragraph   | 全省数字贸易规模连续五年保持两位数增长，增速高于全国平均水平，排名稳步上升，质量持续改善。
      heading - 1 | 报告解读
      paragraph   | 报告的一大亮点是首次测算了各市的数字贸易竞争力指数，为分类施策提供了依据，填补了统计空白。
      """),
  ]

  @Test(arguments: pictures) func furnitureIsReadAsDrawn(_ picture: Picture) {
    picture.labelled.check(picture.name)
  }
}
