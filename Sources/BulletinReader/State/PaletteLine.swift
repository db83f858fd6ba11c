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
    let line = String(PaletteLine.command(in: line))
    let words = PaletteWords(line)
    if words.name.isEmpty {
      self = .empty
    } else if let place = PaletteLine(place: line) {
      self = place
    } else if let synonym = Palette.synonym(words.name) {
      self = synonym.takes(words.rest)
    } else if let command = Palette.command(words.name) {
      if command == .goToClause, let clause = PaletteLine(place: words.rest), clause.isLabel {
        self = clause
        return
      }
      do throws(CommandCall.Failure) {
        let call = try CommandCall(command, typed: words.rest, isForced: words.isForced)
        self = call.awaitsCharacter ? .refused(Self.noCharacter(command)) : .call(call)
      } catch {
        self = .refused(error.reason)
      }
    } else {
      self = .unknown(words.name)
    }
  }

  /// A line without the colons that hands type though the palette is open.
  static func command(in line: String) -> Substring {
    line[...].drop { $0 == ":" || $0 == "：" || $0 == " " || $0 == "\u{3000}" }
  }

  private static let greatestNumber = 999_999_999

  private static func noCharacter(_ command: Command) -> Text {
    let name = command.rawValue
    return Text(zh: "\(name) 后面要有一个字符", en: "\(name) takes one character")
  }

  private var isLabel: Bool {
    if case .clause(_, _, .some) = self { true } else { false }
  }

  /// `8`, `第八条`, `第六条之一`, `第8条`, `50%`.
  private init?(place line: String) {
    let words = SearchPattern.folded(line).split(separator: " ").joined(separator: " ")
    if let number = PaletteLine.number(words[...]) {
      self = .clause(number: number, minor: 0, label: nil)
    } else if words.allSatisfy({ ("0"..."9").contains($0) }), !words.isEmpty {
      // More than can be reckoned with is more than there are.
      let number = Int(words).map { min($0, Self.greatestNumber) } ?? Self.greatestNumber
      self = .clause(number: number, minor: 0, label: "第\(words)条")
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
