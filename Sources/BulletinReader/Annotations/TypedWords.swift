public import AnnotationJournal

extension AnnotationColor {
  /// The colour of a name, in either language.
  static func named(_ word: String) -> AnnotationColor? {
    AnnotationColor(rawValue: word.lowercased()) ?? allCases.first { $0.name.zh == word }
  }
}

extension FollowUpStatus {
  /// The state of a name.
  static func named(_ word: String) -> FollowUpStatus? {
    FollowUpStatus(rawValue: word.lowercased())
  }
}

extension DueDateError {
  /// Why a date cannot be taken, and what can.
  public var reason: Text {
    switch self {
    case .unknown(let words):
      Text(
        zh: "不认识日期“\(words)”；可写 2026-12-01、12月1日、12-1、今天、明天、+7d、+2w、周五、下周五",
        en: "no date: “\(words)”; try 2026-12-01, 12-1, today, tomorrow, +7d, +2w, fri")
    case .impossible(let words):
      Text(zh: "没有“\(words)”这一天", en: "there is no such day: “\(words)”")
    }
  }
}
