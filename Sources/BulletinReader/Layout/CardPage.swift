internal import BulletinScreen

/// What cards are laid out for.
struct CardPage: Equatable, Sendable {
  /// The cells of a row.
  var columns = 1
  /// The rows that show at a time.
  var rows = 0
  /// The language of the interface.
  var language = Language.chinese
  /// Whether characters of ambiguous width take two cells.
  var ambiguousWide = false
  /// What signs are drawn with.
  var signs = LineSigns.drawn
  /// What places outside the articles are called.
  var outside = PlacesOutside()
  /// The keys of reviewing with what they do; empty where they are not known.
  var reviewKeys: [ReviewKey] = []
}

/// A key that says what becomes of a doubtful annotation or an orphan.
struct ReviewKey: Equatable, Sendable {
  /// The key as keymaps write it.
  let key: String
  /// What it does, in a word.
  let word: Text
  /// Whether it does that to what has lost its text too.
  let worksOnOrphans: Bool
}

extension CardPage {
  /// The cells of a text.
  func cells(_ text: String) -> Int {
    CharacterWidth.cells(text, ambiguousWide: ambiguousWide)
  }

  /// What ends a text that is cut: in Chinese an ellipsis of two characters.
  var ending: String {
    signs == .ascii || language == .english ? signs.ellipsis : signs.ellipsis + signs.ellipsis
  }

  /// As much of a text as fits into cells.
  func cut(_ text: String, _ room: Int) -> String {
    var view = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += CharacterWidth.cells(scalar, ambiguousWide: ambiguousWide)
      guard used <= room else { break }
      view.append(scalar)
    }
    return String(view)
  }

  /// A text that fits into cells, its end replaced by an ellipsis where it does not.
  func fitted(_ text: String, _ room: Int) -> String {
    guard cells(text) > room else { return text }
    let ellipsis = cells(signs.ellipsis) <= room ? signs.ellipsis : ""
    return cut(text, room - cells(ellipsis)) + ellipsis
  }
}
