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
    let isText = ["base", "dim", "text", "editor-note", "contents"].contains(family)
    return role.layer == .ink && isText
  }

  /// Every pair of words and ground in the theme that falls below `leastContrast`.
  ///
  /// The terminal's own colours are not known and not measured.
  public func weakContrasts() -> [WeakContrast] {
    var weak: [WeakContrast] = []
    func check(_ ink: StyleRole, _ foreground: Color?, on ground: StyleRole, _ below: Color?) {
      guard let ratio = Self.contrast(foreground, below), ratio < Self.leastContrast else { return }
      weak.append(WeakContrast(ink: ink, ground: ground, ratio: ratio))
    }
    let base = self[.base].style
    for role in StyleRole.allCases where role.layer != .line {
      let style = self[role].style
      let foreground = style.foreground ?? base.foreground
      let background = style.background ?? base.background
      guard role.layer == .wash, style.foreground == nil else {
        check(role, foreground, on: role, background)
        continue
      }
      for ink in Self.washable {
        check(ink, self[ink].style.foreground ?? base.foreground, on: role, background)
      }
    }
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
