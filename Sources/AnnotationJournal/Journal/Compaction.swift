/// Which lines of one writer's files stay when they are compacted.
///
/// A record goes where later records of the same writer set all that it sets, with nothing of
/// others in between: whatever others write or take back, it can have no say any more. The first
/// and the last of each annotation stay, for who made it and when it was changed, and all that this
/// version does not understand; and the newest stay with what they replaced, so that they can still
/// be undone.
struct Compaction {
  /// How many of the writer's newest records can be undone afterwards.
  static let undoableRecords = 10

  /// The new file.
  private(set) var bytes: [UInt8] = []
  /// How many lines went.
  private(set) var dropped = 0

  private var lines: [Line] = []
  private var order: [Int] = []
  private var ids = NameTable()
  private var fields = NameTable()

  private struct Line {
    /// Without its line feed.
    var bytes: ArraySlice<UInt8>
    var seq = 0
    var clock = 0
    /// Index of what the record is about; -1 for a line that has to stay.
    var entity: Int32 = -1
    var makes = false
    /// The number of the record that this one takes back, where that is of the same writer.
    var undoes: Int?
    /// Whose it is.
    var writer = ""
    /// Whether it is read for its place in the order alone.
    var isOfOthers = false
    var fields: [Int32] = []
    var stays = false
  }

  /// A file of another writer, or a copy.
  struct Other {
    var writer: String
    var bytes: [UInt8]
  }

  /// Compacts files of a writer that are given in the order of their segments.
  init(_ files: [[UInt8]], of writer: String, beside others: [Other]) {
    var through = 0
    for file in files { through = max(through, read(file)) }
    for index in lines.indices { lines[index].writer = writer }
    let own = lines.count
    for other in others {
      let first = lines.count
      _ = read(other.bytes)
      for index in first..<lines.count {
        lines[index].writer = other.writer
        lines[index].isOfOthers = true
      }
    }
    order = Self.order(lines)
    let highest = lines[..<own].map(\.seq).max() ?? 0
    choose(undoableFrom: highest - Self.undoableRecords + 1)
    keepWhatWasUndone()
    through = max(through, highest - Self.undoableRecords)
    write(through: through)
  }

  /// Takes in the lines of a file; the answer is up to where it was compacted before.
  private mutating func read(_ file: [UInt8]) -> Int {
    var through = 0
    var reader = RecordReader()
    var index = 0
    while index < file.count {
      let start = index
      let (record, isDamaged) = reader.readLine(file.span, &index)
      let end = index
      index += 1
      if record == nil, !isDamaged { continue }
      if let record, record.isUnderstood, record.action == .compacted {
        through = max(through, record.through)
        continue
      }
      var line = Line(bytes: file[start..<end])
      if let record {
        line.bytes = file[record.line]
        enter(record, reader.members, file.span, in: &line)
      }
      lines.append(line)
    }
    return through
  }

  private mutating func enter(
    _ record: ParsedRecord, _ members: [ParsedRecord.Member], _ bytes: Span<UInt8>,
    in line: inout Line
  ) {
    line.seq = record.seq
    line.clock = record.clock
    guard record.isUnderstood, !record.hasUnknownKeys else { return }
    let names = members.map { bytes.text($0.name) }
    guard names.allSatisfy(Self.isKnown) else { return }
    line.entity = ids.add(bytes.text(record.id))
    line.makes = record.action == .annotate
    // Only one's own changes are taken back.
    line.undoes = record.undoes?.seq
    line.fields = names.map { fields.add($0) }
    if record.action == .remove || record.action == .restore {
      line.fields.append(fields.add(KnownField.removed.rawValue))
    }
  }

  private static func isKnown(_ field: String) -> Bool {
    KnownField(rawValue: field) != nil || field.utf8.starts(with: Journal.tagPrefix)
  }

  /// The order of all records: clock, writer, number, bytes.
  private static func order(_ lines: [Line]) -> [Int] {
    lines.indices.sorted { left, right in
      let (a, b) = (lines[left], lines[right])
      if a.clock != b.clock { return a.clock < b.clock }
      if a.writer != b.writer { return a.writer.utf8.lexicographicallyPrecedes(b.writer.utf8) }
      return a.seq == b.seq ? a.bytes.lexicographicallyPrecedes(b.bytes) : a.seq < b.seq
    }
  }

  private mutating func choose(undoableFrom first: Int) {
    var setters: [Int64: Int] = [:]
    var newest: [Int32: Int] = [:]
    var makers: Set<Int32> = []
    for index in order {
      let line = lines[index]
      guard line.entity >= 0 else {
        lines[index].stays = true
        continue
      }
      let isUndoable = !line.isOfOthers && line.seq >= first
      if !line.isOfOthers {
        let isMaker = line.makes && makers.insert(line.entity).inserted
        let isFirst = newest.updateValue(index, forKey: line.entity) == nil
        if isUndoable || isMaker || isFirst { lines[index].stays = true }
      }
      for field in line.fields {
        let key = Int64(line.entity) << 32 | Int64(field)
        // What others replaced comes back when they take that back.
        if let before = setters.updateValue(index, forKey: key), isUndoable || line.isOfOthers {
          lines[before].stays = true
        }
      }
    }
    for index in setters.values { lines[index].stays = true }
    for index in newest.values { lines[index].stays = true }
  }

  /// A record that takes back another is no change of its own as long as the other is there.
  private mutating func keepWhatWasUndone() {
    var places: [Int: Int] = [:]
    for index in lines.indices where !lines[index].isOfOthers { places[lines[index].seq] = index }
    for index in lines.indices where lines[index].stays {
      var undone = lines[index].undoes.flatMap { places[$0] }
      while let place = undone, !lines[place].stays {
        lines[place].stays = true
        undone = lines[place].undoes.flatMap { places[$0] }
      }
    }
  }

  private mutating func write(through: Int) {
    bytes = Array("{\"do\":\"compacted\",\"through\":\(through),\"v\":1}\n".utf8)
    var written: [Int: [ArraySlice<UInt8>]] = [:]
    for line in lines where !line.isOfOthers {
      let isRepeated = written[line.seq]?.contains(line.bytes) == true
      guard line.stays, !isRepeated || line.seq == 0 else {
        dropped += 1
        continue
      }
      if line.seq > 0 { written[line.seq, default: []].append(line.bytes) }
      bytes += line.bytes
      bytes.append(0x0A)
    }
  }
}
