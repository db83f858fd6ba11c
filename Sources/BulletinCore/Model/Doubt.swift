/// A place where the reading of a bulletin is not sure of itself, or the bulletin not of itself.
public struct Doubt: Equatable, Sendable {
  /// What is doubtful, with the facts; the wording for people is the program's.
  public enum Kind: Equatable, Sendable {
    /// The contents name an article that the text has not.
    case entryWithoutArticle(title: String)
    /// The text has an article that the contents do not name.
    case articleWithoutEntry(title: String)
    /// A label's number does not follow the one before it: `expected`, or 1, should stand here.
    case numberGap(label: String, expected: Int, found: Int)
    /// A label's number stands twice in a row.
    case numberRepeat(label: String)
    /// A line was joined to an unfinished paragraph that may be one of its own.
    case joinedParagraph
    /// A line behind an unfinished paragraph was not joined to it.
    case partedParagraph
    /// Bytes that could not be decoded are shown as U+FFFD, so many in the whole file.
    case damagedText(count: Int)
  }

  /// The line, from 1.
  public let line: Int
  /// What is doubtful there.
  public let kind: Kind
}

extension Bulletin {
  /// What the reading doubts, by line.
  public func doubts() -> [Doubt] {
    var doubts = contentsDoubts() + numberDoubts() + joinDoubts()
    if source.damage > 0 { doubts.append(damageDoubt()) }
    return doubts.sorted { $0.line < $1.line }
  }

  private func doubt(_ line: Int, _ kind: Doubt.Kind) -> Doubt {
    Doubt(line: Int(source.lines[line].number), kind: kind)
  }

  private func contentsDoubts() -> [Doubt] {
    guard kind == .bulletin else { return [] }
    let named = Set(contents.compactMap(\.article))
    let missing = contents.filter { $0.article == nil }.map {
      doubt($0.line, .entryWithoutArticle(title: $0.title))
    }
    let extra = articles.indices.filter { !named.contains($0) }.map {
      doubt(articles[$0].titleLine, .articleWithoutEntry(title: articles[$0].title))
    }
    return missing + extra
  }

  /// Each kind of label is a run that goes up by one, begins anew at 1, and may run on across
  /// parents.
  private func numberDoubts() -> [Doubt] {
    var doubts: [Doubt] = []
    let bytes = source.bytes.span
    for article in articles {
      var last: [LabelKind: (number: Int32, minor: UInt16)] = [:]
      for line in article.lines where roles[line].role.isNode && roles[line].number >= 0 {
        let marks = MarkdownMarks(bytes, source.lines[line].bytes)
        guard let label = readLabel(bytes, in: marks.start..<marks.end) else { continue }
        let before = last.updateValue((label.number, label.minor), forKey: label.kind)
        let printed = labelText(bytes, marks.start..<label.body)
        guard label.number != 1 || label.minor > 0 || before?.number == 1 && label.kind == .clause
        else { continue }
        let expected = (before?.number ?? 0) + 1
        if label.number == expected || label.minor > 0 && label.number == before?.number {
          continue
        }
        let isRepeat = label.number == before?.number
        doubts.append(
          doubt(
            line,
            isRepeat
              ? .numberRepeat(label: printed)
              : .numberGap(label: printed, expected: Int(expected), found: Int(label.number))))
      }
    }
    return doubts
  }

  private func joinDoubts() -> [Doubt] {
    doubtfulJoins.map {
      doubt($0, roles[$0].role == .continuation ? .joinedParagraph : .partedParagraph)
    }
  }

  private func damageDoubt() -> Doubt {
    let bytes = source.bytes.span
    let line = source.lines.first { bytes.find("\u{FFFD}", in: $0.bytes) != nil }
    return Doubt(line: Int(line?.number ?? 1), kind: .damagedText(count: source.damage))
  }
}
