/// Keys as they are written in keymaps, in help and after `render --keys`: vim's notation.
///
/// `]c` is two keys, `<C-d>` one; named keys are `<Enter>`, `<Tab>`, `<Space>`, `<F1>` and so on,
/// modifiers `C-`, `M-` and `S-` in front; `<lt>` is the key `<`. Names are read in any case.
public enum KeyNotation {
  /// Reads a sequence of keys.
  /// - Throws: `KeyNotationError` with the place of what cannot be read.
  public static func keys(_ text: String) throws(KeyNotationError) -> [Key] {
    try keys(ArraySlice(Array(text.unicodeScalars)))
  }

  /// Writes keys so that `keys` reads them back.
  public static func text(_ keys: some Sequence<Key>) -> String {
    keys.map(text).joined()
  }

  /// Writes one key: `j`, `<C-d>`, `<lt>`.
  public static func text(_ key: Key) -> String {
    var prefix = ""
    if key.modifiers.contains(.control) { prefix += "C-" }
    if key.modifiers.contains(.alt) { prefix += "M-" }
    if key.modifiers.contains(.shift) { prefix += "S-" }
    if case .character(let scalar) = key.code, scalar != " ", scalar != "<" {
      return prefix.isEmpty ? String(Character(scalar)) : "<\(prefix)\(scalar)>"
    }
    return "<\(prefix)\(name(of: key.code))>"
  }
}

/// Why a text is no sequence of keys, and where.
public struct KeyNotationError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A `<` without the `>` that ends it; the key `<` is written `<lt>`.
    case unclosedBracket
    /// Between the brackets stands no key's name; the nearest one is offered where there is one.
    case unknownName(String, nearest: String?)
    /// A `"` without the one that ends the text.
    case unclosedText
    /// Behind the closing `"` goes something on without a blank.
    case textRunsOn
  }

  /// What is wrong.
  public let reason: Reason
  /// Where it begins: Unicode scalars from the start of the text, from 0.
  public let place: Int
}

extension KeyNotation {
  static func keys(_ scalars: ArraySlice<Unicode.Scalar>) throws(KeyNotationError) -> [Key] {
    var keys: [Key] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard scalars[index] == "<" else {
        keys.append(.character(scalars[index]))
        index += 1
        continue
      }
      // The key may itself be `>`, as in `<C->>`.
      guard var close = scalars[(index + 1)...].firstIndex(of: ">") else {
        throw KeyNotationError(reason: .unclosedBracket, place: index)
      }
      if scalars[close - 1] == "-", close + 1 < scalars.endIndex, scalars[close + 1] == ">" {
        close += 1
      }
      keys.append(try key(named: scalars[(index + 1)..<close], place: index))
      index = close + 1
    }
    return keys
  }

  private static func key(
    named scalars: ArraySlice<Unicode.Scalar>, place: Int
  ) throws(KeyNotationError) -> Key {
    var rest = scalars
    var modifiers: Key.Modifiers = []
    while rest.count > 2, rest[rest.startIndex + 1] == "-",
      let modifier = modifier(rest[rest.startIndex])
    {
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    if rest.count == 1, let scalar = rest.first, !modifiers.isEmpty {
      return Key(.character(scalar), modifiers)
    }
    let name = String(String.UnicodeScalarView(rest))
    guard let code = code(named: name.lowercased()) else {
      let whole = String(String.UnicodeScalarView(scalars))
      throw KeyNotationError(
        reason: .unknownName(whole, nearest: nearestName(to: name)), place: place)
    }
    return Key(code, modifiers)
  }

  private static func modifier(_ scalar: Unicode.Scalar) -> Key.Modifiers? {
    switch scalar {
    case "C", "c": .control
    case "M", "m", "A", "a": .alt
    case "S", "s": .shift
    default: nil
    }
  }
}
