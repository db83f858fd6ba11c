import BulletinCore
import Testing

/// Lines on which whole zones hang, damaged: 本期要目, a title, 编者按. What is lost stays small.
@Suite struct ZoneDamageTests {
  /// The weekly issue without the rows that the condition names.
  private static func issue(without isGone: (Labelled.Row) -> Bool) -> Labelled {
    var labelled = WeeklyIssue.picture
    labelled.rows.removeAll(where: isGone)
    return labelled
  }

  /// The weekly issue with the text of such rows exchanged.
  private static func issue(_ change: (inout Labelled.Row) -> Void) -> Labelled {
    var labelled = WeeklyIssue.picture
    for place in labelled.rows.indices { change(&labelled.rows[place]) }
    return labelled
  }

  private static let titles = WeeklyIssue.picture.bulletin.articles.map(\.title)

  @Test(arguments: ["本期耍目", "本 期", "期要目", "## 木期要目"])
  func contentsHeadGarbled(_ head: String) {
    let damaged = Self.issue { row in
      if row.role == "contents" { row.text = head }
    }
    let (share, difference) = DamageTests.accuracy(damaged)
    #expect(share >= 0.98, "\(difference)")
    #expect(damaged.bulletin.articles.map(\.title) == Self.titles)
  }

  @Test func contentsHeadGone() {
    let damaged = Self.issue(without: { $0.role == "contents" })
    let (share, difference) = DamageTests.accuracy(damaged)
    #expect(share >= 0.98, "\(difference)")
    #expect(damaged.bulletin.articles.map(\.title) == Self.titles)
  }

  @Test func wholeContentsGoneKeepTheArticlesWithNoteOrSource() {
    let damaged = Self.issue(without: { ["column", "entry"].contains($0.role) })
    #expect(damaged.bulletin.kind == .bulletin)
    #expect(damaged.bulletin.articles.count == 5)
    let (share, difference) = DamageTests.accuracy(damaged)
    #expect(share >= 0.95, "\(difference)")
  }

  /// An entry lost leaves the article to be found as one that the contents leave out.
  @Test(arguments: 0..<5) func entryGone(_ lost: Int) {
    var place = -1
    let damaged = Self.issue(without: { row in
      if row.role == "entry" { place += 1 }
      return row.role == "entry" && place == lost
    })
    #expect(damaged.bulletin.articles.count == 5)
    #expect(damaged.bulletin.articles.count { $0.page == nil } == 1)
    let (share, difference) = DamageTests.accuracy(damaged)
    #expect(share >= 0.98, "\(difference)")
  }

  /// A title lost costs its article, and that one alone.
  @Test(arguments: 0..<5) func titleGone(_ lost: Int) {
    let line = WeeklyIssue.picture.bulletin.articles[lost].titleLine
    var damaged = WeeklyIssue.picture
    let origin = damaged.textRows[line].origin
    damaged.rows.removeAll { $0.origin == origin }
    let titles = damaged.bulletin.articles.map(\.title)
    let kept = Self.titles.enumerated().filter { $0.offset != lost }.map(\.element)
    #expect(titles.filter { kept.contains($0) } == kept)
    let rest = DamageTests.accuracy(damaged)
    #expect(rest.share >= 0.97, "\(rest.difference)")
  }

  @Test(arguments: ["编者接", "编者", "编 者", "者按"])
  func editorNoteHeadGarbled(_ head: String) {
    let damaged = Self.issue { row in
      if row.role == "editor-note" { row.text = head }
    }
    #expect(damaged.bulletin.articles.map(\.title) == Self.titles)
    let (share, difference) = DamageTests.accuracy(damaged)
    #expect(share >= 0.95, "\(difference)")
  }

  @Test func editorNoteHeadsGone() {
    let damaged = Self.issue(without: { $0.role == "editor-note" })
    #expect(damaged.bulletin.articles.map(\.title) == Self.titles)
    let (share, difference) = DamageTests.accuracy(damaged)
    #expect(share >= 0.95, "\(difference)")
  }
}
