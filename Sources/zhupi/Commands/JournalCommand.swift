import AnnotationJournal
import BulletinReader

/// `zhupi journal path|check|compact|log|watch`
enum JournalCommand {
  private static let parts = [
    CommandPart(name: "path", operands: 0...1, run: path),
    CommandPart(name: "check", operands: 0...1, run: check),
    CommandPart(name: "compact", operands: 0...1, run: compact),
    CommandPart(name: "log", operands: 1...2, run: JournalLog.run),
    CommandPart(name: "watch", operands: 0...Int.max, run: JournalWatch.run),
  ]

  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    try CommandPart.run(parts, of: "journal", invocation, &output)
  }

  /// Prints where the journal is, of a path or the working folder; it need not be there.
  private static func path(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let place = try Journals(invocation).place(of: invocation.journalPath)
    try output.write(path: place.folder)
    try output.endLine()
    return 0
  }

  /// Prints what is wrong in the journal's files; 1 if there is anything.
  private static func check(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let journals = try Journals(invocation, warns: false)
    let folder = try journals.journal(of: invocation.journalPath).folder
    let language = invocation.environment.language
    let lines =
      folder.check().map { $0.message(language) }
      + folder.journal.unkeptEditions(in: folder).map { edition in
        let text = Text(
          zh: "保存的原文不在或已损坏；批注仍在，原文改动后较难找回位置",
          en: "the kept text is gone or damaged; annotations stay, and are found again less surely")
        return "editions/\(edition.id).txt: \(text(language))"
      }
    for line in lines { try output.writeLine(line) }
    if folder.journal.newerRecords > 0 {
      report(
        "zhupi: "
          + JournalWarning.newer(folder.journal.newerRecords).line(
            Word(bytes: folder.path.bytes), language))
    }
    return lines.isEmpty ? 0 : 1
  }

  /// Writes this writer's files anew without what has no say any more.
  private static func compact(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let journal = try Journals(invocation).journal(of: invocation.journalPath)
    let report = try journal.doing { () throws(JournalError) in try journal.writer.compact() }
    let text = Text(
      zh: "去掉 \(report.dropped) 条记录：\(report.bytesBefore) → \(report.bytesAfter) 字节",
      en: "\(report.dropped) records dropped: \(report.bytesBefore) → \(report.bytesAfter) bytes")
    try output.writeLine(text(invocation.environment.language))
    return 0
  }
}

extension Invocation {
  /// The path behind a part of `journal`, whose journal is meant; nil for the working folder's.
  fileprivate var journalPath: Word? { arguments.operands.dropFirst().first }
}

extension Journal {
  /// The editions that annotations count in and whose text is not kept as it was, in order.
  fileprivate func unkeptEditions(in folder: JournalFolder) -> [Edition] {
    Set(annotations.compactMap { $0.target?.edition }).filter { folder.text(of: $0) == nil }
      .sorted()
  }
}
