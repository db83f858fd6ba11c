/// Taking records in.
extension Journal {
  /// What stands behind the last line feed of a file.
  enum Tail: Equatable { case none, record, torn }

  /// What came of reading a stretch of a file.
  struct Reading {
    /// How many bytes belong to lines that ended.
    var consumed = 0
    /// How many lines ended.
    var lines = 0
    /// Those of them that are no records, counted from 0.
    var damaged: [Int] = []
    var tail = Tail.none
  }

  /// Takes in the lines of a writer's file from an offset on. A last line without its end counts
  /// where it is whole; it is not consumed.
  mutating func read(_ bytes: [UInt8], from start: Int = 0, writer: String) -> Reading {
    let chunk = Int32(chunks.count)
    chunks.append(bytes)
    let writer = writerIndex(writer)
    var reading = Reading(consumed: start)
    var reader = RecordReader()
    let span = bytes.span
    var index = start
    while index < span.count {
      let (record, isDamaged) = reader.readLine(span, &index)
      let isEnded = index < span.count
      if let record {
        insert(record, reader.members, span, chunk, writer, isEnded: isEnded)
        if !isEnded { reading.tail = .record }
      } else if !isEnded, isDamaged {
        reading.tail = .torn
      }
      if isEnded, isDamaged { reading.damaged.append(reading.lines) }
      guard isEnded else { break }
      index += 1
      reading.lines += 1
      reading.consumed = index
    }
    return reading
  }

  /// The number of a writer's name.
  mutating func writerIndex(_ name: String) -> Int32 {
    let index = writers.add(name)
    while ledgers.count < writers.count { ledgers.append(Ledger()) }
    return index
  }

  private mutating func insert(
    _ parsed: ParsedRecord, _ members: [ParsedRecord.Member], _ bytes: Span<UInt8>,
    _ chunk: Int32, _ writer: Int32, isEnded: Bool
  ) {
    guard parsed.isUnderstood || isEnded else { return }
    if parsed.action == .compacted, parsed.isUnderstood {
      ledgers[Int(writer)].through = max(ledgers[Int(writer)].through, parsed.through)
      ledgers[Int(writer)].highest = max(ledgers[Int(writer)].highest, parsed.through)
      return
    }
    var record = StoredRecord(
      action: parsed.isUnderstood ? parsed.action : nil, writer: writer, seq: parsed.seq,
      clock: parsed.clock, entity: -1, chunk: chunk, line: .init(parsed.line),
      at: .init(parsed.at), by: .init(parsed.by))
    guard enter(record) else { return }
    let index = Int32(records.count)
    highestClock = max(highestClock, parsed.clock)
    if parsed.isUnderstood {
      let entity = entityIndex(bytes, parsed.id)
      record.entity = entity
      record.previous = entities[Int(entity)].newest
      if let undoes = parsed.undoes {
        record.undoesWriter = writerIndex(bytes.text(undoes.writer))
        record.undoesSeq = undoes.seq
      }
      note(entity)
      records.append(record)
      join(index, to: Int(entity))
      for member in members {
        let field = field(bytes, member.name)
        let isSet = set(entity, field, index, member.value)
        if isSet, field == Self.target {
          entities[Int(entity)].document = documentIndex(bytes, member.value)
        }
      }
      if parsed.action == .remove || parsed.action == .restore {
        let field = KnownField.removed.index
        let isSaid = members.contains { bytes.equals("removed", $0.name) }
        if !isSaid { _ = set(entity, field, index, 0..<0) }
      }
    } else {
      if parsed.version > 1 { newerRecords += 1 } else { unknownRecords += 1 }
      records.append(record)
    }
  }

