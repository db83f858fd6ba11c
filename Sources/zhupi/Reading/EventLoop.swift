import BulletinReader
import BulletinScreen
import BulletinTerminal
import Glibc

/// The reader on a terminal: waits for events, hands them to the session, does what it asks for,
/// shows one frame a turn. One thread; all that came meanwhile is taken together.
struct EventLoop {
  private let surface: NcursesSurface
  private let document: OpenDocument
  private let settings: ReaderSettings
  private let invocation: Invocation
  private var session: Session
  private var memory: PlaceMemory
  private var hasQuit = false
  private var endingSignal: Int32?

  /// Takes the terminal over and makes the session.
  init(
    _ document: OpenDocument, _ settings: ReaderSettings, _ places: ReadingPlaces,
    _ invocation: Invocation
  ) throws(Failure) {
    do throws(TerminalError) {
      surface = try NcursesSurface(colorLimit: settings.usesColor ? .direct : .none)
    } catch {
      throw .terminal(error)
    }
    self.document = document
    self.settings = settings
    self.invocation = invocation
    memory = PlaceMemory(places, key: document.key)
    surface.ambiguousWide = settings.configuration.ambiguousWide ?? false
    session = settings.session(
      document, size: surface.size, place: document.key.flatMap(places.place),
      split: places.split, asciiBorders: surface.locale != .utf8, colors: surface.colorDepth)
    if let problem = settings.problems.first {
      session.show(problem.message(settings.language), isError: true)
    }
  }

  /// Shows a failure on the message line.
  mutating func show(_ failure: Failure) {
    session.show(failure.message(settings.language) ?? "", isError: true)
  }

  /// Shows a remark on the message line.
  mutating func show(_ remark: Text) { session.show(remark(settings.language)) }

  /// Runs until the user leaves or a signal ends it; the answer is that signal.
  mutating func run() -> Int32? {
    surface.show(session.frame())
    afterFirstPaint()
    while !hasQuit {
      let wait = session.wantsTick ? 0 : memory.millisecondsToSave
      let events = surface.nextEvents(within: wait)
      for event in events where !hasQuit { handle(event) }
      memory.saveIfDue()
      if !hasQuit { surface.show(session.frame()) }
    }
    memory.save()
    surface.close()
    return endingSignal
  }

  /// What the first frame need not wait for.
  private func afterFirstPaint() {
    if settings.configuration.ambiguousWide == nil { surface.askAmbiguousWidth() }
    if settings.configuration.mouse { surface.reportMouse(true) }
    if case .file(let file) = document.origin { memory.saveLastFile(file) }
  }

  private mutating func handle(_ event: InputEvent) {
    switch event {
    case .terminate(let signal): endingSignal = signal
    case .ambiguousWidth(let cells): surface.ambiguousWide = cells == 2
    default: break
    }
    for effect in session.handle(event) { carryOut(effect) }
    if endingSignal != nil { hasQuit = true }
  }

  /// Does in the world what the session asks for.
  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .quit: hasQuit = true
    case .suspend:
      memory.save()
      surface.suspend()
    case .redraw: surface.repaint()
    case .reload: session.readAgain(document, invocation)
    case .savePlace(let place): memory.moved(to: place)
    case .saveSplit(let split): memory.places.save(split)
    case .bell: _ = [0x07 as UInt8].withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
    }
  }
}

/// Saves the place of reading at most once a second and at the end.
private struct PlaceMemory {
  let places: ReadingPlaces
  private let key: String?
  private var pending: Place?
  private var lastSave = ContinuousClock.now - .seconds(1)

  init(_ places: ReadingPlaces, key: String?) {
    self.places = places
    self.key = key
  }

  /// How long the loop may wait before there is something to save; nil for ever.
  var millisecondsToSave: Int? {
    guard pending != nil else { return nil }
    let rest = lastSave + .seconds(1) - .now
    return max(0, Int(rest / .milliseconds(1)) + 1)
  }

  mutating func moved(to place: Place) { pending = place }

  mutating func saveIfDue() {
    if pending != nil, ContinuousClock.now - lastSave >= .seconds(1) { save() }
  }

  mutating func save() {
    guard let place = pending else { return }
    pending = nil
    lastSave = .now
    if let key { places.save(place, of: key) }
  }

  func saveLastFile(_ file: Word) {
    if let path = ReadingPlaces.absolutePath(of: file) { places.saveLastFile(path) }
  }
}
