/// A line that is being typed: a search, a command, words to filter by.
struct Prompt: Sendable {
  /// What the line is for.
  enum Purpose: Hashable, Sendable {
    case search
    case searchBackward
    case command
    /// A few characters of a heading.
    case heading
    case tags
    case dueDate
    case assignee
    /// Filters the list of a pane or of help.
    case filter
  }

  /// What it is for.
  let purpose: Purpose
  /// What the line is about: an annotation, or text that has none yet.
  var subject: AnnotationSubject?
  /// The count that was typed before it: a search goes to that hit.
  var count = 1
  /// What is typed.
  private(set) var text: [Unicode.Scalar] = []
  /// The scalar that the caret stands before.
  private(set) var caret = 0
  /// Words to choose from; empty where none fit.
  var completions: [Completion] = []
  /// The one that Tab went to.
  private(set) var chosen: Int?
  /// How far back in what was typed before; 0 is the line itself.
  private var recalled = 0
  private var draft: [Unicode.Scalar] = []
  /// The line and its caret before the first completion of those that are gone through.
  private var uncompleted: (line: [Unicode.Scalar], caret: Int)?

  /// A word that Tab can put into the line.
  struct Completion: Equatable, Sendable {
    let word: String
    let help: Text
  }

  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    self.text = Array(text.unicodeScalars)
    caret = self.text.count
  }

  /// What is typed, as a string.
  var string: String { string(of: text[...]) }

  /// What stands before the caret.
  var beforeCaret: String { string(of: text[..<caret]) }

  private func string(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The longest line, in scalars; a pasted book is no search.
  static let longest = 1_000
}

extension Prompt {
  /// Puts text in at the caret; line ends become blanks, other controls are left out.
  mutating func insert(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars where text.count < Self.longest {
      let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
      guard isBreak || scalar.properties.generalCategory != .control else { continue }
      text.insert(isBreak ? " " : scalar, at: caret)
      caret += 1
    }
    forgetChoice()
  }

  /// Replaces the whole line.
  mutating func replace(_ words: [Unicode.Scalar]) {
    text = words
    caret = words.count
  }

  private mutating func forgetChoice() {
    chosen = nil
    uncompleted = nil
    recalled = 0
  }

  /// Takes characters out and gives them back.
  private mutating func cut(_ range: Range<Int>) -> [Unicode.Scalar] {
    let cut = Array(text[range])
    text.removeSubrange(range)
    caret = range.lowerBound
    forgetChoice()
    return cut
  }

  /// Carries out a command of typing; what was cut goes to `kill`.
  mutating func edit(_ command: Command, kill: inout [Unicode.Scalar]) {
    switch command {
    case .caretLeft: caret = max(0, caret - 1)
    case .caretRight: caret = min(text.count, caret + 1)
    case .caretWordLeft: caret = wordStart
    case .caretWordRight: caret = wordEnd
    case .caretStart: caret = 0
    case .caretEnd: caret = text.count
    case .deleteBefore: if caret > 0 { _ = cut(caret - 1..<caret) }
    case .deleteAfter: if caret < text.count { _ = cut(caret..<caret + 1) }
    case .deleteWord: kill = cut(wordStart..<caret)
    case .killToStart: kill = cut(0..<caret)
    case .killToEnd: kill = cut(caret..<text.count)
    case .yank: insert(kill)
    default: break
    }
  }

  private var wordStart: Int {
    var index = caret
    while index > 0, text[index - 1] == " " { index -= 1 }
    guard index > 0 else { return 0 }
    let kind = WordKind(text[index - 1])
    while index > 0, WordKind(text[index - 1]) == kind { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = caret
    while index < text.count, text[index] == " " { index += 1 }
    guard index < text.count else { return index }
    let kind = WordKind(text[index])
    while index < text.count, WordKind(text[index]) == kind { index += 1 }
    return index
  }
}

extension Prompt {
  /// Goes on to another completion and puts it into the line.
  mutating func complete(by step: Int) {
    guard !completions.isEmpty else { return }
    let count = completions.count
    choose(chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1))
  }

  private mutating func choose(_ index: Int) {
    let word = completions[index].word
    let (line, place) = uncompleted ?? (text, caret)
    uncompleted = (line, place)
    if purpose == .tags {
      (text, caret) = TagWords.replacing(wordIn: line, at: place, with: word)
    } else {
      replace(Array(word.unicodeScalars))
    }
    chosen = index
  }

  /// Whether one of the completions is chosen.
  var isInList: Bool { chosen != nil }

  /// Whether the line is one that was typed before.
  var isRecalling: Bool { recalled > 0 }

  /// Goes down or up in the list as far as it reaches; up from its head is the line as it was typed.
  mutating func moveInList(by step: Int) {
    let target = (chosen ?? -1) + step
    if target < 0, let typed = uncompleted {
      (text, caret) = typed
      forgetChoice()
    } else if completions.indices.contains(target) {
      choose(target)
    }
  }

  /// Goes back or forth in what was typed before, among the lines that begin as this one does.
  mutating func recall(by step: Int, from history: [String]) {
    if recalled == 0 { draft = text }
    let lines = history.filter { $0.unicodeScalars.starts(with: draft) }
    let target = min(max(0, recalled + step), lines.count)
    guard target != recalled else { return }
    replace(target == 0 ? draft : Array(lines[lines.count - target].unicodeScalars))
    chosen = nil
    recalled = target
  }
}
