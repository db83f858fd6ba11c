/// What a line of the palette means: a name with what follows it, a clause's number or label, or a
/// percentage.
enum PaletteLine: Sendable {
  case empty
  case clause(number: Int, minor: Int, label: String?)
  case percent(Int)
  case call(CommandCall)
  case synonym(PaletteSynonym)
  /// The command is known; what follows its name is not what it takes.
  case refused(Text)
  /// No command is called so, or several may be.
  case unknown(String)

  /// Reads a line. Names and numbers may be typed in full-width forms.
  init(_ line: String) {
    let words = PaletteWords(line)
    let whole = SearchPattern.folded(line).split(separator: " ").joined(separator: " ")
    if words.name.isEmpty {
      self = .empty
    } else if let place = PaletteLine(place: whole) {
      self = place
    } else if let synonym = PaletteSynonym.named(words.name) {
      self = synonym.takes(words.rest)
    } else if let command = Palette.command(words.name) {
      do throws(CommandCall.Failure) {
        self = .call(try CommandCall(command, typed: words.rest, isForced: words.isForced))
      } catch {
        self = .refused(error.reason)
      }
    } else {
      self = .unknown(words.name)
    }
  }

  /// `8`, `第八条`, `第六条之一`, `第8条`, `50%`.
  private init?(place words: String) {
    if let number = PaletteLine.number(words[...]) {
      self = .clause(number: number, minor: 0, label: nil)
    } else if words.hasSuffix("%"), let number = PaletteLine.number(words.dropLast()) {
      self = .percent(number)
    } else {
      let scalars = Array(words.unicodeScalars)
      guard let label = ClauseLabel(in: scalars, at: 0), label.range.count == scalars.count else {
        return nil
      }
      self = .clause(number: label.number, minor: label.minor, label: words)
    }
  }

  /// A number of digits alone, of which there are not too many to reckon with.
  private static func number(_ words: Substring) -> Int? {
    CommandCall.isNumber(words) ? Int(words) : nil
  }
}

/// A line of the palette taken apart: `export! csv 甲  乙.csv`.
struct PaletteWords: Sendable {
  /// The name, half-width and in small letters.
  let name: String
  /// Whether a `!` stands behind the name of a command that minds it.
  let isForced: Bool
  /// What follows the name and the blanks behind it, as it was typed.
  let rest: String
  /// Whether a blank follows the name.
  let hasRest: Bool

  init(_ line: String) {
    let scalars = line.unicodeScalars.drop(while: Self.isBlank)
    let end = scalars.firstIndex(where: Self.isBlank) ?? scalars.endIndex
    let name = SearchPattern.folded(String(scalars[..<end])).lowercased()
    isForced = name == Command.export.rawValue + "!"
    self.name = isForced ? String(name.dropLast()) : name
    rest = String(scalars[end...].drop(while: Self.isBlank))
    hasRest = end < scalars.endIndex
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{3000}"
  }
}
