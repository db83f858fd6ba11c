import BulletinCore
import Testing

@Suite struct WholeIssueTests {
  @Test func weeklyIssueIsReadAsDrawn() { WeeklyIssue.picture.check("weekly issue") }
}
