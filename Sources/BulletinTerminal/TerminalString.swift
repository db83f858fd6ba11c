/// A string that a terminal sends, such as the answer `ESC ] 11 ; rgb:… ESC \`: never keys.
///
/// It ends with BEL or ESC \. Any other control or key breaks it off, so that a string without an end
/// cannot take the keyboard away.
///
/// Rule source: ECMA-48, control strings; xterm's control sequences, operating system commands.
struct TerminalString {
  /// What became of a character.
  enum Step: Equatable {
    case goesOn
    /// The string is whole, or broken off and worth nothing; the character belongs to it.
    case ends
    /// It is broken off by something that is to be read by itself.
    case breaks
  }

  /// What stands between introducer and end, cut where it is longer than any answer awaited.
  private(set) var text = ""
  /// Whether it came to its end.
  private(set) var isWhole = false
  private var afterEscape = false

  private static let longest = 64

  /// Characters by which `ESC ]` and the like go on where a terminal sends them; a person who holds
  /// Alt and strikes `]` goes on with another key.
  private static let openings: [Unicode.Scalar: String] = [
    "]": "0123456789", "P": "0123456789>!$+",
  ]

  /// Whether the character after ESC can begin a string.
  static func canBegin(with introducer: Unicode.Scalar) -> Bool { openings[introducer] != nil }

  /// Begins a string; nil where the first character says that it is none.
  init?(_ introducer: Unicode.Scalar, _ first: Unicode.Scalar) {
    guard let opening = Self.openings[introducer], opening.unicodeScalars.contains(first) else {
      return nil
    }
    text.unicodeScalars.append(first)
  }

  /// Adds a character.
  mutating func add(_ scalar: Unicode.Scalar) -> Step {
    if afterEscape {
      isWhole = scalar == "\\"
      return isWhole ? .ends : .breaks
    }
    switch scalar {
    case "\u{7}", "\u{9C}":
      isWhole = true
      return .ends
    case "\u{1B}":
      afterEscape = true
      return .goesOn
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: return .breaks
    default:
      if text.unicodeScalars.count < Self.longest { text.unicodeScalars.append(scalar) }
      return .goesOn
    }
  }

  /// Whether ESC came last, which ends the string or is a key.
  var endsInEscape: Bool { afterEscape }
}

extension TerminalString {
  /// Whether the ground is light that the terminal names in answer to `OSC 11 ; ?`; nil where this
  /// is no such answer or makes no sense.
  var backgroundIsLight: Bool? {
    guard isWhole, text.hasPrefix("11;rgb") else { return nil }
    let parts = text.dropFirst("11;rgb".count).split(
      separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].isEmpty || parts[0] == "a" else { return nil }
    let colors = parts[1].split(separator: "/", omittingEmptySubsequences: false)
    let shares = colors.compactMap(Self.share)
    guard shares.count == colors.count, colors.count == (parts[0].isEmpty ? 3 : 4) else {
      return nil
    }
    // How bright the eye takes the parts of a colour to be, by ITU-R BT.601.
    return 0.299 * shares[0] + 0.587 * shares[1] + 0.114 * shares[2] > 0.5
  }

  /// One to four hexadecimal digits as a share of the most that so many can say.
  private static func share(_ digits: Substring) -> Double? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit),
      let value = Int(digits, radix: 16)
    else { return nil }
    return Double(value) / Double((1 << (4 * digits.count)) - 1)
  }
}
