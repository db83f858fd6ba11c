/// One line of a journal as it was read: offsets into the bytes it came from.
///
/// `{"v":1,"seq":2,"clock":9,"at":"…","by":"…","do":"edit","id":"01J…","set":{"note":"…"}}` has one
/// member, `note`.
struct ParsedRecord {
  /// A field that the record sets.
  struct Member {
    /// The name inside its quotation marks.
    var name: Range<Int>
    var value: Range<Int>
  }

  /// The object, blanks around it left out.
  var line = 0..<0
  var version = 1
  /// Nil where this version does not know the word.
  var action: RecordAction?
  /// 0 where there is none.
  var seq = 0
  var clock = 0
  /// Inside the quotation marks; empty where there is none.
  var at = 0..<0
  var by = 0..<0
  var id = 0..<0
  /// The writer, inside the quotation marks, and the number of the record that is taken back.
  var undoes: (writer: Range<Int>, seq: Int)?
  var through = 0
  /// There are keys at the top that this version does not know.
  var hasUnknownKeys = false

  /// This version knows what the record says.
  var isUnderstood: Bool { version == 1 && action != nil }
}

/// Reads records out of lines.
struct RecordReader {
  /// The fields that the record just read sets.
  private(set) var members: [ParsedRecord.Member] = []

  /// Reads the line that begins at the index, and moves to its end. A line that is no record and
  /// not blank is damaged.
  ///
  /// Where a disk lost what was written before a record, zeros stand before it: the line is damaged
  /// then, and the record counts. A byte order mark, which some editors put before the first record,
  /// is passed over.
  mutating func readLine(
    _ bytes: Span<UInt8>, _ index: inout Int
  ) -> (record: ParsedRecord?, isDamaged: Bool) {
    let start = index
    bytes.skipByteOrderMark(&index)
    if let record = read(bytes, &index) { return (record, false) }
    let end = bytes.endOfLine(start)
    guard let zero = bytes.lastZero(start..<end) else {
      index = end
      return (nil, !bytes.isBlank(start..<end))
    }
    index = zero + 1
    if let record = read(bytes, &index) { return (record, true) }
    index = end
    return (nil, true)
  }

  /// Reads the record that begins at the index, up to the end of its line or of the bytes.
  ///
  /// - Returns: nil where the line is no record; `index` is then of no use.
  mutating func read(_ bytes: Span<UInt8>, _ index: inout Int) -> ParsedRecord? {
    var record = ParsedRecord()
    members.removeAll(keepingCapacity: true)
    var isSound = true
    var hasAction = false
    bytes.skipJSONBlanks(&index)
    let start = index
    let isObject = bytes.readJSONObject(&index) { name, index in
      let value = index
      if bytes.equals("set", name) {
        members.removeAll(keepingCapacity: true)
        return readMembers(bytes, &index, &isSound)
      }
      guard bytes.skipJSONValue(&index, depth: 1) else { return false }
      let range = value..<index
      if bytes.equals("do", name) { hasAction = true }
      isSound = keep(bytes, name, range, in: &record) && isSound
      return true
    }
    // What a newer version has where is its own affair.
    guard isObject, record.version > 1 || isSound && hasAction else { return nil }
    record.line = start..<index
    bytes.skipJSONBlanks(&index)
    guard index == bytes.count || bytes[index] == 0x0A else { return nil }
    return isComplete(record) ? record : nil
  }

  private mutating func readMembers(
    _ bytes: Span<UInt8>, _ index: inout Int, _ isSound: inout Bool
  ) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else {
      isSound = false
      return bytes.skipJSONValue(&index, depth: 1)
    }
    return bytes.readJSONObject(&index, depth: 1) { name, index in
      let value = index
      guard bytes.skipJSONValue(&index, depth: 2) else { return false }
      members.append(ParsedRecord.Member(name: name, value: value..<index))
      return true
    }
  }

  /// Keeps the value of a key; false where a known key has a value of the wrong kind.
  private func keep(
    _ bytes: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>, in record: inout ParsedRecord
  ) -> Bool {
    if bytes.equals("seq", name) { return number(bytes, value, &record.seq) }
    if bytes.equals("clock", name) { return number(bytes, value, &record.clock) }
    if bytes.equals("id", name) { return string(bytes, value, &record.id) }
    if bytes.equals("at", name) { return string(bytes, value, &record.at) }
    if bytes.equals("by", name) { return string(bytes, value, &record.by) }
    if bytes.equals("v", name) { return number(bytes, value, &record.version) }
    if bytes.equals("through", name) { return number(bytes, value, &record.through) }
    if bytes.equals("undoes", name) { return readUndoes(bytes, value, in: &record) }
    guard bytes.equals("do", name) else {
      record.hasUnknownKeys = true
      return true
    }
    var word = 0..<0
    guard string(bytes, value, &word) else { return false }
    record.action = RecordAction(rawValue: bytes.text(word))
    return true
  }

  private func number(_ bytes: Span<UInt8>, _ value: Range<Int>, _ place: inout Int) -> Bool {
    guard let number = bytes.wholeNumber(value) else { return false }
    place = number
    return true
  }

  private func string(
    _ bytes: Span<UInt8>, _ value: Range<Int>, _ place: inout Range<Int>
  ) -> Bool {
    guard bytes[value.lowerBound] == UInt8(ascii: "\"") else { return false }
    place = value.lowerBound + 1..<value.upperBound - 1
    return true
  }

  /// `["WRITER", 41]`, or null.
  private func readUndoes(
    _ bytes: Span<UInt8>, _ value: Range<Int>, in record: inout ParsedRecord
  ) -> Bool {
    if bytes.equals("null", value) { return true }
    var elements: [Range<Int>] = []
    var index = value.lowerBound
    guard bytes.readJSONArray(&index, element: { elements.append($0) }), elements.count == 2,
      let seq = bytes.wholeNumber(elements[1])
    else { return false }
    var writer = 0..<0
    guard string(bytes, elements[0], &writer) else { return false }
    record.undoes = (writer, seq)
    return true
  }

  /// Whether all is there that a record of its kind needs.
  private func isComplete(_ record: ParsedRecord) -> Bool {
    guard record.version >= 1 else { return false }
    guard record.isUnderstood, record.action != .compacted else { return true }
    return record.seq >= 1 && !record.id.isEmpty
  }
}

extension Span<UInt8> {
  /// The offset of the next line feed at or behind the index; the count where there is none.
  func endOfLine(_ index: Int) -> Int {
    var index = index
    while index < count, self[unchecked: index] != 0x0A { index += 1 }
    return index
  }

  /// Moves behind U+FEFF in UTF-8 at the index.
  fileprivate func skipByteOrderMark(_ index: inout Int) {
    guard index + 2 < count, self[index] == 0xEF, self[index + 1] == 0xBB, self[index + 2] == 0xBF
    else { return }
    index += 3
  }

  /// Whether the range has nothing but blanks of JSON.
  func isBlank(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    extracting(0..<range.upperBound).skipJSONBlanks(&index)
    return index == range.upperBound
  }

  /// The offset of the last zero in the range.
  fileprivate func lastZero(_ range: Range<Int>) -> Int? {
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      if self[index] == 0 { return index }
    }
    return nil
  }
}
