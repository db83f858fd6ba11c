import BulletinReader
import Testing

/// `zhupi export --format jsonld`: what the W3C Web Annotation Data Model asks for.
@Suite struct LinkedDataExportTests {
  private func collection(_ text: String) throws -> LinedJSON {
    try LinedJSONParser.parse(Array(text.utf8))
  }

  @Test func theCollectionHasItsAnnotationsOnItsFirstPage() throws {
    let folder = try ExportedFolder()
    let text = try folder.export("jsonld")
    #expect(!text.unicodeScalars.contains(where: ExportedFolder.isObeyed))
    let whole = try collection(text)
    let context = whole["@context"]?.elements ?? []
    #expect(context.first?.string == "http://www.w3.org/ns/anno.jsonld")
    #expect(context.last?["zhupi"]?.string == "urn:zhupi:terms:")
    #expect(whole["type"]?.string == "AnnotationCollection")
    #expect(whole["total"]?.number == Double(folder.ids.count))
    let page = try #require(whole["first"])
    #expect(page["type"]?.string == "AnnotationPage" && page["startIndex"]?.number == 0)
    #expect(page["partOf"]?.string == whole["id"]?.string)
    #expect(page["id"]?.string != whole["id"]?.string)
    let ids = (page["items"]?.elements ?? []).compactMap { $0["id"]?.string }
    #expect(Set(ids) == Set(folder.ids.values.map { "urn:zhupi:annotation:" + $0 }))
  }

  @Test func everyAnnotationHasWhatTheModelAsksFor() throws {
    let folder = try ExportedFolder()
    let items = try collection(folder.export("jsonld"))["first"]?["items"]?.elements ?? []
    let rows = try folder.library.json("annotations")
    #expect(items.count == rows.count)
    for (item, row) in zip(items, rows) {
      #expect(item["type"]?.string == "Annotation")
      #expect(item["created"]?.string == row["created"]?.string)
      #expect(item["modified"]?.string == row["modified"]?.string)
      #expect(item["creator"]?["name"]?.string == row["author"]?.string)
      #expect(item["zhupi:state"]?.string == row["state"]?.string)
      #expect(item["zhupi:color"]?.string == row["color"]?.string)
      let bodies = item["body"]?.elements ?? []
      func values(_ purpose: String) -> [String] {
        bodies.filter { $0["purpose"]?.string == purpose }.compactMap { $0["value"]?.string }
      }
      #expect(bodies.allSatisfy { $0["type"]?.string == "TextualBody" })
      #expect(values("commenting") == [row["note"]?.string].compactMap { $0 })
      #expect(values("tagging") == (row["tags"]?.elements ?? []).compactMap(\.string))
      #expect(item["motivation"]?.elements.isEmpty == false)
      let target = try #require(item["target"])
      let document = row["document"]?["id"]?.string ?? ""
      #expect(target["source"]?["id"]?.string == "urn:zhupi:document:" + document)
      let selectors = target["selector"]?.elements ?? []
      #expect(
        selectors.map { $0["type"]?.string } == ["TextQuoteSelector", "TextPositionSelector"])
      for name in ["exact", "prefix", "suffix"] { #expect(selectors[0][name]?.string != nil) }
      let (start, end) = (selectors[1]["start"]?.number, selectors[1]["end"]?.number)
      let exact = selectors[0]["exact"]?.string?.unicodeScalars.count ?? 0
      #expect((end ?? 0) - (start ?? 0) == Double(exact))
    }
  }

  /// What the model has no word for, and every character of a note, stays.
  @Test func nothingIsLost() throws {
    let folder = try ExportedFolder()
    let items = try collection(folder.export("jsonld"))["first"]?["items"]?.elements ?? []
    let item = try #require(items.first { $0["zhupi:state"]?.string == "doubtful" })
    #expect(item["body"]?.elements.first?["value"]?.string == ExportedFolder.hostile)
    let followUp = try #require(item["zhupi:followUp"])
    #expect(followUp["zhupi:status"]?.string == "open")
    #expect(followUp["zhupi:due"]?.string == "2026-12-01")
    #expect(followUp["zhupi:assignee"]?.string == "+王")
    #expect(item["target"]?["zhupi:labels"]?.elements.map(\.string) == ["第一章", "第三条"])
    #expect(item["target"]?["zhupi:edition"]?.string?.hasPrefix("n1-") == true)
  }

  @Test func aStrayAnnotationHasATargetToo() throws {
    let library = try AnnotatedFolder()
    try library.write(
      #"{"v":1,"seq":1,"clock":1,"at":"gestern","by":"","do":"annotate","id":"X \"<é","#
        + #""set":{"note":"孤"}}"# + "\n", to: ".zhupi/journal/other.jsonl")
    let text = try library.run(["export", "--format", "jsonld"]).output
    let item = try #require(try collection(text)["first"]?["items"]?.elements.first)
    #expect(item["id"]?.string == "urn:zhupi:annotation:X%20%22%3C%C3%A9")
    #expect(item["target"]?["source"]?["id"]?.string == "urn:zhupi:document")
    #expect(item["created"] == nil && item["creator"] == nil)
    for format in ["markdown", "html", "csv", "json"] {
      #expect(try library.run(["export", "--format", format]).output.contains("孤"))
    }
  }
}
