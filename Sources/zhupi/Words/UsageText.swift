import BulletinReader
import BulletinScreen

extension UsageFault {
  /// The place on the command line and what is wrong with it.
  func message(_ language: Language) -> String {
    let (place, text) = words
    return "\(place): \(text(language))"
  }

  private var words: (place: String, text: Text) {
    switch self {
    case .unknownCommand(let name, let nearest):
      (name, Text(zh: "没有这个命令或文件", en: "no such command or file").suggesting(nearest))
    case .unknownOption(let name, let nearest):
      (name, Text(zh: "没有这个选项", en: "no such option").suggesting(nearest))
    case .foreignOption(let option, let command?):
      (
        option.name,
        Text(
          zh: "\(command) 没有这个选项；见 zhupi help \(command)",
          en: "no option of \(command); see zhupi help \(command)")
      )
    case .foreignOption(let option, nil):
      (
        option.name,
        Text(zh: "打开文件时没有这个选项；见 zhupi help", en: "no option of opening a file; see zhupi help")
      )
    case .missingValue(let option):
      (
        option.name,
        Text(
          zh: "缺少值；写作 \(option.name) \(option.value ?? "")",
          en: "its value is missing; write \(option.name) \(option.value ?? "")")
      )
    case .needlessValue(let option):
      (
        option.name,
        Text(zh: "不带值；请去掉 = 之后的部分", en: "takes no value; leave out the = and what follows")
      )
    case .badNumber(let option, let value, let range):
      (
        option.name,
        Text(
          zh: "\(value) 不是 \(range.lowerBound) 到 \(range.upperBound) 的整数；请改正",
          en:
            "\(value) is no whole number from \(range.lowerBound) to \(range.upperBound); give one")
      )
    case .badChoice(let option, let value, let choices):
      (
        option.name,
        Text(
          zh: "没有 \(value) 这个值；可用 \(choices.joined(separator: "、"))",
          en: "no value \(value); it takes \(choices.joined(separator: ", "))")
      )
    case .badSize(let value):
      (
        Option.size.name,
        Text(
          zh: "\(value) 不是屏幕大小；写作 80x24，最大 1000x1000",
          en: "\(value) is no size; write 80x24, at most 1000x1000")
      )
    case .badKeys(let keys, let error):
      (
        Option.keys.name,
        Text(
          zh: "\(keys) 第 \(error.place + 1) 个字符起：\(error.advice.zh)",
          en: "\(keys), character \(error.place + 1): \(error.advice.en)")
      )
    case .missingOperand(let command):
      (
        command,
        Text(
          zh: "缺少参数；见 zhupi help \(command)",
          en: "an argument is missing; see zhupi help \(command)")
      )
    case .notText, .badDate, .badTag, .badName, .badClock, .conflict, .needs, .missingOneOf,
      .unknownPart:
      annotationWords
    case .needlessOperand(let operand, let command):
      (
        operand,
        Text(
          zh: "多余的参数；见 zhupi help \(command)",
          en: "one argument too many; see zhupi help \(command)")
      )
    case .unknownSetting(let option, let name, let names):
      (
        name,
        Text(zh: "没有这个 \(option.rawValue)", en: "no such \(option.rawValue)")
          .suggesting(NearestWord.find(name, among: names), among: names)
      )
    }
  }
}

extension Text {
  /// The text with the word that was probably meant, or the words that there are.
  fileprivate func suggesting(_ nearest: String?, among words: [String]) -> Text {
    if nearest != nil { return suggesting(nearest) }
    let list = words.prefix(20).joined(separator: " ") + (words.count > 20 ? " …" : "")
    return Text(zh: zh + "；有：\(list)", en: en + "; there are: \(list)")
  }

  /// The text with the word that was probably meant, or the way to the list of words.
  func suggesting(_ nearest: String?) -> Text {
    guard let nearest else {
      return Text(zh: zh + "；见 zhupi help", en: en + "; see zhupi help")
    }
    return Text(zh: zh + "；是不是 \(nearest)？", en: en + "; did you mean \(nearest)?")
  }
}
