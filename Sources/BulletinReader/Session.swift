public import AnnotationJournal
public import BulletinCore
public import BulletinScreen

/// The reader: the one thing that the event loop, `zhupi render` and tests drive.
///
///     var session = Session(opening)
///     let effects = session.handle(.key(.character("j")))
///     surface.show(session.frame())
///
/// A value without access to the world: whatever is to be done there comes back as effects.
public struct Session: Sendable {
  /// Where one reads; nothing in an empty file.
  public private(set) var place: Place?

  private var state: ReaderState
  private var theme: Theme
  private let loadKeymap: @Sendable () -> Loaded<Keymap>
  private var loadedKeymap: Keymap?
  /// What is wrong with the keymap, until it can be said: the key that has it read may say more.
  private var keymapProblem: SettingsProblem?
  private var keys = KeyReader()
  private var pending: PendingKeys?
  private var styles = StyleTable()

  /// Opens a bulletin; lays out nothing yet.
  public init(_ opening: Opening) {
    state = ReaderState(opening)
    theme = opening.theme
    loadKeymap = opening.keymap
    place = state.makePlace()
  }
}

extension Session {
  /// Takes an event and says what is to be done in the world.
  public mutating func handle(_ event: InputEvent) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .key(let key): effects = press(key)
    case .paste(let text):
      if state.context.takesText { effects = state.type(text.unicodeScalars) }
    case .resize(let size): state.resize(size)
    case .mouse(let mouse):
      keys.reset()
      pending = nil
      effects = state.follow(mouse)
    case .resume: effects = [.redraw]
    case .tick: state.continueWork()
    case .ambiguousWidth(let cells):
      if cells == 1 || cells == 2 { state.set(ambiguousWide: cells == 2) }
    case .readable, .background: break
    case .terminate: effects = [.quit]
    }
    if pending == nil { sayKeymapProblem() }
    let now = state.makePlace()
    if let now, now != place { effects.append(.savePlace(now)) }
    place = now
    return effects
  }

  /// Whether work waits that `.tick` goes on with: counting hits, filtering a long list.
  public var wantsTick: Bool { state.hasWork }

  private mutating func press(_ key: Key) -> [Effect] {
    let context = state.context
    let reading = keys.read(key, in: context, with: keymap())
    state.inputNotice.pressed(fullWidth: keys.hasMetFullWidth)
    keys.hasMetFullWidth = false
    if !keys.isWaiting { pending = nil }
    switch reading {
    case .pending(let waiting):
      pending = waiting
      return []
    case .command(let call, let count): return carryOut(call, count: count)
    case .typed(let scalar):
      state.message = nil
      return state.type(CollectionOfOne(scalar))
    case .cancelled:
      state.message = nil
      return []
    case .unbound(let typed):
      return unbound(key, typed, in: context)
    case .composed:
      state.say(InputNotice.composed)
      return [.bell]
    }
  }

  /// Carries out a command that keys have called.
  mutating func carryOut(_ call: CommandCall, count: Int?) -> [Effect] {
    state.message = nil
    return state.perform(call, count: count)
  }

  /// Alt with a key is Esc and the key to terminals; where it calls nothing it is taken so, unless
  /// the keymap has keys with Alt: then a wrong one must not leave what is being done.
  private mutating func unbound(_ key: Key, _ typed: String, in context: KeyContext) -> [Effect] {
    if key.modifiers.contains(.alt), !keymap().usesAlt {
      return press(Key(.escape)) + press(Key(key.code, key.modifiers.subtracting(.alt)))
    }
    state.say(Text(zh: "\(typed) 没有绑定命令", en: "\(typed) is bound to nothing"))
    return [.bell]
  }

  private mutating func keymap() -> Keymap {
    if let loadedKeymap { return loadedKeymap }
    let loaded = loadKeymap()
    take(loaded)
    // What somebody may have wanted is not said each time, but when the keymap is saved or checked.
    keymapProblem = loaded.problems.first { $0.severity == .error }
    return loaded.value
  }

  private mutating func take(_ loaded: Loaded<Keymap>) {
    loadedKeymap = loaded.value
    state.resumeKeys = loaded.value.keys(for: .resumeNote, in: .text).first
  }
}

