import BulletinCore
import Testing

@Suite struct SectionTests {
  private let drawn = Labelled(
    """
    title - 0    | # 云泽自治州数据保护条例
    chapter 1 1  | ## 第一章　总则
    clause 1 2   | **第一条**　为了保护数据权益，制定本条例。
    clause 2 2   | 第 二 条　在本州行政区域内处理数据，适用本条例。
    paragraph    | 法律另有规定的，从其规定。
    chapter 2 1  | ## 第二章　权益
    section 1 2  | ### 第一节　一般规定
    clause 3 3   | 第三条　数据处理者享有下列权益：
    item 1 4     | （一）持有数据；
    item 2 4     | （二）使用数据。
    clause 3-1 3 | 第三条之一　权益可以转让。
    section 2 2  | ### 第二节　特别规定
    clause 4 3   | 第四条【医疗数据】处理医疗数据，应当取得患者同意。
    """)

  /// The outline as indented rows: label, title (a clause has one in brackets only), lines.
  private func outline(_ bulletin: Bulletin) -> [String] {
    bulletin.sections.map { section in
      let title = bulletin.title(of: section).prefix(5)
      return String(repeating: "  ", count: section.depth - 1)
        + "\(bulletin.label(of: section)) \(title) \(section.line + 1)-\(section.end)"
    }
  }

  @Test func sectionsNestAndEndWhereTheNextBegins() {
    #expect(
      outline(drawn.bulletin) == [
        "第一章 总则 2-5",
        "  第一条  3-3",
        "  第二条  4-5",
        "第二章 权益 6-13",
        "  第一节 一般规定 7-11",
        "    第三条  8-10",
        "    第三条之一  11-11",
        "  第二节 特别规定 12-13",
        "    第四条 医疗数据 13-13",
      ])
  }

  @Test func articleHoldsItsSections() {
    let bulletin = WeeklyIssue.picture.bulletin
    var next = 0
    for article in bulletin.articles {
      #expect(article.sections.lowerBound == next)
      next = article.sections.upperBound
      for section in bulletin.sections[article.sections] {
        #expect(article.lines.contains(section.line) && section.end <= article.lines.upperBound)
        #expect(section.role.isSection && section.depth >= 1)
      }
    }
    #expect(next == bulletin.sections.count)
    #expect(bulletin.sections[bulletin.articles[0].sections].count { $0.role == .clause } == 34)
  }

  @Test func anySectionIsInsideTheOneAboveIt() {
    let bulletin = WeeklyIssue.picture.bulletin
    var open: [Section] = []
    for section in bulletin.sections {
      #expect(section.line < section.end)
      while let last = open.last, last.end <= section.line { open.removeLast() }
      if let last = open.last {
        #expect(section.end <= last.end && section.depth > last.depth)
      }
      open.append(section)
    }
  }

  /// A section's line, its label and its title.
  @Test(arguments: [
    ("heading 1 1", "一、总体要求", "一、", "总体要求"),
    ("heading 1 1", "## **一、总体要求**", "一、", "总体要求"),
    ("heading 1 1", "一 、 总体要求", "一、", "总体要求"),
    ("heading 1 1", "（一）总体要求。", "（一）", "总体要求。"),
    ("heading 1 1", "( 一 ) 总体要求", "(一)", "总体要求"),
    ("heading 1 1", "1. 总体要求", "1.", "总体要求"),
    ("heading 1 1", "１．总体要求", "１．", "总体要求"),
    ("heading 1 1", "1、总体要求", "1、", "总体要求"),
    ("heading - 1", "总体要求", "", "总体要求"),
  ])
  func labelAndTitle(_ reading: String, _ line: String, _ label: String, _ title: String) throws {
    let drawn = Labelled.issue(
      """
      title - 0  | 岚州省数字档案发展规划
      \(reading) | \(line)
      paragraph  | 到2033年，全省数字档案馆覆盖所有县区，馆藏数字化率达到百分之九十五，查档实现一网通办。
      paragraph  | 各级财政应当将所需经费列入预算。
      """)
    drawn.check(line)
    let bulletin = drawn.bulletin
    let section = try #require(bulletin.sections.first)
    #expect(bulletin.label(of: section) == label)
    #expect(bulletin.title(of: section) == title)
  }

  @Test func titleOfAHeadingOverTwoLinesIsWhole() {
    let picture = ContinuationTests.pictures.first { $0.name == "a heading over two lines" }
    let bulletin = picture?.labelled.bulletin
    let titles = bulletin?.sections.map { bulletin?.title(of: $0) }
    #expect(titles == ["总体要求", "面向港口、航运和渔业三大场景推动海洋数据深度应用", "保障措施"])
  }
}
