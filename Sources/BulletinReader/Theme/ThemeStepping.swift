public import BulletinScreen

extension Theme {
  /// The same theme for a terminal of fewer colours, still legible and telling as much.
  ///
  /// With sixteen or eight colours what is laid over the text takes colours from a table, since the
  /// nearest ones would make all highlights alike. Where a ground becomes that of the screen,
  /// attributes take its place. Where two colours that were far apart come too near to each other,
  /// words take the screen's own colour.
  public func stepped(to depth: ColorDepth) -> Theme {
    guard depth != .direct else { return self }
    let base = self[.base].style.stepped(to: depth)
    let inks = Self.washable.map { self[$0].style.stepped(to: depth).foreground ?? base.foreground }
    let few = depth == .eight || depth == .sixteen ? FewColors(base, background, depth) : nil
    return Theme(name: name, background: background) { role in
      let whole = self[role].style
      if depth == .none, let attributes = Self.groundless[role] {
        return Style(attributes: attributes)
      }
      if let wash = few?.wash(role, whole) { return wash }
      var style = whole.stepped(to: depth)
      if role != .base, let few, case .rgb? = whole.foreground {
        style.foreground = whole.foreground.flatMap(few.ink)
      }
      if role != .base, let ground = whole.background, ground != self[.base].style.background {
        if style.background == base.background { return Self.attributed(role, style) }
        let isUnreadable = inks.contains { Self.isWeak($0, style.background) }
        if role.layer == .wash, style.foreground == nil, isUnreadable {
          style.foreground = base.foreground
        }
      }
      let ground = style.background ?? base.background
      guard role.layer == .ink || role.layer == .wash, Self.isWeak(style.foreground, ground) else {
        return style
      }
      let legible = [base.foreground, base.background].first { !Self.isWeak($0, ground) }
      guard let legible else { return Self.attributed(role, style) }
      style.foreground = legible
      return style
    }
  }

  /// What tells a role whose ground cannot be seen.
  private static func attributed(_ role: StyleRole, _ style: Style) -> Style {
    if let attributes = groundless[role] { return Style(attributes: attributes) }
    return Style(attributes: style.attributes.union(.reverse))
  }

  /// What is laid over the text, told by attributes alone.
  ///
  /// Highlights are underlined, each kind in its own manner as far as the terminal has manners, and
  /// exchange their colours under the cursor.
  private static let groundless: [StyleRole: Style.Attributes] = {
    var table: [StyleRole: Style.Attributes] = [
      .promptCompletionCurrent: .bold, .contentsCursor: .reverse, .cursor: .reverse,
      .selection: .reverse, .searchHit: [.reverse, .italic], .searchHitCurrent: [.reverse, .bold],
    ]
    let manners: [Style.Attributes] = [[], .bold, .italic, [.bold, .italic], .dim]
    for (kind, manner) in zip(StyleRole.highlights, manners) {
      table[kind.resting] = manner.union(.underline)
      table[kind.current] = manner.union([.underline, .reverse])
    }
    return table
  }()

  private static func isWeak(_ ink: Color?, _ ground: Color?) -> Bool {
    contrast(ink, ground).map { $0 < leastContrast } ?? false
  }
}

extension StyleRole {
  /// The five kinds of highlights: at rest, and under the cursor.
  static let highlights: [(resting: StyleRole, current: StyleRole)] = [
    (.highlightVermilion, .highlightVermilionCurrent), (.highlightGold, .highlightGoldCurrent),
    (.highlightJade, .highlightJadeCurrent), (.highlightAzure, .highlightAzureCurrent),
    (.highlightViolet, .highlightVioletCurrent),
  ]
}

/// A theme's colours where a terminal has those of ECMA-48 and no others.
private struct FewColors {
  private let base: Style
  private let isDark: Bool
  private let hasBright: Bool

  private enum Entry {
    static let black = Color.indexed(0)
    static let red = Color.indexed(1)
    static let green = Color.indexed(2)
    static let yellow = Color.indexed(3)
    static let blue = Color.indexed(4)
    static let cyan = Color.indexed(6)
    static let white = Color.indexed(7)
  }

  /// - Parameters:
  ///   - base: the screen's own style, stepped already.
  ///   - background: what the theme is made for.
  ///   - depth: eight or sixteen colours.
  init(_ base: Style, _ background: Theme.Background, _ depth: ColorDepth) {
    self.base = base
    isDark = background == .dark
    hasBright = depth == .sixteen
  }

  /// The entry of a colour's hue; for what is nearly grey the screen's own ink.
  ///
  /// The nearest entry would make quiet words red: a dark brown is nearer to red than to grey.
  func ink(_ color: Color) -> Color? {
    guard let (red, green, blue) = color.components else { return color }
    let parts = [Int(red), Int(green), Int(blue)]
    let most = max(parts[0], parts[1], parts[2])
    let chroma = most - min(parts[0], parts[1], parts[2])
    guard chroma * 3 > most else { return base.foreground }
    // A part counts that is nearer to the most than to the least: red, red and green, green, …
    let bits = parts.enumerated().reduce(0) { bits, part in
      (most - part.element) * 2 <= chroma ? bits | 1 << part.offset : bits
    }
    return .indexed(UInt8(bits + (isDark && hasBright ? 8 : 0)))
  }

  /// The style of a role; nil where the theme has none of its own, or names palette entries itself.
  func wash(_ role: StyleRole, _ whole: Style) -> Style? {
    guard role.layer == .wash, case .rgb? = whole.background else { return nil }
    if let pair = Self.grounds[role] { return pair }
    switch role {
    case .searchHit:
      // Many stand on a screen: words in colour are calmer than a ground.
      return Style(
        foreground: isDark ? Entry.yellow : Entry.blue, background: base.background,
        attributes: isDark ? [.bold, .underline] : .underline)
    case .searchHitCurrent: return exchanged(isDark ? .underline : [.bold, .underline])
    default: return exchanged([])
    }
  }

  /// The screen's colours exchanged.
  private func exchanged(_ attributes: Style.Attributes) -> Style {
    guard base.foreground?.components != nil, base.background?.components != nil else {
      return Style(attributes: attributes.union(.reverse))
    }
    return Style(
      foreground: base.background, background: base.foreground, attributes: attributes)
  }

  /// Each kind of highlight on a ground of its own, in the ink that reads on it.
  ///
  /// Bold where the ink is light only: many terminals show bold black as grey.
  private static let grounds: [StyleRole: Style] = {
    let pairs: [(ink: Color, ground: Color)] = [
      (Entry.white, Entry.red), (Entry.black, Entry.yellow), (Entry.black, Entry.green),
      (Entry.black, Entry.cyan), (Entry.white, Entry.blue),
    ]
    var table: [StyleRole: Style] = [:]
    for (kind, pair) in zip(StyleRole.highlights, pairs) {
      table[kind.resting] = Style(foreground: pair.ink, background: pair.ground)
      table[kind.current] = Style(
        foreground: pair.ink, background: pair.ground,
        attributes: pair.ink == Entry.white ? [.bold, .underline] : .underline)
    }
    return table
  }()
}
