public import BulletinScreen
import CNcurses
import Glibc

/// What of the mouse's doings the terminal reports.
enum PointerReports {
  case off, on

  /// Switches reports of buttons, drags and the wheel, in SGR form.
  var sequence: String {
    self == .on ? "\u{1B}[?1002h\u{1B}[?1006h" : "\u{1B}[?1002l\u{1B}[?1006l"
  }
}

extension NcursesSurface {
  /// How long the parts of one sequence may be apart, as a slow line delivers them.
  private static let longestCut: Duration = .milliseconds(500)
  /// The signals that end the program.
  private static let endings = [SIGHUP, SIGTERM, SIGINT, SIGQUIT]
  /// Whether one of them came.
  var isEnding: Bool { !heldSignals.isDisjoint(with: Self.endings) }

  /// Waits until something happens and returns all of it that is there, in order.
  /// - Parameters:
  ///   - milliseconds: how long to wait at most; then a `.tick` is returned.
  ///   - watched: further descriptors to wait on; each that can be read gives a `.readable`.
  public func nextEvents(within milliseconds: Int?, watching watched: [Int32])
    -> [InputEvent]
  {
    guard isOpen else { return [.terminate(signal: SIGHUP)] }
    let start = ContinuousClock.now
    while true {
      // Signals that came while another program had the terminal; keys that ncurses holds.
      let held = heldSignals.isEmpty ? [] : takeSignals()
      let events = held + takePending() + takeKeys() + tellHeldUpPaste()
      if !events.isEmpty { return events }
      var rest: Int32 = -1
      if let milliseconds {
        let passed = (ContinuousClock.now - start) / .milliseconds(1)
        rest = Int32(clamping: milliseconds - Int(passed))
        if rest < 0 { return [.tick] }
      }
      var places = ([keysDescriptor, signals.readEnd] + watched).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let longest = decoder.isPasting ? pasteSilence.shortened(rest) : rest
      guard poll(&places, nfds_t(places.count), longest) != 0 else {
        if longest != rest { continue }
        return [.tick]
      }
      let gathered = gather(places)
      if !gathered.isEmpty { return gathered }
    }
  }

  /// Asks the terminal how wide it shows an ambiguous character; the answer comes as an event.
  ///
  /// A terminal that never answers costs nothing. To be called after a frame has been shown.
  public func askAmbiguousWidth() {
    guard understandsAnsi, locale.isUnicode else { return }
    decoder.awaitsCursor = true
    send("\u{1B}7\u{1B}[1;\(KeyDecoder.askingColumn)H\u{201C}\u{1B}[6n\u{1B}8")
    rewriteFirstRow()
  }

  /// Asks the terminal for the colour of its ground; the answer comes as an event, or never.
  ///
  /// Only where there are colours enough that it matters. To be called after a frame has been shown.
  /// Whatever a terminal makes of the question stands in the first row, which is shown again.
  public func askBackground() {
    guard understandsAnsi, colorDepth >= .palette else { return }
    decoder.awaitsBackground = true
    decoder.awaitsAttributes = true
    backgroundAsked = .now
    send("\u{1B}7\u{1B}[1;1H\u{1B}]11;?\u{1B}\\\u{1B}[c\u{1B}8")
    rewriteFirstRow()
  }

  /// Gives up an answer that comes so late that a change of colours would startle.
  private func forgetLateAnswer() {
    guard let asked = backgroundAsked, .now - asked > .seconds(1) else { return }
    backgroundAsked = nil
    decoder.awaitsBackground = false
  }

  /// Waits a moment for an answer under way, which would else be typed into what comes next.
  func awaitAnswer() {
    guard let asked = backgroundAsked else { return }
    while decoder.awaitsAttributes {
      let rest = Int32(clamping: Int((asked + .milliseconds(200) - .now) / .milliseconds(1)))
      var place = pollfd(fd: keysDescriptor, events: Int16(POLLIN), revents: 0)
      guard rest > 0, poll(&place, 1, rest) > 0 else { return }
      let before = bytesRead
      pendingEvents += takeKeys()
      if bytesRead == before { return }
    }
  }

