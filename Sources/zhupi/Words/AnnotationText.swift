import AnnotationJournal
import BulletinReader

extension UsageFault {
  /// The place on the command line and what is wrong with it, of the commands of annotations.
  var annotationWords: (place: String, text: Text) {
    switch self {
    case .notText(let option):
      (option.name, Text(zh: "不是有效的 UTF-8；请改正", en: "is no valid UTF-8; write it as UTF-8"))
    case .badDate(let option, let error): (option.name, error.advice)
    case .badTag(let place, let name):
      (
        place,
        Text(
          zh: "“\(name)”不能作标签；标签不能为空，也不能有空格和控制字符",
          en: "“\(name)” is no tag; a tag is not empty and has no blanks or control characters")
      )
    case .badName(let option, let refusal): (option.name, refusal.advice)
    case .badClock(let text):
      (
        "ZHUPI_NOW",
        Text(
          zh: "\(text) 不是时刻；写作 2026-11-20T08:00:00Z",
          en: "\(text) is no moment; write 2026-11-20T08:00:00Z")
      )
    case .conflict(let one, let other):
      (
        one.name,
        Text(
          zh: "与 \(other.name) 矛盾；请去掉一个", en: "contradicts \(other.name); leave out one of them")
      )
    case .needs(let one, let other):
      (
        one.name,
        Text(zh: "要与 \(other.name) 一起用", en: "goes with \(other.name); add that or leave it out")
      )
    case .missingOneOf(let options, let command):
      (
        command,
        Text(
          zh: "请写 \(options.map(\.name).joined(separator: "、")) 中的一个；见 zhupi help \(command)",
          en:
            "needs one of \(options.map(\.name).joined(separator: ", ")); see zhupi help \(command)"
        )
      )
    case .unknownPart(let name, let command, let parts):
      (
        name,
        Text(
          zh: "\(command) 没有这一项；可用 \(parts.joined(separator: "、"))",
          en: "no part of \(command); it takes \(parts.joined(separator: ", "))")
      )
    default: ("", Text(zh: "", en: ""))
    }
  }
}

extension TagWords.Refusal {
  /// Why a name cannot be taken, and what to do.
  fileprivate var advice: Text {
    Text(zh: reason.zh + "；请去掉", en: reason.en + "; leave it out")
  }
}

extension DueDateError {
  /// Why a date cannot be taken, and what to do.
  fileprivate var advice: Text {
    guard case .impossible = self else { return reason }
    return Text(zh: reason.zh + "；请换一天", en: reason.en + "; choose another")
  }
}

extension Failure {
  /// The place and what is wrong, of the commands of annotations.
  var annotationText: (place: String, text: Text)? {
    switch self {
    case .noQuote(let file, let quote):
      (
        file.text,
        Text(
          zh: "没有“\(quote)”；用 zhupi text 查看原文",
          en: "no “\(quote)” in it; zhupi text prints the text")
      )
    case .severalQuotes(let file, let quote, let lines):
      (
        file.text,
        Text(
          zh: "“\(quote)”有 \(lines.count) 处（行 \(list(lines))）；用 --nth K 指明",
          en: "“\(quote)” has \(lines.count) places (lines \(list(lines))); choose with --nth K")
      )
    case .noQuoteNumber(let file, let number, let count):
      (
        file.text,
        Text(
          zh: "没有第 \(number) 处，共 \(count) 处；请改 --nth",
          en: "no place \(number) of \(count); give another --nth")
      )
    case .noJournal:
      (
        "HOME",
        Text(
          zh: "没有设置，不知道批注放在哪里；请设置 HOME",
          en: "is not set, so there is no place for annotations; set HOME")
      )
    case .unknownAnnotation(let id):
      (
        id,
        Text(
          zh: "没有这条批注；用 zhupi annotations 查看，或用 --journal 指明",
          en: "no such annotation; zhupi annotations lists them, --journal names another journal")
      )
    case .ambiguousAnnotation(let prefix, let ids):
      (
        prefix,
        Text(
          zh: "有 \(ids.count) 条批注以此开头，如 \(ids.prefix(3).joined(separator: "、"))；请多写几位",
          en:
            "\(ids.count) ids begin so, such as \(ids.prefix(3).joined(separator: ", ")); write more"
        )
      )
    case .unknownTag(let name, let nearest):
      (name, Text(zh: "没有批注用这个标签", en: "no annotation has this tag").asking(nearest))
    case .tagIsTaken(let old, let new):
      (
        new,
        Text(
          zh: "已有这个标签；合并用 zhupi tags merge \(old) \(new)",
          en: "is a tag already; zhupi tags merge \(old) \(new) merges them")
      )
    default: nil
    }
  }

  /// The first few of some numbers.
  private func list(_ numbers: [Int]) -> String {
    numbers.prefix(5).map(String.init).joined(separator: ", ") + (numbers.count > 5 ? ", …" : "")
  }
}

extension Text {
  /// The text with the tag that was probably meant, or the way to the list of tags.
  fileprivate func asking(_ nearest: String?) -> Text {
    guard let nearest else {
      return Text(zh: zh + "；见 zhupi tags", en: en + "; see zhupi tags")
    }
    return Text(zh: zh + "；是不是 \(nearest)？", en: en + "; did you mean \(nearest)?")
  }
}

extension PlaceError {
  /// Why a place leads nowhere, and where to look.
  var text: Text {
    switch self {
    case .malformed(let place):
      Text(
        zh: "\(place) 不是位置；写作 120、3/5、3/5#2、3/5.1、3/、120:5 或 120:5-121:3",
        en: "\(place) is no place; write 120, 3/5, 3/5#2, 3/5.1, 3/, 120:5 or 120:5-121:3")
    case .noTextUnit(let line):
      Text(
        zh: "第 \(line) 行没有正文；用 zhupi explain 查看",
        en: "no text unit at line \(line); see zhupi explain")
    case .noColumn(let line, let column):
      Text(
        zh: "第 \(line) 行没有第 \(column) 列；列按字符从 1 数起",
        en: "line \(line) has no column \(column); columns count characters from 1")
    case .empty:
      Text(zh: "这里没有文字；请换一个位置", en: "there are no words in that place; choose another")
    case .noArticle(let number, let count):
      Text(
        zh: "没有第 \(number) 篇文章，共 \(count) 篇；用 zhupi outline 查看",
        en: "no article \(number) of \(count); zhupi outline lists them")
    case .noClause(let article, let number, let minor, let copy):
      Text(
        zh: "第 \(article) 篇没有 \(Self.clause(number, minor, copy))；用 zhupi outline 查看",
        en: "no \(Self.clause(number, minor, copy)) in article \(article); zhupi outline lists them"
      )
    }
  }

  /// As it is written in a place.
  private static func clause(_ number: Int, _ minor: Int, _ copy: Int) -> String {
    "\(number)" + (minor > 0 ? ".\(minor)" : "") + (copy > 1 ? "#\(copy)" : "")
  }
}
