import Testing

@Suite struct NumberingTests {
  static let pictures = [
    Picture(
      "编 章 节 条",
      """
      title - 0   | 岚州省数据法规汇编
      part 1 1    | 第一编 总则
      chapter 1 2 | 第一章 一般规定
      clause 1 3  | 第一条 为了统一全省数据法规，编纂本汇编。
      chapter 2 2 | 第二章 主体
      section 1 3 | 第一节 自然人
      clause 2 4  | 第二条 自然人享有查阅、复制本人数据的权利。
      section 2 3 | 第二节 组织
      clause 3 4  | 第三条 组织依法享有数据权益。
      part 2 1    | 第二编 分则
      chapter 1 2 | 第一章 登记
      clause 4 3  | 第四条 数据权益经登记取得公示效力。
      """),
    Picture(
      "一、（一）1.（1）①",
      """
      title - 0   | 岚州省农村网络提升方案
      heading 1 1 | 一、总体要求
      paragraph   | 坚持统筹布局、分步实施，用三年时间补齐农村网络短板，让村村通上千兆光纤。
      heading 2 1 | 二、重点任务
      heading 1 2 | （一）网络覆盖
      heading 1 3 | 1.光纤进村
      item 1 4    | （1）改造老旧线路，2031年完成五百个行政村的改造任务；
      item 2 4    | （2）新建汇聚机房，每个乡镇不少于一个。
      heading 2 3 | 2.基站上山
      item 1 4    | ①在海拔一千米以上的村落布设小型基站；
      item 2 4    | ②为小型基站配备太阳能电源。
      heading 2 2 | （二）应用推广
      paragraph   | 推广网上办事、远程问诊和在线课堂，每村培训一名信息员，帮助老年人使用智能手机。
      """),
    Picture(
      "1. directly under 一、, and again from 1",
      """
      title - 0   | 岚州省农村网络提升方案
      heading 1 1 | 一、网络覆盖
      item 1 2    | 1.光纤进村。改造老旧线路，2031年完成五百个行政村的改造任务。
      item 2 2    | 2.基站上山。在海拔一千米以上的村落布设小型基站。
      heading 2 1 | 二、应用推广
      item 1 2    | 1.推广远程问诊。县级医院对口支援乡镇卫生院。
      item 2 2    | 2.推广在线课堂。城区学校与乡村学校结对共建。
      """),
    Picture(
      "numbers that run on across parents",
      """
      title - 0   | 岚州省农村网络提升方案
      heading 1 1 | 一、网络覆盖
      item 1 2    | 1.光纤进村。改造老旧线路，2031年完成五百个行政村的改造任务。
      item 2 2    | 2.基站上山。在海拔一千米以上的村落布设小型基站。
      heading 2 1 | 二、应用推广
      item 3 2    | 3.推广远程问诊。县级医院对口支援乡镇卫生院。
      item 4 2    | 4.推广在线课堂。城区学校与乡村学校结对共建。
      """),
    Picture(
      "dots lost",
      """
      title - 0   | 岚州省农村网络提升方案
      heading 1 1 | 一、网络覆盖
      item 1 2    | 1 光纤进村。改造老旧线路，2031年完成五百个行政村的改造任务。
      item 2 2    | 2 基站上山。在海拔一千米以上的村落布设小型基站。
      item 3 2    | 3.机房扩容。每个乡镇建设一个汇聚机房。
      item 4 2    | 4 线路入地。新建线路一律入地，旧线路逐年改造。
      heading 2 1 | 二、应用推广
      item 5 2    | 5．推广远程问诊。县级医院对口支援乡镇卫生院。
      item 6 2    | 6推广在线课堂。城区学校与乡村学校结对共建。
      """),
    Picture(
      "run-in heads and heads on their own",
      """
      title - 0   | 岚州省农村网络提升方案
      heading 1 1 | 一、总体要求
      item 1 2    | （一）指导思想。坚持统筹布局、分步实施，用三年时间补齐农村网络短板。
      item 2 2    | （二）基本原则。政府引导、企业建设、群众受益，不搞重复投资。
      heading 2 1 | 二、重点任务
      heading 3 2 | （三）光纤进村。
      paragraph   | 改造老旧线路，2031年完成五百个行政村的改造任务，同步清理废弃线缆。
      heading 4 2 | （四）基站上山。
      paragraph   | 在海拔一千米以上的村落布设小型基站，优先采用太阳能供电，减少对山体的破坏。
      """),
    Picture(
      "Chinese ordinal words number no outline",
      """
      title - 0   | 岚州省农村网络建设情况
      paragraph   | 全省农村网络建设呈现三个特点：
      paragraph   | 一是覆盖面扩大。新增通光纤的行政村五百个，覆盖率提高到百分之九十六。
      paragraph   | 二是速率提升。平均下载速率比上年提高百分之三十。
      paragraph   | 三是资费下降。农村宽带平均资费比上年下降一成。
      paragraph   | 第一，要看到差距仍然存在。山区与坝区之间差距明显。
      paragraph   | 第二，要看到运维力量不足。平均每名维护人员负责十二个村。
      paragraph   | ——加强运维队伍建设，每个乡镇配备两名以上维护人员。
      """),
    Picture(
      "quantities in a row",
      """
      title - 0   | 岚州省农村网络建设情况
      paragraph   | 全省农村网络建设形成一套可以推广的做法：
      paragraph   | 1个平台统一支撑，省级网络运维平台接入全部县区。
      paragraph   | 2个中心分工协作，省级中心管标准，市级中心管运维。
      paragraph   | 3项制度保障长效，巡检、报修、考核全部线上运行。
      """),
    Picture(
      "single sentences are items, though text follows one of them",
      """
      title - 0   | 岚州省农村网络提升方案
      heading 1 1 | 一、保障措施
      item 1 2    | （一）加强组织领导，成立工作专班。
      item 2 2    | （二）加强资金保障，列入年度预算。
      paragraph   | 省级财政每年安排一千万元，对山区县给予倾斜。
      item 3 2    | （三）加强宣传引导，总结推广经验。
      item 4 2    | （四）加强督促检查，定期通报进展。
      """),
    Picture(
      "the head of the first run lost",
      """
      title - 0   | 岚州省农村网络提升方案
      heading 1 1 | （一）网络覆盖
      paragraph   | 改造老旧线路，2031年完成五百个行政村的改造任务，同步清理废弃线缆。
      heading 2 1 | （二）应用推广
      paragraph   | 推广网上办事、远程问诊和在线课堂，每村培训一名信息员。
      heading 2 1 | 二、保障措施
      heading 1 2 | （一）组织
      paragraph   | 成立工作专班，建立月调度机制，省市县三级联动推进各项任务。
      heading 2 2 | （二）资金
      paragraph   | 省级财政每年安排一千万元，对山区县给予倾斜，鼓励社会资本参与。
      """),
    Picture(
      "an annex begins at the top",
      """
      title - 0   | 岚州省农村网络提升方案
      heading 1 1 | 一、网络覆盖
      paragraph   | 改造老旧线路，2031年完成五百个行政村的改造任务，同步清理废弃线缆。
      heading 2 1 | 二、保障措施
      heading 1 2 | （一）组织
      paragraph   | 成立工作专班，建立月调度机制，省市县三级联动推进各项任务。
      heading 2 2 | （二）资金
      paragraph   | 省级财政每年安排一千万元，对山区县给予倾斜，鼓励社会资本参与。
      heading - 1 | 附件 指标解释
      item 1 2    | 1.光纤通达率。已通光纤的行政村占全部行政村的比例，以年末为准。
      item 2 2    | 2.平均下载速率。由第三方机构每季度抽样测得，以兆比特每秒计。
      """),
    Picture(
      "第六条之一",
      """
      title - 0   | 岚州省信用信息条例
      clause 5 1  | 第五条 信用信息的归集应当合法、必要。
      clause 6 1  | 第六条 信用信息目录由省信用主管部门编制。
      clause 6-1 1 | 第六条之一 编制目录应当征求行业协会的意见。
      clause 6-2 1 | 第六条之二　目录每年更新一次。
      clause 7 1  | 第七条 信息主体有权查询本人信息。
      """),
    Picture(
      "一、 above clauses",
      """
      title - 0   | 关于审理数据交易纠纷案件若干问题的解答
      paragraph   | 为正确审理数据交易纠纷案件，统一裁判尺度，结合审判实践，制定本解答。
      heading 1 1 | 一、合同效力
      clause 1 2  | 第一条 当事人仅以数据未经登记为由主张合同无效的，不予支持。
      clause 2 2  | 第二条 有下列情形之一的，合同无效：
      item 1 3    | （一）数据来源违法的；
      item 2 3    | （二）损害社会公共利益的。
      heading 2 1 | 二、违约责任
      clause 3 2  | 第三条 数据质量不符合约定的，买受人可以请求减少价款。
      clause 4 2  | 第四条 出卖人逾期交付的，应当赔偿损失。
      heading 3 1 | 三、其他
      clause 5 2  | 第五条 本解答自印发之日起施行。
      """),
    Picture(
      "references to clauses at the head of a line",
      """
      title - 0    | 岚州省信用信息条例
      clause 1 1   | 第一条 信用信息的归集应当合法、必要。
      clause 2 1   | 第二条 违反本条例第一条规定的，由信用主管部门责令改正，并依照
      continuation | 第三条第二款的规定予以公示。
      clause 3 1   | 第三条 信用主管部门作出行政处罚决定的，应当及时公示。
      paragraph    | 第二条规定的违法行为，自改正之日起满一年的，停止公示。
      clause 4 1   | 第四条 本条例自2032年1月1日起施行。
      """),
  ]

