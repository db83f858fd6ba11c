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
    /// Whether a number is a colour's red, green and blue (`xterm-direct`).
    var countsInRGB = false
    /// How many numbers are palette entries where the others are red, green and blue.
    var entriesBesideRGB = 8
    /// Whether -1 stands for the terminal's own colours.
    var hasStandard = true
    /// Whether bold makes a character brighter rather than heavier, as on the consoles of PCs.
    var boldBrightens = false
  }

  /// A pair of two colours, to tell ncurses of before it is used.
  ///
  /// That is all it is told: palette entries are the user's, and stay as they are.
  struct Definition: Equatable {
    let number: Int32
    let foreground: Int32
    let background: Int32
  }

  /// What ncurses has not been told yet, in order.
  private(set) var definitions: [Definition] = []
  private let terminal: Terminal
  /// How many colours a style's may be told by.
  let depth: ColorDepth
  private var numbers: [PairKey: Int32] = [:]

  private struct PairKey: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// - Parameters:
  ///   - terminal: what the terminal has.
  ///   - limit: the most that the user wants of it.
  init(_ terminal: Terminal, limit: ColorDepth = .direct) {
    self.terminal = terminal
    depth = min(terminal.countsInRGB ? .direct : ColorDepth(colors: terminal.colors), limit)
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
      Definition(number: number, foreground: key.foreground, background: key.background))
    return number
  }

  private func number(of color: Color, instead standard: Int32) -> Int32 {
    switch color.stepped(to: depth) {
    case .standard: return terminal.hasStandard ? -1 : standard
    case .indexed(let index): return Int32(index)
    case .rgb(let red, let green, let blue):
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
}
