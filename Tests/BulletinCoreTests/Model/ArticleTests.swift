import BulletinCore
import Testing

@Suite struct ArticleTests {
  private let bulletin = WeeklyIssue.picture.bulletin

  private func line(_ index: Int) -> String {
    String(decoding: bulletin.source.bytes[bulletin.source.lines[index].bytes], as: UTF8.self)
  }

  @Test func articlesOfTheWeeklyIssue() {
    #expect(
      bulletin.articles.map(\.title) == [
        "岚州省公共数据运营管理办法（试行）", "澄江市低空物流应用场景培育行动计划（2031—2033年）", "2031年1—4月全省软件业运行情况",
        "云泽可信数据空间发展白皮书(2031年)", "答疑实录：《岚州省公共数据运营管理办法（试行）》——怎么看、怎么办",
      ])
    #expect(bulletin.articles.map(\.page) == [1, 9, 17, 22, 27])
    #expect(bulletin.articles.map(\.column) == ["省级新政", "省级新政", "产业镜像", "前沿观察", "前沿观察"])
    #expect(bulletin.articles.map(\.documentNumber) == [nil, "澄政办发〔2031〕27号", nil, nil, nil])
    #expect(
      bulletin.articles.map(\.source) == [
        "岚州省数据资源局", "澄江市人民政府办公室", "岚州省软件业运行监测中心", "云泽数据空间创新中心", "岚州省人民政府新闻办公室",
      ])
  }

  @Test func editorNotesBelongToTheirArticles() throws {
    #expect(bulletin.articles.map { $0.editorNote != nil } == [true, true, false, false, false])
    let article = bulletin.articles[0]
    let note = try #require(article.editorNote)
    #expect(line(note.line) == "## 编者按")
    #expect(note.lines == note.line..<article.titleLine)
    #expect(note.lines.count == 4)
    #expect(article.lines.lowerBound == note.line)
  }

  @Test func articlesFollowOneAnother() {
    for (article, next) in zip(bulletin.articles, bulletin.articles.dropFirst()) {
      #expect(article.lines.upperBound == next.lines.lowerBound)
      #expect(article.lines.contains(article.titleLine))
    }
    #expect(line(bulletin.articles[4].lines.upperBound) == "## 主编简介")
  }

  @Test func contentsNameTheArticles() {
    #expect(bulletin.contents.map(\.article) == [0, 1, 2, 3, 4])
    #expect(bulletin.contents.map(\.page) == [1, 9, 17, 22, 27])
    #expect(bulletin.contents.map(\.number) == [nil, nil, nil, nil, nil])
    #expect(bulletin.contents[1].title == "澄江市低空物流应用场景培育行动计划(2031—2033年)")
    #expect(bulletin.contents[3].column == "前沿观察")
    #expect(line(bulletin.contents[0].line) == "01 岚州省公共数据运营管理办法(试行)")
  }

  @Test func ordinalAndPageOfAnEntry() {
    let bulletin = ContentsTests.pictures.first { $0.name == "ordinal in front, page behind" }?
      .labelled.bulletin
    #expect(bulletin?.contents.map(\.number) == [1, 2, 3])
    #expect(bulletin?.contents.map(\.page) == [3, 9, 15])
  }

  @Test func unlistedArticleHasItsNeighboursColumnAndNoPage() throws {
    let picture = try #require(TitleTests.unlisted.first)
    let bulletin = picture.labelled.bulletin
    #expect(bulletin.articles.map(\.title)[1] == "《岚州省数据条例实施办法》解读")
    #expect(bulletin.articles.map(\.column) == ["政策要闻", "政策要闻", "政策要闻"])
    #expect(bulletin.articles.map(\.page) == [1, nil, 9])
    #expect(bulletin.contents.map(\.article) == [0, 2])
  }

  @Test func entryWithoutArticle() {
    let bulletin = Labelled(
      """
      masthead   | 岚州数字观察
      masthead   | 2031年5月16日 第18期 总第96期
      contents   | 本期要目
      column     | 政策要闻
      entry 1    | 01 岚州省数据条例实施办法
      entry 9    | 09 岚州省机器人产业行动方案
      title - 0  | 岚州省数据条例实施办法
      clause 1 1 | 第一条 为了实施岚州省数据条例，制定本办法。
      clause 2 1 | 第二条 本办法自公布之日起施行。
      """
    ).bulletin
    #expect(bulletin.contents.map(\.article) == [0, nil])
    #expect(bulletin.articles.count == 1)
  }

  /// Titles as they should be shown, behind the lines that print them.
  @Test(arguments: [
    (["## **岚州省数字人才培育规划**"], "岚州省数字人才培育规划"),
    (["岚州省加快传感器产业集聚区", "建设的若干政策措施"], "岚州省加快传感器产业集聚区建设的若干政策措施"),
    (["打造边缘算力新高地", "——岚州省边缘计算试点调研"], "打造边缘算力新高地——岚州省边缘计算试点调研"),
    (["岚州省数字人才培育规划", "（2031—2035 年）"], "岚州省数字人才培育规划（2031—2035 年）"),
    (["岚州省支持 AI 芯片研发的若干措施(试行)"], "岚州省支持 AI 芯片研发的若干措施(试行)"),
    (["《岚州省数据条例》“十问十答”"], "《岚州省数据条例》“十问十答”"),
  ])
  func titleIsShownWhole(_ lines: [String], _ title: String) {
    let entry = lines.map { $0.filter { !"#* ".contains($0) } }.joined()
    let text = """
      岚州数字观察
      2031年5月16日 第18期
      本期要目
      01 \(entry)
      \(lines.joined(separator: "\n\n"))
      各地要充分认识此项工作的重要意义，细化举措、压实责任，确保各项任务落到实处。
      """
    #expect(Bulletin(SourceText(text)).articles.map(\.title) == [title])
  }

  @Test(arguments: [
    ("（来源：岚州省档案事务中心）", "岚州省档案事务中心"), ("(来源: 岚州省档案事务中心)", "岚州省档案事务中心"),
    ("来源：岚州省档案事务中心", "岚州省档案事务中心"), ("（来源：岚州网（客户端））", "岚州网（客户端）"),
    ("全省档案工作成效明显。（来源：岚州省档案事务中心）", "岚州省档案事务中心"), ("**（来源：岚州省档案事务中心）**", "岚州省档案事务中心"),
  ])
  func sourceWithoutBrackets(_ line: String, _ source: String) {
    let bulletin = Labelled.issue(
      """
      title - 0 | 岚州省数字档案工作情况
      paragraph | 各地认真推进数字档案馆建设，全省已有四十二个县区建成数字档案馆，其余县区年内全部建成。
      ?         | \(line)
      """
    ).bulletin
    #expect(bulletin.articles.map(\.source) == [source])
  }

  @Test func adoptionWithoutBrackets() {
    let bulletin = Labelled.issue(
      """
      title - 0  | 岚州省数字档案管理办法
      adoption   | （2031年3月1日岚州省人民政府第12次常务会议通过）
      clause 1 1 | 第一条 数字档案实行集中统一管理。
      clause 2 1 | 第二条 数字档案应当异地备份。
      """
    ).bulletin
    #expect(bulletin.articles.map(\.adoption) == ["2031年3月1日岚州省人民政府第12次常务会议通过"])
  }
}
