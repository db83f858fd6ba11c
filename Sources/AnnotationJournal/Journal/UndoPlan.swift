/// What undo or redo found to do.
public struct UndoPlan: Equatable, Sendable {
  /// The record to be written. It may set nothing: then all fields were changed by somebody since,
  /// and the next undo goes further back.
  public var change: Change
  /// The entry that is taken back, or done again.
  public var entry: JournalEntry
  /// Fields that stay as they are because somebody changed them since.
  public var left: [String]
}

/// A change counts as undone while a record that takes it back is not itself taken back. Undo
/// goes for the last change of the writer that is not undone; redo for the last record that undoes
/// one, as long as no other change came after it.
extension Journal {
  /// What undo would do to the last change of a writer to annotations of these documents; nil
  /// where nothing is left to undo. What was compacted is not undone.
  public func undoPlan(writer: String, documents: Set<String>) -> UndoPlan? {
    var undone: Set<Int32> = []
    for record in ownRecords(writer) where concerns(record, documents) {
      if undone.contains(record) { continue }
      if let target = target(of: record) { undone.insert(target) }
      if !isUndoing(record) { return plan(reverting: record) }
    }
    return nil
  }

  /// What redo would do; nil where nothing was undone, or something else was done since.
  public func redoPlan(writer: String, documents: Set<String>) -> UndoPlan? {
    var undone: Set<Int32> = []
    for record in ownRecords(writer) where concerns(record, documents) {
      if undone.contains(record) { continue }
      guard isUndoing(record) else { return nil }
      guard let target = target(of: record) else { continue }
      // A record that undoes an undoing is a redo, and no end to the redoing of others.
      if !isUndoing(target) { return plan(repeating: target, undoneBy: record) }
      undone.insert(target)
    }
    return nil
  }

  /// A writer's records that were not compacted, the last first.
  private func ownRecords(_ writer: String) -> some Sequence<Int32> {
    let ledger = writers.find(writer).map { ledgers[Int($0)] } ?? Ledger()
    let numbers = ledger.records.keys.filter { $0 > ledger.through }.sorted(by: >)
    return numbers.lazy.compactMap { ledger.records[$0] }
  }

  /// Whether a record changes an annotation of one of the documents.
  private func concerns(_ index: Int32, _ documents: Set<String>) -> Bool {
    let record = records[Int(index)]
    return record.entity >= 0 && record.action != .document
      && documentID(of: record.entity).map(documents.contains) == true
  }

  /// The records that are taken back, of records given with the last first.
  private func undone(among newestFirst: [Int32]) -> Set<Int32> {
    var undone: Set<Int32> = []
    for record in newestFirst where !undone.contains(record) {
      if let target = target(of: record) { undone.insert(target) }
    }
    return undone
  }

  private func isUndoing(_ record: Int32) -> Bool { records[Int(record)].undoesWriter >= 0 }

  /// The record that a record takes back, where it is known.
  private func target(of record: Int32) -> Int32? {
    let (writer, seq) = (records[Int(record)].undoesWriter, records[Int(record)].undoesSeq)
    return writer < 0 ? nil : ledgers[Int(writer)].records[seq]
  }

  private func plan(reverting record: Int32) -> UndoPlan {
    let entry = entry(record)
    var fields: [Change.Field] = []
    var left: [String] = []
    let past = Past(self, records[Int(record)].entity)
    if entry.change.action == .annotate {
      if past.isTouchedByOthers(since: record) {
        left = entry.change.fields.map(\.name)
      } else {
        fields = [.removed(true)]
      }
    } else {
      for field in entry.change.fields {
        if past.owner(of: field.name) == record {
          fields.append(Change.Field(field.name, past.value(of: field.name, before: record)))
        } else {
          left.append(field.name)
        }
      }
    }
    return UndoPlan(change: change(fields, entry), entry: entry, left: left)
  }

  private func plan(repeating record: Int32, undoneBy undoing: Int32) -> UndoPlan {
    let entry = entry(record)
    // What the undoing left as it was is not done again.
    let undone = Set(self.entry(undoing).change.fields.map(\.name))
    let wanted =
      entry.change.action == .annotate
      ? (undone.isEmpty ? [] : [.removed(false)])
      : entry.change.fields.filter { undone.contains($0.name) }
    var fields: [Change.Field] = []
    var left: [String] = []
    let past = Past(self, records[Int(record)].entity)
    for field in wanted {
      if let owner = past.owner(of: field.name), precedes(record, owner) {
        left.append(field.name)
      } else {
        fields.append(field)
      }
    }
    var change = change(fields, entry)
    change.undoes = self.entry(undoing).place
    return UndoPlan(change: change, entry: entry, left: left)
  }

  private func change(_ fields: [Change.Field], _ entry: JournalEntry) -> Change {
    let action: RecordAction =
      switch fields.first(where: { $0.name == KnownField.removed.rawValue })?.value {
      case .some(.yes): .remove
      case .some: .restore
      case nil: .edit
      }
    return Change(action, entry.change.id, fields, undoes: entry.place)
  }

  /// The records of one annotation, in their order, and which of them are in force.
  private struct Past {
    private let journal: Journal
    private let history: [(record: Int32, entry: JournalEntry)]
    /// Neither undone nor undoing. What undoes a record that is not known counts as a change of
    /// its own.
    private let inForce: Set<Int32>

    init(_ journal: Journal, _ entity: Int32) {
      self.journal = journal
      let records = journal.history(of: entity)
      history = records.map { ($0, journal.entry($0)) }
      let undone = journal.undone(among: records.reversed())
      inForce = Set(records.filter { !undone.contains($0) && journal.target(of: $0) == nil })
    }

    /// The record whose value the field would have if nothing undone or undoing were there.
    func owner(of field: String) -> Int32? {
      history.last { inForce.contains($0.record) && $0.entry.sets(field) }?.record
    }

    /// What the field was before a record.
    func value(of field: String, before record: Int32) -> FieldValue {
      let earlier = history.prefix { $0.record != record }.last { $0.entry.sets(field) }
      let found = earlier?.entry.change.fields.first { $0.name == field }
      return found?.value ?? .null
    }

    func isTouchedByOthers(since record: Int32) -> Bool {
      let writer = journal.records[Int(record)].writer
      return inForce.contains { other in
        journal.records[Int(other)].writer != writer && journal.precedes(record, other)
      }
    }
  }
}

extension JournalEntry {
  /// Whether it says something about a field.
  func sets(_ field: String) -> Bool {
    change.fields.contains { $0.name == field }
  }
}
