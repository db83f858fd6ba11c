import BulletinCore
import BulletinReader

extension Doubt {
  /// What is doubted, for people.
  func reason(_ language: Language) -> String { text(language) }

  /// What is doubted, for scripts.
  var name: String {
    switch kind {
    case .entryWithoutArticle: "entry-without-article"
    case .articleWithoutEntry: "article-without-entry"
    case .numberGap: "number-gap"
    case .numberRepeat: "number-repeat"
    case .joinedParagraph: "joined-paragraph"
    case .partedParagraph: "parted-paragraph"
    case .damagedText: "damaged-text"
    }
  }

  private var text: Text {
    switch kind {
    case .entryWithoutArticle(let title):
      Text(zh: "目录有此条，正文中没有找到：\(title)", en: "in the contents, not found in the text: \(title)")
    case .articleWithoutEntry(let title):
      Text(zh: "正文有此文，目录中没有：\(title)", en: "in the text, not in the contents: \(title)")
    case .numberGap(let label, let expected, let found):
      Text(
        zh: "编号不连续：\(label)，应为 \(expected)，却是 \(found)",
        en: "numbers do not run on: \(label), \(expected) expected, \(found) found")
    case .numberRepeat(let label):
      Text(zh: "编号重复：\(label)", en: "the number comes twice: \(label)")
    case .joinedParagraph:
      Text(
        zh: "已接到上一段之后，但也可能自成一段", en: "joined to the paragraph before, may be one of its own")
    case .partedParagraph:
      Text(zh: "自成一段，但也可能接续上一段", en: "taken for a paragraph, may go on with the one before")
    case .damagedText(let count):
      Text(
        zh: "全文有 \(count) 处字节损坏，显示为 �；请核对编码（--encoding）",
        en: "\(count) damaged places in the file, shown as �; check the encoding (--encoding)")
    }
  }
}
