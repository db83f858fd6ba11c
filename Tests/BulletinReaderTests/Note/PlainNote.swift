@testable import BulletinReader

/// What a note editor must do, on a plain array and over the whole text each time.
struct PlainNote {
  private(set) var scalars: [Unicode.Scalar] {
    didSet { boundaries = Self.boundaries(of: scalars) }
  }
  private(set) var caret: Int
  private(set) var kill: [Unicode.Scalar] = []
  private var hasJustCut = false
  /// All offsets between characters.
  private var boundaries: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    caret = scalars.count
    boundaries = Self.boundaries(of: scalars)
  }

  private static func boundaries(of scalars: [Unicode.Scalar]) -> [Int] {
    String(scalars: scalars).reduce(into: [0]) {
      $0.append(($0.last ?? 0) + $1.unicodeScalars.count)
    }
  }

  private func kind(_ index: Int) -> WordKind {
    scalars[index] == "\n" ? .blank : WordKind(scalars[index])
  }

  private var wordStart: Int {
    var places = boundaries.filter { $0 < caret }
    while let last = places.last, places.count > 1, kind(last) == .blank { places.removeLast() }
    guard var start = places.last else { return caret }
    while let last = places.popLast(), kind(last) == kind(start) { start = last }
    return start
  }

  private var wordEnd: Int {
    var places = boundaries.filter { $0 >= caret && $0 < scalars.count }[...]
    while let first = places.first, kind(first) == .blank { places.removeFirst() }
    guard let start = places.first else { return scalars.count }
    return places.first { kind($0) != kind(start) } ?? scalars.count
  }

  private mutating func settle() { caret = boundaries.first { $0 >= caret } ?? scalars.count }

  mutating func insert(_ text: [Unicode.Scalar]) {
    settle()
    put(text)
  }

  private mutating func put(_ text: [Unicode.Scalar]) {
    scalars.insert(contentsOf: text, at: caret)
    caret += text.count
    hasJustCut = false
  }

  private mutating func take(_ range: Range<Int>) {
    scalars.removeSubrange(range)
    caret = range.lowerBound
    hasJustCut = false
  }

  private mutating func cut(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let cut = Array(scalars[range])
    kill = hasJustCut ? (range.lowerBound < caret ? cut + kill : kill + cut) : cut
    take(range)
    hasJustCut = true
  }

  mutating func edit(_ command: Command) {
    if !hasJustCut { settle() }
    let lineStart = (scalars[..<caret].lastIndex(of: "\n") ?? -1) + 1
    let lineEnd = scalars[caret...].firstIndex(of: "\n") ?? scalars.count
    let before = boundaries.last { $0 < caret } ?? 0
    let after = boundaries.first { $0 > caret } ?? scalars.count
    switch command {
    case .deleteBefore: return take(before..<caret)
    case .deleteAfter: return take(caret..<after)
    case .deleteWord:
      return cut((caret == lineStart ? max(0, caret - 1) : max(lineStart, wordStart))..<caret)
    case .killToStart: return cut(lineStart..<caret)
    case .killToEnd:
      return cut(caret..<(caret == lineEnd ? min(scalars.count, caret + 1) : lineEnd))
    case .yank: return put(kill)
    case .caretLeft: caret = before
    case .caretRight: caret = after
    case .caretWordLeft: caret = wordStart
    case .caretWordRight: caret = wordEnd
    case .caretStart: caret = lineStart
    case .caretEnd: caret = lineEnd
    default: break
    }
    hasJustCut = false
  }
}
