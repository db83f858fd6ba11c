import BulletinCore
import Testing

@Suite struct DoubtTests {
  @Test func cleanIssueRaisesNoDoubtAboutContentsOrNumbers() {
    let kinds = WeeklyIssue.picture.bulletin.doubts().map(\.kind)
    #expect(kinds.allSatisfy { $0 == .joinedParagraph || $0 == .partedParagraph })
  }

  @Test func contentsAndTextThatDisagree() throws {
    let unlisted = try #require(TitleTests.unlisted.first).labelled.bulletin
    #expect(
      unlisted.doubts().map(\.kind) == [.articleWithoutEntry(title: "《岚州省数据条例实施办法》解读")])
  }

  @Test func numbersThatJumpOrRepeat() {
    let bulletin = Labelled(
      """
      title - 0  | 云泽自治州节水条例
      clause 1 1 | 第一条　为了节约用水，制定本条例。
      clause 2 1 | 第二条　任何单位和个人都有节约用水的义务。
      clause 4 1 | 第四条　用水单位应当安装计量设施。
      clause 4 1 | 第四条　计量设施应当定期检定。
      clause 5 1 | 第五条　本条例自公布之日起施行。
      """)
    bulletin.check()
    let doubts = bulletin.bulletin.doubts()
    #expect(doubts.map(\.line) == [4, 5])
    #expect(
      doubts.map(\.kind) == [
        .numberGap(label: "第四条", expected: 3, found: 4), .numberRepeat(label: "第四条"),
      ])
  }

  @Test func damagedBytesAreDoubtful() throws {
    let head = Array("云泽自治州节水条例\n第一条　为了节约用水，制".utf8)
    let source = try SourceText(head + [0xFF] + Array("定本条例。\n第二条　节约用水。\n".utf8))
    #expect(Bulletin(source).doubts().map(\.kind).contains(.damagedText(count: 1)))
  }
}
