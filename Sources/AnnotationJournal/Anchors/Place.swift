/// A place as a user writes it: `120`, `3/`, `3/5`, `3/5#2`, `3/5.1`, `120:5`, `120:5-121:3`.
/// Lines, columns and articles count from 1, columns in Unicode scalars.
public enum Place: Equatable, Sendable {
  /// `120`: the text unit that holds the line.
  case line(Int)
  /// `120:5`: the sentence there.
  case sentence(line: Int, column: Int)
  /// `120:5-121:3`: a range; the end is one past the last scalar.
  case range(line: Int, column: Int, endLine: Int, endColumn: Int)
  /// `3/`: an article's title.
  case title(article: Int)
  /// `3/5.1#2`: a whole clause; `minor` is 1 for 第五条之一, `copy` 2 for the second 第五条.
  case clause(article: Int, number: Int, minor: Int, copy: Int)

  /// Reads a place as it is written.
  ///
  /// - Throws: `PlaceError.malformed`.
  public init(_ text: String) throws(PlaceError) {
    guard let place = Place.read(text) else { throw .malformed(text) }
    self = place
  }

  private static func read(_ text: String) -> Place? {
    if let slash = text.firstIndex(of: "/") {
      guard let article = count(text[..<slash]) else { return nil }
      return inArticle(article, text[text.index(after: slash)...])
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let start = position(ends[0]) else { return nil }
    if ends.count == 1 {
      return start.column.map { .sentence(line: start.line, column: $0) } ?? .line(start.line)
    }
    guard ends.count == 2, let column = start.column, let end = position(ends[1]),
      let endColumn = end.column, (start.line, column) < (end.line, endColumn)
    else { return nil }
    return .range(line: start.line, column: column, endLine: end.line, endColumn: endColumn)
  }

  private static func inArticle(_ article: Int, _ text: Substring) -> Place? {
    if text.isEmpty { return .title(article: article) }
    let copies = text.split(separator: "#", omittingEmptySubsequences: false)
    let numbers = copies[0].split(separator: ".", omittingEmptySubsequences: false)
    guard copies.count <= 2, numbers.count <= 2, let number = count(numbers[0]) else { return nil }
    let copy = copies.count == 2 ? count(copies[1]) : 1
    let minor = numbers.count == 2 ? count(numbers[1]) : 0
    guard let copy, let minor else { return nil }
    return .clause(article: article, number: number, minor: minor, copy: copy)
  }

  private static func position(_ text: Substring) -> (line: Int, column: Int?)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let line = count(parts[0]) else { return nil }
    guard parts.count == 2 else { return (line, nil) }
    return count(parts[1]).map { (line, $0) }
  }

  /// A number from 1 in ASCII digits.
  private static func count(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number > 0
    else { return nil }
    return number
  }
}

/// Why a place leads nowhere. The wording for people is the program's.
public enum PlaceError: Error, Equatable, Sendable {
  /// No place at all.
  case malformed(String)
  /// The line, counted from 1, is blank, a comment or beyond the end.
  case noTextUnit(line: Int)
  /// The line has no such column.
  case noColumn(line: Int, column: Int)
  /// Nothing but marks or blanks stands there.
  case empty
  /// There are fewer articles; `count` is how many.
  case noArticle(Int, count: Int)
  /// The article has no such clause, or fewer of that number.
  case noClause(article: Int, number: Int, minor: Int, copy: Int)
}
