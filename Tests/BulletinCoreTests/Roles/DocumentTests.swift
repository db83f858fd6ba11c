import BulletinCore
import Testing

/// Files without printed contents: one article each.
@Suite struct DocumentTests {
  static let pictures = [
    Picture(
      "a law under Markdown headings",
      file: """
        title - 0   | # 云泽自治州数据保护条例
        adoption    | （2031年1月8日云泽自治州人民代表大会常务委员会通过　自2031年6月1日起施行）
        comment     | <!-- INFO END -->
        chapter 1 1 | ## 第一章　总则
        clause 1 2  | 第一条　为了保护数据权益，规范数据处理活动，制定本条例。
        clause 2 2  | 第二条　在本州行政区域内处理数据，适用本条例。
        paragraph   | 法律、行政法规另有规定的，从其规定。
        chapter 2 1 | ## 第二章　权益
        section 1 2 | ### 第一节　一般规定
        clause 3 3  | 第三条　数据处理者享有下列权益：
        item 1 4    | （一）持有数据；
        item 2 4    | （二）使用数据；
        item 3 4    | （三）经营数据产品。
        section 2 2 | ### 第二节　特别规定
        clause 4 3  | 第四条　医疗数据的处理，应当取得患者同意。
        chapter 3 1 | ## 第三章　附则
        clause 5 2  | 第五条　本条例自2031年6月1日起施行。
        """),
    Picture(
      "the same law, unmarked and glued",
      file: """
        title - 0   | 云泽自治州数据保护条例
        adoption    | （2031年1月8日云泽自治州人民代表大会常务委员会通过　自2031年6月1日起施行）
        chapter 1 1 | 第一章总则
        clause 1 2  | 第一条为了保护数据权益，规范数据处理活动，制定本条例。
        clause 2 2  | 第二条在本州行政区域内处理数据，适用本条例。
        paragraph   | 法律、行政法规另有规定的，从其规定。
        chapter 2 1 | 第二章权益
        section 1 2 | 第一节一般规定
        clause 3 3  | 第三条数据处理者享有下列权益：
        item 1 4    | （一）持有数据；
        item 2 4    | （二）使用数据；
        item 3 4    | （三）经营数据产品。
        section 2 2 | 第二节特别规定
        clause 4 3  | 第四条医疗数据的处理，应当取得患者同意。
        chapter 3 1 | 第三章附则
        clause 5 2  | 第五条本条例自2031年6月1日起施行。
        """),
    Picture(
      "a law with its own contents",
      file: """
        title - 0   | # 云泽自治州档案条例
        adoption    | 2031年1月8日云泽自治州人民代表大会常务委员会通过
        heading - 1 | 目　　录
        listing     | 第一章　总则
        listing     | 第二章　管理
        listing     | 第三章　附则
        chapter 1 1 | ## 第一章　总则
        clause 1 2  | 第一条　为了加强档案管理，制定本条例。
        chapter 2 1 | ## 第二章　管理
        clause 2 2  | 第二条　档案应当集中保管，任何单位不得据为己有。
        chapter 3 1 | ## 第三章　附则
        clause 3 2  | 第三条　本条例自2031年6月1日起施行。
        """),
    Picture(
      "Markdown headings nest by their level",
      file: """
        title - 0   | # 岚州公共算力平台使用手册
        paragraph   | 本手册介绍岚州公共算力平台的申请、登录和使用方法。
        heading - 1 | ## 申请
        paragraph   | 申请单位填写申请表，由所在地数据局审核，三个工作日内答复。
        heading - 2 | ### 企业
        paragraph   | 企业凭营业执照申请，首次申请赠送一百核时。
        heading - 2 | ### 高校
        paragraph   | 高校凭课题立项书申请，每个课题每年一千核时。
        heading - 1 | ## 使用
        paragraph   | 登录后提交任务，系统按优先级排队，完成后自动通知。
        """),
    Picture(
      "numbered headings without Markdown",
      file: """
        title - 0   | 关于加快公共算力建设的报告
        paragraph   | 现将全省公共算力建设情况报告如下。
        heading 1 1 | 一、基本情况
        paragraph   | 全省建成公共算力平台三个，总算力规模居中部前列，服务企业和高校四百多家，使用率稳步提升。
        heading 2 1 | 二、主要困难
        paragraph   | 电力成本偏高，高端人才不足，跨区域调度机制尚未建立，部分平台的软件生态还不完善。
        """),
    Picture(
      "comments over several lines",
      file: """
        comment    | <!--
        comment    | 第一条 这一行是注释
        comment    | 校对：某某
        comment    | -->
        title - 0  | # 云泽自治州节水条例
        clause 1 1 | 第一条　为了节约用水，制定本条例。
        comment    | <!-- 第二条　旧条文，
        comment    | 已经删去。 -->
        clause 2 1 | 第二条　任何单位和个人都有节约用水的义务。
        """),
    Picture("a single line", file: "title - 0 | 岚州省公共算力券"),
    Picture(
      "running text alone",
      file: """
        title - 0 | 岚江的春天来得早，三月里两岸的油菜花已经开了。
        paragraph | 船工说，今年的水比往年清。
        """),
  ]

  @Test(arguments: pictures) func documentIsReadAsDrawn(_ picture: Picture) {
    picture.labelled.check(picture.name)
    #expect(picture.labelled.bulletin.kind == .document)
    #expect(picture.labelled.bulletin.masthead == nil)
    #expect(picture.labelled.bulletin.articles.count == 1)
  }

  @Test func numberedParagraphsOfADecisionQuoteNoClauses() {
    Labelled(
      """
      title - 0  | # 云泽自治州关于修改节水条例的决定
      paragraph  | 云泽自治州人民代表大会常务委员会决定对《云泽自治州节水条例》作如下修改：
      item 1 1   | 一、删去第五条第二款。
      item 2 1   | 二、将第九条中的“水务部门”修改为“水行政主管部门”。
      item 3 1   | 三、第十二条修改为：
      ?          | “第十二条　用水单位应当安装计量设施。”
      paragraph  | 本决定自公布之日起施行。
      """
    ).check()
  }
}
