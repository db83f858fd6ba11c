/// A note being written: lines of text with a caret, as a value.
///
/// Line ends are `\n`; all other controls are text like any other, which the painter shows as signs.
/// A key costs the same in a long note as in a short one.
struct NoteEditor: Equatable, Sendable {
  /// What is written.
  private(set) var content: NoteText
  /// The scalar that the caret stands before.
  private(set) var caret: Int
  /// The first scalar of the first row that shows; scrolling sets it.
  var top = 0
  /// The column that moving by rows keeps, in cells.
  var goal: Int?
  private let original: NoteText
  private var history = NoteHistory()
  /// Whether the last thing done was a cut, which the next one adds to.
  private var hasJustCut = false

  /// The longest note, in scalars.
  static let longest = 4_000_000

  /// Whether a text can be edited whole.
  static func hasRoom(for text: String) -> Bool {
    // Scalars are at most the bytes, which cost nothing to count.
    text.utf8.count <= longest || text.unicodeScalars.count <= longest
  }

  /// Opens a text, the caret at its end.
  init(text: String) {
    content = NoteText(Self.lines(text.unicodeScalars, atMost: Self.longest).taken)
    original = content
    caret = content.count
  }

  /// What is written, as a string; costs its length.
  var text: String { content.string }

  /// Whether it is other than what was opened.
  var isChanged: Bool { content != original }

  /// Folds `\r\n` and `\r` to `\n`; says how many scalars had no room.
  private static func lines(
    _ scalars: some Sequence<Unicode.Scalar>, atMost room: Int
  ) -> (taken: [Unicode.Scalar], left: Int) {
    var taken: [Unicode.Scalar] = []
    taken.reserveCapacity(min(room, scalars.underestimatedCount))
    var left = 0
    var isAfterReturn = false
    for scalar in scalars {
      defer { isAfterReturn = scalar == "\r" }
      if isAfterReturn, scalar == "\n" { continue }
      if taken.count < room {
        taken.append(scalar == "\r" ? "\n" : scalar)
      } else {
        left += 1
      }
    }
    return (taken, left)
  }
}

extension NoteEditor {
  /// Puts typed or pasted text in at the caret; what comes at once is one step of undo.
  /// - Returns: how many scalars were left out because the note would become too long.
  @discardableResult
  mutating func insert(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    settle()
    return put(scalars)
  }

  /// Replaces the whole note, as one step of undo; the caret stands at the end.
  mutating func replaceAll(with text: String) {
    let (taken, _) = Self.lines(text.unicodeScalars, atMost: Self.longest)
    change(.whole, 0..<content.count, to: taken)
  }

  private mutating func put(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    let (taken, left) = Self.lines(scalars, atMost: Self.longest - content.count)
    change(taken.count == 1 ? .typing : .whole, caret..<caret, to: taken)
    return left
  }

  /// Moves the caret to the end of the character it stands in: text that came together can make one.
  private mutating func settle() { caret = content.boundary(atOrAfter: caret) }

  private mutating func change(
    _ kind: NoteChange.Kind, _ range: Range<Int>, to scalars: [Unicode.Scalar] = []
  ) {
    goal = nil
    hasJustCut = false
    guard !range.isEmpty || !scalars.isEmpty else { return }
    history.add(
      NoteChange(
        kind, at: range.lowerBound, removed: content.scalars(in: range), inserted: scalars,
        caretBefore: caret))
    replace(range, with: scalars)
    caret = range.lowerBound + scalars.count
  }

  private mutating func replace(_ range: Range<Int>, with scalars: [Unicode.Scalar]) {
    content.replace(range, with: scalars)
    if range.upperBound <= top {
      top += scalars.count - range.count
    } else {
      top = min(top, range.lowerBound)
    }
  }

  /// Puts the caret at an offset; what is typed there is another step of undo.
  mutating func move(to offset: Int, goal: Int? = nil) {
    caret = offset
    self.goal = goal
    hasJustCut = false
    history.close()
  }
}

extension NoteEditor {
  /// Carries out a command of typing; others do nothing.
  ///
  /// - Parameters:
  ///   - kill: What was cut last; cuts in a row add to it, forward ones behind, backward ones before.
  ///   - width: The columns of the field that the note stands in, for moving by rows.
  ///   - ambiguousWide: Whether characters of ambiguous width take two cells.
  mutating func edit(
    _ command: Command, kill: inout [Unicode.Scalar], width: Int, ambiguousWide: Bool
  ) {
    // Cuts in a row and what puts them back count from where the cut left the caret.
    if !hasJustCut { settle() }
    let lineStart = content.lineStart(of: caret)
    let lineEnd = content.lineEnd(of: caret)
    switch command {
    case .caretLeft: move(to: content.characterStart(before: caret))
    case .caretRight: move(to: content.characterEnd(after: caret))
    case .caretWordLeft: move(to: content.wordStart(before: caret))
    case .caretWordRight: move(to: content.wordEnd(after: caret))
    case .caretStart: move(to: lineStart)
    case .caretEnd: move(to: lineEnd)
    case .olderEntry, .newerEntry:
      let layout = NoteLayout(content, width: width, ambiguousWide: ambiguousWide)
      moveRow(isDown: command == .newerEntry, layout)
    case .deleteBefore: change(.deletingBack, content.characterStart(before: caret)..<caret)
    case .deleteAfter: change(.deletingAhead, caret..<content.characterEnd(after: caret))
    case .deleteWord:
      let start = caret == lineStart ? caret - 1 : content.wordStart(before: caret)
      cut(max(start, caret == lineStart ? 0 : lineStart)..<caret, to: &kill)
    case .killToStart: cut(lineStart..<caret, to: &kill)
    case .killToEnd:
      cut(caret..<(caret == lineEnd ? min(caret + 1, content.count) : lineEnd), to: &kill)
    case .yank: _ = put(kill)
    case .breakLine: breakLine()
    case .undoTyping: undo()
    case .redoTyping: redo()
    default: break
    }
  }

  /// Cuts a range that begins or ends at the caret.
  private mutating func cut(_ range: Range<Int>, to kill: inout [Unicode.Scalar]) {
    guard !range.isEmpty else { return }
    let scalars = content.scalars(in: range)
    if !hasJustCut {
      kill = scalars
    } else if range.lowerBound == caret {
      kill += scalars
    } else {
      kill.insert(contentsOf: scalars, at: 0)
    }
    change(.whole, range)
    hasJustCut = true
  }

  /// Begins another line; with what is typed next it is one step of undo.
  private mutating func breakLine() {
    history.close()
    insert(["\n"])
  }

  /// Takes the last step back; false where there is none.
  @discardableResult
  mutating func undo() -> Bool {
    guard let change = history.undo() else { return false }
    replace(change.place..<change.place + change.inserted.count, with: change.removed)
    move(to: change.caretBefore)
    return true
  }

  /// Does the step again that was taken back last; false where there is none.
  @discardableResult
  mutating func redo() -> Bool {
    guard let change = history.redo() else { return false }
    replace(change.place..<change.place + change.removed.count, with: change.inserted)
    move(to: change.place + change.inserted.count)
    return true
  }
}
