public import BulletinScreen

extension Theme {
  /// The same theme for a terminal of fewer colours, still legible and telling as much.
  ///
  /// Where two colours that were far apart come too near to each other, words take the screen's own
  /// colour; where the ground of a highlight or a selection becomes that of the screen, an attribute
  /// takes its place.
  public func stepped(to depth: ColorDepth) -> Theme {
    guard depth != .direct else { return self }
    let base = self[.base].style.stepped(to: depth)
    let inks = Self.washable.map { self[$0].style.stepped(to: depth).foreground ?? base.foreground }
    return Theme(name: name, background: background) { role in
      let whole = self[role].style
      var style = whole.stepped(to: depth)
      if role.layer == .wash, whole.background != nil {
        if style.background == base.background { return Self.attributed(role, style) }
        if style.foreground == nil, inks.contains(where: { Self.isWeak($0, style.background) }) {
          style.foreground = base.foreground
        }
      }
      let ground = style.background ?? base.background
      guard role.layer != .line, Self.isWeak(style.foreground, ground) else { return style }
      let legible = [base.foreground, base.background].first { !Self.isWeak($0, ground) }
      guard let legible else { return Self.attributed(role, style) }
      style.foreground = legible
      return style
    }
  }

  /// What tells a role whose ground cannot be seen.
  private static func attributed(_ role: StyleRole, _ style: Style) -> Style {
    let isHighlight = role.name.hasPrefix(StyleRole.highlight.name)
    return Style(attributes: style.attributes.union(isHighlight ? .underline : .reverse))
  }

  private static func isWeak(_ ink: Color?, _ ground: Color?) -> Bool {
    contrast(ink, ground).map { $0 < leastContrast } ?? false
  }
}
