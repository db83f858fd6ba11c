internal import AnnotationJournal

/// In which order the annotations pane lists cards; the raw value is what `sort-annotations` takes.
enum AnnotationOrder: String, CaseIterable, Sendable {
  /// As the text is read.
  case place
  /// By the first tag, those without one last.
  case tag
  /// Open, waiting, done, dropped, those without a follow-up last.
  case status
  /// Overdue first, then as dates come, those without one last.
  case due
  /// As the colours are counted.
  case color
  /// By name.
  case author

  /// What it is called.
  var name: Text {
    switch self {
    case .place: Text(zh: "按位置", en: "by place")
    case .tag: Text(zh: "按标签", en: "by tag")
    case .status: Text(zh: "按状态", en: "by status")
    case .due: Text(zh: "按到期", en: "by due date")
    case .color: Text(zh: "按颜色", en: "by colour")
    case .author: Text(zh: "按作者", en: "by author")
    }
  }

  /// The one that follows, the first behind the last.
  var next: AnnotationOrder {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}

/// What cards are sorted by: a rank, then a word; cards of one key stand together.
struct AnnotationSortKey: Hashable, Comparable, Sendable {
  /// What is lower comes first.
  var rank = 0
  /// What decides between equal ranks, by its scalars.
  var word = ""

  static func < (left: AnnotationSortKey, right: AnnotationSortKey) -> Bool {
    (left.rank, left.word) < (right.rank, right.word)
  }
}

extension AnnotationOrder {
  /// The key of an annotation.
  func key(of annotation: Annotation, today: CalendarDay) -> AnnotationSortKey {
    switch self {
    case .place: return AnnotationSortKey()
    case .tag:
      let tag = annotation.tags.first
      return AnnotationSortKey(rank: tag == nil ? 1 : 0, word: tag ?? "")
    case .status:
      guard let status = annotation.followUp?.status else {
        return AnnotationSortKey(rank: .max)
      }
      let known = FollowUpStatus(rawValue: status).flatMap(FollowUpStatus.allCases.firstIndex)
      // A state of a newer version stands behind those that are known.
      return AnnotationSortKey(rank: known ?? FollowUpStatus.allCases.count, word: status)
    case .due:
      switch Urgency(annotation, today: today) {
      case .overdue(let days): return AnnotationSortKey(rank: -days)
      case .due(let days): return AnnotationSortKey(rank: days)
      case .someDay: return AnnotationSortKey(rank: .max - 2)
      case .settled: return AnnotationSortKey(rank: .max - 1)
      case nil: return AnnotationSortKey(rank: .max)
      }
    case .color:
      let color = AnnotationColor.allCases.firstIndex(of: annotation.shownColor)
      return AnnotationSortKey(rank: color ?? 0)
    case .author: return AnnotationSortKey(word: annotation.author)
    }
  }

  /// What stands above the cards of an annotation's key; nil where the order makes no groups.
  func heading(of annotation: Annotation) -> Text? {
    switch self {
    case .place, .due: return nil
    case .tag:
      guard let tag = annotation.tags.first else { return Text(zh: "无标签", en: "no tag") }
      return Text(zh: "#\(tag)", en: "#\(tag)")
    case .status:
      return annotation.followUp?.stateName ?? Text(zh: "不跟进", en: "no follow-up")
    case .color: return annotation.shownColor.name
    case .author: return Text(zh: annotation.author, en: annotation.author)
    }
  }
}
