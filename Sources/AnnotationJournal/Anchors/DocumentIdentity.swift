public import BulletinCore

/// What makes two files the same issue whatever their names: `大数据发展动态 总第158期`.
public struct DocumentIdentity: Hashable, Sendable {
  /// The periodical's name, normalised.
  public let title: String
  /// The number in 总第158期.
  public let totalIssue: Int

  /// The identity of a bulletin; nil where the masthead lacks its title or 总第N期.
  public init?(_ bulletin: Bulletin) {
    guard let masthead = bulletin.masthead, let title = masthead.title,
      let totalIssue = masthead.totalIssue
    else { return nil }
    self.init(title: title, totalIssue: totalIssue)
  }

  /// Makes an identity; nil where the title has nothing to read.
  public init?(title: String, totalIssue: Int) {
    var view = String.UnicodeScalarView()
    for scalar in normalizedScalars(of: title) {
      if let scalar = Unicode.Scalar(scalar) { view.append(scalar) }
    }
    guard !view.isEmpty else { return nil }
    self.title = String(view)
    self.totalIssue = totalIssue
  }

  /// Reads an identity back from a record; nil where the text is none.
  public init?(text: String) {
    guard text.hasSuffix("期"), let mark = text.range(of: " 总第", from: text.endIndex),
      let number = Int(text[mark.upperBound...].dropLast()), number >= 0
    else { return nil }
    self.init(title: String(text[..<mark.lowerBound]), totalIssue: number)
  }

  /// How records write it: `大数据发展动态 总第158期`.
  public var text: String { "\(title) 总第\(totalIssue)期" }
}

extension String {
  /// The last place of a word before an index, without Foundation.
  fileprivate func range(of word: String, from end: Index) -> Range<Index>? {
    var start = end
    while start > startIndex {
      start = index(before: start)
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
    }
    return nil
  }
}
