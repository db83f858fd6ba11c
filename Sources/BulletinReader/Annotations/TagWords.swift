internal import BulletinScreen

/// The line of a tags prompt, `台账 合规`, and the tags it stands for.
///
/// Tags are parted by blanks of any width; a `#` before one is left out.
public enum TagWords {
  /// Why a line cannot be taken: it has a character that would not show.
  public struct Refusal: Error, Equatable, Sendable {
    /// The character.
    public let scalar: Unicode.Scalar

    /// Makes a refusal of a character.
    public init(scalar: Unicode.Scalar) { self.scalar = scalar }

    /// What to tell the user.
    public var reason: Text {
      let number = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
      return Text(
        zh: "不能含有看不见的字符 \(name)", en: "a character that does not show, \(name), cannot be in it")
    }
  }

  /// The tags of a line, in its order, each once.
  static func tags(in line: String) throws(Refusal) -> [String] {
    try check(line)
    return words(of: line)
  }

  /// The line that tags make; those that a line cannot say are left out.
  static func line(of tags: [String]) -> String { tags.filter(isWord).joined(separator: " ") }

  /// What a line changes where some tags are present; those that a line cannot say stay.
  static func changes(
    from present: [String], to line: String
  ) throws(Refusal) -> (added: [String], removed: [String]) {
    let wanted = try tags(in: line)
    let added = wanted.filter { !present.contains($0) }
    return (added, present.filter { isWord($0) && !wanted.contains($0) })
  }

  /// Whether a line says this tag and no other with it.
  private static func isWord(_ tag: String) -> Bool {
    guard let tags = try? tags(in: tag) else { return false }
    return tags == [tag]
  }

  private static func check(_ line: String) throws(Refusal) {
    for scalar in line.unicodeScalars where !isBlank(scalar) {
      if VisibleSign.sign(for: scalar) != nil { throw Refusal(scalar: scalar) }
    }
  }

  private static func words(of line: String) -> [String] {
    var words: [String] = []
    for part in line.unicodeScalars.split(whereSeparator: isBlank) {
      let word = bare(part)
      if !word.isEmpty, !words.contains(word) { words.append(word) }
    }
    return words
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// A word without the signs that stand before a tag.
  private static func bare(_ word: Substring.UnicodeScalarView) -> String {
    String(scalars: word.drop { $0 == "#" || $0 == "＃" })
  }
}

extension TagWords {
  /// Tags that the word at the end of a line may become: those it begins, then those it is in; the
  /// most used first. Tags that the line has already are not offered.
  /// - Parameter line: What stands before the caret.
  static func completions(
    for line: String, in use: [(tag: String, count: Int)]
  ) -> [Prompt.Completion] {
    let parts = line.unicodeScalars.split(
      maxSplits: .max, omittingEmptySubsequences: false, whereSeparator: isBlank)
    let word = parts.last.map(bare) ?? ""
    let taken = Set(parts.map(bare))
    return offers(for: word, in: use.filter { isWord($0.tag) && !taken.contains($0.tag) })
  }

  /// A line with the word under the caret replaced, the caret behind it.
  static func replacing(
    wordIn line: [Unicode.Scalar], at caret: Int, with tag: String
  ) -> (line: [Unicode.Scalar], caret: Int) {
    let caret = min(max(0, caret), line.count)
    let start = line[..<caret].lastIndex(where: isBlank).map { $0 + 1 } ?? 0
    let end = line[caret...].firstIndex(where: isBlank) ?? line.count
    let word = Array(tag.unicodeScalars)
    return (line[..<start] + word + line[end...], start + word.count)
  }

  /// The name in the line of an assignee's prompt, nil where there is none: blanks around it and an
  /// `@` before it are left out, blanks within it become one.
  public static func name(in line: String) throws(Refusal) -> String? {
    try check(line)
    let words = bareName(line).split(whereSeparator: isBlank).map { String(scalars: $0) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// Names that a line may become, in the order of `completions(for:in:)`; each is the whole line.
  static func names(
    for line: String, in use: [(name: String, count: Int)]
  ) -> [Prompt.Completion] {
    let start = String(scalars: bareName(line))
    let others = use.filter { $0.name != start && (try? name(in: $0.name)) == $0.name }
    return offers(for: start, in: others.map { (tag: $0.name, count: $0.count) })
  }

  private static func bareName(_ line: String) -> Substring.UnicodeScalarView {
    Substring(line).unicodeScalars.drop { isBlank($0) || $0 == "@" || $0 == "＠" }
  }

  private static func offers(
    for word: String, in use: [(tag: String, count: Int)]
  ) -> [Prompt.Completion] {
    let word = word.lowercased()
    let fitting = use.compactMap { entry -> (rank: Int, tag: String, count: Int)? in
      let tag = entry.tag.lowercased()
      if tag.hasPrefix(word) { return (0, entry.tag, entry.count) }
      return tag.contains(word) ? (1, entry.tag, entry.count) : nil
    }
    let sorted = fitting.sorted { ($0.rank, -$0.count, $0.tag) < ($1.rank, -$1.count, $1.tag) }
    return sorted.map {
      Prompt.Completion(
        word: $0.tag,
        help: Text(zh: "\($0.count) 处", en: $0.count == 1 ? "1 use" : "\($0.count) uses"))
    }
  }
}
