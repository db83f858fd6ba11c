public import BulletinScreen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Two colours that are hard to tell apart: words in `ink` on what `ground` puts below them.
public struct WeakContrast: Equatable, Sendable {
  /// The role that gives the words their colour.
  public let ink: StyleRole
  /// The role that gives the cell its colour.
  public let ground: StyleRole
  /// The contrast, from 1 (none) to 21 (black on white).
  public let ratio: Double
}

extension Theme {
  /// The contrast that words need: WCAG 2.2, success criterion 1.4.3 (AA).
  public static let leastContrast = 4.5

  /// The roles of words that others can be laid over.
  static let washable: [StyleRole] = StyleRole.allCases.filter { role in
    let family = role.name.prefix { $0 != "." }
    let families: [Substring] = ["base", "dim", "text", "editor-note", "contents", "follow-up"]
    return role.layer == .ink && families.contains(family)
  }

  /// What a reference may stand on, which is laid over highlights and hits and leaves their ground.
  private static let belowReference: [StyleRole] =
    [.selection, .searchHit, .searchHitCurrent]
    + StyleRole.highlights.flatMap { [$0.resting, $0.current] }

  /// Every pair of words and ground in the theme that falls below a contrast.
  ///
  /// The terminal's own colours are not known and not measured.
  public func weakContrasts(below least: Double = Theme.leastContrast) -> [WeakContrast] {
    let base = self[.base].style
    var weak: [WeakContrast] = []
    func check(_ ink: StyleRole, on ground: StyleRole, inkWins: Bool) {
      let (over, under) = (self[ink].style, self[ground].style)
      let color =
        inkWins ? over.foreground ?? under.foreground : under.foreground ?? over.foreground
      let below = under.background ?? base.background
      guard let ratio = Self.contrast(color ?? base.foreground, below), ratio < least else {
        return
      }
      weak.append(WeakContrast(ink: ink, ground: ground, ratio: ratio))
    }
    for role in StyleRole.allCases where role.layer == .ink || role.layer == .wash {
      let takesAnyInk = role.layer == .wash && self[role].style.foreground == nil
      let inks = takesAnyInk ? Self.washable : [role]
      for ink in inks { check(ink, on: role, inkWins: false) }
    }
    for ground in Self.belowReference { check(.reference, on: ground, inkWins: true) }
    return weak
  }

  /// The contrast ratio of two colours by WCAG 2.2; nothing where one is the terminal's own.
  public static func contrast(_ one: Color?, _ other: Color?) -> Double? {
    guard let one = one?.components.map(luminance), let other = other?.components.map(luminance)
    else { return nil }
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// Relative luminance, 0 to 1, by WCAG 2.2.
  private static func luminance(_ parts: (red: UInt8, green: UInt8, blue: UInt8)) -> Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(parts.red) + 0.7152 * linear(parts.green) + 0.0722 * linear(parts.blue)
  }
}
