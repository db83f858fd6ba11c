/// One key stroke, in one form only: Ctrl-I is Tab, Ctrl-M is Enter, Shift with a letter is the
/// capital, as terminals send them.
public struct Key: Hashable, Sendable {
  /// What was struck.
  public enum Code: Hashable, Sendable {
    /// A key that types a character, the space bar included.
    case character(Unicode.Scalar)
    /// Enter (carriage return).
    case enter
    /// Tab.
    case tab
    /// Escape.
    case escape
    /// Backspace.
    case backspace
    /// Delete.
    case delete
    /// Insert.
    case insert
    /// The arrows.
    case up, down, left, right
    /// Home and End.
    case home, end
    /// Page up and page down.
    case pageUp, pageDown
    /// F1 and so on, by number.
    case function(UInt8)
  }

  /// Keys held down meanwhile.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a set from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Ctrl.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, in vim's words Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// What was struck.
  public let code: Code
  /// Keys held down meanwhile.
  public let modifiers: Modifiers

  /// Makes a key and brings it into its one form.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    var code = code
    var modifiers = modifiers
    if case .character(let scalar) = code {
      (code, modifiers) = Key.unified(scalar, modifiers)
    }
    self.code = code
    self.modifiers = modifiers
  }

  /// The key that types a character.
  public static func character(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar)) }

  /// The character that the key types into a text field; nil for commands and named keys.
  public var typed: Unicode.Scalar? {
    guard case .character(let scalar) = code, modifiers.isEmpty else { return nil }
    return scalar
  }

  private static func unified(
    _ scalar: Unicode.Scalar, _ modifiers: Modifiers
  ) -> (Code, Modifiers) {
    switch scalar.value {
    case 0x09: return (.tab, modifiers)
    case 0x0D: return (.enter, modifiers)
    case 0x1B: return (.escape, modifiers)
    case 0x7F: return (.backspace, modifiers)
    case 0x00: return controlled(0x20, modifiers)
    case 0x01...0x1A: return controlled(scalar.value + 0x60, modifiers)
    case 0x1C...0x1F: return controlled(scalar.value + 0x40, modifiers)
    case _ where modifiers.contains(.control): return controlled(scalar.value, modifiers)
    case 0x61...0x7A where modifiers.contains(.shift):
      return (.character(Unicode.Scalar(UInt8(scalar.value - 0x20))), modifiers.subtracting(.shift))
    case 0x20: return (.character(scalar), modifiers)
    default: return (.character(scalar), modifiers.subtracting(.shift))
    }
  }

  /// Terminals send one byte for both cases of a letter, and for some a named key's byte.
  private static func controlled(_ value: UInt32, _ modifiers: Modifiers) -> (Code, Modifiers) {
    let small = (0x41...0x5A).contains(value) ? value + 0x20 : value
    let rest = modifiers.subtracting([.control, .shift])
    switch Unicode.Scalar(small) {
    case "i": return (.tab, rest)
    case "m": return (.enter, rest)
    case "[": return (.escape, rest)
    case "@": return (.character(" "), rest.union(.control))
    case let scalar?: return (.character(scalar), rest.union(.control))
    case nil: return (.character("\u{FFFD}"), rest)
    }
  }
}
