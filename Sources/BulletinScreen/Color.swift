/// A colour of a character or a cell.
public enum Color: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// An entry of the terminal's palette: 0 to 7 plain, 8 to 15 bright, 16 to 255 xterm's cube and
  /// greys.
  case indexed(UInt8)
  /// Red, green, blue, each 0 to 255.
  case rgb(UInt8, UInt8, UInt8)

  /// Reads `#rrggbb`; nil where the text is anything else.
  public init?(hex: String) {
    let digits = hex.utf8.dropFirst()
    guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self = .rgb(
      UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value))
  }

  /// `#rrggbb`; for a palette entry what xterm shows for it, nil for the terminal's own colour.
  public var hex: String? {
    guard let (red, green, blue) = components else { return nil }
    let digits = [red, green, blue].map { part in
      (part < 16 ? "0" : "") + String(part, radix: 16)
    }
    return "#" + digits.joined()
  }

  /// Red, green and blue; nil for the terminal's own colour.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .standard: nil
    case .rgb(let red, let green, let blue): (red, green, blue)
    case .indexed(let index): Color.paletteComponents(index)
    }
  }
}

/// How many colours a terminal shows.
public enum ColorDepth: Int, Comparable, Sendable {
  /// None at all, or the user asked for none.
  case none = 0
  /// The eight of ECMA-48.
  case eight = 8
  /// These and their bright forms.
  case sixteen = 16
  /// xterm's palette.
  case palette = 256
  /// Red, green and blue freely.
  case direct = 16_777_216

  /// Fewer colours come first.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The greatest depth that so many colours can serve.
  public init(colors: Int) {
    switch colors {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    default: self = .palette
    }
  }
}

extension Color {
  /// The nearest colour of a terminal that has fewer; the terminal's own colour where it has none.
  public func stepped(to depth: ColorDepth) -> Color {
    guard let parts = components else { return .standard }
    switch depth {
    case .none: return .standard
    case .direct: return self
    case .palette:
      if case .indexed = self { return self }
      return .indexed(Color.nearest(to: parts, among: Color.paletteCandidates(for: parts)))
    case .sixteen, .eight:
      if case .indexed(let index) = self, index < depth.rawValue { return self }
      return .indexed(Color.nearest(to: parts, among: 0..<UInt8(depth.rawValue)))
    }
  }

  /// xterm's default palette.
  static func paletteComponents(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 7: return (229, 229, 229)
    case 8: return (127, 127, 127)
    case 4: return (0, 0, 238)
    case 12: return (92, 92, 255)
    case 0..<16:
      let on: UInt8 = index < 8 ? 205 : 255
      return (index & 1 == 0 ? 0 : on, index & 2 == 0 ? 0 : on, index & 4 == 0 ? 0 : on)
    case 232...:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    default:
      let place = index - 16
      return (level(place / 36), level(place / 6 % 6), level(place % 6))
    }
  }

  /// Those of the palette entries 16 to 255 that may be nearest: for each red the nearest green and
  /// blue, which do not depend on each other, and the greys. In order.
  private static func paletteCandidates(
    for parts: (red: UInt8, green: UInt8, blue: UInt8)
  ) -> [UInt8] {
    func nearest(_ part: UInt8) -> UInt8 {
      func distance(_ step: UInt8) -> Int { abs(Int(level(step)) - Int(part)) }
      return (0..<6).min { distance($0) < distance($1) } ?? 0
    }
    let rest = 16 + 6 * nearest(parts.green) + nearest(parts.blue)
    return (0..<6).map { 36 * $0 + rest } + Array(232...255)
  }

  /// How strong a part is at a step of the palette's cube.
  private static func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }

  /// The palette entry that the eye takes for nearest, the first of several; distance weighted for
  /// the eye's sensitivity (“redmean”).
  static func nearest(
    to parts: (red: UInt8, green: UInt8, blue: UInt8), among entries: some Sequence<UInt8>
  ) -> UInt8 {
    func distance(_ index: UInt8) -> Int {
      let other = paletteComponents(index)
      let mean = (Int(parts.red) + Int(other.red)) / 2
      let red = Int(parts.red) - Int(other.red)
      let green = Int(parts.green) - Int(other.green)
      let blue = Int(parts.blue) - Int(other.blue)
      return (((512 + mean) * red * red) >> 8) + 4 * green * green
        + (((767 - mean) * blue * blue) >> 8)
    }
    var best: (entry: UInt8, distance: Int) = (0, .max)
    for entry in entries {
      let distance = distance(entry)
      if distance < best.distance { best = (entry, distance) }
    }
    return best.entry
  }
}
