/// A string literal of a Swift source.
struct SourceLiteral {
  /// Its words, what is interpolated left out.
  var text: String
  /// Where it begins, from 1.
  var line: Int
  /// `zh` or `en` where it is, or is part of, an argument of that label.
  var label: String?
  /// Tells calls apart: literals of one call with labels have the same.
  var call: Int
}

/// Reads the string literals of a Swift source with the labels of the arguments that they stand in.
struct SourceLiterals {
  private(set) var literals: [SourceLiteral] = []
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var open: [Bracket] = []
  private var brackets = 0

  private struct Bracket {
    var number: Int
    var label: String?
  }

  /// The literals of a source, in the order of their ends.
  static func all(in source: String) -> [SourceLiteral] {
    var reading = SourceLiterals(scalars: Array(source.unicodeScalars))
    reading.readCode(until: nil)
    return reading.literals
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private func begins(_ text: String, at place: Int) -> Bool {
    scalars[min(place, scalars.count)...].starts(with: text.unicodeScalars)
  }

  private mutating func step() {
    if scalars[index] == "\n" { line += 1 }
    index += 1
  }

  /// Reads code to the end, or to the bracket that closes an interpolation.
  private mutating func readCode(until depth: Int?) {
    while index < scalars.count {
      let scalar = scalars[index]
      if begins("//", at: index) {
        while index < scalars.count, scalars[index] != "\n" { step() }
      } else if scalar == "\"" || begins("#\"", at: index) {
        readString()
      } else if "([{".unicodeScalars.contains(scalar) {
        brackets += 1
        open.append(Bracket(number: brackets))
        step()
      } else if ")]}".unicodeScalars.contains(scalar) {
        _ = open.popLast()
        step()
        if let depth, open.count < depth { return }
      } else if scalar == "," {
        if let last = open.indices.last { open[last].label = nil }
        step()
      } else if scalar.properties.isAlphabetic {
        readName()
      } else {
        step()
      }
    }
  }

  private mutating func readName() {
    var name = ""
    while index < scalars.count,
      scalars[index].properties.isAlphabetic || scalars[index] == "_"
        || scalars[index].properties.numericType != nil
    {
      name.unicodeScalars.append(scalars[index])
      step()
    }
    if begins(":", at: index), let last = open.indices.last { open[last].label = name }
  }

  private mutating func readString() {
    let start = line
    let isRaw = scalars[index] == "#"
    if isRaw { step() }
    let quote = begins("\"\"\"", at: index) ? "\"\"\"" : "\""
    let end = isRaw ? quote + "#" : quote
    for _ in quote.unicodeScalars { step() }
    var text = ""
    while index < scalars.count, !begins(end, at: index) {
      if !isRaw, begins("\\(", at: index) {
        step()
        brackets += 1
        open.append(Bracket(number: brackets))
        step()
        readCode(until: open.count)
        text += " "
      } else {
        if !isRaw, scalars[index] == "\\" { step() }
        if index < scalars.count {
          text.unicodeScalars.append(scalars[index])
          step()
        }
      }
    }
    for _ in end.unicodeScalars where index < scalars.count { step() }
    let labelled = open.last { $0.label == "zh" || $0.label == "en" }
    literals.append(
      SourceLiteral(
        text: text, line: start, label: labelled?.label, call: labelled?.number ?? 0))
  }
}
