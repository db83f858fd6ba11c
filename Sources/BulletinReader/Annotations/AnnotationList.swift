internal import AnnotationJournal

/// The annotations of the open document, found by where they stand.
struct AnnotationList: Sendable {
  /// All of them in reading order, those without a place at the end.
  let placed: [PlacedAnnotation]
  /// The day on which follow-ups are judged.
  let today: CalendarDay
  /// How many of them have a place; these stand first.
  let placedCount: Int
  /// What the status line tells of all of them.
  let tally: AnnotationTally
  /// Whether more than one person wrote them.
  let hasSeveralAuthors: Bool
  /// For each with a place, the farthest end of it and of all before it: where a search backward
  /// may stop.
  private let reach: [Int]
  /// How many of those before each one have an open follow-up, an overdue one; and so for the end.
  private let pendingBefore: [Int32]
  private let overdueBefore: [Int32]
  private let indices: [String: Int]

  /// Makes a list of annotations in reading order.
  init(_ placed: [PlacedAnnotation] = [], today: CalendarDay) {
    self.placed = placed
    self.today = today
    var reach: [Int] = []
    var pending: [Int32] = [0]
    var overdue: [Int32] = [0]
    for one in placed {
      guard let bytes = one.bytes else { break }
      reach.append(max(reach.last ?? 0, bytes.upperBound))
      let urgency = Urgency(one.annotation, today: today)
      pending.append((pending.last ?? 0) + (urgency?.isPending == true ? 1 : 0))
      overdue.append((overdue.last ?? 0) + (urgency?.isOverdue == true ? 1 : 0))
    }
    self.reach = reach
    pendingBefore = pending
    overdueBefore = overdue
    placedCount = reach.count
    tally = AnnotationTally(placed, today: today)
    hasSeveralAuthors = placed.contains { $0.annotation.author != placed.first?.annotation.author }
    indices = Dictionary(placed.indices.map { (placed[$0].annotation.id, $0) }) { first, _ in first
    }
  }

  /// The index of the annotation of an id.
  func index(of id: String) -> Int? { indices[id] }

  /// The annotation of an id.
  func annotation(_ id: String) -> PlacedAnnotation? { index(of: id).map { placed[$0] } }

