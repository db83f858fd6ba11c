/// What was typed into prompts before, and what was cut in them.
struct PromptHistory: Equatable, Sendable {
  private var lines: [Prompt.Purpose: [String]] = [:]
  /// Whether the lines of earlier readings are among them.
  private(set) var isComplete = false
  /// What was cut last.
  var kill: [Unicode.Scalar] = []

  private static let kept = 100

  /// What was typed for a purpose, the latest last.
  func lines(for purpose: Prompt.Purpose) -> [String] { lines[Self.shared(purpose)] ?? [] }

  /// Keeps a line; one that was typed before moves to the end.
  mutating func add(_ line: String, for purpose: Prompt.Purpose) {
    guard !line.isEmpty else { return }
    var kept = lines(for: purpose).filter { $0 != line }.suffix(Self.kept - 1)
    kept.append(line)
    lines[Self.shared(purpose)] = Array(kept)
  }

  /// Takes the lines of earlier readings, which come before those of this one.
  mutating func take(_ earlier: TypedLines) {
    isComplete = true
    for (purpose, old) in [(Prompt.Purpose.command, earlier.commands), (.search, earlier.searches)]
    {
      let new = lines(for: purpose)
      lines[purpose] = Array((old.filter { !new.contains($0) } + new).suffix(Self.kept))
    }
  }

  /// Searches forward and backward share what was typed.
  private static func shared(_ purpose: Prompt.Purpose) -> Prompt.Purpose {
    purpose == .searchBackward ? .search : purpose
  }
}

/// Lines of the palette and searches, the latest last, as one reading hands them to the next.
/// Nothing that is typed about an annotation is among them.
public struct TypedLines: Equatable, Sendable {
  /// Lines of the palette.
  public let commands: [String]
  /// What was searched for.
  public let searches: [String]

  /// Lines of each kind that are handed on.
  private static let kept = 50

  /// Takes the latest lines, those left out that nobody could have typed.
  public init(commands: [String] = [], searches: [String] = []) {
    self.commands = Self.sound(commands)
    self.searches = Self.sound(searches)
  }

  /// A line that later readings are to know; nil where it is of no such purpose, or empty.
  init?(_ line: String, for purpose: Prompt.Purpose) {
    switch purpose {
    case .command: self.init(commands: [line])
    case .search, .searchBackward: self.init(searches: [line])
    default: return nil
    }
    if line.isEmpty { return nil }
  }

  /// These lines and newer ones behind them, each once.
  public func adding(_ newer: TypedLines) -> TypedLines {
    func joined(_ old: [String], _ new: [String]) -> [String] {
      old.filter { !new.contains($0) } + new
    }
    return TypedLines(
      commands: joined(commands, newer.commands), searches: joined(searches, newer.searches))
  }

  private static func sound(_ lines: [String]) -> [String] {
    let sound = lines.filter { line in
      let scalars = line.unicodeScalars
      return !scalars.isEmpty && scalars.count <= Prompt.longest
        && scalars.allSatisfy { $0.properties.generalCategory != .control }
    }
    return Array(sound.suffix(kept))
  }
}
