import AnnotationJournal
import BulletinCore
import BulletinScreen
import Keymaps
import Themes

@testable import BulletinReader

/// Opens a small bulletin, presses keys, and tells what shows.
final class ReaderDriver {
  var session: Session
  /// What answers requests to the journal; without one they stay unanswered.
  var journal: AnnotatedSample?
  /// All effects so far but the saving of places and of typed lines.
  private(set) var effects: [Effect] = []
  /// The typed lines that were to be saved last.
  private(set) var savedLines: TypedLines?

  init(
    _ text: String = SampleBulletins.issue, _ columns: Int = 112, _ rows: Int = 40,
    change: (inout Opening) -> Void = { _ in }
  ) {
    var opening = Opening(
      bulletin: SampleBulletins.bulletin(text), name: "sample.txt",
      size: Size(columns: columns, rows: rows), theme: Self.theme, keymap: { Self.keymap })
    change(&opening)
    session = Session(opening)
  }

  static let keymap = KeymapFile.load(
    SettingsFile(name: "vim", bytes: Keymaps.json(named: "vim") ?? []), from: builtInKeymaps)

  static let theme = ThemeFile.load(
    SettingsFile(name: Themes.light, bytes: Themes.json(named: Themes.light) ?? []),
    from: SettingsLibrary(names: []) { _ in nil }
  ).value

  /// Presses a list of sequences as `render --keys` takes it: `]c "算力" <Enter>`.
  func press(_ script: String) throws {
    for token in try KeyScript.tokens(script) {
      switch token {
      case .keys(let keys): keys.forEach { handle(.key($0)) }
      case .text(let text): text.unicodeScalars.forEach { handle(.key(.character($0))) }
      }
    }
  }

  func handle(_ event: InputEvent) { take(session.handle(event)) }

  /// Answers what the session asks of the journal, where there is one; keeps all else.
  private func take(_ asked: [Effect]) {
    for effect in asked {
      switch effect {
      case .savePlace: continue
      case .saveLines(let lines): savedLines = (savedLines ?? TypedLines()).adding(lines)
      case .journal(let request):
        effects.append(effect)
        guard let journal else { continue }
        let outcome = journal.carryOut(request)
        session.show(journal.document.annotations, today: AnnotatedSample.today)
        take(session.finish(request, outcome))
      default: effects.append(effect)
      }
    }
  }

  /// Gives annotations to the reader.
  func show(_ placed: [PlacedAnnotation], today: CalendarDay) {
    session.show(placed, today: today)
  }

  /// Lets everything that waits be done.
  func settle() { while session.wantsTick { handle(.tick) } }

  /// The rows of the screen, blanks at their ends gone.
  var screen: [String] {
    get {
      session.frame().lines.map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  /// The row of the screen that the terminal's cursor stands in.
  var cursorRow: String {
    get {
      let frame = session.frame()
      return frame.cursor.map { frame.line($0.row) } ?? ""
    }
  }

  /// The text from the cursor to the end of its row.
  var textAtCursor: String {
    let frame = session.frame()
    guard let cursor = frame.cursor else { return "" }
    var text = ""
    for column in cursor.column..<frame.size.columns {
      let cell = frame[row: cursor.row, column: column]
      for scalar in frame.scalars(of: cell) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// The roles painted in a row, in order, each once.
  func roles(in row: Int) -> [String] {
    let frame = session.frame()
    var roles: [String] = []
    for column in 0..<frame.size.columns {
      let role = frame.styled(frame[row: row, column: column]).role
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// Switches to another keymap.
  func use(_ keymap: Loaded<Keymap>, named name: String) { session.use(keymap, named: name) }

  /// Hands over notes that an earlier reader left.
  func offer(_ drafts: [NoteDraft]) { session.offer(drafts) }

  /// Carries out a command as if a key had called it.
  @discardableResult
  func perform(_ call: CommandCall, count: Int? = nil) -> [Effect] {
    let effects = session.carryOut(call, count: count)
    take(effects)
    return effects
  }

  /// What shows.
  var frame: Frame { session.frame() }
}