  /// The index of the first annotation that begins at or behind a byte of the source.
  func first(from byte: Int) -> Int {
    var (low, high) = (0, placedCount)
    while low < high {
      let middle = (low + high) / 2
      if (placed[middle].bytes?.lowerBound ?? 0) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indices of the annotations that share a byte with a range of the source, in order.
  func indices(meeting bytes: Range<Int>) -> [Int] {
    guard !bytes.isEmpty else { return [] }
    var found: [Int] = []
    var index = first(from: bytes.upperBound) - 1
    while index >= 0, reach[index] > bytes.lowerBound {
      if let range = placed[index].bytes, range.overlaps(bytes) { found.append(index) }
      index -= 1
    }
    return found.reversed()
  }

  /// Whether an annotation shares a byte with a range of the source.
  func hasAnnotation(meeting bytes: Range<Int>) -> Bool {
    guard !bytes.isEmpty else { return false }
    let behind = first(from: bytes.upperBound)
    return behind > 0 && reach[behind - 1] > bytes.lowerBound
  }

  /// How many annotations begin in a range of the source, and how many of them are to be followed
  /// up.
  func count(beginningIn bytes: Range<Int>) -> AnnotationCount {
    let (start, end) = (first(from: bytes.lowerBound), first(from: bytes.upperBound))
    return AnnotationCount(
      all: end - start, pending: Int(pendingBefore[end] - pendingBefore[start]),
      overdue: Int(overdueBefore[end] - overdueBefore[start]))
  }

  /// The innermost annotation that holds a byte: the shortest, of equal ones the newest.
  func innermost(at byte: Int) -> PlacedAnnotation? {
    indices(meeting: byte..<byte + 1).map { placed[$0] }.min { $0.isInside($1) }
  }

  /// The annotation of exactly these bytes, of several the newest.
  func exactly(_ bytes: Range<Int>) -> PlacedAnnotation? {
    indices(meeting: bytes).map { placed[$0] }.filter { $0.bytes == bytes }
      .max { $0.annotation.id < $1.annotation.id }
  }

  /// How an annotation's follow-up stands on this day; nil where it has none.
  func urgency(of annotation: Annotation) -> Urgency? { Urgency(annotation, today: today) }
}

extension PlacedAnnotation {
  /// Whether it lies in front of another one that it shares text with: it is shorter, of equal
  /// length newer.
  func isInside(_ other: PlacedAnnotation) -> Bool {
    let (length, otherLength) = (bytes?.count ?? 0, other.bytes?.count ?? 0)
    return length == otherLength ? annotation.id > other.annotation.id : length < otherLength
  }
}

/// How many annotations there are in a part of the text.
struct AnnotationCount: Equatable, Sendable {
  /// All of them.
  var all = 0
  /// Those with an open follow-up.
  var pending = 0
  /// Those of which the date has passed.
  var overdue = 0
}

/// What is to be done about the annotations of a document.
struct AnnotationTally: Equatable, Sendable {
  /// Open follow-ups.
  var pending = 0
  /// Those of which the date has passed.
  var overdue = 0
  /// Annotations whose place somebody must look at.
  var doubtful = 0
  /// Annotations without a text, but for those where this was confirmed.
  var orphaned = 0
  /// Annotations that may be lost.
  var unsaved = 0

  init(_ placed: [PlacedAnnotation], today: CalendarDay) {
    for one in placed {
      let urgency = Urgency(one.annotation, today: today)
      if urgency?.isPending == true { pending += 1 }
      if urgency?.isOverdue == true { overdue += 1 }
      if one.anchor.state == .doubtful { doubtful += 1 }
      if one.bytes == nil, !one.isSettledOrphan { orphaned += 1 }
      if !one.isSaved { unsaved += 1 }
    }
  }
}

/// How a follow-up stands.
enum Urgency: Equatable, Sendable {
  /// Its date was so many days ago.
  case overdue(days: Int)
  /// Its date is in so many days, today in none.
  case due(days: Int)
  /// Open without a date.
  case someDay
  /// Done or dropped.
  case settled

  /// How the follow-up of an annotation stands on a day; nil where it has none.
  init?(_ annotation: Annotation, today: CalendarDay) {
    guard let followUp = annotation.followUp else { return nil }
    guard followUp.isPending else {
      self = .settled
      return
    }
    guard let due = followUp.due.flatMap({ CalendarDay($0) }) else {
      self = .someDay
      return
    }
    self = due < today ? .overdue(days: due.days(to: today)) : .due(days: today.days(to: due))
  }

  /// Whether there is still something to do.
  var isPending: Bool { self != .settled }

  /// Whether its date has passed.
  var isOverdue: Bool { if case .overdue = self { true } else { false } }
}

/// Words in use, for completion.
extension AnnotationList {
  /// The tags of this document with how often they are used, then others that the journal knows.
  func tagsInUse(and known: [String]) -> [(tag: String, count: Int)] {
    let counts = count(placed.lazy.flatMap(\.annotation.tags))
    return counts.map { (tag: $0.key, count: $0.value) }
      + known.filter { counts[$0] == nil }.map { (tag: $0, count: 0) }
  }

  /// Those to whom follow-ups are assigned, and who wrote annotations, with how often.
  var peopleInUse: [(name: String, count: Int)] {
    let names = placed.lazy.flatMap { [$0.annotation.followUp?.assignee, $0.annotation.author] }
    return count(names.compactMap { $0 }).map { (name: $0.key, count: $0.value) }
  }

  private func count(_ words: some Sequence<String>) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
