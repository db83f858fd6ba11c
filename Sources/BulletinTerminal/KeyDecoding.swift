import BulletinScreen
import CNcurses

/// Keys of ncurses, by their codes.
enum KeyDecoding {
  /// Codes of our own, given to sequences by `define_key`: above all that ncurses gives out.
  static let pasteBegin: Int32 = 0x4000
  static let pasteEnd: Int32 = 0x4001
  static let mouse: Int32 = 0x4002

  /// Sequences that a description of the terminal may lack, with the code each shall have.
  static let definitions: [(sequence: String, code: Int32)] =
    [
      ("\u{1B}[200~", pasteBegin), ("\u{1B}[201~", pasteEnd), ("\u{1B}[<", mouse),
    ]
    + [
      ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT), ("H", KEY_HOME),
      ("F", KEY_END),
    ].flatMap { final, code in [("\u{1B}[" + final, code), ("\u{1B}O" + final, code)] }

  /// The key of a code; nil for what is no key, such as a change of size.
  /// - Parameter name: asks ncurses for the name of a code that it made up from the description.
  static func key(code: Int32, name: (Int32) -> String?) -> Key? {
    if let key = keys[code] { return key }
    if code > KEY_F0, code <= KEY_F0 + 60 { return functionKey(UInt8(code - KEY_F0)) }
    return name(code).flatMap(key(named:))
  }

  private static let keys: [Int32: Key] = [
    KEY_UP: Key(.up), KEY_DOWN: Key(.down), KEY_LEFT: Key(.left), KEY_RIGHT: Key(.right),
    KEY_HOME: Key(.home), KEY_END: Key(.end), KEY_PPAGE: Key(.pageUp), KEY_NPAGE: Key(.pageDown),
    KEY_FIND: Key(.home), KEY_SELECT: Key(.end), KEY_A1: Key(.home), KEY_A3: Key(.pageUp),
    KEY_C1: Key(.end), KEY_C3: Key(.pageDown), KEY_ENTER: Key(.enter),
    KEY_BACKSPACE: Key(.backspace), KEY_DC: Key(.delete), KEY_IC: Key(.insert),
    KEY_BTAB: Key(.tab, .shift), KEY_SLEFT: Key(.left, .shift), KEY_SRIGHT: Key(.right, .shift),
    KEY_SR: Key(.up, .shift), KEY_SF: Key(.down, .shift), KEY_SHOME: Key(.home, .shift),
    KEY_SEND: Key(.end, .shift), KEY_SPREVIOUS: Key(.pageUp, .shift),
    KEY_SNEXT: Key(.pageDown, .shift), KEY_SDC: Key(.delete, .shift), KEY_SIC: Key(.insert, .shift),
  ]

  /// Descriptions of terminals count F1 to F12 on with Shift, then with Ctrl, with both, with Alt.
  private static func functionKey(_ number: UInt8) -> Key {
    let modifiers: [Key.Modifiers] = [[], .shift, .control, [.control, .shift], .alt]
    return Key(.function((number - 1) % 12 + 1), modifiers[Int((number - 1) / 12)])
  }

  /// Reads xterm's extended names: `kUP5` is Up with modifiers 5.
  static func key(named name: String) -> Key? {
    let codes: [(String, Key.Code)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete), ("kIC", .insert),
    ]
    for (prefix, code) in codes where name.hasPrefix(prefix) {
      let digits = name.dropFirst(prefix.count)
      guard let number = digits.isEmpty ? 2 : Int(digits) else { continue }
      return Key(code, modifiers(number))
    }
    return nil
  }

  /// xterm's number for modifiers: one more than the sum of Shift 1, Alt 2, Ctrl 4.
  static func modifiers(_ number: Int) -> Key.Modifiers {
    let bits = max(0, number - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 2 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// The key of a sequence `ESC [ numbers final`, or `ESC O final`, that ncurses left undecoded.
  ///
  /// Rule source: xterm's control sequences, PC-style keys and `CSI u`.
  static func key(numbers: [Int], final: Unicode.Scalar) -> Key? {
    let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 1)
    let codes: [Unicode.Scalar: Key.Code] = [
      "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "P": .function(1),
      "Q": .function(2), "R": .function(3), "S": .function(4),
    ]
    switch final {
    case "Z": return Key(.tab, .shift)
    case "M" where numbers.isEmpty: return Key(.enter)
    case "u":
      return numbers.first.flatMap { character($0, modifiers) }
    case "~":
      if numbers.first == 27, numbers.count == 3 { return character(numbers[2], modifiers) }
      return tildeCode(numbers.first ?? 0).map { Key($0, modifiers) }
    default: return codes[final].map { Key($0, modifiers) }
    }
  }

  /// The key of a character sent by number; 0 stands for numbers that are none.
  private static func character(_ number: Int, _ modifiers: Key.Modifiers) -> Key? {
    guard number > 0, let scalar = Unicode.Scalar(UInt32(number)) else { return nil }
    return Key(.character(scalar), modifiers)
  }

  private static func tildeCode(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(UInt8(number - 10))
    case 17...21: .function(UInt8(number - 11))
    case 23, 24: .function(UInt8(number - 12))
    default: nil
    }
  }
}
