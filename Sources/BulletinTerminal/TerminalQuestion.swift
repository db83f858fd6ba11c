import CNcurses
import Glibc

/// Asks the terminal something outside of a reader, and waits for the answer a bounded time.
public enum TerminalQuestion {
  /// How many cells the terminal gives to each of some texts, told by where its cursor stands behind
  /// them; nil where it does not answer all of them in time, or there is nobody to ask: standard
  /// output is no terminal, or the program is in the background.
  ///
  /// The line of the cursor is empty afterwards. Rule source: ECMA-48, CPR (8.3.14).
  public static func cells(of texts: [String], within milliseconds: Int = 500) -> [Int]? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    // Not waiting, so that a terminal that was stopped (Ctrl-s) cannot stop the program.
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    // In the background, changing modes would stop the program.
    var saved = termios()
    guard tcgetpgrp(terminal) == getpgrp(), tcgetattr(terminal, &saved) == 0 else { return nil }
    var modes = saved
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    guard tcsetattr(terminal, TCSANOW, &modes) == 0 else { return nil }
    defer {
      tcflush(terminal, TCIFLUSH)
      _ = tcsetattr(terminal, TCSANOW, &saved)
    }
    let question = texts.map { "\r" + $0 + "\u{1B}[6n" }.joined() + "\r\u{1B}[K"
    let bytes = Array(question.utf8)
    guard bytes.withUnsafeBytes({ write(terminal, $0.baseAddress, $0.count) }) == bytes.count else {
      return nil
    }
    return answers(from: terminal, count: texts.count, within: milliseconds)
  }

  private static func answers(
    from terminal: Int32, count: Int, within milliseconds: Int
  ) -> [Int]? {
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 256)
    while bytes.count < 4_096 {
      let columns = CursorReports.columns(in: bytes)
      if columns.count >= count { return columns.prefix(count).map { $0 - 1 } }
      let rest = Int32(clamping: Int((deadline - .now) / .milliseconds(1)))
      var place = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard rest > 0, poll(&place, 1, rest) > 0 else { return nil }
      let had = read(terminal, &piece, piece.count)
      guard had > 0 else { return nil }
      bytes += piece[..<had]
    }
    return nil
  }
}

/// A terminal's reports of where its cursor stands, `ESC [ ROW ; COLUMN R`, among what was typed.
enum CursorReports {
  /// The columns, from 1, of the reports in some bytes, in their order.
  static func columns(in bytes: [UInt8]) -> [Int] {
    var columns: [Int] = []
    for start in bytes.indices where bytes[start...].starts(with: [0x1B, 0x5B]) {
      let body = bytes[(start + 2)...].prefix(12)
      guard let end = body.firstIndex(of: UInt8(ascii: "R")) else { continue }
      let numbers = body[..<end].split(
        separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
      ).map { Int(String(decoding: $0, as: UTF8.self)) }
      if numbers.count == 2, numbers[0] != nil, let column = numbers[1], column > 0 {
        columns.append(column)
      }
    }
    return columns
  }
}
