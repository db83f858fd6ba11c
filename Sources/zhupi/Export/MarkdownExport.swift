import AnnotationJournal
import BulletinReader

/// Annotations as notes in Markdown (CommonMark), by document and article: the quote with its
/// citation as a block quote, then note, tags, follow-up.
///
/// Words of files and notes are text: nothing in them is markup, HTML or a link.
struct MarkdownExport {
  private let language: Language
  private var output: Output

  /// Writes the notes.
  static func write(_ export: AnnotationExport, to output: inout Output) throws(Failure) {
    var writer = MarkdownExport(language: export.language, output: output)
    let documents = ExportedDocument.all(of: export.rows)
    try writer.line("# " + escaped(export.heading, opensLine: false))
    if documents.isEmpty { try writer.block(escaped(export.nothing)) }
    for document in documents { try writer.write(document) }
    output = writer.output
  }

  private mutating func write(_ document: ExportedDocument) throws(Failure) {
    if let name = document.title ?? document.path {
      try block("## " + Self.escaped(name, opensLine: false))
    }
    if let path = document.path {
      try block(
        Text(zh: "文件：", en: "File: ")(language) + Self.escaped(path, opensLine: false))
    }
    for group in document.groups {
      if let heading = group.heading.words(language) {
        try block("### " + Self.escaped(heading, opensLine: false))
      }
      for row in group.rows { try write(row) }
    }
  }

  private mutating func write(_ row: ListedAnnotation) throws(Failure) {
    // The id lets other programs tell an annotation in a later export.
    if let id = row.plainID { try block("<!-- \(id) -->") }
    var quote = ExportText.lines(row.placed.quote).filter { !$0.isEmpty }.map { Self.escaped($0) }
    if !row.citation.isEmpty { quote.append("——" + Self.escaped(row.citation, opensLine: false)) }
    if !quote.isEmpty { try block(quote.map { "> " + $0 }.joined(separator: "\n>\n")) }
    for paragraph in ExportText.paragraphs(row.annotation.note ?? "") {
      // Two blanks at its end break a line.
      try block(paragraph.map { Self.escaped($0) }.joined(separator: "  \n"))
    }
    try block(
      ExportedDetail.all(of: row, language).map { detail in
        "- " + detail.name(language) + Text(zh: "：", en: ": ")(language)
          + Self.escaped(detail.value, opensLine: false)
      }.joined(separator: "\n"))
  }

  /// Writes something after an empty line.
  private mutating func block(_ text: String) throws(Failure) { try line("\n" + text) }

  private mutating func line(_ text: String) throws(Failure) {
    try output.write(text)
    try output.endLine()
  }

  /// What Markdown, or one of its dialects, could take for markup wherever it stands.
  private static let marks = Set("\\`*_[]<>|~&$^".unicodeScalars)
  /// The same where it is doubled.
  private static let doubledMarks = Set("=%{}".unicodeScalars)
  /// The same where it begins a line.
  private static let openingMarks = Set("#+-=:".unicodeScalars)

  /// Words as they are to be read, in one line: a backslash before whatever could be markup, blanks
  /// at the beginning as such.
  /// - Parameter opensLine: whether they stand at the beginning of a line, or of a quoted one.
  static func escaped(_ text: some StringProtocol, opensLine: Bool = true) -> String {
    let scalars = Array(ExportText.inOneLine(String(text)).unicodeScalars)
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
    let end = scalars.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    let start = scalars[..<end].firstIndex { !isBlank($0) } ?? end
    let numberEnd = scalars[start..<end].firstIndex { !("0"..."9" ~= $0) } ?? end
    var view = String.UnicodeScalarView(repeatElement("\u{A0}", count: start))
    for index in start..<end {
      let scalar = scalars[index]
      let isDoubled =
        index > start && scalars[index - 1] == scalar
        || index + 1 < end && scalars[index + 1] == scalar
      let opens = opensLine && index == start && openingMarks.contains(scalar)
      let numbers =
        opensLine && index == numberEnd && index > start && (scalar == "." || scalar == ")")
      // A heading loses the signs at its end.
      let closes = scalar == "#" && index == end - 1
      if marks.contains(scalar) || isDoubled && doubledMarks.contains(scalar) || opens || numbers
        || closes
      {
        view.append("\\")
      }
      view.append(scalar)
    }
    return String(view)
  }
}

extension ListedAnnotation {
  /// The id where it has nothing but ASCII letters and digits, as all have that this program makes.
  var plainID: String? {
    let id = annotation.id
    let isPlain = id.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    return isPlain && !id.isEmpty ? id : nil
  }
}