  /// How cut text may go on behind 依照本条例 and the like; none of it is a label.
  @Test(arguments: [
    "第三条第二款的规定予以公示，并记入信用档案。", "第三条所称重大损失的认定标准执行。", "第三条、第四条的规定处理，不得拖延。",
    "第三条的规定予以公示，并记入信用档案。", "第三条至第五条的规定处理，不得拖延。", "第三条规定的程序办理，不得拖延。",
    "（二）、（三）项规定的情形处理，不得拖延。", "第三章规定的程序办理，不得拖延。", "2030年发布的目录执行，不得拖延。",
    "10.5%的比例计算，不足一元的免收。", "三十日的期限办理，逾期视为同意。", "3名以上专家的意见作出决定。",
  ])
  func cutTextThatLooksLikeALabel(_ tail: String) {
    Labelled.issue(
      """
      title - 0    | 岚州省信用信息条例
      clause 1 1   | 第一条 信用信息的归集应当合法、必要，不得超出公共信用信息目录确定的范围。
      clause 2 1   | 第二条 信用主管部门收到异议申请后，应当先行标注异议信息，并在五个工作日内依照本条例
      continuation | \(tail)
      clause 3 1   | 第三条 信用主管部门作出行政处罚决定的，应当及时公示，公示期限不得少于三个月。
      clause 4 1   | 第四条 信息主体有权查询本人信息，信用主管部门应当免费提供查询服务。
      clause 5 1   | 第五条 本条例自2032年1月1日起施行。
      """
    ).check(tail)
  }

