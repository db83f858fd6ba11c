/// Reads a date as people type it: `2026-12-01`, `12-1`, `12月1日`, `today`, `+7d`, `周五`.
public enum DueDate {
  /// The day that the words mean.
  ///
  /// `12-1` is the next such day from today on, and so is 12月1日; a weekday is the first such day from tomorrow,
  /// 下周五 that of the week after this (weeks begin with Monday). Full-width forms and capitals are
  /// as good as the others, blanks around do not count.
  public static func day(of words: String, today: CalendarDay) throws(DueDateError) -> CalendarDay {
    let typed = folded(words)
    if let days = named[typed] { return today.adding(days: days) }
    if let weekday = weekdays[typed] {
      return today.adding(days: (weekday - today.weekday + 6) % 7 + 1)
    }
    if typed.hasPrefix("下"), let weekday = weekdays[String(typed.dropFirst())] {
      return today.adding(days: 7 + weekday - today.weekday)
    }
    if typed.hasPrefix("+") { return try later(typed, words, today) }
    return try written(typed, words, today)
  }

  private static let named = [
    "today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "后天": 2, "大后天": 3,
  ]

  private static let weeks = ["周", "星期", "礼拜"]

  private static let weekdays: [String: Int] = {
    var table: [String: Int] = [:]
    let english = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    for (index, name) in english.enumerated() {
      table[name] = index + 1
      table[String(name.prefix(3))] = index + 1
    }
    for (index, name) in ["一", "二", "三", "四", "五", "六", "日"].enumerated() {
      for week in weeks { table[week + name] = index + 1 }
    }
    for week in weeks { table[week + "天"] = 7 }
    return table
  }()

  /// `+7d`, `+2w`.
  private static func later(
    _ typed: String, _ words: String, _ today: CalendarDay
  ) throws(DueDateError) -> CalendarDay {
    let units: [Character: Int] = ["d": 1, "w": 7]
    let digits = typed.dropFirst().dropLast()
    guard let unit = typed.last.flatMap({ units[$0] }), isNumber(digits) else {
      throw .unknown(words)
    }
    // A number that no Int holds lies beyond every calendar.
    guard let count = Int(digits) else { throw .impossible(words) }
    let (days, overflow) = count.multipliedReportingOverflow(by: unit)
    let day = today.adding(days: days)
    guard !overflow, today.days(to: day) == days else { throw .impossible(words) }
    return day
  }

  /// `2026-12-01` and `12-1`, the parts also parted by `/` or named: 2026年12月1日.
  private static func written(
    _ typed: String, _ words: String, _ today: CalendarDay
  ) throws(DueDateError) -> CalendarDay {
    let parts = parts(of: typed)
    guard 2...3 ~= parts.count, parts.allSatisfy({ isNumber($0) && $0.utf8.count <= 4 }) else {
      throw .unknown(words)
    }
    let numbers = parts.compactMap { Int($0) }
    if numbers.count == 3 {
      // A year of two digits would be a guess.
      guard parts[0].utf8.count == 4 else { throw .unknown(words) }
      guard let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) else {
        throw .impossible(words)
      }
      return day
    }
    // The 29th of February comes again after eight years at the latest.
    for year in today.year...today.year + 8 {
      if let day = CalendarDay(year: year, month: numbers[0], day: numbers[1]), day >= today {
        return day
      }
    }
    throw .impossible(words)
  }

  /// The numbers of a written date; other forms give parts that are none.
  private static func parts(of typed: String) -> [Substring] {
    if let last = typed.last, "日号".contains(last), typed.contains("月") {
      let words = typed.dropLast().filter { $0 != " " }
      // 年 stands before 月, each once; anything else leaves a part that is no number.
      let month = words.split(separator: "月", omittingEmptySubsequences: false)
      let year = month[0].split(separator: "年", omittingEmptySubsequences: false)
      return (year + month.dropFirst()).map { Substring($0) }
    }
    let separator: Character = typed.contains("/") ? "/" : "-"
    return typed.split(separator: separator, omittingEmptySubsequences: false)
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// The words in ASCII where they have full-width forms, in small letters, without blanks around.
  private static func folded(_ words: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      let isFullWidth = 0xFF01...0xFF5E ~= scalar.value
      text.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    let blanks = text.drop { $0.properties.isWhitespace }
    let end = blanks.lastIndex { !$0.properties.isWhitespace }
    return String(end.map { blanks[...$0] } ?? blanks[blanks.endIndex...]).lowercased()
  }
}

/// Why words are no date; the wording stands where it is shown.
public enum DueDateError: Error, Equatable, Sendable {
  /// The words have no form of a date.
  case unknown(String)
  /// They have one, and the calendar has no such day: 2026-02-30.
  case impossible(String)
}
