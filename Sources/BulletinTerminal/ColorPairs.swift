import BulletinScreen

/// Colours of styles as numbers of ncurses' pairs, given out as they are needed.
///
/// Hides how many colours and pairs a terminal has. It only counts: what the terminal must be told
/// collects in `definitions`.
struct ColorPairs {
  /// What ncurses knows of the terminal's colours.
  struct Terminal {
    /// How many colours there are; 0 where there are none.
    var colors: Int
    /// How many pairs of them, the standard pair 0 included.
    var pairs: Int
    /// Whether palette entries can be given other colours.
    var changesColors = false
    /// Whether a number is a colour's red, green and blue (`xterm-direct`).
    var countsInRGB = false
    /// How many numbers are palette entries where the others are red, green and blue.
    var entriesBesideRGB = 8
    /// Whether -1 stands for the terminal's own colours.
    var hasStandard = true
    /// Whether bold makes a character brighter rather than heavier, as on the consoles of PCs.
    var boldBrightens = false
  }

  /// Something to tell ncurses before a pair is used.
  enum Definition: Equatable {
    /// Give a palette entry a colour, its parts from 0 to 1000.
    case color(Int32, red: Int32, green: Int32, blue: Int32)
    /// Make a pair of two colours.
    case pair(Int32, foreground: Int32, background: Int32)
  }

  /// What ncurses has not been told yet, in order.
  private(set) var definitions: [Definition] = []
  private let terminal: Terminal
  /// How many colours a style's may be told by.
  let depth: ColorDepth
  private var numbers: [PairKey: Int32] = [:]
  private var palette: [Color: Int32] = [:]
  private var taken: Set<Int32> = []

  private struct PairKey: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// - Parameters:
  ///   - terminal: what the terminal has.
  ///   - limit: the most that the user wants of it.
  init(_ terminal: Terminal, limit: ColorDepth = .direct) {
    self.terminal = terminal
    let direct = terminal.countsInRGB || (terminal.changesColors && terminal.colors >= 256)
    depth = min(direct ? .direct : ColorDepth(colors: terminal.colors), limit)
  }

  /// Takes the definitions out.
  mutating func takeDefinitions() -> [Definition] {
    defer { definitions.removeAll() }
    return definitions
  }

  /// The pair for a style; 0, the terminal's own, where it has no colour or no pair is left.
  mutating func pair(for style: Style) -> Int32 {
    guard depth > .none else { return 0 }
    let key = PairKey(
      foreground: number(of: style.foreground ?? .standard, instead: 7),
      background: number(of: style.background ?? .standard, instead: 0))
    if key.foreground < 0, key.background < 0 { return 0 }
    if let number = numbers[key] { return number }
    guard numbers.count + 1 < terminal.pairs else {
      // None left: keep the background, which carries more than the character's colour.
      return numbers.first { $0.key.background == key.background }?.value ?? 0
    }
    let number = Int32(numbers.count + 1)
    numbers[key] = number
    definitions.append(
      .pair(number, foreground: key.foreground, background: key.background))
    return number
  }

  private mutating func number(of color: Color, instead standard: Int32) -> Int32 {
    switch color.stepped(to: depth) {
    case .standard: return terminal.hasStandard ? -1 : standard
    case .indexed(let index): return Int32(index)
    case .rgb(let red, let green, let blue):
      guard terminal.countsInRGB else { return entry(for: color) }
      let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
      // A number that means a palette entry gives way to the next shade of green, or to black.
      guard value < terminal.entriesBesideRGB else { return value }
      return value < 8 ? 0 : value | 1 << 8
    }
  }

  /// The attributes to show along with a style's colours: where bold brightens, black words would
  /// become grey on their ground, and stay black.
  func attributes(for style: Style) -> Style.Attributes {
    guard terminal.boldBrightens, depth > .none else { return style.attributes }
    let isReversed = style.attributes.contains(.reverse)
    let ink = (isReversed ? style.background : style.foreground) ?? .standard
    let isBlack =
      ink == .standard ? isReversed : ink.stepped(to: .eight) == .indexed(0)
    return isBlack ? style.attributes.subtracting(.bold) : style.attributes
  }

  /// The palette entry that is given a colour: the one nearest to it already, or else the next
  /// nearest, so that a terminal which does not obey still shows about the right one.
  private mutating func entry(for color: Color) -> Int32 {
    if let number = palette[color] { return number }
    guard let parts = color.components, case .indexed(let nearest) = color.stepped(to: .palette)
    else { return -1 }
    let outward = (0..<240).map { step in
      16 + (Int32(nearest) - 16 + (step % 2 == 0 ? step / 2 : 240 - (step + 1) / 2)) % 240
    }
    guard let number = outward.first(where: { !taken.contains($0) }) else {
      return Int32(nearest)
    }
    taken.insert(number)
    palette[color] = number
    // Rounded up, since ncurses rounds down on the way back to 255 steps.
    func perMille(_ part: UInt8) -> Int32 { (Int32(part) * 1000 + 254) / 255 }
    definitions.append(
      .color(
        number, red: perMille(parts.red), green: perMille(parts.green), blue: perMille(parts.blue)))
    return number
  }
}
