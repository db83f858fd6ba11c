/// The words that a journal keeps of a text, which are normalised, as they may have been printed.
enum KeptWords {
  /// Chinese punctuation at Chinese characters has its full width again, marks of Markdown are left
  /// out. Rule source: GB/T 15834, by which Chinese text has full-width marks.
  static func printed(_ kept: String) -> String {
    let scalars = Array(kept.unicodeScalars)
    var printed = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() where scalar != "*" && scalar != "#" {
      let isAtChinese =
        index > 0 && isChinese(scalars[index - 1])
        || index + 1 < scalars.count && isChinese(scalars[index + 1])
      if isAtChinese, narrow.contains(scalar) {
        printed.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
      } else {
        printed.append(scalar)
      }
    }
    return String(printed)
  }

  private static let narrow: Set<Unicode.Scalar> = [",", ";", ":", "?", "!", "(", ")"]

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
  }
}