extension Session {
  /// The whole screen as it now is.
  public mutating func frame() -> Frame {
    let showsKeys =
      state.openHelpTable != nil || state.annotations.awaitsReview || state.context.takesText
    let keymap = showsKeys ? keymap() : nil
    var canvas = Canvas(state, theme: theme, styles: styles)
    canvas.paint(&state, pending: pending, keymap: keymap)
    let frame = canvas.frame
    styles = frame.styles
    return frame
  }

  /// Says something on the message line, until the next key.
  public mutating func show(_ message: String, isError: Bool = false) {
    state.message = Message(words: message, isError: isError)
  }

  /// Says something beside what the message line says already.
  public mutating func add(_ message: String) { state.add(message) }

  /// Takes a new reading of the file; the place stays as far as it can.
  public mutating func reload(_ bulletin: Bulletin) {
    state.replace(bulletin)
    state.say(Text(zh: "已重新读取", en: "read again"))
    place = state.makePlace()
  }

  /// Takes the annotations of the document as the journal has them now.
  ///
  /// - Parameters:
  ///   - placed: in reading order, those without a place at the end.
  ///   - today: the day on which follow-ups are judged.
  public mutating func show(_ placed: [PlacedAnnotation], today: CalendarDay) {
    state.take(AnnotationList(placed, today: today))
  }

  /// Takes another theme, stepped down to what the terminal has.
  ///
  /// - Parameters:
  ///   - theme: how everything looks from here on.
  ///   - isPreview: whether it is only being chosen.
  public mutating func use(_ theme: Theme, isPreview: Bool = false) {
    self.theme = theme
    styles = StyleTable()
    if !isPreview { state.setup.theme = theme.name }
  }

  /// Takes another keymap; what waits for keys is given up.
  public mutating func use(_ loaded: Loaded<Keymap>, named name: String) {
    take(loaded)
    keymapProblem = loaded.problems.first
    state.setup.keymap = name
    state.forgetReviewKeys()
    keys.reset()
    pending = nil
    sayKeymapProblem()
  }

  private mutating func sayKeymapProblem() {
    guard let problem = keymapProblem else { return }
    show(problem.shortMessage(state.setup.language), isError: problem.severity == .error)
    keymapProblem = nil
  }

  /// Takes tags that the journal knows beside those of this document, for completion.
  public mutating func offer(tags: [String]) { state.knownTags = tags }

  /// Takes notes that were typed and not saved, from an earlier reading, and offers them.
  public mutating func offer(_ drafts: [NoteDraft]) {
    // The offer names the keys.
    if !drafts.isEmpty { _ = keymap() }
    state.offer(drafts)
  }

  /// Takes what became of a request to the journal.
  /// - Returns: what is to be done now.
  public mutating func finish(_ request: JournalRequest, _ outcome: JournalOutcome) -> [Effect] {
    state.finish(request, outcome)
  }

  /// Takes what the user's editor made of the note that is open; false where it has no room for it.
  @discardableResult
  public mutating func replaceNote(with text: String) -> Bool { state.replaceNote(with: text) }

  /// The note being written, where there is anything to lose.
  public var draft: NoteDraft? {
    guard case .note(let note) = state.mode, note.isChanged else { return nil }
    return note.draft
  }

  /// Whether something is being typed or selected that belongs to the text as it is: it is then no
  /// time to read the file again.
  public var isTyping: Bool { state.context.takesText || state.selection != nil }

  /// What can be told besides the frame.
  public var report: Report {
    let focus =
      switch state.mode {
      case .help, .prompt(_, below: .help): "help"
      case .normal, .visual, .note, .prompt: state.panes.focus.rawValue
      }
    return Report(
      focus: focus, mode: state.mode.name, line: place?.cursor.line,
      article: state.article.map { $0 + 1 },
      clause: state.clauseLabel, message: state.shownMessage?.words ?? "")
  }
}
