import BulletinCore
import Testing

/// A text with the reading that is expected of each line drawn beside it:
///
///     title - 0  | 岚州省公共数据运营管理办法
///     clause 1 1 | 第一条 为了规范公共数据运营，制定本办法。
///
/// The notation is `role number depth | text`, roles being named as `zhupi explain` does. A number
/// or depth that is left out is `-`, none. `6-1` is 第六条之一, or figure 6-1. `?` expects nothing of
/// the line, and a row with nothing behind the bar is a blank line.
struct Labelled: Sendable {
  struct Row: Equatable, Sendable {
    /// `clause 1 1`, or `?`; nil for a blank line.
    var reading: String?
    var text: String
    /// The place of the row in the undamaged text; -1 where there is none.
    var origin: Int

    /// The first word of the reading: `clause`.
    var role: String { reading.map { String($0.prefix { $0 != " " }) } ?? "" }

    /// Exchanges the role: number and depth go with it, unless the new reading brings them.
    mutating func become(_ reading: String) { self.reading = Labelled.completed(reading) }
  }

  var rows: [Row]

  init(_ picture: String) {
    rows = picture.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      let (place, line) = $0
      guard let bar = line.firstIndex(of: "|") else { return Row(text: "", origin: place) }
      let text = line[line.index(after: bar)...].drop(while: { $0 == " " })
      guard !text.isEmpty else { return Row(text: "", origin: place) }
      return Row(
        reading: Labelled.completed(String(line[..<bar])), text: String(text), origin: place)
    }
  }

  /// An issue around one or several articles: a masthead and contents that name their titles.
  static func issue(_ articles: String) -> Labelled {
    let drawn = Labelled(articles)
    var front = """
      masthead   | # 岚州数字观察
      masthead   | 2031年5月16日 第18期 总第96期
      masthead   | **主 编** 岚州省数字发展研究院
      contents   | ## 本期要目
      column     | ### 政策要闻
      """
    var page = 1
    for (place, row) in drawn.rows.enumerated() where row.role == "title" {
      let further = drawn.rows[(place + 1)...].prefix { $0.role == "subtitle" }
      let title = ([row] + further).map { $0.text.drop { "# *".contains($0) } }.joined()
      front += "\nentry \(page) | \(page < 10 ? "0" : "")\(page) \(title)"
      page += 4
    }
    return Labelled(front + "\n" + articles)
  }

  /// `clause 1` as `clause 1 -`.
  private static func completed(_ reading: String) -> String {
    let words = reading.split(separator: " ").map(String.init)
    guard words != ["?"] else { return "?" }
    return (words + ["-", "-"]).prefix(3).joined(separator: " ")
  }

  /// The text as a file has it.
  var text: String { rows.map(\.text).joined(separator: "\n") + "\n" }

  /// The rows that have text, parallel to the lines of the source.
  var textRows: [Row] { rows.filter { $0.reading != nil } }

  var bulletin: Bulletin { Bulletin(SourceText(text)) }
}

extension Labelled {
  /// What was read of each line, in the notation of the pictures.
  static func readings(_ bulletin: Bulletin) -> [String] { bulletin.roles.map(reading) }

  static func reading(_ line: RoledLine) -> String {
    let number = line.number < 0 ? "-" : "\(line.number)" + (line.minor > 0 ? "-\(line.minor)" : "")
    return "\(line.role.name) \(number) \(line.depth < 0 ? "-" : "\(line.depth)")"
  }

  /// `clause 1` of `clause 1 2`.
  static func withoutDepth(_ reading: String) -> String {
    reading.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// Reads the text and records how the reading differs from the picture.
  func check(_ name: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
    let rows = textRows
    let readings = Labelled.readings(bulletin)
    guard rows.count == readings.count else {
      Issue.record(
        "\(name): \(rows.count) rows with text, \(readings.count) lines read",
        sourceLocation: sourceLocation)
      return
    }
    if let difference = Labelled.difference(rows, readings) {
      Issue.record("\(name)\n\(difference)", sourceLocation: sourceLocation)
    }
  }

  /// The rows that were read otherwise than drawn, with the row before each; nil where none was.
  static func difference(_ rows: [Row], _ readings: [String]) -> String? {
    var lines: [String] = []
    var shown = -1
    for (place, row) in rows.enumerated() {
      guard let reading = row.reading, reading != "?", reading != readings[place] else { continue }
      if place - 1 > shown { lines.append("  " + drawn(readings[place - 1], rows[place - 1])) }
      lines.append("- " + drawn(reading, row))
      lines.append("+ " + drawn(readings[place], row))
      shown = place
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func drawn(_ reading: String, _ row: Row) -> String {
    let pad = String(repeating: " ", count: max(0, 22 - reading.count))
    return "\(reading)\(pad)| \(row.text.prefix(48))"
  }
}

/// A named picture, for tests over lists of them.
struct Picture: CustomTestStringConvertible, Sendable {
  let name: String
  let labelled: Labelled

  /// A picture of a whole file.
  init(_ name: String, file: String) {
    self.name = name
    labelled = Labelled(file)
  }

  init(_ name: String, _ labelled: Labelled) {
    self.name = name
    self.labelled = labelled
  }

  /// A picture of articles, an issue being put around them.
  init(_ name: String, _ articles: String) {
    self.name = name
    labelled = .issue(articles)
  }

  var testDescription: String { name }
}
