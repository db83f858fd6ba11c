internal import AnnotationJournal
internal import BulletinCore

/// Copying with a citation.
extension ReaderState {
  /// Copies the selection, else the annotated or the whole unit, and where it stands.
  mutating func copy() -> [Effect] {
    guard let bytes = copiedBytes(), let start = text?.position(ofByte: bytes.lowerBound) else {
      say(Text(zh: "这里没有可复制的文字", en: "there is nothing to copy here"))
      return [.bell]
    }
    let words = words(in: bytes, from: start.line)
    if case .visual = mode { mode = .normal }
    return [.copy(words + "\n——" + citation(of: start.line) + "\n")]
  }

  private mutating func copiedBytes() -> Range<Int>? {
    if panes.focus == .annotations {
      return annotationsPane.current.flatMap { annotations.annotation($0)?.bytes }
    }
    return selectedBytes() ?? unitBytes()
  }

  /// The text of a range as it is read, its units parted by line feeds.
  private func words(in bytes: Range<Int>, from line: Int) -> String {
    var units: [String] = []
    var unit: TextUnit? = bulletin.unit(holding: line)
    while let present = unit, Int(bulletin.source.lines[present.line].start) < bytes.upperBound {
      let text = bulletin.text(of: present)
      let scalars = zip(text.scalars, text.offsets).lazy.filter { bytes.contains(Int($1)) }.map(\.0)
      let words = String(scalars: scalars)
      if !words.isEmpty { units.append(words) }
      unit = bulletin.unit(after: present.line)
    }
    return units.joined(separator: "\n")
  }

  /// `《大数据发展动态》2023年第47期（总第158期），〈数据要素流通管理办法〉第五条，第12页`; what is
  /// not known is left out.
  func citation(of line: Int) -> String {
    var parts: [String] = []
    if let masthead = bulletin.masthead, let title = masthead.title {
      var issue = "《\(title)》"
      if let year = masthead.date?.prefix(4), !year.isEmpty { issue += "\(year)年" }
      if let number = masthead.issue { issue += "第\(number)期" }
      if let total = masthead.totalIssue { issue += "（总第\(total)期）" }
      parts.append(issue)
    }
    if let article = bulletin.article(holding: line) {
      let clause = label(ofClauseHolding: line) ?? ""
      // A document that stands by itself is no part of a periodical.
      parts.append(parts.isEmpty ? "《\(article.title)》\(clause)" : "〈\(article.title)〉\(clause)")
      if let page = article.page { parts.append("第\(page)页") }
    }
    return parts.isEmpty ? setup.name : parts.joined(separator: "，")
  }
}
