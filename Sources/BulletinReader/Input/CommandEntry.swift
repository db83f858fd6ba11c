/// The headings under which help lists commands, in this order.
public enum CommandGroup: CaseIterable, Sendable {
  case moving
  case regions
  case selecting
  case annotating
  case searching
  case places
  case folding
  case panes
  case typing
  case session

  /// The heading.
  public var title: Text {
    switch self {
    case .moving: Text(zh: "移动", en: "Moving")
    case .regions: Text(zh: "跳到", en: "Going to")
    case .selecting: Text(zh: "选取", en: "Selecting")
    case .annotating: Text(zh: "批注", en: "Annotating")
    case .searching: Text(zh: "查找", en: "Searching")
    case .places: Text(zh: "标记与往返", en: "Marks and jumps")
    case .folding: Text(zh: "折叠", en: "Folding")
    case .panes: Text(zh: "窗格", en: "Panes")
    case .typing: Text(zh: "输入", en: "Typing")
    case .session: Text(zh: "其他", en: "Other")
    }
  }
}

/// What a command wants besides its name.
public enum CommandArgument: Equatable, Sendable {
  /// Nothing; a count before it is of no effect.
  case none
  /// Nothing; a count before it repeats it: `5j`.
  case repeats
  /// One character, the next key: `ma`.
  case character
  /// A number, the count before it or a word behind its name: `3gc`, `go-to-clause 3`.
  case number
  /// The rest of the line: `search 算力`; from a key without it, a prompt asks.
  case text
}

/// One row of the command table: all that help, palette and hint line say about a command.
public struct CommandEntry: Sendable {
  /// The heading it stands under.
  public let group: CommandGroup
  /// Where it works; `global` is everywhere but where text is typed.
  public let contexts: [KeyContext]
  /// What it wants besides its name.
  public let argument: CommandArgument
  /// One or two words for the hint line: what a key behind a waiting prefix leads to.
  public let hint: Text
  /// The line of help, without a full stop.
  public let help: Text

  /// Whether keys of `context` can call it; those of `global` only from outside text fields.
  public func works(in context: KeyContext) -> Bool {
    if context == .global { return contexts.contains { !$0.takesText } }
    return contexts.contains { context.reaches($0) }
  }
}
