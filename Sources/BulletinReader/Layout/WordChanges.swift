/// What differs between two readings of a passage, word by word: `三十日→十五日`.
///
/// Numbers with their unit and Latin words are one word, everything else is a word by the character;
/// words between two changes that are shorter than what changed around them are drawn in.
struct WordChanges: Equatable, Sendable {
  /// One word or several that became others; either may be empty.
  struct Change: Equatable, Sendable {
    /// What stood there.
    var old: String
    /// What stands there now.
    var new: String
  }

  /// In reading order.
  private(set) var changes: [Change] = []

  /// A word; those that differ in nothing but the width of characters are equal.
  private struct Word: Equatable {
    let text: String
    let folded: String

    static func == (left: Word, right: Word) -> Bool { left.folded == right.folded }
  }

  /// The longest stretch, in words, that is compared word by word.
  private static let longest = 400
  /// Words that stay the same between two changes and are drawn in.
  private static let island = 1

  /// Compares two texts; blanks, line feeds, marks of Markdown and the width of characters do not
  /// count.
  init(from old: String, to new: String) {
    let (before, after) = (Self.words(old), Self.words(new))
    var start = 0
    while start < before.count, start < after.count, before[start] == after[start] { start += 1 }
    var (oldEnd, newEnd) = (before.count, after.count)
    while oldEnd > start, newEnd > start, before[oldEnd - 1] == after[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    let (oldRest, newRest) = (before[start..<oldEnd], after[start..<newEnd])
    guard !oldRest.isEmpty || !newRest.isEmpty else { return }
    guard oldRest.count <= Self.longest, newRest.count <= Self.longest else {
      changes = [
        Change(old: oldRest.map(\.text).joined(), new: newRest.map(\.text).joined())
      ]
      return
    }
    collect(Array(oldRest), Array(newRest))
  }

  /// The changes between two lists of words by their longest common subsequence.
  private mutating func collect(_ old: [Word], _ new: [Word]) {
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        lengths[i * width + j] =
          old[i] == new[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    // What both have since the last change.
    var kept = ""
    var keptWords = Int.max
    func isGone(_ i: Int, _ j: Int) -> Bool {
      j == new.count || i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
    }
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        if keptWords < .max { (kept, keptWords) = (kept + new[j].text, keptWords + 1) }
        (i, j) = (i + 1, j + 1)
        continue
      }
      if keptWords > Self.island {
        changes.append(Change(old: "", new: ""))
      } else {
        changes[changes.count - 1].old += kept
        changes[changes.count - 1].new += kept
      }
      (kept, keptWords) = ("", 0)
      if isGone(i, j) {
        changes[changes.count - 1].old += old[i].text
        i += 1
      } else {
        changes[changes.count - 1].new += new[j].text
        j += 1
      }
    }
  }

  /// Parts a text into words.
  private static func words(_ text: String) -> [Word] {
    var words: [String] = []
    var kind = Kind.other
    for scalar in text.unicodeScalars where !isIgnored(scalar) {
      let next = Kind(scalar)
      let joins =
        next == kind && next != .other
        || kind == .number && units.contains(scalar)
      if joins, let last = words.indices.last {
        words[last].unicodeScalars.append(scalar)
      } else {
        words.append(String(scalar))
      }
      kind = joins && next == .other ? .other : next
    }
    return words.map { Word(text: $0, folded: SearchPattern.folded($0)) }
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return scalar == "*" || scalar == "#" || properties.isWhitespace
      || properties.isDefaultIgnorableCodePoint
  }

  /// What follows a number and belongs to it.
  private static let units = Set("年月日天个元条款项件次倍家人期章篇页万亿%％".unicodeScalars)

  private enum Kind {
    case number, letter, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "0"..."9", "０"..."９", ".", "零", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
        "百", "千", "万", "亿":
        self = .number
      case "a"..."z", "A"..."Z": self = .letter
      default: self = .other
      }
    }
  }
}
