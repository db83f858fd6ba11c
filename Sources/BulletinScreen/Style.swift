/// Colours and attributes of a cell; nil colours let what lies below show through.
public struct Style: Hashable, Sendable {
  /// The colour of the character.
  public var foreground: Color?
  /// The colour of the cell.
  public var background: Color?
  /// Bold, italic and so on.
  public var attributes: Attributes

  /// Makes a style; without arguments one that changes nothing.
  public init(
    foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This style laid over another: its colours win where it has any, attributes add up.
  public func over(_ below: Style) -> Style {
    Style(
      foreground: foreground ?? below.foreground, background: background ?? below.background,
      attributes: attributes.union(below.attributes))
  }

  /// The style with its colours stepped down to what a terminal has.
  public func stepped(to depth: ColorDepth) -> Style {
    Style(
      foreground: foreground?.stepped(to: depth), background: background?.stepped(to: depth),
      attributes: attributes)
  }
}

extension Style {
  /// What a terminal can do to a character besides colouring it.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier strokes.
    public static let bold = Attributes(rawValue: 1)
    /// Slanted.
    public static let italic = Attributes(rawValue: 2)
    /// A line below.
    public static let underline = Attributes(rawValue: 4)
    /// Colours of character and cell exchanged.
    public static let reverse = Attributes(rawValue: 8)
    /// Fainter.
    public static let dim = Attributes(rawValue: 16)

    /// Every attribute with the name it has in themes and in `render --format json`.
    public static let named: [(name: String, attribute: Attributes)] = [
      ("bold", .bold), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
      ("dim", .dim),
    ]

    /// The names of those in the set, in a fixed order.
    public var names: [String] {
      Attributes.named.filter { contains($0.attribute) }.map(\.name)
    }
  }
}

/// A style together with the name of what is styled: `text.heading`.
public struct StyledRole: Hashable, Sendable {
  /// The name; empty for plain cells, which no listing of styles mentions.
  public var role: String
  /// Its colours and attributes.
  public var style: Style

  /// Makes a pair of name and style.
  public init(role: String, style: Style) {
    self.role = role
    self.style = style
  }

  /// No name, no colour, no attribute.
  public static let plain = StyledRole(role: "", style: Style())
}

/// The number under which a `StyleTable` keeps a styled role.
public struct StyleIndex: Hashable, Sendable {
  /// The place in the table.
  public let number: UInt16

  init(number: UInt16) { self.number = number }

  /// The number that every table gives to `StyledRole.plain`.
  public static let plain = StyleIndex(number: 0)
}

/// Styled roles and their numbers, so that a cell carries two bytes instead of a name.
///
/// Keep one table and give it to every frame: a number, once given, stays what it is.
public struct StyleTable: Sendable {
  /// All styled roles, in the order of their numbers; the first is plain.
  public private(set) var entries: [StyledRole] = [.plain]
  private var numbers: [StyledRole: UInt16] = [.plain: 0]

  /// Makes a table that knows only the plain style.
  public init() {}

  /// The number of a styled role, given out where it is new.
  ///
  /// A table full to 65 536 entries answers with the plain style.
  public mutating func intern(_ styled: StyledRole) -> StyleIndex {
    if let number = numbers[styled] { return StyleIndex(number: number) }
    guard let number = UInt16(exactly: entries.count) else { return .plain }
    entries.append(styled)
    numbers[styled] = number
    return StyleIndex(number: number)
  }

  /// The styled role under a number; plain where the table does not know it.
  public subscript(index: StyleIndex) -> StyledRole {
    Int(index.number) < entries.count ? entries[Int(index.number)] : .plain
  }
}
