import AnnotationJournal
import BulletinCore
import Testing

@Suite struct CitationTests {
  private static func facts(
    _ title: String?, _ label: String?, page: Int? = nil
  ) -> PlaceFacts {
    PlaceFacts(article: nil, articleTitle: title, label: label, page: page)
  }

  @Test func anIssueIsCitedByItsNumbers() {
    let bulletin = Bulletin(
      SourceText("某省信息化动态\n2026年3月20日 第12期 总第203期\n本期要目\n国策要论\n01 甲办法\n\n甲办法\n第一条 甲。\n"))
    let citation = Citation(bulletin)
    #expect(
      citation.text(of: Self.facts("甲办法", "第一条", page: 1))
        == "《某省信息化动态》2026年第12期（总第203期），〈甲办法〉第一条，第1页")
    #expect(citation.text(of: Self.facts("甲办法", "一、")).hasSuffix("〈甲办法〉一"))
    #expect(citation.text(of: Self.facts(nil, nil)) == "《某省信息化动态》2026年第12期（总第203期）")
  }

  @Test func aDocumentStandsByItself() {
    let citation = Citation(Bulletin(SourceText("甲办法\n第一条 甲。\n")))
    #expect(citation.text(of: Self.facts("甲办法", "第一条")) == "《甲办法》第一条")
    #expect(citation.text(of: Self.facts(nil, nil)).isEmpty)
  }

  /// Where the file is not there, the title that the journal keeps has the numbers.
  @Test(arguments: [
    ("某省动态 第12期 总第203期", "《某省动态》第12期（总第203期），〈甲办法〉第一条"),
    ("某省动态 总第203期", "《某省动态》（总第203期），〈甲办法〉第一条"), ("甲办法", "《甲办法》第一条"),
    ("某省动态", "《某省动态》，〈甲办法〉第一条"), ("第12期", "《第12期》，〈甲办法〉第一条"), ("", "《甲办法》第一条"),
  ])
  func aTitleIsRead(title: String, expected: String) {
    #expect(Citation(title: title).text(of: Self.facts("甲办法", "第一条")) == expected)
  }
}
