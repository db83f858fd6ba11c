import AnnotationJournal
import BulletinCore
import BulletinReader

/// What may stand at a place of the command line, as completions offer it.
enum Offer: Hashable, Sendable {
  case word(String, summary: Text? = nil)
  /// What the program itself lists when it is asked.
  case list(CompletionList)
  case files
  case folders
  /// Files, once what is typed begins like a path: names of another kind stand for them else.
  case paths
}

/// What may stand behind some words: of `journal log`, ids and files.
struct OperandRule: Equatable, Sendable {
  /// The command and the operands so far; nil stands for any.
  let words: [String?]
  /// What may follow.
  var offers: [Offer]
}

/// What may be the value of an option.
struct ValueRule: Sendable {
  /// The command that gives the option a meaning of its own; nil for all others.
  let command: String?
  let option: Option
  let offers: [Offer]
}

/// The command line as the tables of commands and options tell it, for completions.
enum CommandGrammar {
  /// The options of a command, or of opening the reader without one, each with its line of help.
  static func options(of command: ProgramCommand?) -> [(name: String, summary: Text)] {
    let own = command?.options ?? ProgramCommand.readerOptions
    let others = Option.common.filter { !own.contains($0) }
    return own.map { option in
      (option.name, command.flatMap { option.meaning(in: $0) }?.summary ?? option.summary)
    } + others.map { ($0.name, $0.summary) }
  }

  /// What may be the value of each option that has one, meanings of single commands first.
  static let values: [ValueRule] = {
    let own = ProgramCommand.all.flatMap { command in
      command.options.compactMap { option -> ValueRule? in
        guard let value = option.meaning(in: command)?.value else { return nil }
        return ValueRule(command: command.name, option: option, offers: offers(of: option, value))
      }
    }
    let general = Option.allCases.compactMap { option -> ValueRule? in
      guard let value = option.value else { return nil }
      return ValueRule(command: nil, option: option, offers: offers(of: option, value))
    }
    return own + general
  }()

  private static func offers(of option: Option, _ value: String) -> [Offer] {
    switch option {
    case .theme: [.list(.themes), .paths]
    case .keymap: [.list(.keymaps), .paths]
    case .encoding: TextEncoding.allCases.map { .word($0.rawValue) }
    default: value.split(separator: "|").flatMap { offers(of: String($0)) }
    }
  }

  /// What may be operands, the rules with more words of their own first.
  static let operands: [OperandRule] = {
    var rules: [OperandRule] = []
    func add(_ words: [String?], _ offers: [Offer]) {
      if let index = rules.firstIndex(where: { $0.words == words }) {
        rules[index].offers += offers.filter { !rules[index].offers.contains($0) }
      } else {
        rules.append(OperandRule(words: words, offers: offers))
      }
    }
    add([], ProgramCommand.all.map { .word($0.name, summary: $0.summary) } + [.files])
    for command in ProgramCommand.all {
      for slots in command.grammar {
        var prefixes: [[String?]] = [[command.name]]
        for slot in slots {
          let offers = slot.choices.flatMap(offers(of:))
          for prefix in prefixes {
            add(prefix, offers)
            if slot.repeats { add(prefix + [nil], offers) }
          }
          let next: [String?] = slot.isWords ? slot.choices : [nil]
          prefixes = prefixes.flatMap { prefix in next.map { prefix + [$0] } }
        }
      }
      // Nothing further is offered.
      add([command.name], [])
      add([command.name, nil], [])
    }
    // What stands behind `--` alone is no command.
    add([nil], [.files])
    return rules.enumerated().sorted { one, other in
      let (left, right) = (one.element.weight, other.element.weight)
      return left == right ? one.offset < other.offset : left > right
    }.map(\.element)
  }()

  /// What a word of a usage line stands for: itself, or things of a kind.
  static func offers(of word: String) -> [Offer] { placeholders[word] ?? [.word(word)] }

  /// What the words in capital letters stand for; those without offers are typed freely.
  static let placeholders: [String: [Offer]] = [
    "FILE": [.files], "PATH": [.files], "OLD": [.files], "NEW": [.files], "DIR": [.folders],
    "NAME-OR-FILE": [.files], "ID": [.list(.ids)], "T": [.list(.tags)], "TAG": [.list(.tags)],
    "COMMAND": ProgramCommand.all.map { .word($0.name, summary: $0.summary) },
    "KIND": CompletionList.allCases.map { .word($0.rawValue) },
    "C": AnnotationColor.allCases.map { .word($0.rawValue) },
    "S": FollowUpStatus.allCases.map { .word($0.rawValue) } + [.word("none")],
    "STATE": AnchorState.allCases.map { .word($0.rawValue) },
    "DATE": ["today", "tomorrow", "+7d", "+2w"].map { .word($0) },
    "NAME": [], "TEXT": [], "PLACE": [], "PATTERN": [], "N": [], "K": [], "A": [], "B": [],
    "COLS": [], "FORMAT": [],
    "COLSxROWS": [], "\"KEYS\"": [],
  ]
}

extension OperandRule {
  /// Rules with more words of their own are looked at first, then longer ones; what holds for any
  /// words comes last.
  fileprivate var weight: Int {
    words == [nil] ? -1 : 100 * words.compactMap { $0 }.count + words.count
  }
}

extension ProgramCommand {
  /// The ways to write the operands.
  var grammar: [[UsageGrammar.Slot]] {
    (forms.isEmpty ? [usage] : forms).map(UsageGrammar.slots)
  }
}

/// The operands of a form of a command: `log ID|PLACE [FILE]`, `watch [PATH ...]`.
enum UsageGrammar {
  /// One operand, or several of a kind.
  struct Slot: Equatable, Sendable {
    /// Words that are typed as they are, or what they stand for in capital letters.
    var choices: [String]
    /// Whether it may come again.
    var repeats = false

    /// Whether all choices are typed as they are.
    var isWords: Bool { choices.allSatisfy { $0.first?.isLowercase == true } }
  }

  /// The operands of a form, one after the other.
  static func slots(of form: String) -> [Slot] {
    var slots: [Slot] = []
    for word in form.split(separator: " ") {
      let bare = word.filter { $0 != "[" && $0 != "]" }
      if bare == "..." {
        if let last = slots.indices.last { slots[last].repeats = true }
      } else {
        let repeats = bare.hasSuffix("...")
        let name = repeats ? String(bare.dropLast(3)) : bare
        let choices = name.split(separator: "|").map(String.init)
        slots.append(Slot(choices: choices, repeats: repeats))
      }
    }
    return slots
  }
}
