import AnnotationJournal
import BulletinReader
import BulletinScreen
import BulletinTerminal
import Glibc

/// The reader on a terminal: waits for events, hands them to the session, does what it asks for,
/// shows one frame a turn. One thread; all that came meanwhile is taken together.
struct EventLoop {
  let surface: NcursesSurface
  let settings: ReaderSettings
  let invocation: Invocation
  var document: OpenDocument
  var session: Session
  private var memory: PlaceMemory
  private var drafts = DraftClock()
  private var looks: Looks
  private var journal: ReaderJournal?
  private var journalFailure: Failure?
  private var notes: NoteDrafts?
  private var journalComplaint: String?
  private var file: FileWatch?
  private var lastLook = ContinuousClock.now
  private var hasQuit = false
  /// Why what is typed cannot be kept; leaving would lose it.
  private var draftFailure: Failure?
  /// What the message line said to the last key.
  private var answer = ""
  /// Whether the last key asked to leave all the same.
  private var hasAskedToLeave = false
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
    let theme = settings.theme(for: surface.colorDepth)
    session = settings.session(
      document, size: surface.size, place: document.key.flatMap(places.place),
      split: places.split, typedLines: { places.typedLines }, today: try invocation.today(),
      asciiBorders: surface.locale != .utf8, theme: theme)
    looks = Looks(settings, theme, depth: surface.colorDepth)
    if let remark = surface.locale.remark { show(remark) }
    if let problem = settings.problems.first {
      session.show(problem.shortMessage(settings.language), isError: true)
    }
  }

  /// Shows a failure on the message line.
  mutating func show(_ failure: Failure) {
    session.show(failure.readerMessage(settings.language), isError: true)
  }

  /// Shows a remark on the message line.
  mutating func show(_ remark: Text) { session.show(remark(settings.language)) }

  /// Runs until the user leaves or a signal ends it; the answer is that signal.
  mutating func run() -> Int32? {
    surface.show(session.frame())
    afterFirstPaint()
    surface.show(session.frame())
    while !hasQuit {
      let events = surface.nextEvents(within: longestWait, watching: descriptors)
      for event in events where !hasQuit { handle(event) }
      memory.saveIfDue()
      if drafts.isDue { saveDraft() }
      if !hasQuit {
        if isTimeToLook(events) { lookAround() }
        surface.show(session.frame())
      }
    }
    saveDraft()
    memory.save()
    surface.close()
    return endingSignal
  }

  /// Milliseconds until something is to be done whatever comes.
  private var longestWait: Int {
    if session.wantsTick { return 0 }
    var wait = FolderWatch.longestWait
    if file?.isSettling == true || looks.isSettling { wait = FileWatch.settlingTime }
    for time in [memory.millisecondsToSave, drafts.millisecondsToSave] {
      if let time { wait = min(wait, time) }
    }
    return wait
  }

  /// What the first frame need not wait for.
  private mutating func afterFirstPaint() {
    if settings.configuration.ambiguousWide == nil { surface.askAmbiguousWidth() }
    if settings.configuration.mouse { surface.reportMouse(true) }
    if let seen = document.seen {
      memory.saveLastFile(seen.file)
      file = FileWatch(seen)
    }
    notes = NoteDrafts(document, invocation, disk: SystemDisk())
    openJournal()
    if let file = ExternalEditor.textLeft(invocation.environment) { show(.textLeftByEditor(file)) }
    if settings.asksBackground { surface.askBackground() }
    looks.watch()
  }

  /// What tells of changes around: the journal, the open file, theme and keymap.
  private var descriptors: [Int32] {
    ([journal?.watch.descriptor, file?.notices.descriptor] + looks.descriptors).compactMap { $0 }
  }

  private mutating func openJournal() {
    do throws(Failure) {
      journal = try ReaderJournal(document, settings, invocation, disk: SystemDisk())
      journal?.begin(&session, notes)
    } catch {
      journalFailure = error
      show(error)
    }
  }

  private mutating func handle(_ event: InputEvent) {
    switch event {
    case .terminate(let signal): endingSignal = signal
    case .ambiguousWidth(let cells): surface.ambiguousWide = cells == 2
    case .background(let isLight): looks.terminal(isLight: isLight, &session)
    default: break
    }
    let effects = session.handle(event)
    if event.isByHand, !effects.contains(.quit) { hasAskedToLeave = false }
    carryOut(effects)
    if event.isByHand { answer = session.report.message }
    if endingSignal != nil { hasQuit = true }
  }

  /// Whether something was noticed around, or nobody looked for as long as notices may fail to come.
  private func isTimeToLook(_ events: [InputEvent]) -> Bool {
    events.contains { if case .readable = $0 { true } else { false } }
      || file?.isToBeRead == true && !session.isTyping || looks.isToBeRead
      || ContinuousClock.now - lastLook >= .milliseconds(FolderWatch.longestWait)
  }

  /// Takes what others did to the journal and to the file; what the last key has said stays beside
  /// that.
  private mutating func lookAround() {
    let before = session.report.message
    defer {
      let news = session.report.message
      if !answer.isEmpty, news != before, !news.hasPrefix(answer) {
        session.show(Text(zh: "\(answer)；\(news)", en: "\(answer); \(news)")(settings.language))
      }
    }
    lastLook = .now
    do throws(Failure) {
      if try journal?.refresh() == true { journal?.show(in: &session) }
      journalComplaint = nil
    } catch {
      // What stays wrong is said once, not each second.
      let complaint = error.message(settings.language)
      if complaint != journalComplaint { show(error) }
      journalComplaint = complaint
    }
    if file?.look() == true, !session.isTyping { readAgain() }
    if file?.takeLoss() == true {
      show(
        Text(
          zh: "文件不在了；读到的文字还在这里，放回原处后会自动重新读取",
          en: "the file is gone; what was read stays here, and is read again once it is back"))
    }
    looks.look(&session)
  }

  /// Reads the open file anew; where that fails, the message line says why and the old text stays.
  private mutating func readAgain() {
    file?.takeNote()
    do throws(Failure) {
      let words = try document.readAgain(
        in: &session, journal, notes, encoding: try invocation.encoding())
      if let words { show(words) }
    } catch {
      show(error)
    }
  }
}

