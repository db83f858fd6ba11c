import AnnotationJournal
import BulletinCore
import Testing

@testable import BulletinReader

@Suite struct AnnotationListTests {
  /// A plain text with many annotations at random places, some within others.
  private static func sample(seed: UInt64, count: Int) throws -> AnnotatedSample {
    var chance = RandomReading(seed: seed)
    let sample = try AnnotatedSample(SampleBulletins.paragraphs(60))
    let starts = Array(sample.text.unicodeScalars.indices)
    for _ in 0..<count {
      let start = Int.random(in: 0..<starts.count - 80, using: &chance)
      let length = Int.random(in: 1...60, using: &chance)
      let bytes = [start, start + length].map {
        sample.text.utf8.distance(from: sample.text.startIndex, to: starts[$0])
      }
      var fields: [Change.Field] = []
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: fields = [.status("open"), .due("2026-11-0\(Int.random(in: 1...9, using: &chance))")]
      case 1: fields = [.status("waiting")]
      case 2: fields = [.status("done"), .due("2026-11-01")]
      default: break
      }
      // Blanks alone are no annotation.
      let words = String(
        String.UnicodeScalarView(
          starts[start..<start + length].map {
            sample.text.unicodeScalars[$0]
          }))
      if words.contains(where: { !$0.isWhitespace }) {
        try sample.annotate(bytes: bytes[0]..<bytes[1], fields)
      }
    }
    return sample
  }

  @Test(arguments: 1...4)
  func searchesFindWhatAWalkFinds(seed: UInt64) throws {
    let sample = try Self.sample(seed: seed, count: 40)
    let list = sample.list
    let all = list.placed.enumerated().compactMap { index, one in one.bytes.map { (index, $0) } }
    #expect(list.placedCount == all.count)
    var chance = RandomReading(seed: seed + 100)
    for _ in 0..<300 {
      let start = Int.random(in: 0..<sample.text.utf8.count, using: &chance)
      let range =
        start..<min(sample.text.utf8.count, start + Int.random(in: 0...200, using: &chance))
      let meeting = all.filter { !range.isEmpty && $0.1.overlaps(range) }.map(\.0)
      #expect(list.indices(meeting: range) == meeting)
      #expect(list.hasAnnotation(meeting: range) == !meeting.isEmpty)
      let beginning = all.filter { range.contains($0.1.lowerBound) }.map { list.placed[$0.0] }
      let urgencies = beginning.map { list.urgency(of: $0.annotation) }
      #expect(
        list.count(beginningIn: range)
          == AnnotationCount(
            all: beginning.count, pending: urgencies.filter { $0?.isPending == true }.count,
            overdue: urgencies.filter { $0?.isOverdue == true }.count))
      let inner = all.filter { $0.1.contains(start) }.map(\.1.count).min()
      #expect(list.innermost(at: start)?.bytes?.count == inner)
    }
  }

  @Test(arguments: [
    ("2026-11-25", "open", Urgency.overdue(days: 1)), ("2026-11-26", "open", .due(days: 0)),
    ("2026-12-01", "waiting", .due(days: 5)), ("2026-02-30", "open", .someDay),
    ("2026-11-25", "done", .settled), ("2026-11-25", "dropped", .settled),
    ("2026-11-25", "of-a-newer-version", .overdue(days: 1)),
  ])
  func urgencyIsByTheDay(due: String, status: String, expected: Urgency) throws {
    let sample = try AnnotatedSample()
    try sample.annotate("依法合规", [.status(status), .due(due)])
    #expect(sample.list.urgency(of: sample.list.placed[0].annotation) == expected)
  }

  @Test(arguments: [
    ("2026-12-01", "open", "12月1日 周二", "Tue 1 Dec"),
    ("2027-01-05", "open", "2027年1月5日 周二", "Tue 5 Jan 2027"),
    ("2026-11-26", "open", "今天", "today"), ("2026-11-23", "open", "逾期 3 天", "3 days overdue"),
    ("2026-11-25", "open", "逾期 1 天", "1 day overdue"),
    ("2026-11-25", "waiting", "等待 逾期 1 天", "waiting, 1 day overdue"),
    ("2026-11-25", "done", "已办", "done"), ("not a date", "open", "待办", "open"),
    ("2026-12-01", "parked", "parked 12月1日 周二", "parked, Tue 1 Dec"),
  ])
  func followUpsAreWorded(due: String, status: String, zh: String, en: String) throws {
    let sample = try AnnotatedSample()
    try sample.annotate("依法合规", [.status(status), .due(due)])
    let annotation = sample.list.placed[0].annotation
    let urgency = try #require(sample.list.urgency(of: annotation))
    let followUp = try #require(annotation.followUp)
    #expect(followUp.words(urgency, today: AnnotatedSample.today) == Text(zh: zh, en: en))
  }

  @Test func theTallyCountsWhatIsToBeDone() throws {
    let sample = try AnnotatedSample.amended()
    let tally = sample.list.tally
    #expect(tally.pending == 2 && tally.overdue == 1 && tally.unsaved == 0)
    #expect(tally.doubtful == 1 && tally.orphaned == 1)
    let orphan = try #require(sample.list.placed.first { $0.bytes == nil })
    try sample.document.leaveOrphan(orphan.annotation.id, by: "甲")
    #expect(sample.list.tally.orphaned == 0)
  }
}

extension AnnotatedSample {
  /// Seven annotations of which one became doubtful, one was amended and one lost its text.
  static func amended() throws -> AnnotatedSample {
    let issue = SampleBulletins.issue
    let earlier =
      issue.replacing("占比不低于10.5%", with: "占比不低于15%")
      .replacing("\n（来源：", with: "\n第七条 本办法施行前已经签订的数据合同，另行规定过渡期限。\n（来源：")
      .replacing("为促进数字贸易发展，", with: "为更好促进数字贸易高质量发展，")
    let sample = try AnnotatedSample(earlier)
    try sample.annotate(
      lines: """
        流通应当遵循依法合规、安全可控、公平高效的原则\tnote:请核对与上位法第七条\ttag:台账\ttag:合规\tdue:2026-12-01\tto:甲\tcolor:gold
        提供方应当在2026年6月底前建立来源台账\tdue:2026-11-23\tcolor:azure
        来源台账\tcolor:jade
        占比不低于15%\tnote:比例是否过高
        本办法施行前已经签订的数据合同，另行规定过渡期限\tnote:旧合同怎么办
        为更好促进数字贸易高质量发展，提出如下意见\tnote:口径变了\tcolor:violet
        算力券单张面额不超过二十万元\tstatus:done\tby:乙
        """)
    try sample.amend(issue)
    return sample
  }
}
