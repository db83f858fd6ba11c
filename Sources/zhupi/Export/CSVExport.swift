import AnnotationJournal
import BulletinReader

/// Annotations as a table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, a row an
/// annotation, the columns named as the members of `annotations --json`.
///
/// A spreadsheet takes what begins with one of `=+-@` for a formula, also in full width, or behind
/// blanks. Such a text gets an apostrophe in front; so does one that has apostrophes before such a
/// beginning already. Taking one apostrophe off what then looks so gives the text back.
struct CSVExport {
  /// A cell: a text, which is quoted, or a number.
  private enum Cell {
    case text(String?)
    case number(String?)
  }

  /// The columns with what stands in them.
  private static let columns: [(name: String, cell: @Sendable (ListedAnnotation) -> Cell)] = [
    ("id", { .text($0.annotation.id) }),
    ("document", { .text($0.title) }),
    ("path", { .text($0.path) }),
    ("article", { number($0.placed.facts.article) }),
    ("articleTitle", { .text($0.placed.facts.articleTitle) }),
    ("label", { .text($0.placed.facts.label) }),
    ("page", { number($0.placed.facts.page) }),
    ("line", { number($0.range?.line) }),
    ("column", { number($0.range?.column) }),
    ("endLine", { number($0.range?.endLine) }),
    ("endColumn", { number($0.range?.endColumn) }),
    ("quote", { .text($0.placed.quote) }),
    ("state", { .text($0.placed.anchor.state.rawValue) }),
    ("note", { .text($0.annotation.note) }),
    ("tags", { .text($0.annotation.tags.joined(separator: " ")) }),
    ("color", { .text($0.annotation.color ?? AnnotationColor.vermilion.rawValue) }),
    ("status", { .text($0.annotation.followUp?.status) }),
    ("due", { .text($0.annotation.followUp?.due) }),
    ("assignee", { .text($0.annotation.followUp?.assignee) }),
    ("author", { .text($0.annotation.author) }),
    ("created", { .text($0.created) }),
    ("modified", { .text($0.modified) }),
    ("citation", { .text($0.citation) }),
  ]

  private static func number(_ number: Int?) -> Cell { .number(number.map(String.init)) }

  /// Writes the table.
  static func write(_ export: AnnotationExport, to output: inout Output) throws(Failure) {
    try output.write("\u{FEFF}" + columns.map(\.name).joined(separator: ",") + "\r\n")
    for row in export.rows {
      let cells = columns.map { written($0.cell(row)) }
      try output.write(cells.joined(separator: ",") + "\r\n")
    }
  }

  /// A cell as it stands in the file; nothing to say is an empty one.
  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .number(let digits): return digits ?? ""
    case .text(nil), .text(""): return ""
    case .text(let text?):
      var quoted = String.UnicodeScalarView("\"".unicodeScalars)
      for scalar in neutral(ExportText.visible(text)).unicodeScalars {
        if scalar == "\"" { quoted.append("\"") }
        quoted.append(scalar)
      }
      quoted.append("\"")
      return String(quoted)
    }
  }

  private static let formulaStarts = Set("=+-@＝＋－＠".unicodeScalars)

  /// A text that no spreadsheet takes for a formula.
  static func neutral(_ text: String) -> String {
    let rest = text.unicodeScalars.drop { $0 == "'" }
    guard let first = rest.first else { return text }
    let isBlank = first == "\t" || first == "\n"
    let word = rest.first { !$0.properties.isWhitespace }
    return isBlank || word.map(formulaStarts.contains) == true ? "'" + text : text
  }
}
