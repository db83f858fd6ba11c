public import AnnotationJournal

extension AnnotationColor {
  /// What it is called.
  var name: Text {
    switch self {
    case .vermilion: Text(zh: "朱", en: "vermilion")
    case .gold: Text(zh: "金", en: "gold")
    case .jade: Text(zh: "碧", en: "jade")
    case .azure: Text(zh: "青", en: "azure")
    case .violet: Text(zh: "紫", en: "violet")
    }
  }

  /// What its highlights are laid over the text with.
  var highlight: StyleRole {
    switch self {
    case .vermilion: .highlightVermilion
    case .gold: .highlightGold
    case .jade: .highlightJade
    case .azure: .highlightAzure
    case .violet: .highlightViolet
    }
  }

  /// The same for the highlight under the cursor.
  var currentHighlight: StyleRole {
    switch self {
    case .vermilion: .highlightVermilionCurrent
    case .gold: .highlightGoldCurrent
    case .jade: .highlightJadeCurrent
    case .azure: .highlightAzureCurrent
    case .violet: .highlightVioletCurrent
    }
  }
}

extension FollowUpStatus {
  /// What it is called.
  var name: Text {
    switch self {
    case .open: Text(zh: "待办", en: "open")
    case .waiting: Text(zh: "等待", en: "waiting")
    case .done: Text(zh: "已办", en: "done")
    case .dropped: Text(zh: "不办", en: "dropped")
    }
  }

  /// What it is shown in, while its date has not passed.
  var role: StyleRole {
    switch self {
    case .open: .followUp
    case .waiting: .followUpWaiting
    case .done: .followUpDone
    case .dropped: .followUpDropped
    }
  }
}

extension MeaningChange {
  /// What kind of word changed.
  var name: Text {
    switch self {
    case .number: Text(zh: "数字", en: "number")
    case .clauseReference: Text(zh: "所引条文", en: "clause referred to")
    case .negation: Text(zh: "否定", en: "negation")
    case .modality: Text(zh: "应当与可以", en: "duty or leave")
    case .bound: Text(zh: "限度", en: "bound")
    }
  }
}

extension AnchorDoubt {
  /// What is doubtful.
  var reason: Text {
    switch self {
    case .place: return Text(zh: "位置不确定", en: "place uncertain")
    case .meaning(let changes):
      let names = MeaningChange.allCases.filter(changes.contains).map(\.name)
      return Text(
        zh: names.map(\.zh).joined(separator: "、") + "有改动",
        en: names.map(\.en).joined(separator: ", ") + " changed")
    }
  }
}

extension CalendarDay {
  /// `12月1日 周二`, in another year than today's `2027年12月1日 周三`.
  func words(today: CalendarDay) -> Text {
    let isThisYear = year == today.year
    let index = min(max(weekday, 1), 7) - 1
    let zhWeekday = Array("一二三四五六日")[index]
    let enWeekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return Text(
      zh: (isThisYear ? "" : "\(year)年") + "\(month)月\(day)日 周\(zhWeekday)",
      en: "\(enWeekday) \(day) \(months[month - 1])" + (isThisYear ? "" : " \(year)"))
  }
}

extension FollowUp {
  /// The state; a word of a newer version as it stands.
  public var stateName: Text {
    FollowUpStatus(rawValue: status)?.name ?? Text(zh: status, en: status)
  }

  /// `12月1日 周二`, `逾期 3 天`, `等待 今天`, `已办`: how it stands on a day, without the assignee.
  func words(_ urgency: Urgency, today: CalendarDay) -> Text {
    let day: Text? =
      switch urgency {
      case .overdue(let days):
        Text(zh: "逾期 \(days) 天", en: days == 1 ? "1 day overdue" : "\(days) days overdue")
      case .due(days: 0): Text(zh: "今天", en: "today")
      case .due: due.flatMap { CalendarDay($0) }?.words(today: today)
      case .someDay, .settled: nil
      }
    guard let day else { return stateName }
    guard status != FollowUpStatus.open.rawValue else { return day }
    return Text(zh: "\(stateName.zh) \(day.zh)", en: "\(stateName.en), \(day.en)")
  }

  /// What it is shown in.
  func role(_ urgency: Urgency) -> StyleRole {
    urgency.isOverdue ? .followUpOverdue : FollowUpStatus(rawValue: status)?.role ?? .followUp
  }
}
