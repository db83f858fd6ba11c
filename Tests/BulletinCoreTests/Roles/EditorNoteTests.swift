import Testing

@Suite struct EditorNoteTests {
  @Test(arguments: [
    "编者按", "## 编者按", "**编者按**", "编者按：", "编者按:", "【编者按】", "【编 者 按】", "编 者 按", "[编者按]",
    "　　编者按", "### 编　者　按：", "编者按语",
  ])
  func headIsKnownInAllPrintings(_ head: String) {
    Labelled.issue(
      """
      editor-note      | \(head)
      editor-note-text | 近日，岚州省印发机器人产业行动方案，明确六项任务、十八条举措，现予刊发。
      title - 0        | 岚州省机器人产业行动方案
      paragraph        | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      source           | （来源：岚州省工业促进局）
      """
    ).check(head)
  }

  static let pictures = [
    Picture(
      "several paragraphs",
      """
      editor-note      | 编者按
      editor-note-text | 近日，岚州省印发机器人产业行动方案，明确六项任务。
      editor-note-text | 《方案》从整机、零部件、软件三个方向发力，提出建设公共检测平台。
      editor-note-text | 本刊全文刊发，供参考。
      title - 0        | 岚州省机器人产业行动方案
      paragraph        | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      """),
    Picture(
      "cut by a page break",
      """
      editor-note      | 编者按
      editor-note-text | 近日，岚州省印发机器人产业行动方案，从整机、零部件、软件三个方向发力，提出建设公共
      continuation     | 检测平台，开放应用场景一百项。
      editor-note-text | 本刊全文刊发，供参考。
      title - 0        | 岚州省机器人产业行动方案
      paragraph        | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      """),
    Picture(
      "none at the first article, one at the second",
      """
      title - 0        | 岚州省机器人产业行动方案
      paragraph        | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      source           | （来源：岚州省工业促进局）
      editor-note      | 编者按
      editor-note-text | 临溪市出台绿色算力十条，真金白银支持算力企业使用绿色电力。
      title - 0        | 临溪市支持绿色算力发展若干措施
      clause 1 1       | 第一条 支持算力企业与新能源场站签订长期购电协议。
      clause 2 1       | 第二条 对绿色电力消费比例超过八成的企业给予奖励。
      source           | （来源：临溪市数据局）
      """),
    Picture(
      "its text on the line of its head",
      """
      editor-note-text | 编者按：近日，岚州省印发机器人产业行动方案，明确六项任务、十八条举措，现予刊发。
      editor-note-text | 《方案》从整机、零部件、软件三个方向发力，提出建设公共检测平台。
      title - 0        | 岚州省机器人产业行动方案
      paragraph        | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      """),
    Picture(
      "in brackets, below the title",
      """
      title - 0        | 岚州省机器人产业行动方案
      editor-note-text | 【编者按】近日，岚州省印发机器人产业行动方案，明确六项任务、十八条举措，现予刊发。
      paragraph        | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      source           | （来源：岚州省工业促进局）
      """),
    Picture(
      "figures within",
      """
      editor-note      | 编者按
      editor-note-text | 近日，岚州省印发机器人产业行动方案，明确六项任务。
      qr               | 扫描二维码阅读全文
      title - 0        | 岚州省机器人产业行动方案
      paragraph        | 到2033年，全省机器人产业规模突破三百亿元，培育整机企业二十家。
      """),
  ]

  @Test(arguments: pictures) func noteIsReadAsDrawn(_ picture: Picture) {
    picture.labelled.check(picture.name)
  }
}
