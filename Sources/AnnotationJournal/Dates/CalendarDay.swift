import Glibc

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31, without time or zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a day; nil where the calendar has none of these numbers.
  public init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...Self.length(ofMonth: month, year) ~= day else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `2026-12-01`, in four, two and two digits, as a journal keeps a due date (ISO 8601).
  public init?(_ iso: String) {
    let parts = iso.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      let year = Self.number(parts[0]), let month = Self.number(parts[1]),
      let day = Self.number(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as ISO 8601 writes it: `2026-12-01`.
  public var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// The day of the week: 1 is Monday, 7 Sunday.
  public var weekday: Int {
    // 0001-01-01 was a Monday.
    number % 7 + 1
  }

  /// The day so many days later, or earlier; the calendar's first or last day where it would lie
  /// beyond.
  public func adding(days: Int) -> CalendarDay {
    let (sum, overflow) = number.addingReportingOverflow(days)
    if overflow { return days < 0 ? Self.first : Self.last }
    return CalendarDay(number: min(max(sum, 0), Self.last.number))
  }

  /// How many days later the other day is; negative where it is earlier.
  public func days(to other: CalendarDay) -> Int { other.number - number }

  /// The day that a clock on the wall shows.
  /// - Parameter milliseconds: since 1970 in UTC; the zone is the process's (`TZ`).
  public static func today(at milliseconds: Int64) -> CalendarDay {
    var seconds = time_t(milliseconds / 1000 - (milliseconds % 1000 < 0 ? 1 : 0))
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return milliseconds < 0 ? first : last }
    let year = Int(parts.tm_year) + 1900
    return CalendarDay(year: year, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? (year < 1 ? first : last)
  }

  /// By the order of days.
  public static func < (one: CalendarDay, other: CalendarDay) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  private static let first = CalendarDay(number: 0)
  private static let last = CalendarDay(number: 365 * 9999 + 9999 / 4 - 9999 / 100 + 9999 / 400 - 1)

  /// Days since 0001-01-01.
  private var number: Int {
    let past = year - 1
    let months = (1..<month).reduce(0) { $0 + Self.length(ofMonth: $1, year) }
    return past * 365 + past / 4 - past / 100 + past / 400 + months + day - 1
  }

  /// The day of a number in the calendar's span.
  private init(number: Int) {
    // 400 years have 146097 days; a guess that is never too late, made right by counting.
    var year = number * 400 / 146097 + 1
    func start(_ year: Int) -> Int {
      (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400
    }
    while start(year) > number { year -= 1 }
    while start(year + 1) <= number { year += 1 }
    var rest = number - start(year)
    var month = 1
    while rest >= Self.length(ofMonth: month, year) {
      rest -= Self.length(ofMonth: month, year)
      month += 1
    }
    (self.year, self.month, self.day) = (year, month, rest + 1)
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A number of ASCII digits alone.
  private static func number(_ digits: Substring.UTF8View) -> Int? {
    guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    return Int(Substring(digits))
  }
}
