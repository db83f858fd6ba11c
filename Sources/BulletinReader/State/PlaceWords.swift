internal import AnnotationJournal
internal import BulletinCore

/// The words by which a place of a file is known again after the file was changed, and finding it.
extension SourceText {
  /// How many scalars are kept either way, blanks not counted.
  private static let kept = 24
  /// Fewer say too little to go by alone.
  private static let telling = 6

  /// What stands from a byte on, without blanks.
  func words(from byte: Int) -> String {
    var words: [UInt8] = []
    var index = max(0, byte)
    for _ in 0..<Self.kept {
      guard let start = ink(from: index) else { break }
      index = start + scalarLength(at: start)
      words += bytes[start..<index]
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// What stands before a byte, without blanks.
  func words(before byte: Int) -> String {
    var starts: [Int] = []
    var start = min(max(0, byte), bytes.count)
    for _ in 0..<Self.kept {
      guard let earlier = ink(before: start) else { break }
      start = earlier
      starts.append(start)
    }
    let words = starts.reversed().flatMap { bytes[$0..<$0 + scalarLength(at: $0)] }
    return String(decoding: words, as: UTF8.self)
  }

  /// Where the words of a spot stand; the byte given where they still stand there, or nowhere.
  ///
  /// Half of the words do where the others were changed, and what stood before where all were.
  func byte(of spot: Place.Spot, near byte: Int) -> Int {
    guard !spot.words.isEmpty else { return byte }
    let byte = min(max(0, byte), bytes.count)
    let stays = words(from: byte) == spot.words && words(before: byte) == spot.wordsBefore
    guard !stays else { return byte }
    let words = spot.words.unicodeScalars
    let half = words.count / 2
    let (head, tail) = (words.prefix(half), words.dropFirst(half))
    var search = WordSearch(self, from: byte)
    if let found = search.nearest(spot.words[...], behind: spot.wordsBefore) { return found }
    if head.count >= Self.telling,
      let found = search.nearest(Substring(head), behind: spot.wordsBefore)
    {
      return found
    }
    if tail.count >= Self.telling, var found = search.nearest(Substring(tail)) {
      for _ in 0..<half { found = ink(before: found) ?? found }
      return found
    }
    guard spot.wordsBefore.unicodeScalars.count >= Self.telling,
      let end = search.nearestEnd(of: spot.wordsBefore[...])
    else { return byte }
    return ink(from: end) ?? end
  }
}

/// Passing over blanks: what normalised text leaves out.
extension SourceText {
  /// How many bytes of blanks are passed over. More part what stands on either side, and a key must
  /// not wait for a file full of them.
  private static let longestBlank = 2_000

  /// Where the first scalar at or behind a byte begins that is no blank.
  func ink(from byte: Int) -> Int? {
    var index = byte
    while index < min(bytes.count, byte + Self.longestBlank) {
      guard isBlank(at: index) else { return index }
      index += scalarLength(at: index)
    }
    return nil
  }

  /// Where the last scalar before a byte begins that is no blank.
  func ink(before byte: Int) -> Int? {
    var index = byte
    while index > max(0, byte - Self.longestBlank) {
      index -= 1
      while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
      guard isBlank(at: index) else { return index }
    }
    return nil
  }

  /// How many bytes the scalar at a byte takes.
  func scalarLength(at index: Int) -> Int {
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }

  private func isBlank(at index: Int) -> Bool {
    let first = bytes[index]
    guard first >= 0x80 else { return NormalizedText.leavesOut(UInt32(first)) }
    let length = scalarLength(at: index)
    guard first >= 0xC0, (2...4).contains(length) else { return false }
    let lead = UInt32(first) & (0x7F >> UInt32(length))
    return NormalizedText.leavesOut(
      bytes[index + 1..<index + length].reduce(lead) { $0 << 6 | UInt32($1) & 0x3F })
  }
}
