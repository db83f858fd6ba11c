public import BulletinCore

/// How a place of a document is cited, in Chinese as the document itself:
/// `《大数据发展动态》2023年第47期（总第158期），〈数据要素流通管理办法〉第五条，第12页`.
///
/// What is not known is left out.
public struct Citation: Equatable, Sendable {
  /// The issue of a periodical, such as `《大数据发展动态》2023年第47期（总第158期）`.
  private let issue: String?
  /// The title of a document that may stand by itself, where its file is not there to tell.
  private let title: String?

  /// Cites a file that is there.
  public init(_ bulletin: Bulletin) {
    let masthead = bulletin.masthead
    issue = masthead?.title.map { name in
      Self.issue(
        name, year: masthead?.date.map { String($0.prefix(4)) },
        number: masthead?.issue.map(String.init), total: masthead?.totalIssue.map(String.init))
    }
    title = nil
  }

  /// Cites a document whose file is not there.
  /// - Parameter title: as the journal keeps it: `大数据发展动态 第47期 总第158期`.
  public init(title: String?) {
    var words = title?.split(separator: " ") ?? []
    let total = Self.takeNumber(from: &words, behind: "总第")
    let number = Self.takeNumber(from: &words, behind: "第")
    let name = words.joined(separator: " ")
    let isPeriodical = number != nil || total != nil
    issue = isPeriodical ? Self.issue(name, year: nil, number: number, total: total) : nil
    self.title = name.isEmpty ? nil : name
  }

  /// The number of the last word `第47期`, which is taken off.
  private static func takeNumber(
    from words: inout [Substring], behind mark: String
  ) -> String? {
    guard words.count > 1, let last = words.last, last.hasPrefix(mark), last.hasSuffix("期") else {
      return nil
    }
    words.removeLast()
    return String(last.dropFirst(mark.count).dropLast())
  }

  private static func issue(
    _ name: String, year: String?, number: String?, total: String?
  ) -> String {
    var words = "《\(name)》"
    if let year, !year.isEmpty { words += "\(year)年" }
    if let number { words += "第\(number)期" }
    if let total { words += "（总第\(total)期）" }
    return words
  }

  /// The citation of a place; empty where nothing is known about it. What stands further back in an
  /// article than on its first page is cited as from there on: `第12页起`.
  public func text(of facts: PlaceFacts) -> String {
    var parts: [String] = []
    if let issue {
      parts.append(issue)
    } else if let title, title != facts.articleTitle {
      parts.append("《\(title)》")
    }
    if let article = facts.articleTitle {
      let label = facts.label.map(Self.unmarked) ?? ""
      // A document that stands by itself is no part of a periodical.
      parts.append(parts.isEmpty ? "《\(article)》\(label)" : "〈\(article)〉\(label)")
    }
    if let page = facts.page { parts.append("第\(page)页" + (facts.isOnLaterPage ? "起" : "")) }
    return parts.joined(separator: "，")
  }

  /// A label without the mark that parts it from its heading: `一、`, `2.`.
  private static func unmarked(_ label: String) -> String {
    var label = Substring(label)
    while let last = label.last, "、.．".contains(last) { label.removeLast() }
    return String(label)
  }
}
