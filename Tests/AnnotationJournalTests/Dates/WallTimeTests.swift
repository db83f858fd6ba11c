import AnnotationJournal
import Testing

@Suite("A moment in ISO 8601")
struct WallTimeTests {
  @Test(
    "It is read with its zone",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-20T08:00:00Z", 1_795_161_600_000),
      ("2026-11-20T08:00:00.123Z", 1_795_161_600_123), ("2026-11-20 08:00Z", 1_795_161_600_000),
      ("2026-11-20T16:00:00+08:00", 1_795_161_600_000),
      ("2026-11-20T03:00-0500", 1_795_161_600_000),
      ("1969-12-31T23:59:59.5Z", -500), ("2026-11-20T08:00:00.123456789Z", 1_795_161_600_123),
    ])
  func read(_ text: String, _ milliseconds: Int64) {
    #expect(WallTime.milliseconds(of: text) == milliseconds)
  }

  @Test("Without a zone it is local time", arguments: ["2026-11-20", "2026-11-20T23:59:59"])
  func local(_ text: String) throws {
    let moment = try #require(WallTime.milliseconds(of: text))
    #expect(CalendarDay.today(at: moment).iso == "2026-11-20")
  }

  @Test(
    "Anything else is none",
    arguments: [
      "", "now", "1795161600", "2026-02-30T00:00Z", "2026-11-20T", "2026-11-20T8:00Z",
      "2026-11-20T24:00Z", "2026-11-20T08:60Z", "2026-11-20T08:00:00.Z", "2026-11-20T08:00+8",
      "2026-11-20T08:00Zulu", "2026-11-20x",
    ])
  func refused(_ text: String) {
    #expect(WallTime.milliseconds(of: text) == nil)
  }
}
