internal import AnnotationJournal

/// Which annotations the pane keeps, by words as they are typed; all of them must hold.
///
/// | typed | keeps |
/// |---|---|
/// | `台账` | those with it in quote, note, author or place |
/// | `#合` | those with a tag that begins so; `#` alone: any tag |
/// | `@甲` | those assigned to somebody whose name begins so; `@` alone: to anybody |
/// | `朱` `vermilion`, … | those of a colour |
/// | `待办` `open`, … | those whose follow-up is in a state |
/// | `待跟进` `pending` | those that are to be followed up |
/// | `2026-12-01`, `12-1`, `周五` | those due that day, and those with such words |
/// | `+7d`, `+2w` | those due from today until then |
/// | `本周` `week`, `下周` `nextweek` | those due from Monday to Sunday |
/// | `到期` `due`, `逾期` `overdue`, `今天` `today` | those with a date, one that passed, today's |
/// | `已改` `changed`, `待确认` `doubtful`, `失锚` `orphaned`, `未保存` `unsaved` | those that became so |
struct AnnotationFilter: Equatable, Sendable {
  /// The words as typed.
  let words: String
  private let terms: [Term]

  init(_ words: String) {
    self.words = words
    terms = words.split { $0.isWhitespace }.map { Term(String($0)) }
  }

  /// Whether annotations are kept, on a day.
  func test(on today: CalendarDay) -> (PlacedAnnotation) -> Bool {
    let tests = terms.map { (term: $0, days: $0.days(seenFrom: today)) }
    return { placed in
      tests.allSatisfy { test in
        test.term.holds(for: placed, today: today)
          || test.days.map { placed.isDue(in: $0) } ?? false
      }
    }
  }

  /// A condition that has a name.
  fileprivate enum Condition: Equatable, Sendable {
    case pending, due, overdue, today, changed, doubtful, orphaned, unsaved
  }

  fileprivate enum Term: Equatable, Sendable {
    case text(SearchPattern)
    case tag(String)
    case assignee(String)
    case color(AnnotationColor)
    case status(FollowUpStatus)
    case condition(Condition)
  }

  /// The words with a meaning of their own.
  fileprivate static let named: [String: Term] = {
    var table: [String: Term] = [:]
    func add(_ name: Text, _ term: Term) {
      table[name.zh] = term
      table[name.en] = term
    }
    for color in AnnotationColor.allCases { add(color.name, .color(color)) }
    for status in FollowUpStatus.allCases { add(status.name, .status(status)) }
    add(Text(zh: "待跟进", en: "pending"), .condition(.pending))
    add(Text(zh: "到期", en: "due"), .condition(.due))
    add(Text(zh: "逾期", en: "overdue"), .condition(.overdue))
    add(Text(zh: "今天", en: "today"), .condition(.today))
    add(Text(zh: "已改", en: "changed"), .condition(.changed))
    add(Text(zh: "待确认", en: "doubtful"), .condition(.doubtful))
    add(Text(zh: "失锚", en: "orphaned"), .condition(.orphaned))
    add(Text(zh: "未保存", en: "unsaved"), .condition(.unsaved))
    return table
  }()
}

extension AnnotationFilter.Term {
  fileprivate init(_ word: String) {
    let folded = SearchPattern.folded(word)
    if let named = AnnotationFilter.named[folded.lowercased()] {
      self = named
    } else if folded.hasPrefix("#") {
      self = .tag(folded.dropFirst().lowercased())
    } else if folded.hasPrefix("@") {
      self = .assignee(folded.dropFirst().lowercased())
    } else {
      self = .text(SearchPattern(word))
    }
  }

  fileprivate func holds(for placed: PlacedAnnotation, today: CalendarDay) -> Bool {
    let annotation = placed.annotation
    switch self {
    case .text(let pattern):
      let texts = [
        placed.quote, annotation.note ?? "", annotation.author, placed.facts.label ?? "",
      ]
      return texts.contains { pattern.first(in: Array($0.unicodeScalars)) != nil }
    case .tag(let start):
      return annotation.tags.contains { SearchPattern.folded($0).lowercased().hasPrefix(start) }
    case .assignee(let start):
      guard let assignee = annotation.followUp?.assignee else { return false }
      return SearchPattern.folded(assignee).lowercased().hasPrefix(start)
    case .color(let color): return annotation.shownColor == color
    case .status(let status): return annotation.followUp?.status == status.rawValue
    case .condition(let condition): return condition.holds(for: placed, today: today)
    }
  }

  /// The days that the words mean, where they mean any.
  fileprivate func days(seenFrom today: CalendarDay) -> ClosedRange<CalendarDay>? {
    guard case .text(let pattern) = self else { return nil }
    let word = SearchPattern.folded(pattern.words).lowercased()
    if let week = Self.weeks.firstIndex(where: { [$0.zh, $0.en].contains(word) }) {
      let monday = today.adding(days: 7 * week + 1 - today.weekday)
      return monday...monday.adding(days: 6)
    }
    guard let day = try? DueDate.day(of: word, today: today) else { return nil }
    return word.hasPrefix("+") && day >= today ? today...day : day...day
  }

  /// The words for this week and the next.
  private static let weeks = [
    Text(zh: "本周", en: "week"), Text(zh: "下周", en: "nextweek"),
  ]
}

extension PlacedAnnotation {
  /// Whether its follow-up is open and due in some days.
  fileprivate func isDue(in days: ClosedRange<CalendarDay>) -> Bool {
    guard let followUp = annotation.followUp, followUp.isPending,
      let due = followUp.due.flatMap({ CalendarDay($0) })
    else { return false }
    return days.contains(due)
  }
}

extension AnnotationFilter.Condition {
  fileprivate func holds(for placed: PlacedAnnotation, today: CalendarDay) -> Bool {
    let urgency = Urgency(placed.annotation, today: today)
    switch self {
    case .pending: return urgency?.isPending == true
    case .due:
      if case .due = urgency { return true }
      return urgency?.isOverdue == true
    case .overdue: return urgency?.isOverdue == true
    case .today: return urgency == .due(days: 0)
    case .changed: return placed.anchor.state == .changed
    case .doubtful: return placed.anchor.state == .doubtful
    case .orphaned: return placed.bytes == nil
    case .unsaved: return !placed.isSaved
    }
  }
}
