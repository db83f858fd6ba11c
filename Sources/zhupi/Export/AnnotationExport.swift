import BulletinReader

/// Annotations on their way out of the program.
struct AnnotationExport {
  /// What is exported, in reading order.
  let rows: [ListedAnnotation]
  /// The language of headings; citations are Chinese in any case.
  let language: Language
}

extension ExportFormat {
  /// Writes annotations in this form; each form is a file beside this one.
  func write(_ export: AnnotationExport, to output: inout Output) throws(Failure) {
    switch self {
    case .markdown: try MarkdownExport.write(export, to: &output)
    case .html: try HTMLExport.write(export, to: &output)
    case .csv: try CSVExport.write(export, to: &output)
    case .json: try JSONExport.write(export, to: &output)
    case .jsonld: try LinkedDataExport.write(export, to: &output)
    }
  }
}

/// What `annotations --json` prints.
enum JSONExport {
  /// Writes an array of annotations.
  static func write(_ export: AnnotationExport, to output: inout Output) throws(Failure) {
    var json = JSONOutput(output)
    try json.write(export.rows)
    output = json.output
  }
}