  /// Enters a record, about to be appended, in its writer's ledger; false where it is there
  /// already.
  private mutating func enter(_ record: StoredRecord) -> Bool {
    guard record.seq > 0 else { return true }
    let writer = Int(record.writer)
    let index = Int32(records.count)
    guard let present = ledgers[writer].records[record.seq] else {
      ledgers[writer].records[record.seq] = index
      ledgers[writer].highest = max(ledgers[writer].highest, record.seq)
      return true
    }
    let bytes = chunks[Int(record.chunk)][record.line.range]
    if line(present) == bytes { return false }
    // A stranger may give one number to any number of records.
    let hash = bytes.hashValue
    let alike = ledgers[writer].repeats[hash] ?? []
    if alike.contains(where: { line($0) == bytes }) { return false }
    ledgers[writer].repeats[hash, default: []].append(index)
    ledgers[writer].repeatedNumbers.insert(record.seq)
    return true
  }

  private mutating func entityIndex(_ bytes: Span<UInt8>, _ id: Range<Int>) -> Int32 {
    let index = ids.add(text: bytes, id)
    if Int(index) == entities.count { entities.append(Entity()) }
    return index
  }

  private mutating func field(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Int32 {
    fields.add(text: bytes, name)
  }

  /// Remembers whether the entity was shown before it is touched.
  private mutating func note(_ entity: Int32) {
    guard touched != nil, touched?[entity] == nil else { return }
    let wasShown = isShown(entity)
    touched?[entity] = wasShown
  }

  private mutating func join(_ record: Int32, to entity: Int) {
    let action = records[Int(record)].action
    entities[entity].newest = record
    if action == .document {
      entities[entity].isDocument = true
    } else {
      entities[entity].isAnnotation = true
    }
    let (first, last) = (entities[entity].first, entities[entity].last)
    if last < 0 || precedes(last, record) { entities[entity].last = record }
    if first < 0 || begins(record, before: first) { entities[entity].first = record }
  }

  /// Whether a record rather than another tells who made an annotation, and when.
  private func begins(_ record: Int32, before other: Int32) -> Bool {
    let makes = records[Int(record)].action == .annotate
    let otherMakes = records[Int(other)].action == .annotate
    return makes == otherMakes ? precedes(record, other) : makes
  }

  private static let target = KnownField.target.index

  /// The index of the document that a target names; -1 where it names none.
  private mutating func documentIndex(_ bytes: Span<UInt8>, _ target: Range<Int>) -> Int32 {
    var index = target.lowerBound
    var name: Range<Int>?
    // The name stands first, so that the rest, which is long, need not be read.
    _ = bytes.readJSONObject(&index) { member, index in
      let value = index
      guard bytes.skipJSONValue(&index, depth: 1) else { return false }
      if bytes.equals("document", member), bytes[value] == UInt8(ascii: "\"") {
        name = value + 1..<index - 1
      }
      return name == nil
    }
    return name.map { targets.add(text: bytes, $0) } ?? -1
  }

  /// Gives a field the value of a record, unless a later record gave it one; the answer is whether.
  private mutating func set(
    _ entity: Int32, _ field: Int32, _ record: Int32, _ value: Range<Int>
  ) -> Bool {
    if let index = registerIndex(entity, field) {
      let present = registers[index].record
      // Of one field named twice in a record the last holds, as JSON readers have it.
      guard present == record || precedes(present, record) else { return false }
      registers[index].record = record
      registers[index].value = .init(value)
      return true
    }
    registers.append(
      Register(
        field: field, record: record, value: .init(value),
        next: entities[Int(entity)].firstRegister))
    entities[Int(entity)].firstRegister = Int32(registers.count - 1)
    entities[Int(entity)].registerCount += 1
    enterWide(entity)
    return true
  }

  /// Enters the newest register of an entity among those that are found by name, and the first time
  /// all the others, once there are so many that looking through them takes long.
  private mutating func enterWide(_ entity: Int32) {
    let count = entities[Int(entity)].registerCount
    guard count >= Entity.wide else { return }
    var index = entities[Int(entity)].firstRegister
    var left = count == Entity.wide ? count : 1
    while index >= 0, left > 0 {
      wideRegisters[WideField(entity: entity, field: registers[Int(index)].field)] = index
      index = registers[Int(index)].next
      left -= 1
    }
  }
}
