/// A frame as JSON: what `render --format json` prints, without what only the reader knows.
///
/// Each property is a piece of JSON; `object` puts them together with further members.
public struct FrameJSON: Sendable {
  /// The cursor's row and column in brackets, or null.
  public let cursor: String
  /// The rows, padded to the width, as an array of strings.
  public let lines: String
  /// The runs of cells whose role has a name, as an array of objects.
  public let styles: String
  private let size: Size

  /// Writes a frame's pieces.
  public init(_ frame: Frame) {
    size = frame.size
    cursor = frame.cursor.map { "[\($0.row),\($0.column)]" } ?? "null"
    lines = "[" + frame.lines.map(FrameJSON.quoted).joined(separator: ",\n  ") + "]"
    let looks = frame.styles.entries.map(FrameJSON.look)
    var runs: [String] = []
    for row in 0..<frame.size.rows {
      for run in frame.styleRuns(row: row) {
        guard let look = looks[Int(run.style.number)] else { continue }
        runs.append(
          "{\"row\":\(run.row),\"column\":\(run.column),\"width\":\(run.width),\(look)}")
      }
    }
    styles = "[" + runs.joined(separator: ",\n  ") + "]"
  }

  /// The whole object: columns, rows, cursor, the members given, lines, styles.
  /// - Parameter members: further members in order; each value is a piece of JSON already.
  public func object(with members: [(name: String, value: String)] = []) -> String {
    let all =
      [("columns", "\(size.columns)"), ("rows", "\(size.rows)"), ("cursor", cursor)]
      + members.map { ($0.name, $0.value) } + [("lines", lines), ("styles", styles)]
    let texts = all.map { FrameJSON.quoted($0.0) + ":" + $0.1 }
    return "{" + texts.joined(separator: ",\n ") + "}\n"
  }

  /// A text as a JSON string, quotation marks included (RFC 8259, section 7).
  public static func quoted(_ text: String) -> String {
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted.append(contentsOf: ["\\", scalar])
      case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
      case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted.append(contentsOf: "\\u".unicodeScalars)
        quoted.append(contentsOf: String(repeating: "0", count: 4 - digits.count).unicodeScalars)
        quoted.append(contentsOf: digits.unicodeScalars)
      default: quoted.append(scalar)
      }
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// The members that tell a styled role; nil for cells without a role.
  private static func look(_ styled: StyledRole) -> String? {
    guard !styled.role.isEmpty else { return nil }
    let attributes = styled.style.attributes.names.map(quoted).joined(separator: ",")
    return "\"role\":\(quoted(styled.role)),\"fg\":\(color(styled.style.foreground)),"
      + "\"bg\":\(color(styled.style.background)),\"attributes\":[\(attributes)]"
  }

  private static func color(_ color: Color?) -> String {
    color?.hex.map(quoted) ?? "null"
  }
}