  /// Switches the mouse's reports on or off; they are off to begin with.
  public func reportMouse(_ on: Bool) {
    pointer = on ? .on : .off
    send(understandsAnsi ? pointer.sequence : "")
  }

  private func takePending() -> [InputEvent] {
    defer { pendingEvents = [] }
    return pendingEvents
  }

  private func gather(_ places: [pollfd]) -> [InputEvent] {
    var events = takeSignals()
    let keysCame = places[0].revents
    let before = bytesRead
    events += takeKeys()
    if keysCame & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      events.append(.terminate(signal: SIGHUP))
    } else if keysCame & Int16(POLLIN) != 0, bytesRead == before {
      // Readable with nothing to read is the end of input, unless a signal came in between.
      emptyReads += 1
      if emptyReads > 3 { events.append(.terminate(signal: SIGHUP)) }
    } else {
      emptyReads = 0
    }
    for place in places.dropFirst(2) where place.revents != 0 {
      events.append(.readable(place.fd))
    }
    return events
  }

  private func takeSignals() -> [InputEvent] {
    heldSignals.formUnion(signals.take())
    if heldSignals.contains(SIGTSTP), !isEnding {
      suspendAlone()
      heldSignals.subtract([SIGTSTP, SIGCONT])
    }
    // Who is to end leaves the terminal alone: it may be another's by now.
    if !isEnding {
      if heldSignals.contains(SIGWINCH), let size = adoptSize() {
        pendingEvents.append(.resize(size))
      }
      if heldSignals.contains(SIGCONT) { enter() }
    }
    let ends = Self.endings.filter(heldSignals.contains)
    heldSignals.formIntersection(Self.endings)
    return takePending() + ends.map { .terminate(signal: $0) }
  }

  /// Reads all that is there.
  private func takeKeys() -> [InputEvent] {
    forgetLateAnswer()
    var events: [InputEvent] = []
    while true {
      let burst = decoder.isPasting ? readPaste() : readKeys()
      if burst.isEmpty { return events }
      if .now - lastTyped > Self.longestCut { decoder.forgetCutSequence() }
      lastTyped = .now
      events += decoder.events(from: burst) { keyname($0).map { String(cString: $0) } }
    }
  }

  /// Reads what ncurses has, as far as the beginning of a paste.
  ///
  /// By bytes: ncurses would lose a character cut by the end of a burst.
  private func readKeys() -> [KeyDecoder.Unit] {
    var burst: [KeyDecoder.Unit] = []
    while true {
      let code = wgetch(keys)
      if code == ERR { return burst }
      bytesRead += 1
      if code <= 0xFF {
        characters.add(UInt8(truncatingIfNeeded: code), to: &burst)
        continue
      }
      characters.giveUp(to: &burst)
      if code != KEY_RESIZE { burst.append(.code(code)) }
      if code == KeyDecoding.pasteBegin {
        pasteSilence.isBroken()
        return burst
      }
    }
  }

  /// Reads a piece of what is pasted, past ncurses: it would make keys of what is text, byte by byte.
  ///
  /// What comes in one piece with the end of a paste goes to the decoder as it is.
  private func readPaste() -> [KeyDecoder.Unit] {
    var place = pollfd(fd: keysDescriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, 0) > 0 else { return [] }
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = max(0, read(keysDescriptor, &piece, piece.count))
    bytesRead += count
    let bytes = piece[..<count]
    var burst: [KeyDecoder.Unit] = []
    if count > 0, pasteSilence.isEnded(by: bytes) {
      characters.giveUp(to: &burst)
      burst.append(.code(KeyDecoding.pasteEnd))
      if PasteSilence.isInterrupt(bytes) { return burst }
    }
    pasteSilence.isBroken()
    for byte in bytes { characters.add(byte, to: &burst) }
    return burst
  }

  /// Tells what was pasted so far once the rest keeps one waiting.
  private func tellHeldUpPaste() -> [InputEvent] {
    decoder.isPasting && pasteSilence.isDue() ? decoder.takePasted() : []
  }
}
