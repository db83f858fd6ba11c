import Glibc

/// Reads a moment as ISO 8601 writes it.
public enum WallTime {
  /// Milliseconds since 1970 (UTC) of `2026-11-20T08:00:00.123Z`, `2026-11-20T16:00+08:00` or
  /// `2026-11-20`; without a zone it is local time, without a time of day midnight. Nil where it is
  /// none of these.
  public static func milliseconds(of text: String) -> Int64? {
    guard let day = CalendarDay(String(text.prefix(10))) else { return nil }
    let rest = text.dropFirst(10)
    guard let mark = rest.first else { return local(day, 0) }
    guard mark == "T" || mark == " " else { return nil }
    let body = rest.dropFirst()
    let zoneStart = body.firstIndex { "Z+-".contains($0) } ?? body.endIndex
    guard let time = timeOfDay(body[..<zoneStart]) else { return nil }
    let zone = body[zoneStart...]
    if zone.isEmpty { return local(day, time) }
    guard let offset = offset(zone) else { return nil }
    return utc(day, time) - Int64(offset) * 60_000
  }

  /// `08:00`, `08:00:00`, `08:00:00.123` in milliseconds since midnight.
  private static func timeOfDay(_ text: Substring) -> Int? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false).map(twoDigits)
    guard 2...3 ~= parts.count, let hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, hour < 24, minute < 60, second <= 60
    else { return nil }
    var fraction = 0
    if halves.count == 2 {
      guard parts.count == 3, !halves[1].isEmpty, halves[1].utf8.allSatisfy(isDigit) else {
        return nil
      }
      fraction = Int((halves[1] + "000").prefix(3)) ?? 0
    }
    return ((hour * 60 + minute) * 60 + second) * 1000 + fraction
  }

  /// `Z`, `+08:00`, `+0800`, `-05` in minutes ahead of UTC.
  private static func offset(_ zone: Substring) -> Int? {
    if zone == "Z" { return 0 }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard zone.first != "Z", digits.utf8.count == 2 || digits.utf8.count == 4,
      let hours = twoDigits(digits.prefix(2)),
      let minutes = digits.utf8.count == 2 ? 0 : twoDigits(digits.suffix(2)), hours < 24,
      minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (zone.first == "-" ? -1 : 1)
  }

  private static func utc(_ day: CalendarDay, _ time: Int) -> Int64 {
    let days = CalendarDay(year: 1970, month: 1, day: 1)?.days(to: day) ?? 0
    return Int64(days) * 86_400_000 + Int64(time)
  }

  /// The moment at which clocks of the process's zone show this.
  private static func local(_ day: CalendarDay, _ time: Int) -> Int64 {
    var parts = tm()
    parts.tm_year = Int32(day.year - 1900)
    parts.tm_mon = Int32(day.month - 1)
    parts.tm_mday = Int32(day.day)
    parts.tm_sec = Int32(time / 1000)
    parts.tm_isdst = -1
    return Int64(mktime(&parts)) * 1000 + Int64(time % 1000)
  }

  private static func twoDigits(_ text: some StringProtocol) -> Int? {
    text.utf8.count == 2 && text.utf8.allSatisfy(isDigit) ? Int(text) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
