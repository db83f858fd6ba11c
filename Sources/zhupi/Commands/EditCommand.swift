import AnnotationJournal

/// `zhupi edit ID` and `zhupi remove ID`, in the journal of the working folder.
enum EditCommand {
  /// The options of which an edit needs one.
  static let options: [Option] = [
    .note, .tag, .untag, .color, .status, .followUp, .due, .assignee,
  ]

  static func edit(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let arguments = invocation.arguments
    let color = try arguments.annotationColor()
    guard options.contains(where: { $0 == .color ? color != nil : arguments.has($0) }) else {
      throw .usage(.missingOneOf(options, command: "edit"))
    }
    let said = try AnnotationArguments(arguments, today: invocation.today())
    try change(invocation) { annotation in
      .edit(annotation.id, said.fields(of: annotation.followUp))
    }
    return 0
  }

  static func remove(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    try change(invocation) { .remove($0.id) }
    return 0
  }

  /// Makes one change to the annotation that the command line names, as it is at that moment.
  private static func change(
    _ invocation: Invocation, _ make: (Annotation) -> Change
  ) throws(Failure) {
    if invocation.file.bytes.isEmpty { throw .unknownAnnotation("“”") }
    let journals = try Journals(invocation)
    let journal = try journals.journal(of: nil)
    let known = try journal.annotation(beginningWith: invocation.file.text)
    let author = try journals.author.find()
    try journal.doing { () throws(JournalError) in
      _ = try journal.writer.append(by: author) { records, _ in
        [make(records.annotation(known.id) ?? known)]
      }
    }
  }
}
