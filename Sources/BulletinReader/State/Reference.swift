/// Something that a text refers to: a document by its title or number, a clause.
struct Reference: Equatable, Sendable {
  /// What is meant.
  enum Target: Equatable, Sendable {
    /// 《数据要素流通管理办法》
    case title(String)
    /// 第八条, of the document named right before it where there is one.
    case clause(ClauseLabel, of: String?)
    /// 某办函〔2026〕12号
    case documentNumber(String)
  }

  /// What is meant.
  let target: Target
  /// The scalars that name it, brackets included.
  let range: Range<Int>

  /// The longest title between brackets, in scalars.
  private static let longestTitle = 120
  /// The longest document number before its year.
  private static let longestOffice = 16

  /// The references in a text, in order.
  ///
  /// - Parameter start: The first scalar to look at, behind the unit's own label.
  static func all(in text: [Unicode.Scalar], from start: Int) -> [Reference] {
    var found: [Reference] = []
    var index = start
    while index < text.count {
      let reference: Reference? =
        switch text[index] {
        case "《": title(in: text, at: index)
        case "第": clause(in: text, at: index, behind: found.last)
        case "〔": number(in: text, around: index, from: found.last?.range.upperBound ?? start)
        default: nil
        }
      if let reference { found.append(reference) }
      index = max(index + 1, reference?.range.upperBound ?? 0)
    }
    return found
  }

  /// The same reference in a text that has so many scalars more in front.
  func shifted(by count: Int) -> Reference {
    Reference(target: target, range: range.lowerBound + count..<range.upperBound + count)
  }

  private static func title(in text: [Unicode.Scalar], at start: Int) -> Reference? {
    var depth = 0
    for index in start..<min(text.count, start + longestTitle) {
      if text[index] == "《" { depth += 1 }
      if text[index] == "》" { depth -= 1 }
      guard depth == 0 else { continue }
      guard index > start + 1 else { return nil }
      return Reference(
        target: .title(string(text[start + 1..<index])), range: start..<index + 1)
    }
    return nil
  }

  private static func clause(
    in text: [Unicode.Scalar], at start: Int, behind last: Reference?
  ) -> Reference? {
    guard let label = ClauseLabel(in: text, at: start) else { return nil }
    var document: String?
    if let last, last.range.upperBound == start, case .title(let title) = last.target {
      document = title
    }
    return Reference(target: .clause(label, of: document), range: label.range)
  }

  private static func number(
    in text: [Unicode.Scalar], around bracket: Int, from: Int
  ) -> Reference? {
    var end = bracket + 1
    while end < text.count, isDigit(text[end]) { end += 1 }
    guard end == bracket + 5, end < text.count, text[end] == "〕" else { return nil }
    let year = end
    end += 1
    while end < text.count, isDigit(text[end]) { end += 1 }
    guard end > year + 1, end < text.count, text[end] == "号" else { return nil }
    var start = bracket
    let lowest = max(from, bracket - longestOffice)
    while start > lowest, WordKind(text[start - 1]) == .other { start -= 1 }
    guard start < bracket else { return nil }
    let range = start..<end + 1
    return Reference(target: .documentNumber(string(text[range])), range: range)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
