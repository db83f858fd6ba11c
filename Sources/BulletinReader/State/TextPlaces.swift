internal import BulletinCore

/// Between positions of the text and places of the file.
extension TextPane {
  /// The position of a spot of the file, or the nearest one before it; where the file was changed,
  /// that of its words.
  mutating func position(of spot: Place.Spot) -> TextPosition {
    let bulletin = layout.bulletin
    guard let index = bulletin.lineIndex(ofNumber: spot.line) else { return cursor.position }
    let line = bulletin.source.lines[index]
    let byte = Int(line.start) + (Int(line.number) == spot.line ? max(0, spot.byte) : 0)
    return position(ofByte: bulletin.source.byte(of: spot, near: byte)) ?? cursor.position
  }

  /// The position of a byte of the source; nothing in an empty file.
  mutating func position(ofByte byte: Int) -> TextPosition? {
    let bulletin = layout.bulletin
    guard let index = bulletin.lineIndex(atByte: byte) ?? (bulletin.source.lines.isEmpty ? nil : 0),
      let unit = bulletin.lineOfUnit(holding: index)
    else { return nil }
    let offsets = layout.text(of: unit).offsets
    let target = UInt32(clamping: byte)
    let offset = offsets.lastIndex(in: offsets.indices) { $0 <= target }
    return TextPosition(line: unit, offset: offset ?? 0)
  }

  /// The byte of the source that a position stands for.
  mutating func byte(of position: TextPosition) -> Int {
    let offsets = layout.text(of: position.line).offsets
    guard offsets.indices.contains(position.offset) else {
      return Int(layout.bulletin.source.lines[position.line].start)
    }
    return Int(offsets[position.offset])
  }

  /// The spot of the file that a position stands for.
  mutating func spot(of position: TextPosition) -> Place.Spot {
    let byte = byte(of: position)
    let lines = layout.bulletin.source.lines
    let index = layout.bulletin.lineIndex(atByte: byte) ?? position.line
    return Place.Spot(line: Int(lines[index].number), byte: byte - Int(lines[index].start))
  }

  /// The same with the words by which it is found again.
  fileprivate mutating func lastingSpot(of position: TextPosition) -> Place.Spot {
    let byte = byte(of: position)
    var spot = spot(of: position)
    spot.words = layout.bulletin.source.words(from: byte)
    spot.wordsBefore = layout.bulletin.source.words(before: byte)
    return spot
  }
}

extension ReaderState {
  /// Where one reads, in terms of the file; nothing in an empty one.
  mutating func makePlace() -> Place? {
    guard let cursor = text?.cursor.position, let top = text?.viewport.anchor,
      let cursorSpot = text?.lastingSpot(of: cursor), let topSpot = text?.lastingSpot(of: top)
    else { return nil }
    return Place(cursor: cursorSpot, top: topSpot)
  }

  /// The article being read, by its index.
  var article: Int? {
    text.flatMap { bulletin.articleIndex(holding: $0.cursor.position.line) }
  }
}

extension TextPane {
  /// How far one has read, from 0 to 100.
  mutating func percent() -> Int {
    guard let last = layout.lastUnit, let first = layout.firstUnit else { return 0 }
    if cursor.position.line == last, cursorRow() == layout.lastTextRow(of: last) { return 100 }
    let lines = layout.bulletin.source.lines
    let (start, end) = (Int(lines[first].start), Int(lines[last].end))
    guard end > start else { return 100 }
    return min(100, max(0, (byte(of: cursor.position) - start) * 100 / (end - start)))
  }
}
