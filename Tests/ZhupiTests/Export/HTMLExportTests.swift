import Foundation
import Testing

@testable import zhupi

/// `zhupi export --format html`.
@Suite struct HTMLExportTests {
  /// A tag of a page: `<br/>` opens and closes.
  private struct Tag {
    var name: String
    var opens: Bool
    var closes: Bool
  }

  /// The tags of a page and the text between them; nil where a sign stands that is not part of one.
  private func read(_ page: String) -> (tags: [Tag], text: String)? {
    var tags: [Tag] = []
    var text = ""
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ">") else { return nil }
      let body = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if body.hasPrefix("!DOCTYPE") { continue }
      let isEnd = body.hasPrefix("/")
      let name = body.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if name.isEmpty { return nil }
      tags.append(
        Tag(name: String(name), opens: !isEnd, closes: isEnd || body.hasSuffix("/")))
    }
    text += rest
    return text.contains(">") ? nil : (tags, text)
  }

  private func page() throws -> String { try ExportedFolder().export("html") }

  @Test func everyElementIsClosedInItsPlace() throws {
    let folder = try ExportedFolder()
    for words in [[], ["issue.txt"], ["gone.txt"], ["--journal", folder.library.file("none")]] {
      let page = try folder.library.run(["export", "--format", "html"] + words).output
      let (tags, _) = try #require(read(page))
      var open: [String] = []
      for tag in tags {
        if tag.opens { open.append(tag.name) }
        if tag.closes { #expect(open.popLast() == tag.name) }
      }
      #expect(open.isEmpty)
      #expect(
        page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>"))
    }
  }

  /// Nothing of what people write is markup, and nothing is fetched.
  @Test func wordsStayWords() throws {
    let page = try page()
    let (tags, text) = try #require(read(page))
    let known: Set = [
      "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "section", "article",
      "blockquote", "p", "br", "ul", "li",
    ]
    #expect(Set(tags.map(\.name)).isSubset(of: known))
    for word in ["src=", "href=", "url(", "@import", "onclick=\"", "<script"] {
      #expect(!page.contains(word), "\(word)")
    }
    for part in text.split(separator: "&").dropFirst() {
      #expect(["amp;", "lt;", "gt;", "quot;", "#39;"].contains { part.hasPrefix($0) })
    }
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b onclick=&quot;x"))
    #expect(!page.unicodeScalars.contains(where: ExportedFolder.isObeyed))
    #expect(text.contains("␛[31m红⇄字"))
  }

  @Test func everyAnnotationStandsWithItsCitation() throws {
    let folder = try ExportedFolder()
    let page = try folder.export("html")
    #expect(page.matches(of: #/<article /#).count == folder.ids.count)
    for id in folder.ids.values { #expect(page.contains("id=\"a-\(id)\"")) }
    #expect(
      page.contains(
        "<p class=\"citation\">——《某省信息化动态》2026年第12期（总第203期），〈数据要素流通管理办法〉第四条，第1页</p>"))
    let orphans = try #require(page.range(of: "Orphans"))
    #expect(page[orphans.upperBound...].contains("第一条为规范要素流通"))
    #expect(!page[..<orphans.lowerBound].contains("第一条为规范要素流通"))
    for word in ["prefers-color-scheme: dark", "@media print"] { #expect(page.contains(word)) }
  }
}
