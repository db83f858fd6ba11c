import Glibc
import Synchronization

private let writeEnd = Atomic<Int32>(-1)

/// Turns signals into bytes of a pipe, so that one `poll` waits for keys and signals alike.
final class SignalPipe {
  /// The end to poll.
  let readEnd: Int32
  private let numbers: [Int32]

  /// Catches signals from now on; nil where no pipe can be made.
  init?(_ numbers: [Int32]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    self.numbers = numbers
    writeEnd.store(ends[1], ordering: .relaxed)
    numbers.forEach(SignalPipe.catchSignal)
  }

  /// Sends a signal to this pipe; also used to catch it again after it was let through.
  static func catchSignal(_ number: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(writeEnd.load(ordering: .relaxed), &byte, 1)
      errno = saved
    }
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }

  /// The signals that came since, each once.
  func take() -> Set<Int32> {
    var numbers: Set<Int32> = []
    var byte: UInt8 = 0
    while read(readEnd, &byte, 1) == 1 { numbers.insert(Int32(byte)) }
    return numbers
  }

  deinit {
    for number in numbers { signal(number, SIG_DFL) }
    close(readEnd)
    close(writeEnd.exchange(-1, ordering: .relaxed))
  }
}