  @Test(arguments: pictures) func numberingIsReadAsDrawn(_ picture: Picture) {
    picture.labelled.check(picture.name)
  }

  /// A number at the head of a line that is a quantity, a date or a name.
  @Test(arguments: [
    "10.5%，比上年同期提高0.6个百分点，增速居全省首位。", "3D 可视化平台已经建成，可以实时查看管网状态。",
    "2023年以来，全市新增算力企业四十二家。", "5G 基站总数达到三万个，乡镇覆盖率百分之百。",
    "24小时自助服务区全部开放，群众随到随办。", "1—4月，全省软件业务收入稳步增长，利润明显回升。",
    "1.2万家企业接入平台，覆盖全省所有县区。", "100余名专家参加评审，提出意见三百多条。",
    "7×24小时值守制度全面落实。", "三分之一的村庄开通了远程问诊。", "一方面，要加快网络建设；另一方面，要抓好应用推广。",
    "一体化平台上线运行，接入部门四十二个。",
  ])
  func numberThatIsNoLabel(_ text: String) {
    Labelled.issue(
      """
      title - 0   | 岚州省数字基础设施建设情况
      heading 1 1 | 一、建设进展
      paragraph   | 全省数字基础设施建设提速，重点项目开工率超过九成，投资完成额创历史新高。
      paragraph   | \(text)
      heading 2 1 | 二、下步安排
      paragraph   | 继续加大投入，完善政策，确保全年任务目标如期完成，为全省发展提供支撑。
      """
    ).check(text)
  }
}
