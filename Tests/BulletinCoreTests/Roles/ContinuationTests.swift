import Testing

/// Text units that a page break, a column break or a line end cut in two, and ends that lack a mark.
@Suite struct ContinuationTests {
  static let pictures = [
    Picture(
      "a paragraph cut in the middle of a word",
      """
      title - 0    | 望海新区海洋数据利用方案
      paragraph    | 望海新区拥有海岸线一百六十公里，海洋观测站点二十四个，每天产生海洋观测数据超过三百
      continuation | 万条，为发展海洋数据产业提供了良好条件。
      paragraph    | 新区将建设海洋数据专区，向科研机构和企业开放。
      """),
    Picture(
      "a cut behind a comma, a figure between",
      """
      title - 0    | 望海新区海洋数据利用方案
      paragraph    | 望海新区拥有海岸线一百六十公里，海洋观测站点二十四个，
      caption 1    | 图1 望海新区海洋观测站点分布
      continuation | 每天产生海洋观测数据超过三百万条。
      paragraph    | 新区将建设海洋数据专区，向科研机构和企业开放。
      """),
    Picture(
      "two figures and a code between",
      """
      title - 0    | 望海新区海洋数据利用方案
      paragraph    | 望海新区拥有海岸线一百六十公里，海洋观测站点二十四个，每天产生海洋观测数据超过
      caption 1    | 图 1 望海新区海洋观测站点分布
      caption 2    | 图 2 站点数据量逐年变化
      qr           | 扫描二维码查看动态图
      continuation | 三百万条，积累历史资料近四十年。
      """),
    Picture(
      "three pieces",
      """
      title - 0    | 望海新区海洋数据利用方案
      paragraph    | 望海新区拥有海岸线一百六十公里，海洋观测站点二十四个，每天产生海洋观测数据超过
      continuation | 三百万条，积累历史资料近四十年，已经形成覆盖潮位、波浪、海温、盐度等要素的完整
      continuation | 序列，在全国沿海地区位居前列。
      """),
    Picture(
      "a tail of two characters",
      """
      title - 0    | 望海新区海洋数据利用方案
      paragraph    | 新区将建设海洋数据专区，面向科研机构、涉海企业和社会公众分级开放海洋观测数据，鼓励创
      continuation | 新。
      paragraph    | 专区实行统一登记、统一接口、统一计量。
      """),
    Picture(
      "a tail of digits",
      """
      title - 0    | 望海新区海洋数据利用情况
      paragraph    | 2031年一季度，新区海洋数据专区累计提供数据服务十二万次，服务企业二百余家，同比增长
      continuation | 36.5%。
      paragraph    | 专区实行统一登记、统一接口、统一计量。
      """),
    Picture(
      "a clause and an item cut",
      """
      title - 0    | 望海新区海洋数据管理办法
      clause 1 1   | 第一条 海洋数据专区由新区管委会设立，具体工作由新区海洋数据中心承担，有关部门
      continuation | 应当予以配合。
      clause 2 1   | 第二条 海洋数据中心履行下列职责：
      item 1 2     | （一）汇聚、存储、更新海洋观测数据，编制并公布年度开放目录，受理社会公众提出的
      continuation | 开放申请；
      item 2 2     | （二）维护专区的安全运行。
      """),
    Picture(
      "cut text that goes on with what looks like a label",
      """
      title - 0    | 望海新区海洋数据管理办法
      clause 1 1   | 第一条 海洋数据中心收到开放申请后，应当依照本办法第四条、
      continuation | 第五条的规定进行审查，并在二十日内答复。
      clause 2 1   | 第二条 申请人对答复不服的，可以自收到答复之日起
      continuation | 三十日内申请复核。
      clause 3 1   | 第三条 复核机关应当自受理之日起二十日内作出决定。
      """),
    Picture(
      "a heading over two lines",
      """
      title - 0    | 望海新区海洋数据利用方案
      heading 1 1  | 一、总体要求
      paragraph    | 坚持陆海统筹、以用促建，把海洋数据变成服务渔民、服务港口、服务防灾的实际成果。
      heading 2 1  | 二、面向港口、航运和渔业三大场景推动海洋
      continuation | 数据深度应用
      paragraph    | 建设智慧航道、智慧渔港，推广船岸协同、鱼情预报等应用，带动上下游企业集聚发展。
      heading 3 1  | 三、保障措施
      paragraph    | 成立工作专班，建立月调度机制，安排专项资金，确保各项任务按期完成、取得实效。
      """),
    Picture(
      "a signature and a date are ends without a full stop",
      """
      title - 0   | 关于开展海洋数据普查的通知
      salutation  | 各镇人民政府、街道办事处：
      paragraph   | 为摸清全区海洋数据资源底数，决定开展海洋数据普查。现将有关事项通知如下。
      heading 1 1 | 一、普查范围
      paragraph   | 全区涉海部门、科研机构和重点企业持有的海洋观测数据，普查时点为2031年6月30日。
      heading 2 1 | 二、时间安排
      paragraph   | 普查分准备、登记、汇总三个阶段，2031年9月底前全部完成，请各单位按时报送。
      paragraph   | 望海新区管理委员会
      paragraph   | 2031年5月20日
      source      | （来源：望海新区管理委员会）
      """),
    Picture(
      "annexes named below the text",
      """
      title - 0   | 关于开展海洋数据普查的通知
      paragraph   | 为摸清全区海洋数据资源底数，决定开展海洋数据普查，具体要求见附件。
      paragraph   | 附件：海洋数据普查表
      paragraph   | 望海新区管理委员会
      paragraph   | 2031年5月20日
      """),
    Picture(
      "sentences that end inside quotes and brackets",
      """
      title - 0   | 望海新区海洋数据利用情况
      paragraph   | 老渔民说：“现在出海先看手机，哪里有鱼、哪里有浪，一清二楚。”
      paragraph   | 新区已经开通三条海上数据专线（其中一条通往外海作业区。）
      paragraph   | 这样的变化还在继续……
      paragraph   | 下一步怎么走？新区给出了自己的答案！
      paragraph   | 到2033年，海洋数据产业规模突破五十亿元。
      """),
  ]

