extension KeyNotation {
  /// Names of keys; the first that a key has is the one written.
  private static let names: [(name: String, code: Key.Code)] = [
    ("Enter", .enter), ("CR", .enter), ("Return", .enter), ("Tab", .tab), ("Esc", .escape),
    ("Escape", .escape), ("BS", .backspace), ("Backspace", .backspace), ("Del", .delete),
    ("Delete", .delete), ("Insert", .insert), ("Ins", .insert), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PageUp", .pageUp),
    ("PgUp", .pageUp), ("PageDown", .pageDown), ("PgDn", .pageDown),
    ("Space", .character(" ")), ("lt", .character("<")), ("gt", .character(">")),
    ("Bar", .character("|")), ("Bslash", .character("\\")),
  ]

  /// The highest function key that terminals send.
  private static let functionKeys: ClosedRange<UInt8> = 1...63

  static func name(of code: Key.Code) -> String {
    switch code {
    case .function(let number): "F\(number)"
    case .character(let scalar) where scalar != " " && scalar != "<": String(Character(scalar))
    default: names.first { $0.code == code }?.name ?? ""
    }
  }

  /// The key of a name in small letters.
  static func code(named name: String) -> Key.Code? {
    if name.first == "f", let number = UInt8(name.dropFirst()), functionKeys.contains(number) {
      return .function(number)
    }
    return names.first { $0.name.lowercased() == name }?.code
  }

  /// The name that a misspelt one is nearest to, where two changes at most make it.
  static func nearestName(to name: String) -> String? {
    let candidates = names.map { (name: $0.name, distance: editDistance($0.name, name)) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= 2 && 2 * best.distance < best.name.count ? best.name : nil
  }

  private static func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right.lowercased().unicodeScalars.prefix(20))
    var row = Array(0...right.count)
    for (line, scalar) in left.lowercased().unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in right.indices {
        let change = diagonal + (right[column] == scalar ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }
}
