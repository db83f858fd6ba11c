import AnnotationJournal
import BulletinReader

/// Annotations as one HTML page that needs nothing else: to read, to print, and to paste into a
/// word processor with the citations.
///
/// Every element is closed, so that the page is well-formed XML too. Words of files and notes are
/// text alone; there is no script, and the page's own policy forbids what is not in it.
struct HTMLExport {
  private let language: Language
  private var output: Output

  /// Writes the page.
  static func write(_ export: AnnotationExport, to output: inout Output) throws(Failure) {
    var writer = HTMLExport(language: export.language, output: output)
    let documents = ExportedDocument.all(of: export.rows)
    try writer.writeHead(export.title(documents))
    try writer.element("h1", export.heading)
    if documents.isEmpty { try writer.element("p", export.nothing) }
    for document in documents { try writer.write(document) }
    try writer.line("</body>\n</html>")
    output = writer.output
  }

  private mutating func writeHead(_ title: String) throws(Failure) {
    try line(
      """
      <!DOCTYPE html>
      <html lang="\(language == .chinese ? "zh-Hans" : "en")">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'"/>
      <meta name="generator" content="\(Program.version)"/>
      """)
    try element("title", title)
    try line("<style>\n\(Self.style)</style>\n</head>\n<body>")
  }

  private mutating func write(_ document: ExportedDocument) throws(Failure) {
    try line("<section>")
    if let name = document.title ?? document.path { try element("h2", name, isSource: true) }
    if let path = document.path {
      try element("p", Text(zh: "文件：", en: "File: ")(language) + path, class: "file")
    }
    for group in document.groups {
      if let heading = group.heading.words(language) {
        try element("h3", heading, isSource: group.heading != .orphans)
      }
      for row in group.rows { try write(row) }
    }
    try line("</section>")
  }

  private mutating func write(_ row: ListedAnnotation) throws(Failure) {
    let id = row.plainID.map { " id=\"a-\($0)\"" } ?? ""
    try line("<article\(id) class=\"\(row.annotation.shownColor.rawValue)\">")
    let quote = ExportText.lines(row.placed.quote).filter { !$0.isEmpty }
    if !quote.isEmpty || !row.citation.isEmpty {
      try line("<blockquote lang=\"zh-Hans\">")
      for unit in quote { try element("p", unit) }
      if !row.citation.isEmpty { try element("p", "——" + row.citation, class: "citation") }
      try line("</blockquote>")
    }
    for paragraph in ExportText.paragraphs(row.annotation.note ?? "") {
      let words = paragraph.map { Self.escaped($0) }.joined(separator: "<br/>\n")
      try line("<p class=\"note\">\(words)</p>")
    }
    try line("<ul>")
    for detail in ExportedDetail.all(of: row, language) {
      let words = detail.name(language) + Text(zh: "：", en: ": ")(language) + detail.value
      try element("li", words)
    }
    try line("</ul>\n</article>")
  }

  /// Writes an element with text in it.
  /// - Parameter isSource: whether the words are the document's, which is Chinese.
  private mutating func element(
    _ name: String, _ text: some StringProtocol, class group: String? = nil, isSource: Bool = false
  ) throws(Failure) {
    let attributes =
      (group.map { " class=\"\($0)\"" } ?? "") + (isSource ? " lang=\"zh-Hans\"" : "")
    try line("<\(name)\(attributes)>\(Self.escaped(text))</\(name)>")
  }

  private mutating func line(_ text: String) throws(Failure) {
    try output.write(text)
    try output.endLine()
  }

  /// Text with nothing in it that HTML would take for markup, in one line.
  static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    for scalar in ExportText.inOneLine(String(text)).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #222; --ground: #fffdf8; --faint: #6b6257;
      --vermilion: #b83220; --gold: #866000; --jade: #2f7d55; --azure: #2467a8; --violet: #7a4aa0; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e0d6; --ground: #1b1a18; --faint: #a39a8c; --vermilion: #ef7b68;
        --gold: #d9ae4e; --jade: #6fc296; --azure: #74b3ec; --violet: #c096e0; }
    }
    body { max-width: 44em; margin: 2em auto; padding: 0 1em; color: var(--ink);
      background: var(--ground); line-height: 1.7;
      font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
    h1, h2, h3 { line-height: 1.35; }
    article { margin: 1.5em 0; padding-left: 1em; border-left: 4px solid var(--mark);
      break-inside: avoid; overflow-wrap: anywhere; }
    blockquote { margin: 0; }
    blockquote p { margin: 0.2em 0; }
    .citation, .file, ul { color: var(--faint); font-size: 0.9em; }
    .citation { text-align: right; }
    .note { margin: 0.6em 0; color: var(--mark); }
    ul { margin: 0.4em 0; padding-left: 1.2em; }
    .vermilion { --mark: var(--vermilion); }
    .gold { --mark: var(--gold); }
    .jade { --mark: var(--jade); }
    .azure { --mark: var(--azure); }
    .violet { --mark: var(--violet); }
    @media print {
      :root { --ink: #000; --ground: #fff; --faint: #444; --vermilion: #9c2415; --gold: #7d5900;
        --jade: #1f5e3e; --azure: #184c80; --violet: #5b347a; }
      body { margin: 0; max-width: none; }
      h2, h3 { break-after: avoid; }
    }

    """
}