// MARK: Effects

extension EventLoop {
  private mutating func carryOut(_ effects: [Effect]) { for effect in effects { carryOut(effect) } }

  /// Does in the world what the session asks for.
  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .quit: quit()
    case .suspend:
      memory.save()
      surface.suspend()
    case .redraw: surface.repaint()
    case .reload: readAgain()
    case .savePlace(let place): memory.moved(to: place)
    case .saveSplit(let split): memory.places.save(split)
    case .saveLines(let lines): memory.places.save(lines)
    case .bell: _ = [0x07 as UInt8].withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
    case .journal(let request): carryOut(request)
    case .draftChanged: drafts.changed()
    case .saveDraft(let draft): save(draft)
    case .discardDraft(let subject): discardDraft(of: subject)
    case .useTheme(let name): looks.useTheme(name, &session)
    case .previewTheme(let name): looks.preview(name, &session)
    case .useKeymap(let name): looks.useKeymap(name, &session)
    case .reportMouse(let isOn): surface.reportMouse(isOn)
    case .useAmbiguousWidth(let isWide): surface.ambiguousWide = isWide
    case .copy(let text): show(Clipboard.copy(text, settings.configuration, surface))
    case .export(let format, let path, let overwrites):
      export(format, to: path, overwrites: overwrites)
    case .editExternally(let text): editExternally(text)
    }
  }

  private mutating func carryOut(_ request: JournalRequest) {
    if journal == nil { openJournal() }
    guard let journal else {
      let words = journalFailure?.readerMessage(settings.language) ?? ""
      return carryOut(session.finish(request, .failed(words)))
    }
    let outcome = journal.carryOut(request)
    journal.show(in: &session)
    carryOut(session.finish(request, outcome))
  }

  private mutating func export(_ format: ExportFormat, to path: String, overwrites: Bool) {
    if journal == nil { openJournal() }
    guard let journal else { return }
    do throws(Failure) {
      show(try journal.export(format, to: path, overwrites: overwrites, isDry: false))
    } catch {
      show(error)
    }
  }

  /// Keeps the note being written. Where that fails nothing is lost yet, and the message says so.
  private mutating func saveDraft() {
    if drafts.isWaiting, let draft = session.draft { save(draft) }
    drafts.saved()
  }

  private mutating func save(_ draft: NoteDraft) {
    do throws(Failure) {
      guard let notes else { throw .noJournal }
      try notes.keep(draft, document, journal)
      draftFailure = nil
    } catch {
      draftFailure = error
      show(error)
    }
  }

  /// Leaves, unless that would lose what was typed: then it takes a second time.
  private mutating func quit() {
    if let failure = draftFailure, endingSignal == nil, !hasAskedToLeave {
      hasAskedToLeave = true
      let why = failure.readerMessage(settings.language)
      session.show(
        Text(
          zh: "草稿没有存下（\(why)）；再按一次就离开，草稿会丢失",
          en: "the draft is not kept (\(why)); once more leaves and loses it")(settings.language),
        isError: true)
    } else {
      hasQuit = true
    }
  }

  private mutating func discardDraft(of subject: AnnotationSubject) {
    drafts.saved()
    draftFailure = nil
    do throws(Failure) { try notes?.discard(subject) } catch { show(error) }
    // Of two for one place the other has its turn now.
    journal?.offer(notes, in: &session)
  }

  private mutating func editExternally(_ text: String) {
    saveDraft()
    let edited = surface.withoutScreen { ExternalEditor.edit(text, invocation.environment) }
    let isTaken = edited.text.map { session.replaceNote(with: $0) } ?? true
    if let draft = session.draft { save(draft) }
    if draftFailure == nil, isTaken { edited.removeFile() }
    if let failure = edited.failure { show(failure) }
  }
}
