import CNcurses
import Glibc

/// What the handler of a crash needs, made beforehand since it may call next to nothing.
///
/// One thread writes it, before any handler that reads it is in force.
nonisolated(unsafe) private var farewell: UnsafeMutableBufferPointer<UInt8>?
nonisolated(unsafe) private var earlierModes = termios()
nonisolated(unsafe) private var terminalDescriptor: Int32 = -1

/// Gives the terminal back as it was, on every way out that can be caught.
///
/// The orderly way is `NcursesSurface.close`. This is the rest: `exit` from anywhere, and a crash.
enum TerminalLife {
  /// Switches off what the surface switched on beyond ncurses: pasting with marks, the mouse.
  static let switchesOff = "\u{1B}[?2004l\u{1B}[?1002l\u{1B}[?1006l"

  /// The signals by which a program dies of its own fault.
  private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]

  /// Remembers the terminal's modes; before ncurses changes them.
  static func remember(descriptor: Int32) {
    terminalDescriptor = descriptor
    _ = tcgetattr(descriptor, &earlierModes)
  }

  /// Prepares for `exit` and for crashes; after ncurses has read the terminal's description.
  static func arm() {
    let names = ["op", "sgr0", "cnorm", "rmkx", "rmcup"]
    let texts = names.map { cn_capability($0).map { String(cString: $0) } ?? "" }
    let bytes = Array((switchesOff + texts.map(withoutDelays).joined()).utf8)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = buffer.initialize(from: bytes)
    if farewell == nil { atexit { TerminalLife.restore() } }
    farewell = buffer
    var stack = stack_t()
    stack.ss_size = 65_536  // a crash for want of stack needs another one
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      TerminalLife.restore()
      raise(number)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER | SA_ONSTACK
    for number in crashes { sigaction(number, &action, nil) }
  }

  /// After an orderly end there is nothing left to restore.
  static func disarm() { terminalDescriptor = -1 }

  /// Writes the farewell and sets the modes back; fit for a signal handler.
  private static func restore() {
    guard terminalDescriptor >= 0, let text = farewell else { return }
    _ = write(STDOUT_FILENO, text.baseAddress, text.count)
    _ = tcsetattr(terminalDescriptor, TCSANOW, &earlierModes)
    terminalDescriptor = -1
  }

  /// A capability without its padding `$<5/>`, which only `tputs` understands.
  static func withoutDelays(_ text: String) -> String {
    var rest = text[...]
    var plain = ""
    while let start = rest.firstIndex(of: "$"), let end = rest[start...].firstIndex(of: ">"),
      rest[start...].hasPrefix("$<")
    {
      plain += rest[..<start]
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }
}
