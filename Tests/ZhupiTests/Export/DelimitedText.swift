/// Reads comma-separated values strictly as RFC 4180 has them.
enum DelimitedText {
  /// The records with their fields; nil where the text is not well formed.
  static func records(_ text: String) -> [[String]]? {
    var rest = Array(text.unicodeScalars)[...]
    var records: [[String]] = []
    while !rest.isEmpty {
      var record: [String] = []
      repeat {
        guard let field = field(&rest) else { return nil }
        record.append(field)
      } while take(",", &rest)
      guard take("\r", &rest), take("\n", &rest) else { return nil }
      records.append(record)
    }
    return records
  }

  private static func field(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
    var field = String.UnicodeScalarView()
    guard take("\"", &rest) else {
      while let scalar = rest.first, scalar != ",", scalar != "\r" {
        if scalar == "\"" || scalar == "\n" { return nil }
        field.append(scalar)
        rest.removeFirst()
      }
      return String(field)
    }
    while let scalar = rest.popFirst() {
      if scalar != "\"" {
        field.append(scalar)
      } else if take("\"", &rest) {
        field.append(scalar)
      } else {
        return String(field)
      }
    }
    return nil
  }

  private static func take(
    _ scalar: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }
}
