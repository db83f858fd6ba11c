/// One step of undo in a note: what stood at a place, and what stands there now.
struct NoteChange: Equatable, Sendable {
  /// How the step came about; equal ones that touch each other become one step.
  enum Kind: Equatable, Sendable {
    case typing
    case deletingBack
    case deletingAhead
    /// A paste or a cut, always a step of its own.
    case whole
  }

  let kind: Kind
  /// The offset of the first scalar that differs.
  fileprivate(set) var place: Int
  fileprivate(set) var removed: [Unicode.Scalar]
  fileprivate(set) var inserted: [Unicode.Scalar]
  /// Where the caret stood.
  let caretBefore: Int

  /// The scalars it holds in memory.
  fileprivate var size: Int { removed.count + inserted.count }

  init(
    _ kind: Kind, at place: Int, removed: [Unicode.Scalar], inserted: [Unicode.Scalar],
    caretBefore: Int
  ) {
    self.kind = kind
    self.place = place
    self.removed = removed
    self.inserted = inserted
    self.caretBefore = caretBefore
  }
}

/// What can be taken back in a note; old steps go where they are too many or too large.
struct NoteHistory: Equatable, Sendable {
  private var done: [NoteChange] = []
  private var undone: [NoteChange] = []
  /// The scalars in `done`.
  private var size = 0
  /// Whether the last step may still grow.
  private var isOpen = false

  private static let mostSteps = 200
  private static let mostScalars = 8_000_000

  /// Ends the last step: what comes is another one.
  mutating func close() { isOpen = false }

  /// Keeps a change, as part of the last step where it carries that on.
  mutating func add(_ change: NoteChange) {
    undone = []
    size += change.size
    if !isOpen || !join(change) { done.append(change) }
    isOpen = change.kind != .whole
    while done.count > 1, done.count > Self.mostSteps || size > Self.mostScalars {
      size -= done.removeFirst().size
    }
  }

  /// Makes a change part of the last step; false where the two do not touch.
  private mutating func join(_ change: NoteChange) -> Bool {
    let index = done.count - 1
    guard index >= 0, done[index].kind == change.kind else { return false }
    switch change.kind {
    case .typing:
      guard change.place == done[index].place + done[index].inserted.count else { return false }
      done[index].inserted += change.inserted
    case .deletingBack:
      guard change.place + change.removed.count == done[index].place else { return false }
      done[index].place = change.place
      done[index].removed.insert(contentsOf: change.removed, at: 0)
    case .deletingAhead:
      guard change.place == done[index].place else { return false }
      done[index].removed += change.removed
    case .whole: return false
    }
    return true
  }

  /// The step to take back, nil where none is left.
  mutating func undo() -> NoteChange? {
    guard let change = done.popLast() else { return nil }
    size -= change.size
    undone.append(change)
    isOpen = false
    return change
  }

  /// The step to do again, nil where none was taken back.
  mutating func redo() -> NoteChange? {
    guard let change = undone.popLast() else { return nil }
    size += change.size
    done.append(change)
    isOpen = false
    return change
  }
}
