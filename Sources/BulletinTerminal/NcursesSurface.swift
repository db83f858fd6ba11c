public import BulletinScreen
import CNcurses
import Glibc
import Synchronization

/// The terminal: shows frames through ncurses, reads keys, and gives the terminal back.
///
/// There is at most one at a time, and one thread uses it.
public final class NcursesSurface {
  /// The characters the terminal understands.
  public let locale: TerminalLocale
  /// Whether frames are painted with two cells for ambiguous characters.
  public var ambiguousWide = false {
    didSet {
      ambiguousIsWide.store(ambiguousWide, ordering: .relaxed)
      if ambiguousWide != oldValue { repaint() }
    }
  }

  let keys: UnsafeMutablePointer<WINDOW>
  let keysDescriptor: Int32
  let signals: SignalPipe
  let understandsAnsi: Bool
  var decoder = KeyDecoder()
  var characters = CharacterDecoding()
  var pendingEvents: [InputEvent] = []
  var heldSignals: Set<Int32> = []
  var bytesRead = 0
  var emptyReads = 0
  var pointer = PointerReports.off
  var pasteSilence = PasteSilence()
  /// When something was typed last.
  var lastTyped = ContinuousClock.now
  /// When the terminal was asked for the colour of its ground; nil once that is long ago.
  var backgroundAsked: ContinuousClock.Instant?
  private let terminal: OpaquePointer
  private let painter: CellWriter
  private var shown: Frame?
  private(set) var isOpen = true

  /// Takes over the terminal of standard output; keys come from standard input, or from `/dev/tty`
  /// where that is no terminal.
  /// - Parameter colorLimit: the most colours to use; `.none` for `NO_COLOR`.
  /// - Throws: `TerminalError`; the terminal is then as it was.
  public init(colorLimit: ColorDepth = .direct) throws(TerminalError) {
    var input: UnsafeMutablePointer<FILE>?
    if isatty(STDIN_FILENO) == 0 {
      guard let file = fopen("/dev/tty", "r") else { throw .noKeyboard }
      input = file
    }
    keysDescriptor = input.map { fileno($0) } ?? STDIN_FILENO
    locale = TerminalLocale.choose()
    ambiguousIsWide.store(false, ordering: .relaxed)
    TerminalLife.remember(descriptor: keysDescriptor)
    // Before newterm, which would catch some of them itself.
    guard
      let signals = SignalPipe([SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    else { throw .systemLimit }
    self.signals = signals
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard let terminal = cn_newterm(input) else { throw .unknownTerminal(name) }
    self.terminal = terminal
    guard let place = cn_capability("cup"), let keys = newpad(1, 1), let window = cn_screen() else {
      endwin()
      throw .tooSimple(name)
    }
    understandsAnsi = String(cString: place).hasPrefix("\u{1B}[")
    self.keys = keys
    painter = CellWriter(window, colorLimit: colorLimit, locale: locale)
    TerminalLife.arm()
    // Every key is a key, Ctrl-c and Ctrl-z too; Enter and Ctrl-j differ.
    raw()
    noecho()
    nonl()
    typeahead(-1)  // a frame is shown whole even while keys wait
    set_escdelay(25)
    // A pad: reading from the screen's own window would show it as a side effect.
    keypad(keys, true)
    nodelay(keys, true)
    for (sequence, code) in KeyDecoding.definitions { define_key(sequence, code) }
    switchOn()
  }

  deinit { close() }

  /// How many colours the terminal shows, within the limit that was asked for.
  public var colorDepth: ColorDepth { painter.colorDepth }

  /// Columns and rows at present.
  public var size: Size {
    let window = cn_screen()
    return Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
  }

  /// Shows a frame: the runs that differ from the frame before, then the cursor, moved last.
  public func show(_ frame: Frame) {
    guard isOpen, !isEnding else { return }
    painter.write(FrameDiff(from: shown, to: frame), of: frame)
    shown = frame
  }

  /// The next frame is sent whole: the screen was disturbed, or the user asks for it.
  public func repaint() {
    shown = nil
    cn_repaint_all()
  }

  /// Shows the first row again, after something else was written on it.
  func rewriteFirstRow() { painter.rewrite(row: 0) }

  /// Gives the terminal back for good; further calls do nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    if !isInBackground { leave() }
    delwin(keys)
    delscreen(terminal)
    TerminalLife.disarm()
  }

  /// Lets another program have the terminal, such as an editor, and takes it again.
  public func withoutScreen<Value>(_ body: () throws -> Value) rethrows -> Value {
    leave()
    defer {
      // Keys that the other program took for signals were not meant for this one.
      let meant = signals.take().subtracting([SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
      heldSignals.formUnion(meant)
      if !isEnding { enter() }
    }
    return try body()
  }

  /// Whether the terminal is another program's: to touch its modes would stop this one.
  private var isInBackground: Bool {
    let group = tcgetpgrp(keysDescriptor)
    return group > 0 && group != getpgrp()
  }

  /// Stops the program and what runs with it, as Ctrl-z does; returns when it goes on.
  ///
  /// The signal is the one that a shell without job control makes nothing of, so that the program
  /// cannot be stopped where nobody could set it going again.
  public func suspend() { stop { kill(0, SIGTSTP) } }

  /// Stops this program alone: somebody sent it the signal.
  func suspendAlone() { stop { raise(SIGTSTP) } }

  private func stop(_ stop: () -> Int32) {
    withoutScreen {
      signal(SIGTSTP, SIG_DFL)
      _ = stop()
      SignalPipe.catchSignal(SIGTSTP)
      // That it goes on is known here already.
      heldSignals.formUnion(signals.take().subtracting([SIGCONT, SIGTSTP]))
    }
  }

  private func leave() {
    awaitAnswer()
    send(understandsAnsi ? TerminalLife.switchesOff : "")
    endwin()
  }

  /// Takes the terminal again; its size may have changed meanwhile.
  func enter() {
    reset_prog_mode()
    switchOn()
    repaint()
    if let size = adoptSize() { pendingEvents.append(.resize(size)) }
    pendingEvents.append(.resume)
  }

  private func switchOn() {
    send(understandsAnsi ? "\u{1B}[?2004h" + (pointer == .on ? pointer.sequence : "") : "")
  }

  /// Asks the kernel for the terminal's size and tells ncurses; nil where it is unchanged.
  func adoptSize() -> Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    else { return nil }
    let new = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    guard new != size else { return nil }
    resizeterm(Int32(new.rows), Int32(new.columns))
    repaint()
    return new
  }

  /// Sends a sequence of our own; ncurses keeps nothing back between frames.
  func send(_ sequence: String) {
    var bytes = Array(sequence.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}

/// Why a terminal cannot be used.
public enum TerminalError: Error, Equatable, Sendable {
  /// Standard input is no terminal, and there is none to open.
  case noKeyboard
  /// No description of the terminal that `TERM` names.
  case unknownTerminal(String)
  /// The terminal that `TERM` names cannot move its cursor.
  case tooSimple(String)
  /// The system gives no more descriptors.
  case systemLimit
}
