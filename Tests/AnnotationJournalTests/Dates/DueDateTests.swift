import AnnotationJournal
import Testing

@Suite("A date as it is typed")
struct DueDateTests {
  /// A Thursday.
  private let today = CalendarDay(year: 2026, month: 11, day: 19)

  @Test(
    "Every form means its day",
    arguments: [
      ("2026-12-01", "2026-12-01"), ("2026-2-1", "2026-02-01"), ("２０２６－１２－０１", "2026-12-01"),
      ("12-1", "2026-12-01"), ("11-19", "2026-11-19"), ("11-18", "2027-11-18"),
      ("2-29", "2028-02-29"), ("１２－１", "2026-12-01"),
      ("today", "2026-11-19"), (" Today ", "2026-11-19"), ("今天", "2026-11-19"),
      ("ｔｏｍｏｒｒｏｗ", "2026-11-20"), ("明天", "2026-11-20"),
      ("+7d", "2026-11-26"), ("+0d", "2026-11-19"), ("+2w", "2026-12-03"), ("＋２Ｗ", "2026-12-03"),
      ("周五", "2026-11-20"), ("星期五", "2026-11-20"), ("fri", "2026-11-20"), ("Friday", "2026-11-20"),
      ("周四", "2026-11-26"), ("thu", "2026-11-26"), ("周日", "2026-11-22"), ("周天", "2026-11-22"),
      ("星期天", "2026-11-22"), ("周一", "2026-11-23"), ("wed", "2026-11-25"),
      ("下周五", "2026-11-27"), ("下周一", "2026-11-23"), ("下星期日", "2026-11-29"),
      ("下周四", "2026-11-26"),
    ])
  func forms(_ words: String, _ iso: String) throws {
    #expect(try DueDate.day(of: words, today: #require(today)).iso == iso)
  }

  @Test(
    "What has no form of a date is refused",
    arguments: [
      "", "  ", "soon", "+", "+d", "+7", "+7m", "+-7d", "7d", "26-12-01", "12-1-2026", "12--1",
      "-1",
      "2026-12-01-", "周八", "下", "下五", "２０２６", "12345-1-1",
    ])
  func unknown(_ words: String) throws {
    let today = try #require(today)
    #expect(throws: DueDateError.unknown(words)) { try DueDate.day(of: words, today: today) }
  }

  @Test(
    "What no calendar has is refused, however large",
    arguments: [
      "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2-30", "13-1",
      "+99999999999d", "+9223372036854775807w", "+99999999999999999999999999d",
    ])
  func impossible(_ words: String) throws {
    let today = try #require(today)
    #expect(throws: DueDateError.impossible(words)) { try DueDate.day(of: words, today: today) }
  }
}
