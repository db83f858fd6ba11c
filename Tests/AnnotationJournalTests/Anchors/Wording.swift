/// The words that made-up clauses are put together from.
enum Wording {
  static let places = ["岚州", "澄江", "云泽", "望河", "松陵", "青岬"]
  static let fields = ["港口岸线", "古树名木", "储备粮油", "渔业船舶", "地名标志", "冷链仓储"]
  static let chapters = ["总则", "规划与建设", "登记备案", "日常养护", "信息共享", "监督检查", "法律责任", "附则"]
  static let agencies = [
    "交通运输主管部门", "自然资源主管部门", "粮食和物资储备部门", "林业园林机构", "渔政执法队伍", "地名管理机构",
    "市场监督管理部门", "应急救援指挥中心", "气象台站", "档案馆", "水文勘测机构", "计量检定所",
  ]
  static let subjects = [
    "岸线使用人", "码头经营企业", "养护责任人", "承储单位", "船东和船长", "地名标志设置单位", "冷库经营者", "引航机构",
    "苗木供应商", "粮油加工厂", "渔港运营单位", "测绘单位", "物流园区开办方", "村民委员会", "检验检测机构", "公路养护站",
    "船厂", "育种基地", "水产合作社", "仓储协会",
  ]
  static let objects = [
    "泊位调度台账", "古树生长档案", "熏蒸作业记录", "渔获物溯源凭证", "界桩坐标数据", "温湿度监测曲线", "靠泊计划", "病虫害图谱",
    "出入库单据", "船载定位终端", "街巷命名方案", "制冷剂充注清单", "疏浚施工图", "树冠支撑架", "轮换购销合同", "休渔期安排",
    "门牌编码", "预冷车间", "系缆桩", "根系围护设施", "质检报告", "网具规格表", "楼宇名称", "应急发电机组", "航道浮标",
    "移植论证书", "仓容核定书", "捕捞日志", "路名牌", "蒸发器除霜程序", "潮位观测井", "避雷装置", "扦样器具", "救生筏",
    "地图审核号", "保温门封条",
  ]
  static let actions = ["编制", "核验", "更新", "封存", "移交", "公示", "标定", "清点", "复制", "汇总", "校准", "报送"]
  static let manners = ["按季度", "逐项", "会同所在街道", "通过统一平台", "以书面形式", "委托专业机构", "在汛期之前", "参照行业惯例"]
  static let purposes = [
    "防止淤积扩大", "便于公众查询", "降低损耗", "保障船舶安全航行", "延长使用寿命", "避免重复命名", "控制虫害蔓延",
    "提高周转效率", "留存历史资料", "维护滨水景观", "减少能源消耗", "确保账实相符",
  ]
  static let events = ["竣工验收", "合同签订", "变更登记", "台风过境", "入库完毕", "换发证书", "首次下水", "树龄认定"]
  static let acts = [
    "擅自占用岸线堆放砂石", "在树干上钉挂广告牌", "掺混陈粮冒充新粮", "关闭船位监测设备", "涂改路名标识", "隐瞒制冷剂泄漏",
    "拆除界桩", "使用禁用网具", "虚报库存数量", "遮挡航标灯光", "砍伐保护范围内树木", "伪造温度记录", "超过核定仓容储粮",
    "转让泊位使用权", "损毁门牌", "在锚地倾倒疏浚物", "拒绝提供扦样条件", "逾期办理移植手续",
  ]

  static func number(_ dice: inout FixedDice) -> String {
    dice.pick(["三", "五", "七", "十", "十五", "二十", "三十", "四十五", "六十", "九十"])
  }

  static func sentence(_ dice: inout FixedDice) -> String {
    let (subject, object, agency) = (dice.pick(subjects), dice.pick(objects), dice.pick(agencies))
    let (action, manner, purpose) = (dice.pick(actions), dice.pick(manners), dice.pick(purposes))
    let other = dice.pick(objects)
    switch dice.roll(10) {
    case 0: return "\(subject)应当\(manner)\(action)\(object)，\(purpose)。"
    case 1: return "\(agency)可以对\(object)和\(other)开展抽查，并将有关情况告知\(subject)。"
    case 2: return "未经\(agency)同意，任何单位和个人不得变更\(object)。"
    case 3: return "\(object)的格式由\(agency)制定，\(other)的管理参照执行。"
    case 4:
      return "\(subject)应当自\(dice.pick(events))之日起\(number(&dice))日内，向\(agency)\(action)\(object)。"
    case 5: return "鼓励\(subject)采用新型\(object)，\(purpose)，相关部门给予技术指导。"
    case 6: return "\(agency)负责\(object)的\(action)工作，\(subject)予以配合。"
    case 7: return "\(dice.pick(events))后，\(subject)必须及时检查\(object)，并\(manner)处理\(other)。"
    case 8: return "本办法所称\(object)，是指\(subject)为\(purpose)而\(action)的\(other)。"
    default: return "\(manner)\(action)\(object)时，\(subject)不得影响\(other)的正常运行。"
    }
  }

  static func clause(_ dice: inout FixedDice) -> [String] {
    if dice.happens(0.25) {
      var lines = ["\(dice.pick(subjects))\(dice.pick(actions))\(dice.pick(objects))，应当具备下列条件："]
      let count = 3 + dice.roll(3)
      for index in 1...count {
        let end = index == count ? "。" : "；"
        lines.append(
          "（\(numeral(index))）有\(dice.pick(objects))，能够\(dice.pick(manners))\(dice.pick(actions))\(dice.pick(objects))\(end)"
        )
      }
      return lines
    }
    var first = sentence(&dice)
    while dice.happens(0.5) { first += sentence(&dice) }
    var paragraphs = [first]
    while dice.happens(0.3) { paragraphs.append(sentence(&dice)) }
    return paragraphs
  }

  /// A penalty clause, made of set phrases but for the act.
  static func penalty(_ dice: inout FixedDice) -> String {
    let low = dice.pick(["五千元", "一万元", "二万元"])
    let high = dice.pick(["三万元", "五万元", "十万元"])
    return
      "违反本办法规定，\(dice.pick(subjects))\(dice.pick(acts))的，由\(dice.pick(agencies))责令限期改正；逾期不改正的，处\(low)以上\(high)以下罚款；情节严重的，依法吊销有关证照。"
  }
}
