/// A record for people to look at, and for deciding what to undo.
public struct JournalEntry: Equatable, Sendable {
  /// Whose it is, and the how manieth.
  public let place: RecordPlace
  /// Its clock.
  public let clock: Int
  /// When it was made, by the clock of its machine.
  public let at: String
  /// Who made it.
  public let author: String
  /// What it did, to which annotation or document, and what it took back.
  public let change: Change
}

extension Journal {
  /// The records of an annotation or document, in their order.
  public func entries(of id: String) -> [JournalEntry] {
    ids.find(id).map { history(of: $0).map(entry) } ?? []
  }

  /// The indices of an entity's records, in their order.
  func history(of entity: Int32) -> [Int32] {
    var found: [Int32] = []
    var index = entities[Int(entity)].newest
    while index >= 0 {
      found.append(index)
      index = records[Int(index)].previous
    }
    return found.sorted { precedes($0, $1) }
  }

  /// A record that this version understands, read out.
  func entry(_ index: Int32) -> JournalEntry {
    let record = records[Int(index)]
    var undoes: RecordPlace?
    if record.undoesWriter >= 0 {
      undoes = RecordPlace(writer: writers.text(record.undoesWriter), seq: record.undoesSeq)
    }
    let change = Change(
      record.action ?? .edit, ids.text(record.entity), setFields(of: index), undoes: undoes)
    return JournalEntry(
      place: RecordPlace(writer: writers.text(record.writer), seq: record.seq),
      clock: record.clock, at: text(of: index, \.at), author: text(of: index, \.by),
      change: change)
  }

  /// The fields that a record sets, `removed` of `remove` and `restore` included.
  private func setFields(of index: Int32) -> [Change.Field] {
    let record = records[Int(index)]
    let line = line(index)
    let bytes = line.span
    var reader = RecordReader()
    var start = 0
    _ = reader.read(bytes, &start)
    var fields: [Change.Field] = []
    for member in reader.members {
      let name = bytes.text(member.name)
      fields.removeAll { $0.name == name }
      fields.append(Change.Field(name, FieldValue(trusted: bytes.array(member.value))))
    }
    let isSaid = fields.contains { $0.name == KnownField.removed.rawValue }
    if record.action == .remove, !isSaid { fields.append(.removed(true)) }
    if record.action == .restore, !isSaid { fields.append(.removed(false)) }
    return fields
  }
}
