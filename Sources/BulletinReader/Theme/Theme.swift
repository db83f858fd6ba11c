public import BulletinScreen

/// How everything looks: a style for every role.
public struct Theme: Sendable {
  /// What a theme is made for.
  public enum Background: String, CaseIterable, Sendable {
    /// Dark words on light ground.
    case light
    /// Light words on dark ground.
    case dark
  }

  /// The name that `--theme` takes.
  public let name: String
  /// The kind of terminal it is made for.
  public let background: Background
  /// One for each role, in the order of `StyleRole.allCases`.
  private let roles: [StyledRole]

  /// Makes a theme from the style of each role; `style` has already followed the fall-back.
  init(name: String, background: Background, style: (StyleRole) -> Style) {
    self.name = name
    self.background = background
    roles = StyleRole.allCases.map { StyledRole(role: $0.name, style: style($0)) }
  }

  /// A theme without any style, for when no file can be read.
  public static let plain = Theme(name: "plain", background: .dark) { _ in Style() }

  /// The same theme as the one of a name: that of its file, whatever the file calls it.
  public func named(_ name: String) -> Theme {
    Theme(name: name, background: background) { self[$0].style }
  }

  /// The style of a role with the role's name; colours that are nil show what lies below.
  ///
  /// Lay it over `base`: `theme[.label].style.over(theme[.base].style)`.
  public subscript(role: StyleRole) -> StyledRole { roles[Int(role.rawValue)] }
}
