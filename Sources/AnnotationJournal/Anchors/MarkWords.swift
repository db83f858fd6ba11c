/// The words behind the gate. A word that is missing here makes a doubt too many or too few, never a
/// wrong place.

struct MarkWord: Sendable {
  var scalars: [UInt32]
  var kind: MeaningChange
  var value: Int
}

/// A word that a numeral or a negation is part of, with the place of that scalar in it.
struct SetWord: Sendable {
  var scalars: [UInt32]
  var place: Int
}

/// 应当, 应, 必须, 须: one duty, however it is put; drafters are told to write 应当 for all of them.
let duty = 1

private let listed: [(kind: MeaningChange, value: Int, words: String)] = [
  (.modality, duty, "应当 应该 应 必须 务必 须"),
  (.modality, 3, "不得 不准 不许 禁止 严禁"),
  (.modality, 4, "可以"),
  (.modality, 5, "不应当 不应"),
  (.negation, 10, "不"),
  (.negation, 11, "无 没有"),
  (.negation, 12, "未"),
  (.negation, 13, "非"),
  (.negation, 14, "勿"),
  (.negation, 15, "除外"),
  (.bound, 20, "以上"),
  (.bound, 21, "以下"),
  (.bound, 22, "以内"),
]

/// The words by their first scalar, longer ones first.
let wordsByHead: [UInt32: [MarkWord]] = {
  var table: [UInt32: [MarkWord]] = [:]
  for entry in listed {
    for word in entry.words.split(separator: " ") {
      let scalars = word.unicodeScalars.map(\.value)
      table[scalars[0], default: []].append(
        MarkWord(scalars: scalars, kind: entry.kind, value: entry.value))
    }
  }
  return table.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
}()

/// Words whose numeral counts nothing.
let numeralWords: [UInt32: [SetWord]] = setWords(
  """
  一般 统一 进一步 一定 一律 一致 一并 一体 一旦 一直 一些 一切 唯一 单一 同一 一次性 一系列 一站式 一网
  一方面 一起 一同 一道 一带 一路 一样 一批 一流 一手 一线 第一时间 逐一 之一 专一 万一 进一 一揽子 一把手
  三农 三方 第三方 第三人 三角 三产 十分 百姓 千方百计 四川 九江 三亚 六安 八达 两岸 两会 两化 二维码 二手 双一流
  五金 三轮 七彩 百货 百科 千瓦 千米 千克 千伏 百万庄 零售 零部件 零星 零碳 零工 零距离 清零 归零 半导体
  一票否决 一事一议 一一 万物 两用 两级 两侧 两端 二氧化
  """, of: { chineseNumeral($0) != nil })

/// Words whose negation denies nothing that could be affirmed.
let negationWords: [UInt32: [SetWord]] = setWords(
  """
  非法 不动产 无线 未成年人 未成年 无人机 无人驾驶 无人系统 无障碍 未来 非常 不断 不仅 不同 不良 不但 不管
  不论 无论 不可抗力 不正当 不特定 不服 无形资产 无线电 非遗 非物质 非营利 非公有制 非税 非银行 非机动车
  非金属 非洲 非凡 除非 是非 并非 无非 不久 不妨 不惜 不懈 不竭 不朽 不锈钢 无害化 无烟 无公害 无国界 未知
  未必 无限 无穷 无私 无不 源源不断 绵绵不绝 必不可少 不可或缺 密不可分 不无 不愧 不禁 不料
  """, of: { [0x4E0D, 0x65E0, 0x672A, 0x975E].contains($0) })

/// What stands before 应 in words without duty: 相应, 响应, 反应, 供应, 适应, 效应, 对应, 感应, 回应.
let dutylessBefore: Set<UInt32> = scalars(of: "相响反供适效对感回呼顺策照因理")
/// What stands behind it: 应用, 应急, 应对, 应付, 应收, 应届, 应税, 应诉, 应邀, 应答, 应变.
let dutylessBehind: Set<UInt32> = scalars(of: "用急对付收届税诉邀答变运聘纳缴")

private func scalars(of text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

private func setWords(_ text: String, of isWanted: (UInt32) -> Bool) -> [UInt32: [SetWord]] {
  var table: [UInt32: [SetWord]] = [:]
  for word in text.split(whereSeparator: \.isWhitespace) {
    let scalars = word.unicodeScalars.map(\.value)
    for (place, scalar) in scalars.enumerated() where isWanted(scalar) {
      table[scalar, default: []].append(SetWord(scalars: scalars, place: place))
    }
  }
  return table.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
}
