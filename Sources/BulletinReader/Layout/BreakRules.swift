/// How well a row may end between two characters.
enum BreakQuality: Comparable {
  /// Against the rules for row starts and ends; only where nothing else is left.
  case forbidden
  /// Inside a word, or between a number and its unit; only where the row has no better place.
  case poor
  /// Where a row ends well.
  case good
}

/// What the characters before a place say about a break there; fed one scalar after the other.
struct BreakRules {
  private enum Label {
    case none
    case mark
    case number
    case unit
  }

  /// The class of the last character that is no blank.
  private var last = BreakClass.ideograph
  private var isEmpty = true
  private var hasBlank = false
  /// How many characters of one class have come; two dashes make one sign.
  private var run = 0
  /// How many units may still follow the last number: `500万元` has two.
  private var unitsLeft = 0
  private var label = Label.none

  private static let mostUnits = 4
  private static let labelMark = ("第" as Unicode.Scalar).value
  private static let labelJoint = ("之" as Unicode.Scalar).value

  /// How well a row may end right before `scalar`.
  ///
  /// `following` is the scalar behind it: one dash alone is a connector, two are a dash.
  func quality(before scalar: Unicode.Scalar, _ entry: BreakClass, following: Unicode.Scalar?)
    -> BreakQuality
  {
    if isEmpty || entry == .blank || entry == .glue { return .forbidden }
    if last.isForbiddenAtEnd || last == .glue { return .forbidden }
    if entry.isForbiddenAtStart { return .forbidden }
    if entry == .dash {
      if last == .dash, !hasBlank, !run.isMultiple(of: 2) { return .forbidden }
      return following.map { BreakClass($0) == .dash } ?? false ? .good : .forbidden
    }
    if hasBlank { return .good }
    if last == .quote || entry == .quote { return .forbidden }
    if joinsWord(entry) || joinsUnit(scalar) || joinsLabel(scalar, entry) { return .poor }
    return .good
  }

  /// Takes a scalar that is not a combining mark.
  mutating func take(_ scalar: Unicode.Scalar, _ entry: BreakClass) {
    if entry == .blank {
      hasBlank = true
      unitsLeft = 0
      label = .none
      return
    }
    let value = scalar.value
    label = nextLabel(value, entry)
    unitsLeft = entry == .digit ? Self.mostUnits : (joinsUnit(scalar) ? unitsLeft - 1 : 0)
    run = entry == last && !hasBlank ? run + 1 : 1
    last = entry
    hasBlank = false
    isEmpty = false
  }

  private func joinsWord(_ entry: BreakClass) -> Bool {
    switch entry {
    case .word, .digit: last.isWordLike || last == .infix
    case .halfOpening: last.isWordLike || last == .infix
    case .prefix: last.isWordLike
    default: false
    }
  }

  private func joinsUnit(_ scalar: Unicode.Scalar) -> Bool {
    unitsLeft > 0 && BreakTable.units.contains(scalar.value)
  }

  private func joinsLabel(_ scalar: Unicode.Scalar, _ entry: BreakClass) -> Bool {
    label != .none && nextLabel(scalar.value, entry) != .none && scalar.value != Self.labelMark
  }

  /// Where the label (`第十二条之一`) stands behind a character of the value given.
  private func nextLabel(_ value: UInt32, _ entry: BreakClass) -> Label {
    if value == Self.labelMark { return .mark }
    if label == .none || entry != .ideograph && entry != .digit { return .none }
    switch label {
    case .none: return .none
    case .mark, .number:
      if entry == .digit || BreakTable.numerals.contains(value) { return .number }
      return label == .number && BreakTable.labelUnits.contains(value) ? .unit : .none
    case .unit: return value == Self.labelJoint ? .mark : .none
    }
  }
}
