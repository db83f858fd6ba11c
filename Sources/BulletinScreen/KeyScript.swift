/// What `render --keys` is given: sequences of keys and texts to type, parted by blanks.
public enum KeyScript {
  /// One of the parts.
  public enum Token: Hashable, Sendable {
    /// Keys to strike one after the other: `]c`.
    case keys([Key])
    /// A text to type, or to paste where keys would not do: `"待核对"`.
    case text(String)
  }

  /// Reads a script such as `]c <Enter> "a \"b\"" vi"`.
  ///
  /// A part that begins with `"` is text up to the closing `"`; inside it `\"` and `\\` stand for
  /// `"` and `\`. A `"` further on in a part is a key.
  /// - Throws: `KeyNotationError`, its place counted in the whole script.
  public static func tokens(_ script: String) throws(KeyNotationError) -> [Token] {
    let scalars = Array(script.unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    while index < scalars.count {
      if isBlank(scalars[index]) {
        index += 1
      } else if scalars[index] == "\"" {
        tokens.append(.text(try text(scalars, from: &index)))
      } else {
        let start = index
        while index < scalars.count, !isBlank(scalars[index]) { index += 1 }
        tokens.append(.keys(try KeyNotation.keys(scalars[start..<index])))
      }
    }
    return tokens
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private static func text(
    _ scalars: [Unicode.Scalar], from index: inout Int
  ) throws(KeyNotationError) -> String {
    let start = index
    var text = String.UnicodeScalarView()
    index += 1
    while index < scalars.count, scalars[index] != "\"" {
      let escaped = scalars[index] == "\\" && index + 1 < scalars.count
      if escaped, scalars[index + 1] == "\"" || scalars[index + 1] == "\\" { index += 1 }
      text.append(scalars[index])
      index += 1
    }
    guard index < scalars.count else {
      throw KeyNotationError(reason: .unclosedText, place: start)
    }
    index += 1
    guard index == scalars.count || isBlank(scalars[index]) else {
      throw KeyNotationError(reason: .textRunsOn, place: index)
    }
    return String(text)
  }
}
