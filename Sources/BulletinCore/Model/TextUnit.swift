/// A text unit: a line with the lines that go on with it; figures may stand between.
public struct TextUnit: Equatable, Sendable {
  /// The index of its first line.
  public let line: Int
  /// The indices of all its lines, the first included.
  public let pieces: [Int]
  /// What its first line is.
  public let reading: RoledLine
}

/// A unit's text as it is read: Markdown marks gone, cut halves joined, runs of blanks as one.
public struct UnitText: Equatable, Sendable {
  /// The text.
  public private(set) var scalars: [Unicode.Scalar] = []
  /// The byte offset in the source of each scalar; a blank that joins two halves has that of what
  /// follows it.
  public private(set) var offsets: [UInt32] = []
  /// How many scalars at the head are the label with its blank; 0 without a label.
  public private(set) var labelCount = 0

  /// The text as a string.
  public var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Bulletin {
  /// The unit that a line belongs to, its first line or one that goes on with it.
  public func unit(holding line: Int) -> TextUnit {
    var first = line
    while first > 0, roles[first].role == .continuation || isBetween(first, line) { first -= 1 }
    return unit(startingAt: first)
  }

  /// Whether a figure's line stands between a continuation behind it and the unit it goes on with.
  private func isBetween(_ line: Int, _ from: Int) -> Bool {
    line != from && roles[line].role.standsBetween
  }

  /// The next unit behind a line that is none of its continuations; comments are no units.
  public func unit(after line: Int) -> TextUnit? {
    var next = line + 1
    while next < roles.count {
      if roles[next].role != .continuation, roles[next].role != .comment {
        return unit(startingAt: next)
      }
      next += 1
    }
    return nil
  }

  /// The unit before the one that begins on a line.
  public func unit(before line: Int) -> TextUnit? {
    var next = min(line, roles.count) - 1
    while next >= 0 {
      if roles[next].role != .continuation, roles[next].role != .comment {
        return unit(startingAt: next)
      }
      next -= 1
    }
    return nil
  }

  private func unit(startingAt first: Int) -> TextUnit {
    var pieces = [first]
    guard !roles[first].role.standsBetween else {
      return TextUnit(line: first, pieces: pieces, reading: roles[first])
    }
    var next = first + 1
    while next < roles.count {
      if roles[next].role == .continuation {
        pieces.append(next)
      } else if !roles[next].role.standsBetween {
        break
      }
      next += 1
    }
    return TextUnit(line: first, pieces: pieces, reading: roles[first])
  }

  /// A unit's text, made new at each call.
  public func text(of unit: TextUnit) -> UnitText {
    let bytes = source.bytes.span
    var text = UnitText()
    for piece in unit.pieces {
      let marks = MarkdownMarks(bytes, source.lines[piece].bytes)
      if piece == unit.line, hasLabel(unit.reading.role, unit.reading) {
        let end = readLabel(bytes, in: marks.start..<marks.end)?.body ?? marks.start
        text.append(bytes, marks.start..<end, isContinuation: false)
        text.endLabel()
        text.append(bytes, end..<marks.end, isContinuation: false)
      } else {
        text.append(bytes, marks.start..<marks.end, isContinuation: piece != unit.line)
      }
    }
    return text
  }

  private func hasLabel(_ role: LineRole, _ reading: RoledLine) -> Bool {
    role.isNode && role != .title && reading.number >= 0
  }

  /// A section's label as printed, blanks gone: 第五条, 一、, 第六条之一; empty where it has none.
  public func label(of section: Section) -> String {
    let bytes = source.bytes.span
    let marks = MarkdownMarks(bytes, source.lines[section.line].bytes)
    guard section.number != nil, let label = readLabel(bytes, in: marks.start..<marks.end) else {
      return ""
    }
    return labelText(bytes, marks.start..<label.body)
  }

  /// The label in the byte range without blanks and marks.
  func labelText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, width) = bytes.scalar(at: index)
      index += width
      if !value.isBlank, value != 0x2A, let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  /// What a section is called: its heading without the label; for a clause the name in brackets
  /// behind the label (第五条【部门职责】), empty where it has none.
  public func title(of section: Section) -> String {
    let text = text(of: unit(startingAt: section.line))
    var name = text.scalars[text.labelCount...]
    if section.role == .clause {
      guard name.first == "【", let end = name.firstIndex(of: "】") else { return "" }
      name = name[name.startIndex + 1..<end]
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: name)
    return String(view)
  }
}

extension LineRole {
  /// Lines that may stand between the halves of a unit.
  var standsBetween: Bool {
    switch self {
    case .caption, .qrCode, .link, .comment: true
    default: false
    }
  }
}

extension UnitText {
  fileprivate mutating func endLabel() { labelCount = scalars.count }

  /// Appends the text of a byte range: pairs of `**` gone, runs of blanks as one.
  fileprivate mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, isContinuation: Bool)
  {
    var index = range.lowerBound
    var isFirst = true
    while index < range.upperBound {
      let (value, width) = bytes.scalar(at: index)
      let offset = index
      index += width
      if value == 0x2A, bytes.has("*", at: index, before: range.upperBound) {
        index += 1
        continue
      }
      guard let scalar = Unicode.Scalar(value) else { continue }
      if isFirst, isContinuation, let last = scalars.last, needsBlank(last.value, value) {
        add(" ", offset)
      }
      isFirst = false
      if value.isSpace {
        if scalars.last != " " { add(" ", offset) }
      } else {
        add(scalar, offset)
      }
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ offset: Int) {
    scalars.append(scalar)
    offsets.append(UInt32(offset))
  }
}

extension UInt32 {
  /// White space that takes room; invisible characters stay, to be shown as signs.
  fileprivate var isSpace: Bool {
    switch self {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
