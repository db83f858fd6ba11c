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
      let events = takePending() + takeKeys()  // ncurses may hold what poll cannot see
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
      guard poll(&places, nfds_t(places.count), rest) != 0 else { return [.tick] }
      let gathered = gather(places)
      if !gathered.isEmpty { return gathered }
    }
  }

  /// Asks the terminal how wide it shows an ambiguous character; the answer comes as an event.
  ///
  /// A terminal that never answers costs nothing. To be called after a frame has been shown.
  public func askAmbiguousWidth() {
    guard understandsAnsi, locale == .utf8 else { return }
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
    var numbers = signals.take().union(heldSignals)
    heldSignals = []
    var events: [InputEvent] = []
    if numbers.contains(SIGTSTP) {
      suspendAlone()
      numbers = numbers.subtracting([SIGCONT]).union(heldSignals)
      heldSignals = []
    }
    if numbers.contains(SIGWINCH), let size = adoptSize() { events.append(.resize(size)) }
    if numbers.contains(SIGCONT) { enter() }
    events += takePending()
    for number in [SIGHUP, SIGTERM, SIGINT, SIGQUIT] where numbers.contains(number) {
      events.append(.terminate(signal: number))
    }
    return events
  }

  /// Reads what is pasted, past ncurses: it would make keys of what is text, byte by byte.
  ///
  /// What comes in one piece with the end of a paste goes to the decoder as it is.
  private func takePaste(_ burst: inout [KeyDecoder.Unit]) {
    isPasting = true
    var piece = [UInt8](repeating: 0, count: 65_536)
    while isPasting {
      var place = pollfd(fd: keysDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&place, 1, 0) > 0 else { return }
      let count = read(keysDescriptor, &piece, piece.count)
      guard count > 0 else { return }
      bytesRead += count
      for byte in piece[..<count] {
        add(byte, to: &burst)
        pasteEnd.take(byte)
        if pasteEnd.isWhole { isPasting = false }
      }
    }
  }

  /// Adds a byte to the character that it belongs to.
  private func add(_ byte: UInt8, to burst: inout [KeyDecoder.Unit]) {
    var character: wchar_t = 0
    switch cn_decode(&decodingState, CChar(bitPattern: byte), &character) {
    case -2: return
    case -1:
      decodingState = mbstate_t()
      burst.append(.character("\u{FFFD}"))
    default:
      burst.append(.character(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}"))
    }
  }

  /// Reads all that is there.
  ///
  /// By bytes: ncurses would lose a character cut by the end of a burst.
  private func takeKeys() -> [InputEvent] {
    forgetLateAnswer()
    var burst: [KeyDecoder.Unit] = []
    if isPasting { takePaste(&burst) }
    while !isPasting {
      let code = wgetch(keys)
      if code == ERR { break }
      bytesRead += 1
      if code > 0xFF {
        if code != KEY_RESIZE { burst.append(.code(code)) }
        if code == KeyDecoding.pasteBegin { takePaste(&burst) }
      } else {
        add(UInt8(truncatingIfNeeded: code), to: &burst)
      }
    }
    return burst.isEmpty
      ? [] : decoder.events(from: burst) { keyname($0).map { String(cString: $0) } }
  }
}
