internal import BulletinCore

/// What a line of the contents pane says.
struct OutlineText: Equatable, Sendable {
  /// The number or label: `3`, `第三条`.
  var label = ""
  /// What it is called, or for a clause how it begins.
  var title = ""
  /// Whether the title is only how the text begins.
  var isExcerpt = false

  /// The longest title, in scalars.
  private static let longest = 60

  /// The words for a node.
  init(_ node: OutlineNode, in bulletin: Bulletin, _ language: Language) {
    switch node {
    case .front: title = Text(zh: "刊头 · 要目", en: "Masthead · contents")(language)
    case .back: title = Text(zh: "刊尾 · 主办", en: "Back matter · publisher")(language)
    case .column(let article): title = bulletin.articles[article].column ?? ""
    case .article(let article):
      label = bulletin.articles.count > 1 ? "\(article + 1)" : ""
      title = String(bulletin.articles[article].title.unicodeScalars.prefix(200))
    case .section(let index):
      let section = bulletin.sections[index]
      label = bulletin.label(of: section)
      if bulletin.source.lines[section.line].bytes.count > OutlineText.longestLine {
        title = OutlineText.beginning(of: section, label: label, in: bulletin)
        isExcerpt = true
      } else if section.role == .clause {
        let text = Array(clauseText(section, in: bulletin))
        title = OutlineText.bracketed(text) ?? OutlineText.text(text)
        isExcerpt = true
      } else {
        title = OutlineText.text(Array(bulletin.title(of: section).unicodeScalars))
      }
    }
  }

  /// A line longer than this is not read whole for the contents, in bytes.
  private static let longestLine = 8_192

  /// How an overlong line begins, taken from its bytes.
  private static func beginning(
    of section: Section, label: String, in bulletin: Bulletin
  ) -> String {
    let bytes = bulletin.source.lines[section.line].bytes.prefix(600)
    let decoded = String(decoding: bulletin.source.bytes[bytes], as: UTF8.self)
    let words = decoded.unicodeScalars.filter { $0 != "#" && $0 != "*" && $0 != " " }
    let start = label.unicodeScalars.count
    return text(Array(words.dropFirst(start)))
  }

  /// 【…】 at the head of a clause names it.
  private static func bracketed(_ text: [Unicode.Scalar]) -> String? {
    guard text.first == "【", let end = text.firstIndex(of: "】") else { return nil }
    return self.text(Array(text[1..<end]))
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(longest))
    return String(view)
  }
}

private func clauseText(_ section: Section, in bulletin: Bulletin) -> ArraySlice<Unicode.Scalar> {
  let text = bulletin.text(of: bulletin.unit(holding: section.line))
  return text.scalars.dropFirst(text.labelCount).prefix(200)
}
