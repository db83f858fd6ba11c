import BulletinReader

/// `zhupi export [PATH...] [--format FORMAT] [--output FILE]`
enum ExportCommand {
  /// Prints annotations in another form, or writes them to a file.
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let arguments = invocation.arguments
    let file = arguments.word(.output)
    if file?.bytes.isEmpty == true { throw .usage(.missingValue(.output)) }
    let format: ExportFormat =
      try arguments.choice(.format) ?? file.flatMap { ExportFormat(fileName: $0.text) } ?? .markdown
    let journals = try Journals(invocation)
    let rows = try AnnotationListing.rows(journals, invocation, AnnotationFilter())
    let export = AnnotationExport(rows: rows, language: invocation.environment.language)
    guard let file, !file.isStandardInput else {
      try format.write(export, to: &output)
      return 0
    }
    let listed = Set(rows.compactMap(\.path)).map { Word($0) }
    let named = arguments.operands.filter { !$0.isStandardInput }
    try ExportFile(file: file, bulletins: named + listed, journals: journals.all)
      .write(export, as: format)
    return 0
  }
}
