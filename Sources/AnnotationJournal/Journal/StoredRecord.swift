/// A record as the journal holds it in memory: numbers, and where its bytes lie.
struct StoredRecord: Sendable {
  var action: RecordAction?
  /// Index into the journal's names of writers.
  var writer: Int32
  var seq: Int
  var clock: Int
  /// Index of the annotation or document; -1 where this version does not understand the record.
  var entity: Int32
  /// The record of the same entity that came before this one; -1 for none.
  var previous: Int32 = -1
  /// Index into the journal's chunks of bytes; the places count in it.
  var chunk: Int32
  var line: Place
  var at: Place
  var by: Place
  /// The record that this one takes back; a writer of -1 for none.
  var undoesWriter: Int32 = -1
  var undoesSeq = 0

  /// A stretch of bytes, half as large as a range.
  struct Place: Sendable {
    var start: UInt32
    var end: UInt32

    init(_ range: Range<Int>) {
      start = UInt32(range.lowerBound)
      end = UInt32(range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
  }
}

/// A field of an annotation or document, and the record that gave it its value.
struct Register: Sendable {
  /// Index into the journal's names of fields.
  var field: Int32
  var record: Int32
  /// In the record's chunk; empty where the record's action says it all (`remove`, `restore`).
  var value: StoredRecord.Place
  /// The next register of the same entity; -1 for none.
  var next: Int32
}

/// An annotation or a document: where its registers and records begin.
struct Entity: Sendable {
  var firstRegister: Int32 = -1
  var registerCount = 0
  /// The record that came last; its `previous` leads to the others.
  var newest: Int32 = -1
  /// The first record in the order, one that makes the annotation before any other.
  var first: Int32 = -1
  /// The last record in the order.
  var last: Int32 = -1
  /// The document that the target names, by its index in the journal's `targets`, so that the
  /// annotations of one are found without reading the targets of all; -1 for none.
  var document: Int32 = -1
  var isDocument = false
  var isAnnotation = false

  /// From so many registers on they are found by name.
  static let wide = 48
}

/// A field of an entity that has very many.
struct WideField: Hashable, Sendable {
  var entity: Int32
  var field: Int32
}

/// What is known of one writer's numbering.
struct Ledger: Sendable {
  /// The record of each number.
  var records: [Int: Int32] = [:]
  /// Further records of numbers that had one, with other contents, by the hash of their line.
  var repeats: [Int: [Int32]] = [:]
  /// The numbers that stand for several records.
  var repeatedNumbers: Set<Int> = []
  /// Numbers up to here may be missing: the files were compacted.
  var through = 0
  var highest = 0
}