  @Test(arguments: pictures) func cutTextIsReadAsDrawn(_ picture: Picture) {
    picture.labelled.check(picture.name)
  }

  /// Paragraphs that pages cut fill whole rows of print: 38 characters, the first one indented by
  /// two. Behind a full row text goes on; behind a shorter one a full stop was lost.
  @Test(arguments: [(110, "continuation"), (112, "continuation"), (96, "paragraph")])
  func rowsOfPrintTellCutTextFromALostFullStop(_ length: Int, _ reading: String) {
    let words = "海洋观测数据按照统一目录分级开放并由专区提供接口服务渔民港口航运企业均可申请使用"
    var rows = ["title - 0 | 望海新区海洋数据利用方案"]
    for place in 0..<8 {
      let text = String((words + words + words + words).dropFirst(place))
      rows.append("paragraph | \(text.prefix(place.isMultiple(of: 2) ? 112 : 74))")
      rows.append("continuation | \(text.dropFirst(112).prefix(20))。")
    }
    for place in 0..<24 {
      rows.append("paragraph | 第\(place + 40)号观测站全年运行稳定，数据按时上传，没有发生中断。")
    }
    rows.append("paragraph | 新区坚持以用促建、以建促治、以治促优，推动海洋经济高质量发展。")
    let head = (words + words + words).prefix(length - 2) + "发展"
    rows.append("paragraph | \(head)")
    rows.append("\(reading) | 湖区渔村也将纳入专区的服务范围，享受同样的优惠。")
    Labelled.issue(rows.joined(separator: "\n")).check("\(length) characters")
  }
}
