import BulletinCore

/// Writes a bulletin's outline for people: line numbers in a column, then the tree, indented.
///
/// ```
///  28  1  数据要素流通管理办法  国策要论 · 第3页
///  32     第一章 总则
///  34       第一条 为规范数据要素流通……
/// ```
struct OutlineTree {
  let bulletin: Bulletin
  /// The depth down to which sections are listed.
  let depth: Int

  /// The longest piece of a clause that shows, in characters.
  private static let excerpt = 40

  /// Writes the tree.
  func write(to output: inout Output) throws(Failure) {
    let numberWidth = String(bulletin.source.lines.last?.number ?? 0).utf8.count
    let ordinalWidth = String(bulletin.articles.count).utf8.count
    if let masthead = bulletin.masthead { try write(masthead, to: &output) }
    for (index, article) in bulletin.articles.enumerated() {
      try write(number: bulletin.lineNumber(article.titleLine), numberWidth, to: &output)
      try write(number: index + 1, ordinalWidth, to: &output)
      try output.write(scalars: article.title.unicodeScalars)
      let place = [article.column, article.page.map { "第\($0)页" }].compactMap { $0 }
      if !place.isEmpty {
        try output.write(scalars: ("  " + place.joined(separator: " · ")).unicodeScalars)
      }
      try output.endLine()
      for section in bulletin.sections[article.sections] where section.depth <= depth {
        try write(number: bulletin.lineNumber(section.line), numberWidth, to: &output)
        try output.write(
          String(repeating: " ", count: ordinalWidth + 2 * max(1, section.depth)))
        try write(section, to: &output)
        try output.endLine()
      }
    }
  }

  private func write(_ masthead: Masthead, to output: inout Output) throws(Failure) {
    let parts = [
      masthead.title, masthead.issue.map { "第\($0)期" }, masthead.totalIssue.map { "总第\($0)期" },
      masthead.date,
    ].compactMap { $0 }
    guard !parts.isEmpty else { return }
    try output.write(scalars: parts.joined(separator: " ").unicodeScalars)
    try output.endLine()
  }

  /// A section's label and the beginning of its heading or text.
  private func write(_ section: Section, to output: inout Output) throws(Failure) {
    let text = bulletin.text(of: bulletin.unit(holding: section.line))
    let limit = text.labelCount + Self.excerpt
    try output.write(scalars: text.scalars.prefix(limit))
    if text.scalars.count > limit { try output.write("…") }
  }

  /// A number, right-aligned, with two blanks behind it.
  private func write(number: Int, _ width: Int, to output: inout Output) throws(Failure) {
    try output.write(String(repeating: " ", count: width - String(number).utf8.count))
    output.write(number)
    try output.write("  ")
  }
}
