/// A white paper with its own contents, an interview and the publisher's back matter.
extension WeeklyIssue {
  static let paper = """
    title - 0        | # 云泽可信数据空间发展白皮书(2031年)
    paragraph        | 近日，云泽数据空间创新中心发布《云泽可信数据空间发展白皮书（2031年）》，回顾三年来的建设历程，提出八项建议。
    heading - 1      | ## 白皮书目录
    listing          | 一、可信数据空间的由来
    listing          | （一）概念
    listing          | （二）特征
    listing          | 二、云泽的实践
    listing          | （一）建设历程
    listing          | （二）典型场景
    listing          | 三、问题与建议
    heading - 1      | ## 白皮书核心观点
    item 1 2         | 1. 可信数据空间正在由项目走向网络。截至2031年3月，云泽已建成数据空间42个，接入主体超过3000家。
    item 2 2         | 2. 互认规则是下一步的关键。不同空间之间的身份、合约、计量尚未打通，跨空间流通的成本仍然偏高。
    item 3 2         | 3. 运营主体需要可持续的收入。目前超过六成的运营主体依靠财政补助，商业模式有待验证。
    caption 2-1      | 图 2-1 云泽数据空间接入主体数量
    paragraph        | 白皮书认为，数据空间的价值最终取决于用得起来的场景，而不是接得进来的主体。
    qr               | 扫描二维码，阅读白皮书全文
    link             | 原文链接：https://example.org/yunze/2031
    source           | （来源：云泽数据空间创新中心）
    """

  static let interview = """
    title - 0        | # 答疑实录：《岚州省公共数据运营管理办法（试行）》
    subtitle         | ——怎么看、怎么办
    paragraph        | 5月12日，岚州省人民政府新闻办公室举行发布会，介绍公共数据运营管理办法的有关情况。
    speaker          | 岚州日报记者提问
    paragraph        | 请问这次出台办法，主要想解决什么问题？
    speaker          | 林见鹿
    paragraph        | 谢谢您的提问。主要解决三个问题。
    paragraph        | 一是谁来运营。过去各地做法不一，有的直接授权，有的公开遴选，企业反映看不清、等不起。
    paragraph        | 二是怎么登记。办法要求授权后三十日内登记，登记信息免费查询。
    paragraph        | 三是收益归谁。办法规定按照协议分配，并向提供单位所在地的公共服务倾斜，让数据的
    continuation     | 红利回到百姓身边。
    speaker          | 临溪网记者提问
    paragraph        | 中小企业能否参与？门槛高不高？
    speaker          | 周听澜
    paragraph        | 可以参与。办法没有设置注册资本门槛，看重的是技术能力和信用记录。
    source           | （来源：岚州省人民政府新闻办公室）
    """

  static let back = """
    publisher        | ## 主编简介
    publisher        | 岚州省数字发展研究院
    publisher        | Lanzhou-on-Lan Institute of Digital Development
    publisher        | 岚州省数字发展研究院是研究数字治理与数字产业的专业机构，多年来为各级部门和企业提供咨询。
    publisher        | 岚州省数据要素促进会
    publisher        | 岚州省数据要素促进会是由从事数据采集、加工、流通的企业和机构自愿组成的行业组织，现有会员单位两百余家。
    """
}
