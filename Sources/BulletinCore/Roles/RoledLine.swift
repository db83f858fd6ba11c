/// What was made of one line: its role, its number and its depth in the article.
public struct RoledLine: Equatable, Sendable {
  /// What the line is.
  public var role: LineRole
  /// Nesting depth in the article, the title being 0; -1 where the role has none.
  public var depth: Int8
  /// The second number of a figure's label (`图1-2`) or of a clause's (`第六条之一`); 0 where none.
  public var minor: UInt16
  /// The number of the label, or the page of a contents entry; -1 where there is none.
  public var number: Int32

  /// Makes a line's reading; number and depth are -1 where the role has none.
  public init(_ role: LineRole, number: Int32 = -1, minor: UInt16 = 0, depth: Int8 = -1) {
    self.role = role
    self.number = number
    self.minor = minor
    self.depth = depth
  }
}
