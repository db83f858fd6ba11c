/// That an annotation came, changed or went, by whomever.
public struct AnnotationEvent: Equatable, Sendable {
  /// What happened.
  public enum Kind: String, Sendable { case added, changed, removed }

  /// What happened.
  public var kind: Kind
  /// The annotation.
  public var id: String

  /// What became of entities of which is known whether they were shown before.
  static func since(_ touched: [Int32: Bool], in journal: Journal) -> [AnnotationEvent] {
    touched.compactMap { entity, wasShown in
      let isShown = journal.isShown(entity)
      guard wasShown || isShown else { return nil }
      let kind: Kind = wasShown ? (isShown ? .changed : .removed) : .added
      return AnnotationEvent(kind: kind, id: journal.ids.text(entity))
    }.sorted { $0.id < $1.id }
  }

  /// What tells two readings of a folder apart.
  static func between(_ before: Journal, _ after: Journal) -> [AnnotationEvent] {
    let old = Dictionary(before.annotations.map { ($0.id, $0) }) { first, _ in first }
    let new = Dictionary(after.annotations.map { ($0.id, $0) }) { first, _ in first }
    var events: [AnnotationEvent] = []
    for (id, annotation) in new where old[id] != annotation {
      events.append(AnnotationEvent(kind: old[id] == nil ? .added : .changed, id: id))
    }
    for id in old.keys where new[id] == nil {
      events.append(AnnotationEvent(kind: .removed, id: id))
    }
    return events.sorted { $0.id < $1.id }
  }
}

/// What happened, one event an annotation.
struct AnnotationEvents {
  private var events: [AnnotationEvent?] = []
  private var places: [String: Int] = [:]

  /// In the order in which the annotations first came.
  var all: [AnnotationEvent] { events.compactMap { $0 } }

  /// Adds later events. Of an annotation that came and changed is told that it came, of one that
  /// came and went nothing.
  mutating func add(_ later: [AnnotationEvent]) {
    for event in later {
      guard let place = places[event.id], let present = events[place] else {
        places[event.id] = events.count
        events.append(event)
        continue
      }
      switch (present.kind, event.kind) {
      case (.added, .removed): events[place] = nil
      case (.added, _): break
      case (.removed, .added): events[place]?.kind = .changed
      case (_, let kind): events[place]?.kind = kind
      }
    }
  }
}
