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

  /// The longest stretch, in words, that is compared word by word.
  private static let longest = 600
  /// Words that stay the same between two changes and are drawn in.
  private static let island = 1

  /// Compares two texts; blanks and line feeds do not count.
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
      changes = [Change(old: oldRest.joined(), new: newRest.joined())]
      return
    }
    collect(Array(oldRest), Array(newRest))
  }

  /// The changes between two lists of words by their longest common subsequence.
  private mutating func collect(_ old: [String], _ new: [String]) {
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
    var (i, j, kept) = (0, 0, [String]())
    var isOpen = false
    func isGone(_ i: Int, _ j: Int) -> Bool {
      j == new.count || i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
    }
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        kept.append(old[i])
        (i, j) = (i + 1, j + 1)
        continue
      }
      if !isOpen || kept.count > Self.island {
        changes.append(Change(old: "", new: ""))
      } else {
        changes[changes.count - 1].old += kept.joined()
        changes[changes.count - 1].new += kept.joined()
      }
      (isOpen, kept) = (true, [])
      if isGone(i, j) {
        changes[changes.count - 1].old += old[i]
        i += 1
      } else {
        changes[changes.count - 1].new += new[j]
        j += 1
      }
    }
  }

  /// Parts a text into words.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var kind = Kind.other
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
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
    return words
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
