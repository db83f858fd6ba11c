import BulletinCore

/// Small bulletins, invented in the manner of such periodicals.
enum SampleBulletins {
  /// Three articles: a statute with chapters, an opinion with headings, a short statute.
  static let issue = """
    汇聚资讯 服务决策
    某省信息化动态
    2026年3月20日 第12期 总第203期
    主办：某省信息化促进会

    本期要目
    国策要论
    01 数据要素流通管理办法
    09 关于促进数字贸易发展的意见
    地方新政
    15 某市算力券实施细则

    编者按
    本办法是全省首部流通规章，重点关注第三条的台账要求。可结合《某市算力券实施细则》一并学习。

    数据要素流通管理办法
    某数办发〔2026〕12号
    （2026年3月1日第一次会议通过）
    第一章 总则
    第一条 为规范要素流通，保护主体权益，制定本办法。
    第二条 在本省行政区域内开展流通及其监督管理，适用本办法。
    第三条 流通应当遵循依法合规、安全可控、公平高效的原则。提供方应当在2026年6月底前建立来源台账。
    （一）来源于公共部门的，由主管部门审核；
    （二）来源于企业的，由企业自行审核，并对审核结果负责。
    第四条 前款所称台账，是指按照第三条建立的记录。
    第二章 流通
    第五条 鼓励采用ＡＩ、隐私计算等技术，占比不低于10.5%。
    图1 流通总体框架
    第六条 违反第五条规定的，依照《某安全法》第四十五条处理。
    （来源：某省数据局）

    关于促进数字贸易发展的意见
    各市人民政府：
    为促进数字贸易发展，提出如下意见。
    一、总体要求
    （一）指导思想。坚持稳中求进工作总基调，推动数字贸易高质量发展。
    （二）主要目标。到2027年，数字贸易额超过一千亿元。
    二、主要任务
    1.做强算力产业。加快建设算力枢纽，按照某数办发〔2026〕12号要求推进。
    2.培育企业。培育ai企业一百家。

    某市算力券实施细则
    第一条 为支持企业使用算力，制定本细则。
    第二条 算力券单张面额不超过二十万元。
    """

  /// A plain document of so many paragraphs, each with its number.
  static func paragraphs(_ count: Int) -> String {
    (1...count).map { "第\($0)段说明：各单位应当按照要求，认真做好相关工作，及时报送进展情况。" }
      .joined(separator: "\n\n")
  }

  /// The reading of a text.
  static func bulletin(_ text: String) -> Bulletin { Bulletin(SourceText(text)) }
}
