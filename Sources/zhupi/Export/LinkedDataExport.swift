import AnnotationJournal
import BulletinReader

/// Annotations in the W3C Web Annotation Data Model: an `AnnotationCollection` with all of them on
/// its first page (https://www.w3.org/TR/annotation-model/).
///
/// Targets are named by the words and the place in the edition that was annotated, in normalised
/// text, as the journal keeps them. What the model has no word for is in the namespace `zhupi`.
struct LinkedDataExport {
  private var json: JSONOutput

  /// What our own names begin with, and the names of things.
  private static let namespace = "urn:zhupi:"

  /// Writes the collection.
  static func write(_ export: AnnotationExport, to output: inout Output) throws(Failure) {
    var writer = LinkedDataExport(json: JSONOutput(output))
    try writer.write(export)
    output = writer.json.output
  }

  private mutating func write(_ export: AnnotationExport) throws(Failure) {
    let documents = Set(export.rows.map(\.document))
    let whole = documents.count == 1 ? documents.first ?? "" : ""
    let id = Self.name("annotations", whole)
    try json.open("{")
    try json.key("@context")
    try json.open("[")
    try json.value("http://www.w3.org/ns/anno.jsonld")
    try json.open("{")
    try json.member("zhupi", Self.namespace + "terms:")
    try json.key("zhupi:labels")
    try json.open("{")
    try json.member("@container", "@list")
    try json.close("}")
    try json.close("}")
    try json.close("]")
    try json.member("id", id)
    try json.member("type", "AnnotationCollection")
    try json.member("label", export.title(ExportedDocument.all(of: export.rows)))
    try json.member("total", export.rows.count)
    try json.key("generator")
    try json.open("{")
    try json.member("id", Self.namespace + "program")
    try json.member("type", "Software")
    try json.member("name", Program.version)
    try json.close("}")
    try json.key("first")
    try json.open("{")
    try json.member("id", id + ":page:1")
    try json.member("type", "AnnotationPage")
    try json.member("partOf", id)
    try json.member("startIndex", 0)
    try json.key("items")
    try json.open("[")
    for row in export.rows { try write(row) }
    try json.close("]")
    try json.close("}")
    try json.close("}")
  }

  private mutating func write(_ row: ListedAnnotation) throws(Failure) {
    let annotation = row.annotation
    try json.open("{")
    try json.member("id", Self.name("annotation", annotation.id))
    try json.member("type", "Annotation")
    try writeMotivation(annotation)
    if !annotation.author.isEmpty {
      try json.key("creator")
      try json.open("{")
      try json.member("type", "Person")
      try json.member("name", annotation.author)
      try json.close("}")
    }
    if Self.isMoment(row.created) { try json.member("created", row.created) }
    if Self.isMoment(row.modified) { try json.member("modified", row.modified) }
    try writeBodies(annotation)
    try writeTarget(row)
    try writeOwn(row)
    try json.close("}")
  }

  private mutating func writeMotivation(_ annotation: Annotation) throws(Failure) {
    try json.key("motivation")
    try json.open("[")
    if annotation.note != nil { try json.value("commenting") }
    if !annotation.tags.isEmpty { try json.value("tagging") }
    if annotation.note == nil, annotation.tags.isEmpty { try json.value("highlighting") }
    try json.close("]")
  }

  private mutating func writeBodies(_ annotation: Annotation) throws(Failure) {
    let note = annotation.note.map { [("commenting", $0)] } ?? []
    let bodies = note + annotation.tags.map { ("tagging", $0) }
    if bodies.isEmpty { return }
    try json.key("body")
    try json.open("[")
    for (purpose, value) in bodies {
      try json.open("{")
      try json.member("type", "TextualBody")
      try json.member("purpose", purpose)
      try json.member("value", value)
      try json.member("format", "text/plain")
      try json.close("}")
    }
    try json.close("]")
  }

  private mutating func writeTarget(_ row: ListedAnnotation) throws(Failure) {
    try json.key("target")
    try json.open("{")
    try json.member("type", "SpecificResource")
    try json.key("source")
    try json.open("{")
    try json.member("id", Self.name("document", row.document))
    try json.member("type", "Text")
    try json.member("format", "text/plain")
    try json.member("language", "zh")
    if let title = row.title { try json.member("label", title) }
    if let path = row.path { try json.member("zhupi:path", path) }
    try json.close("}")
    if let target = row.annotation.target { try writeSelectors(target) }
    try json.close("}")
  }

  private mutating func writeSelectors(_ target: Target) throws(Failure) {
    try json.key("selector")
    try json.open("[")
    try json.open("{")
    try json.member("type", "TextQuoteSelector")
    try json.member("exact", target.quote.exact)
    try json.member("prefix", target.quote.prefix)
    try json.member("suffix", target.quote.suffix)
    try json.close("}")
    try json.open("{")
    try json.member("type", "TextPositionSelector")
    try json.member("start", target.position.lowerBound)
    try json.member("end", target.position.upperBound)
    try json.close("}")
    try json.close("]")
    // The edition that both selectors are about, and the address in it.
    try json.member("zhupi:edition", target.edition.id)
    try json.member("zhupi:count", target.quote.count)
    try json.member("zhupi:article", target.structure.article)
    try json.key("zhupi:labels")
    try json.open("[")
    for label in target.structure.path { try json.value(label) }
    try json.close("]")
    try json.member("zhupi:offset", target.structure.offset)
  }

  /// What the model has no word for.
  private mutating func writeOwn(_ row: ListedAnnotation) throws(Failure) {
    let annotation = row.annotation
    try json.member("zhupi:state", row.placed.anchor.state.rawValue)
    try json.member("zhupi:color", annotation.color ?? AnnotationColor.vermilion.rawValue)
    if !row.placed.quote.isEmpty { try json.member("zhupi:quote", row.placed.quote) }
    if !row.citation.isEmpty { try json.member("zhupi:citation", row.citation) }
    guard let followUp = annotation.followUp else { return }
    try json.key("zhupi:followUp")
    try json.open("{")
    try json.member("zhupi:status", followUp.status)
    if let due = followUp.due { try json.member("zhupi:due", due) }
    if let assignee = followUp.assignee { try json.member("zhupi:assignee", assignee) }
    try json.close("}")
  }

  /// A name for something of ours, `urn:zhupi:annotation:01JD…`; what a URN must not have in it is
  /// written in percents (RFC 8141).
  private static func name(_ kind: String, _ id: String) -> String {
    let hex = Array("0123456789ABCDEF".unicodeScalars)
    var name = (namespace + kind + (id.isEmpty ? "" : ":")).unicodeScalars
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        name.append(Unicode.Scalar(byte))
      default: name.append(contentsOf: ["%", hex[Int(byte >> 4)], hex[Int(byte & 15)]])
      }
    }
    return String(name)
  }

  /// Whether the model takes a text for a moment: an `xsd:dateTime` in UTC.
  private static func isMoment(_ text: String) -> Bool {
    text.utf8.count >= 20 && text.utf8.dropFirst(10).first == 0x54 && text.hasSuffix("Z")
      && WallTime.milliseconds(of: text) != nil
  }
}
