/// Finds the word that a misspelt one was probably meant to be: `next-claus` → `next-clause`.
public enum NearestWord {
  /// The nearest of `words`, or nothing where none is near enough to be meant.
  ///
  /// Near enough is a third of the word's length, at least one edit; of equals the first counts.
  public static func find(_ word: String, among words: some Sequence<String>) -> String? {
    let given = Array(word.unicodeScalars.prefix(64))
    var best: (word: String, distance: Int)?
    for candidate in words {
      let letters = Array(candidate.unicodeScalars)
      let limit = max(1, max(given.count, letters.count) / 3)
      guard abs(letters.count - given.count) <= limit else { continue }
      let distance = edits(given, letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Inserted, removed, replaced and swapped letters between two words (optimal string alignment).
  static func edits(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var previous: [Int] = []
    var row = Array(0...other.count)
    for (y, letter) in one.enumerated() {
      let above = row
      row[0] = y + 1
      for (x, counterpart) in other.enumerated() {
        let replaced = above[x] + (letter == counterpart ? 0 : 1)
        row[x + 1] = min(replaced, above[x + 1] + 1, row[x] + 1)
        if x > 0, y > 0, letter == other[x - 1], one[y - 1] == counterpart {
          row[x + 1] = min(row[x + 1], previous[x - 1] + 1)
        }
      }
      previous = above
    }
    return row[other.count]
  }
}
