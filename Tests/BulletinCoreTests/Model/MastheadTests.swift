import BulletinCore
import Testing

@Suite struct MastheadTests {
  private static func masthead(_ lines: String) -> Masthead? {
    Bulletin(
      SourceText(
        """
        \(lines)
        本期要目
        01 岚州省数据条例实施办法
        岚州省数据条例实施办法
        第一条 为了实施岚州省数据条例，制定本办法。
        """)
    ).masthead
  }

  @Test func everyFieldOfAWeeklyIssue() throws {
    let masthead = try #require(WeeklyIssue.picture.bulletin.masthead)
    #expect(masthead.title == "岚州数字观察")
    #expect(masthead.date == "2031-05-16")
    #expect(masthead.issue == 18)
    #expect(masthead.totalIssue == 96)
    #expect(masthead.tagline == "从岚江两岸看数字中国")
    #expect(masthead.publisher == "岚州省数字发展研究院")
    #expect(masthead.headline == "岚州省公共数据运营管理办法（试行）")
  }

  @Test(arguments: [
    ("岚州数字观察\n2031年5月16日 第18期 总第96期", "2031-05-16", 18, 96),
    ("岚州数字观察\n第18期（总第96期）\n2031年05月06日", "2031-05-06", 18, 96),
    ("岚州数字观察\n2031 年 5 月 16 日　第 18 期　总第 96 期", "2031-05-16", 18, 96),
    ("岚州数字观察\n２０３１年５月１６日 第１８期 总第９６期", "2031-05-16", 18, 96),
    ("岚州数字观察\n第十八期 总第九十六期\n2031年12月31日", "2031-12-31", 18, 96),
  ])
  func dateAndNumbers(_ lines: String, _ date: String, _ issue: Int, _ total: Int) {
    let masthead = Self.masthead(lines)
    #expect(masthead?.title == "岚州数字观察")
    #expect(masthead?.date == date)
    #expect(masthead?.issue == issue)
    #expect(masthead?.totalIssue == total)
  }

  @Test(arguments: ["岚州数字观察\n2031年13月40日 第5期", "岚州数字观察\n第5期"])
  func noDateIsNil(_ lines: String) {
    #expect(Self.masthead(lines)?.date == nil)
    #expect(Self.masthead(lines)?.issue == 5)
    #expect(Self.masthead(lines)?.totalIssue == nil)
  }
}
