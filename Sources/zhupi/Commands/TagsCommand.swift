import AnnotationJournal
import BulletinReader

/// `zhupi tags [PATH...]`, `zhupi tags rename OLD NEW`, `zhupi tags merge A B`
enum TagsCommand {
  /// A tag and how often it is used.
  private struct Row {
    var tag: String
    var count = 0
    /// How many of them are still to be followed up.
    var open = 0
  }

  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let words = invocation.arguments.operands
    switch words.first?.text {
    case "rename": return try replace(invocation, isMerge: false, &output)
    case "merge": return try replace(invocation, isMerge: true, &output)
    default: return try list(invocation, &output)
    }
  }

  /// Lists tags, the most used first.
  private static func list(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let rows = rows(of: try annotations(invocation))
    if invocation.arguments.has(.json) {
      var json = JSONOutput(output)
      try json.open("[")
      for row in rows {
        try json.open("{")
        try json.member("tag", row.tag)
        try json.member("count", row.count)
        try json.member("open", row.open)
        try json.close("}")
      }
      try json.close("]")
      output = json.output
      return 0
    }
    let width = rows.map { String($0.count).count }.max() ?? 0
    let language = invocation.environment.language
    for row in rows {
      let count = String(row.count)
      var line = String(repeating: " ", count: width - count.count) + count + "  " + row.tag
      if row.open > 0 {
        line += "  " + Text(zh: "待跟进 \(row.open)", en: "\(row.open) to follow up")(language)
      }
      try output.writeLine(line)
    }
    return 0
  }

  /// The annotations of the paths; without one those of the journal, for which no file is read.
  private static func annotations(_ invocation: Invocation) throws(Failure) -> [Annotation] {
    let journals = try Journals(invocation)
    if invocation.arguments.operands.isEmpty {
      return try journals.journal(of: nil).folder.journal.annotations
    }
    return try AnnotationListing.rows(journals, invocation, AnnotationFilter()).map(\.annotation)
  }

  private static func rows(of annotations: [Annotation]) -> [Row] {
    var rows: [String: Row] = [:]
    for annotation in annotations {
      let isPending = annotation.followUp?.isPending == true
      for tag in annotation.tags {
        rows[tag, default: Row(tag: tag)].count += 1
        if isPending { rows[tag]?.open += 1 }
      }
    }
    return rows.values.sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }
  }

  /// Gives all annotations with one tag another instead. Only a merge may join two tags.
  private static func replace(
    _ invocation: Invocation, isMerge: Bool, _ output: inout Output
  ) throws(Failure) -> Int32 {
    let words = invocation.arguments.operands
    guard words.count >= 3 else { throw .usage(.missingOperand(command: "tags")) }
    guard words.count == 3 else {
      throw .usage(.needlessOperand(words[3].text, command: "tags"))
    }
    let place = "tags " + words[0].text
    let old = try TagName.read(words[1], isNew: false, from: place)
    let new = try TagName.read(words[2], isNew: !isMerge, from: place)
    let journals = try Journals(invocation)
    let journal = try journals.journal(of: nil)
    let tags = Set(journal.folder.journal.annotations.flatMap(\.tags))
    for name in isMerge ? [old, new] : [old] where !tags.contains(name) {
      throw .unknownTag(name, nearest: NearestWord.find(name, among: tags.sorted()))
    }
    if !isMerge, old != new, tags.contains(new) { throw .tagIsTaken(old, by: new) }
    let count = old == new ? 0 : try replace(old, by: new, in: journal, journals.author)
    let text = Text(zh: "改了 \(count) 条批注", en: "\(count) annotations changed")
    try output.writeLine(text(invocation.environment.language))
    return 0
  }

  /// All in one go, by what the journal says at that moment.
  private static func replace(
    _ old: String, by new: String, in journal: OpenJournal, _ author: AuthorName
  ) throws(Failure) -> Int {
    let author = try author.find()
    return try journal.doing { () throws(JournalError) in
      try journal.writer.append(by: author) { records, _ in
        records.annotations.filter { $0.tags.contains(old) }.map {
          .edit($0.id, [.tag(old, false), .tag(new, true)])
        }
      }.count
    }
  }
}
