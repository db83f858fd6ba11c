/// The one order of all records: clock, then writer, then number, then the bytes of the line.
extension Journal {
  /// Whether a record stands before another. Every journal with these records agrees.
  func precedes(_ left: Int32, _ right: Int32) -> Bool {
    let (a, b) = (records[Int(left)], records[Int(right)])
    if a.clock != b.clock { return a.clock < b.clock }
    if a.writer != b.writer {
      return writers.bytes(a.writer).lexicographicallyPrecedes(writers.bytes(b.writer))
    }
    if a.seq != b.seq { return a.seq < b.seq }
    return line(left).lexicographicallyPrecedes(line(right))
  }

  /// The bytes of a record, without the end of its line.
  func line(_ record: Int32) -> ArraySlice<UInt8> { bytes(of: record, \.line) }

  func bytes(
    of record: Int32, _ part: (StoredRecord) -> StoredRecord.Place
  ) -> ArraySlice<UInt8> {
    let stored = records[Int(record)]
    return chunks[Int(stored.chunk)][part(stored).range]
  }

  /// The text of a string of a record, given by the place inside its quotation marks.
  func text(of record: Int32, _ part: (StoredRecord) -> StoredRecord.Place) -> String {
    let stored = records[Int(record)]
    let chunk = chunks[Int(stored.chunk)]
    return chunk.span.text(part(stored).range)
  }
}
