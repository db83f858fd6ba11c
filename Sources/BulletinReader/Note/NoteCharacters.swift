/// Places between user-perceived characters (UAX #29): a base with its marks, an emoji with its
/// joiners, a flag are one each.
///
/// Each looks at a stretch around the place only; a character or a word that is longer than that
/// ends with it.
extension NoteText {
  private static let longestCharacter = 256
  private static let longestWord = 4_096

  /// The end of the character that begins at an offset.
  func characterEnd(after offset: Int) -> Int {
    let following = scalars(in: offset..<offset + Self.longestCharacter)
    return offset + (String(scalars: following).first?.unicodeScalars.count ?? 0)
  }

  /// The start of the character that ends at an offset.
  func characterStart(before offset: Int) -> Int {
    let preceding = scalars(in: max(0, offset - Self.longestCharacter)..<offset)
    return offset - (String(scalars: preceding).last?.unicodeScalars.count ?? 0)
  }

  /// The offset itself where no character is cut there, or the end of the one that is.
  func boundary(atOrAfter offset: Int) -> Int {
    guard offset > 0, offset < count else { return min(max(0, offset), count) }
    var place = max(0, offset - Self.longestCharacter)
    let around = scalars(in: place..<offset + Self.longestCharacter)
    for character in String(scalars: around) {
      guard place < offset else { break }
      place += character.unicodeScalars.count
    }
    return place
  }

  /// The offset itself where no character is cut there, or the start of the one that is.
  func boundary(atOrBefore offset: Int) -> Int {
    let after = boundary(atOrAfter: offset)
    return after == offset ? after : characterStart(before: after)
  }

  /// The start of the word before an offset, blanks and line ends passed over.
  func wordStart(before offset: Int) -> Int {
    var place = max(0, offset - Self.longestWord)
    // Where the last run of one kind began that is no blank.
    var start = place
    var last = WordKind.blank
    for character in String(scalars: scalars(in: place..<offset)) {
      let kind = WordKind(character)
      if kind != .blank, kind != last { start = place }
      // Blanks behind a word belong to the way back to it.
      last = kind
      place += character.unicodeScalars.count
    }
    return boundary(atOrBefore: start)
  }

  /// The end of the word after an offset, blanks and line ends passed over.
  func wordEnd(after offset: Int) -> Int {
    var place = offset
    var word: WordKind?
    for character in String(scalars: scalars(in: offset..<offset + Self.longestWord)) {
      let kind = WordKind(character)
      if let word, kind != word { break }
      if kind != .blank { word = kind }
      place += character.unicodeScalars.count
    }
    return boundary(atOrAfter: place)
  }
}

extension String {
  /// A string of scalars.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension WordKind {
  /// What a character is, told by its base; a line end is a blank.
  fileprivate init(_ character: Character) {
    let base = character.unicodeScalars.first ?? " "
    self = base == "\n" ? .blank : WordKind(base)
  }
}
