import BulletinCore
import BulletinReader

/// `zhupi text FILE`: the text with its paragraphs made whole, one a line, or broken at a width.
enum TextCommand {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let arguments = invocation.arguments
    let article = try arguments.number(.article, in: 1...Int(Int32.max))
    let clause = try arguments.number(.clause, in: 1...Int(Int32.max))
    let width = try arguments.number(.width, in: 4...10_000)
    let bulletin = try invocation.bulletin()
    var lines = 0..<bulletin.roles.count
    if let article {
      guard article <= bulletin.articles.count else {
        throw .noArticle(invocation.file, article, count: bulletin.articles.count)
      }
      lines = bulletin.articles[article - 1].lines
    }
    if let clause {
      guard let section = bulletin.clause(clause, in: lines) else {
        throw .noClause(invocation.file, clause)
      }
      lines = section.line..<section.end
    }
    try write(bulletin, lines, width: width, to: &output)
    return 0
  }

  /// Writes the units that begin among the lines.
  static func write(
    _ bulletin: Bulletin, _ lines: Range<Int>, width: Int? = nil, to output: inout Output
  ) throws(Failure) {
    var last = lines.lowerBound - 1
    while let unit = bulletin.unit(after: last), unit.line < lines.upperBound {
      let text = bulletin.text(of: unit)
      if let width {
        try write(text.scalars, UnitIndent(unit.reading, width: width), width, to: &output)
      } else {
        try output.write(scalars: text.scalars)
        try output.endLine()
      }
      last = unit.line
    }
  }

  /// Writes a unit in rows of the width, indented as print does.
  private static func write(
    _ scalars: [Unicode.Scalar], _ indent: UnitIndent, _ width: Int, to output: inout Output
  ) throws(Failure) {
    var breaker = LineBreaker(
      scalars, first: width - indent.first, rest: width - indent.rest)
    var cells = indent.first
    while let row = breaker.next() {
      if !row.shown.isEmpty {
        try output.write(String(repeating: " ", count: cells))
        try output.write(scalars: scalars[row.shown])
      }
      try output.endLine()
      cells = indent.rest
    }
  }
}

/// How far a unit's rows stand from the left edge, in cells.
private struct UnitIndent {
  var first = 0
  var rest = 0

  /// Paragraphs begin two characters in; items hang by depth. Narrow text has no room for that.
  init(_ reading: RoledLine, width: Int) {
    guard width >= 24 else { return }
    switch reading.role {
    case .paragraph, .editorNoteText: first = 4
    case .item:
      first = min(2 * max(1, Int(reading.depth)), width / 4)
      rest = first + 2
    default: break
    }
  }
}

extension Bulletin {
  /// The first clause of a number that begins among the lines.
  fileprivate func clause(_ number: Int, in lines: Range<Int>) -> Section? {
    sections.first { section in
      section.role == .clause && section.number == number && section.minor == 0
        && lines.contains(section.line)
    }
  }
}
