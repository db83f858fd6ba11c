internal import BulletinCore

/// Finding places in a bulletin without walking through it.
extension Bulletin {
  /// The article that a line belongs to.
  func article(holding line: Int) -> Article? {
    articleIndex(holding: line).map { articles[$0] }
  }

  /// The index of the article that a line belongs to.
  func articleIndex(holding line: Int) -> Int? {
    let index = articles.lastIndex(in: articles.indices) { $0.lines.lowerBound <= line }
    guard let index, articles[index].lines.contains(line) else { return nil }
    return index
  }

  /// The first line of the unit before the one that begins on a line.
  func lineOfUnit(before line: Int) -> Int? {
    var index = min(line, roles.count) - 1
    while index >= 0 {
      if roles[index].role != .continuation, roles[index].role != .comment { return index }
      index -= 1
    }
    return nil
  }

  /// The index of the last line that begins at or before a byte offset.
  func lineIndex(atByte byte: Int) -> Int? {
    source.lines.lastIndex(in: source.lines.indices) { Int($0.start) <= byte }
  }

  /// The index of the line of a number in the file, or of the nearest one before it with text.
  func lineIndex(ofNumber number: Int) -> Int? {
    guard !source.lines.isEmpty else { return nil }
    return source.lines.lastIndex(in: source.lines.indices) { Int($0.number) <= number } ?? 0
  }

  /// The first line of the unit that holds a line; the nearest one where a comment stands there.
  func lineOfUnit(holding line: Int) -> Int? {
    guard roles.indices.contains(line) else { return nil }
    let unit = unit(holding: line)
    guard unit.reading.role == .comment else { return unit.line }
    return self.unit(after: unit.line)?.line ?? lineOfUnit(before: unit.line)
  }
}

extension Array {
  /// The last index in a range whose element meets a condition that holds for all before it too.
  func lastIndex(in range: Range<Int>, where holds: (Element) -> Bool) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > range.lowerBound ? low - 1 : nil
  }
}
