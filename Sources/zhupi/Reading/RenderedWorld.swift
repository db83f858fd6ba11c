import AnnotationJournal
import BulletinReader
import BulletinScreen

/// What stands behind a reader without a terminal: the journal alone, and that in memory unless
/// writing is allowed.
struct RenderedWorld {
  private var document: OpenDocument
  private let settings: ReaderSettings
  private let invocation: Invocation
  private let notes: NoteDrafts?
  private var looks: Looks
  private var journal: ReaderJournal?
  private var failure: Failure?

  /// Opens the journal of a document.
  init(_ document: OpenDocument, _ settings: ReaderSettings, _ invocation: Invocation) {
    self.document = document
    self.settings = settings
    self.invocation = invocation
    looks = Looks(settings, settings.theme(for: .direct), depth: .direct)
    let disk: any Disk = invocation.arguments.has(.write) ? SystemDisk() : OverlayDisk()
    notes = NoteDrafts(document, invocation, disk: disk)
    do throws(Failure) {
      journal = try ReaderJournal(document, settings, invocation, disk: disk)
    } catch {
      failure = error
    }
  }

  /// Hands the reader what it begins with.
  func begin(_ session: inout Session) {
    journal?.begin(&session, notes)
    if let failure { show(failure, in: &session) }
  }

  /// Presses keys until one of them leaves.
  mutating func press(_ events: [InputEvent], in session: inout Session) {
    for event in events {
      guard carryOut(session.handle(event), in: &session) else { return }
      finishWork(&session)
    }
    finishWork(&session)
    if let draft = session.draft { keep(draft, in: &session) }
  }

  private func finishWork(_ session: inout Session) {
    while session.wantsTick { _ = session.handle(.tick) }
  }

  private func show(_ failure: Failure, in session: inout Session) {
    session.show(failure.readerMessage(settings.language), isError: true)
  }

  /// Does what can be done without a terminal.
  /// - Returns: false where the reader is left.
  private mutating func carryOut(_ effects: [Effect], in session: inout Session) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .reload: readAgain(&session)
      case .journal(let request):
        let outcome =
          journal?.carryOut(request)
          ?? .failed(failure?.readerMessage(settings.language) ?? "")
        journal?.show(in: &session)
        _ = carryOut(session.finish(request, outcome), in: &session)
      case .saveDraft(let draft): keep(draft, in: &session)
      case .discardDraft(let subject):
        do throws(Failure) {
          try notes?.discard(subject)
        } catch {
          show(error, in: &session)
        }
      case .copy(let text):
        let count = text.unicodeScalars.count
        let words = Text(
          zh: "复制 \(count) 字（这里没有剪贴板）", en: "\(count) characters to copy; no clipboard here")
        session.show(words(settings.language))
      case .export(let format, let path, let overwrites):
        export(format, to: path, overwrites: overwrites, in: &session)
      case .editExternally:
        let words = Text(zh: "这里没有终端，不能打开编辑器", en: "no terminal here for an editor")
        session.show(words(settings.language), isError: true)
      case .useTheme(let name): looks.useTheme(name, &session)
      case .previewTheme(let name): looks.preview(name, &session)
      case .useKeymap(let name): looks.useKeymap(name, &session)
      case .suspend, .redraw, .savePlace, .saveSplit, .saveLines, .bell, .draftChanged,
        .reportMouse, .useAmbiguousWidth:
        break
      }
    }
    return true
  }

  private func export(
    _ format: ExportFormat, to path: String, overwrites: Bool, in session: inout Session
  ) {
    do throws(Failure) {
      if let failure { throw failure }
      let isDry = !invocation.arguments.has(.write)
      let words = try journal?.export(format, to: path, overwrites: overwrites, isDry: isDry)
      if let words { session.show(words(settings.language)) }
    } catch {
      show(error, in: &session)
    }
  }

  private func keep(_ draft: NoteDraft, in session: inout Session) {
    do throws(Failure) { try notes?.keep(draft, document, journal) } catch {
      show(error, in: &session)
    }
  }

  private mutating func readAgain(_ session: inout Session) {
    do throws(Failure) {
      let words = try document.readAgain(
        in: &session, journal, notes, encoding: try invocation.encoding())
      if let words { session.show(words(settings.language)) }
    } catch {
      show(error, in: &session)
    }
  }
}
