import BulletinReader
import BulletinScreen

/// `zhupi completions bash|zsh|fish`, `zhupi completions list KIND`
enum CompletionsCommand {
  private static let parts =
    Shell.allCases.map { shell in
      CommandPart(name: shell.rawValue, operands: 0...0) { (invocation, output) throws(Failure) in
        try output.write(shell.script(invocation.environment.language))
        return 0
      }
    } + [CommandPart(name: "list", operands: 1...1, run: list)]

  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    try CommandPart.run(parts, of: "completions", invocation, &output)
  }

  /// Prints what may be typed at a place, for the scripts: a word a line, a remark behind a tab.
  /// What a terminal would obey, or a shell take for two words, is left out.
  private static func list(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let name = invocation.arguments.operands[1].text
    guard let list = CompletionList(rawValue: name) else {
      let names = CompletionList.allCases.map(\.rawValue)
      throw .usage(.unknownPart(name, command: "completions list", parts: names))
    }
    for row in try list.rows(invocation) where CompletionList.isOffered(row.word) {
      try output.write(scalars: row.word.unicodeScalars)
      if !row.remark.isEmpty {
        output.write(ascii: 0x09)
        try output.write(VisibleSign.inOneLine(row.remark))
      }
      try output.endLine()
    }
    return 0
  }
}

/// The shells that completions are made for.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script, with remarks in a language where the shell shows them.
  func script(_ language: Language) -> String {
    switch self {
    case .bash: BashCompletions.script()
    case .zsh: ZshCompletions.script(language)
    case .fish: FishCompletions.script(language)
    }
  }
}

/// What the scripts have in common.
enum ShellWords {
  /// A text in single quotation marks, as bash and zsh read it.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// Names of commands and their parts as a pattern of `case`, in which nil stands for anything.
  static func pattern(_ words: [String?]) -> String {
    words.isEmpty
      ? "''" : words.map { $0 ?? "*" }.joined(separator: "\\ ")
  }

  /// The options that have a value.
  static let valued = Option.allCases.filter { $0.value != nil }.map(\.name)
  /// The options that the program is given as well when it lists something.
  static let passed = [Option.config, .journal].map(\.name)

  /// The rules for options: a command's name, and nil for none, with its options.
  static let options: [(command: String?, options: [(name: String, summary: Text)])] =
    ProgramCommand.all.map { ($0.name, CommandGrammar.options(of: $0)) }
    + [(nil, CommandGrammar.options(of: nil))]
}
