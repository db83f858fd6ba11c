internal import BulletinCore

/// The words by which a place of a file is known again after the file was changed, and finding it.
extension SourceText {
  /// How many scalars are kept either way, blanks not counted.
  private static let kept = 24
  /// Fewer say too little to go by alone.
  private static let telling = 6
  /// How many bytes either way of its old place a place is looked for in.
  private static let reach = 4_000_000

  /// What stands from a byte on, without blanks.
  func words(from byte: Int) -> String {
    var words: [UInt8] = []
    var index = max(0, byte)
    var count = 0
    while index < bytes.count, count < Self.kept {
      let blank = blankLength(at: index)
      let end = index + (blank > 0 ? blank : scalarLength(at: index))
      if blank == 0 {
        words += bytes[index..<end]
        count += 1
      }
      index = end
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// What stands before a byte, without blanks.
  func words(before byte: Int) -> String {
    var start = min(max(0, byte), bytes.count)
    for _ in 0..<Self.kept {
      guard let earlier = scalar(before: start) else { break }
      start = earlier
    }
    let words = bytes[start..<max(start, min(byte, bytes.count))]
    return String(scalars: String(decoding: words, as: UTF8.self).unicodeScalars.filter(isInk))
  }

  /// Where the words of a spot stand; the byte given where they still stand there, or nowhere.
  ///
  /// Half of the words do where the others were changed, and what stood before where all were.
  func byte(of spot: Place.Spot, near byte: Int) -> Int {
    guard !spot.words.isEmpty else { return byte }
    let byte = min(max(0, byte), bytes.count)
    let stays = words(from: byte) == spot.words && words(before: byte) == spot.wordsBefore
    guard !stays else { return byte }
    let words = Array(spot.words.unicodeScalars)
    let half = words.count / 2
    let (head, tail) = (words.prefix(half), words.dropFirst(half))
    if let found = nearest(words[...], byte, spot) { return found }
    if head.count >= Self.telling, let found = nearest(head, byte, spot) { return found }
    if tail.count >= Self.telling, var found = nearest(tail, byte, nil) {
      for _ in 0..<half { found = scalar(before: found) ?? found }
      return found
    }
    let before = spot.wordsBefore.unicodeScalars
    guard before.count >= Self.telling, let found = nearest(Array(before)[...], byte, nil),
      var end = end(of: Array(String(before).utf8), at: found)
    else { return byte }
    while end < bytes.count, blankLength(at: end) > 0 { end += blankLength(at: end) }
    return end
  }

  /// The place of words between the same words as before, else the one nearest to a byte.
  private func nearest(
    _ words: ArraySlice<Unicode.Scalar>, _ byte: Int, _ spot: Place.Spot?
  ) -> Int? {
    let wanted = Array(String(scalars: words).utf8)
    guard let first = wanted.first else { return nil }
    var best: (place: Int, likeness: Int)?
    for index in max(0, byte - Self.reach)..<min(bytes.count, byte + Self.reach)
    where bytes[index] == first && end(of: wanted, at: index) != nil {
      let likeness = spot.map { commonEnd($0.wordsBefore, self.words(before: index)) } ?? 0
      let isBetter =
        best.map { best in
          (likeness, -abs(index - byte)) > (best.likeness, -abs(best.place - byte))
        } ?? true
      if isBetter { best = (index, likeness) }
    }
    return best?.place
  }

  private func commonEnd(_ one: String, _ other: String) -> Int {
    zip(one.unicodeScalars.reversed(), other.unicodeScalars.reversed()).prefix { $0 == $1 }.count
  }

  /// The byte behind words where they begin at one, blanks between them left out.
  private func end(of words: [UInt8], at start: Int) -> Int? {
    var index = start
    var matched = 0
    while matched < words.count {
      guard index < bytes.count else { return nil }
      if bytes[index] == words[matched] {
        index += 1
        matched += 1
      } else {
        let blank = blankLength(at: index)
        guard blank > 0 else { return nil }
        index += blank
      }
    }
    return index
  }

  /// Where the scalar before a byte begins that is no blank.
  private func scalar(before byte: Int) -> Int? {
    var index = byte
    while index > 0 {
      index -= 1
      while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
      if blankLength(at: index) == 0 { return index }
    }
    return nil
  }

  private func scalarLength(at index: Int) -> Int {
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }

  /// The bytes of the blank at a byte: ASCII, no-break or ideographic; 0 where there is none.
  private func blankLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
    case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80:
      3
    default: 0
    }
  }

  private func isInk(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x3000: false
    default: true
    }
  }
}
