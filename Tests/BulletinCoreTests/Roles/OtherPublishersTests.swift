import BulletinCore
import Testing

/// Bulletins of other hands: other mastheads, columns, contents and ways to number.
@Suite struct OtherPublishersTests {
  static let pictures = [
    Picture(
      "labels 1、 and （1）, pages behind dots",
      file: """
        masthead   | 内部资料　注意保存
        masthead   | 云泽信息化简报
        masthead   | 第7期（总第203期）
        masthead   | 云泽州信息化促进中心编　　　2031年4月2日
        contents   | 目　录
        column     | ◆政策解读
        entry 1    | 云泽州政务云扩容方案的几个问题……………………1
        column     | ◆工作交流
        entry 3    | 林溪县一网通办经验做法………………………………3
        title - 0  | 云泽州政务云扩容方案的几个问题
        paragraph  | 政务云扩容方案印发以来，各单位提出了一些问题，现集中答复如下，请对照执行。
        heading 1 1 | 1、资源怎么申请
        item 1 2   | （1）在平台提交申请，注明用途、规模和期限；
        item 2 2   | （2）由州中心在五个工作日内审核。
        heading 2 1 | 2、费用怎么结算
        paragraph  | 按季度结算，由州财政统一支付，各单位不再单独采购，已签合同的到期后并入统一结算。
        title - 0  | 林溪县一网通办经验做法
        paragraph  | 林溪县以群众办事不出村为目标，把一百二十个事项下沉到村级服务点，受到群众欢迎。成效明显。
        heading 1 1 | 1、事项标准化
        paragraph  | 逐项编制办事指南，统一材料、时限和流程，群众在哪里都能办同样的事，标准一致。
        heading 2 1 | 2、设备轻量化
        paragraph  | 为村级服务点配备一体机，身份核验、材料扫描、打印回执一台机器全部完成，操作简便。
        publisher  | 编辑：云泽州信息化促进中心　电话：0998-5550188
        """),
    Picture(
      "Roman numbers and decimal labels",
      file: """
        masthead   | 智算周报
        masthead   | 2031年第9期
        contents   | 本期目录
        entry 2    | 02 澄江市智算中心能效评估报告
        entry 6    | 06 智算芯片市场一周观察
        title - 0  | 澄江市智算中心能效评估报告
        heading 1 1 | Ⅰ. 评估范围
        paragraph  | 本次评估覆盖全市七个智算中心，机架总数一万两千个，评估时段为2031年一季度。
        heading 2 1 | Ⅱ. 评估结果
        heading 1 2 | 2.1 电能利用
        paragraph  | 七个中心平均电能利用效率为一点二四，其中两个中心低于一点二，达到先进水平。
        heading 2 2 | 2.2 水资源利用
        paragraph  | 采用间接蒸发冷却的中心耗水明显偏高，建议在枯水期切换运行模式，减少取水。
        title - 0  | 智算芯片市场一周观察
        paragraph  | 本周，推理芯片现货价格小幅回落，训练芯片供应依然偏紧，交付周期在十周以上。渠道库存有所上升。
        """),
    Picture(
      "decimal labels of three levels",
      file: """
        masthead   | 智算周报
        masthead   | 2031年第10期
        contents   | 本期目录
        entry 2    | 02 智算中心建设指南（摘要）
        entry 8    | 08 智算芯片市场一周观察
        title - 0  | 智算中心建设指南（摘要）
        heading 1 1 | 1 总则
        heading 1 2 | 1.1 适用范围
        paragraph  | 本指南适用于新建、改建、扩建的智算中心，边缘节点可以参照执行，单机柜机房除外。
        heading 2 2 | 1.2 基本要求
        heading 1 3 | 1.2.1 选址
        paragraph  | 选址应当避开地质灾害易发区，靠近绿色电源和骨干网络节点，并预留扩建用地。
        heading 2 3 | 1.2.2 供电
        paragraph  | 供电应当采用双路市电，并配置储能系统，关键负荷的后备时间不少于十五分钟。
        heading 2 1 | 2 设计
        heading 1 2 | 2.1 机房
        paragraph  | 机房层高不宜低于五米，楼面荷载按照高密度机柜设计，预留液冷管路和检修通道。
        title - 0  | 智算芯片市场一周观察
        paragraph  | 本周，推理芯片现货价格小幅回落，训练芯片供应依然偏紧，交付周期在十周以上。渠道库存有所上升。
        """),
    Picture(
      "第一部分",
      file: """
        masthead   | 望海经济参考
        masthead   | 2031年6月 第6期
        contents   | 要 目
        entry 1    | 01 望海新区数字港航白皮书
        entry 9    | 09 港口无人集卡运营观察
        title - 0  | 望海新区数字港航白皮书
        heading 1 1 | 第一部分 发展历程
        paragraph  | 十年来，望海港从人工装卸走向自动化码头，货物吞吐量翻了两番，作业效率提升一倍以上。
        heading 2 1 | 第二部分 未来展望
        heading 1 2 | 一、智慧航道
        paragraph  | 建设全天候通航保障系统，大雾天气平均封航时间缩短一半以上，事故率进一步下降。
        heading 2 2 | 二、绿色港区
        paragraph  | 岸电覆盖全部泊位，清洁能源集卡占比达到百分之百，港区裸露地面全部复绿。
        title - 0  | 港口无人集卡运营观察
        paragraph  | 五月，望海港无人集卡达到一百二十台，夜间作业占比首次超过白天。单车日均作业量提高一成。
        """),
  ]

  @Test(arguments: pictures) func otherBulletinIsReadAsDrawn(_ picture: Picture) {
    picture.labelled.check(picture.name)
    #expect(picture.labelled.bulletin.kind == .bulletin)
  }
}
