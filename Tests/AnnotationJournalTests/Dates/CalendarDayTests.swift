import AnnotationJournal
import Testing

@Suite("Days of the calendar")
struct CalendarDayTests {
  @Test(
    "ISO 8601 alone is read, and written again",
    arguments: ["2026-12-01", "0001-01-01", "9999-12-31"])
  func iso(_ text: String) {
    #expect(CalendarDay(text)?.iso == text)
  }

  @Test(
    "Anything else is no day",
    arguments: [
      "", "2026-12-1", "2026-02-29", "2026-12-32", "2026/12/01", "+026-12-01", "2026-12-01 ",
      "0000-12-01", "２０２６-12-01",
    ])
  func refused(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test("Days follow each other through leap years and centuries, and weekdays with them")
  func following() throws {
    var day = try #require(CalendarDay("1896-01-01"))
    // A Wednesday.
    var weekday = 3
    let first = day
    var wrong: [String] = []
    for count in 0..<100_000 {
      let next = day.adding(days: 1)
      let isRight =
        day.weekday == weekday && first.adding(days: count) == day
        && day.adding(days: -count) == first && first.days(to: day) == count && day < next
        && CalendarDay(day.iso) == day
      if !isRight { wrong.append(day.iso) }
      (day, weekday) = (next, weekday % 7 + 1)
    }
    #expect(wrong == [])
    #expect(day.iso == "2169-10-16")
  }

  @Test("Beyond the calendar is its end")
  func ends() throws {
    let day = try #require(CalendarDay("2026-11-19"))
    #expect(day.adding(days: .max).iso == "9999-12-31")
    #expect(day.adding(days: 3_000_000).iso == "9999-12-31")
    #expect(day.adding(days: .min).iso == "0001-01-01")
    #expect(CalendarDay.today(at: .max).iso == "9999-12-31")
    #expect(CalendarDay.today(at: .min).iso == "0001-01-01")
  }

  @Test("Today is the day of the clock, a day at most from that in UTC")
  func today() throws {
    let utc = try #require(CalendarDay("2026-11-20"))
    #expect(-1...1 ~= utc.days(to: .today(at: 1_795_132_800_000)))
  }
}
