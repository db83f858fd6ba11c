import Glibc

/// Other programs, run without a shell.
enum ChildProgram {
  /// How long a program that is asked something may keep silent, in milliseconds.
  private static let patience: Int32 = 2_000
  /// The most that is read of an answer, in bytes.
  private static let limit = 65_536

  /// Runs a program of `$PATH` on this terminal and waits for its end.
  ///
  /// Where it is stopped (Ctrl-z) this program stops too, and sets it going again when it goes on.
  /// - Returns: its exit status; 127 where it is not there, 128 and the signal where one ended it.
  static func run(_ words: [Word]) -> Int32 {
    let number = start(words) { actions in
      // What was read there is no keyboard.
      guard isatty(STDIN_FILENO) == 0 else { return }
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/tty", O_RDWR, 0)
    }
    guard let number else { return 127 }
    while true {
      let status = wait(for: number, WUNTRACED)
      guard status & 0xFF == 0x7F else { return code(of: status) }
      stopWithGroup()
      kill(number, SIGCONT)
    }
  }

  /// Stops this program and what runs with it until somebody sets it going again; does nothing where
  /// nobody could.
  private static func stopWithGroup() {
    var standard = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    var earlier = sigaction()
    sigaction(SIGTSTP, &standard, &earlier)
    kill(0, SIGTSTP)
    sigaction(SIGTSTP, &earlier, nil)
  }

  /// Runs a program of `$PATH` that reads bytes and prints nothing; one that takes too long is ended.
  /// - Returns: whether it ended well, and in time.
  static func feed(_ words: [Word], _ bytes: [UInt8]) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    // A program that does not read must not end this one.
    let earlier = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, earlier) }
    let deadline = ContinuousClock.now + .milliseconds(Int(patience))
    let number = start(words) { actions in
      posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
      for output in [STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
      }
    }
    close(ends[0])
    let isWritten = number != nil && write(bytes, to: ends[1], until: deadline)
    close(ends[1])
    guard let number else { return false }
    return status(of: number, until: deadline) == 0 && isWritten
  }

  /// Writes to a pipe that does not wait; false where it does not take all in time.
  private static func write(
    _ bytes: [UInt8], to pipe: Int32, until deadline: ContinuousClock.Instant
  ) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(pipe, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      guard count < 0 else { continue }
      guard errno == EAGAIN || errno == EINTR else { return false }
      let left = Int32(clamping: Int((deadline - .now) / .milliseconds(1)))
      var place = pollfd(fd: pipe, events: Int16(POLLOUT), revents: 0)
      guard left > 0, poll(&place, 1, left) != 0 else { return false }
    }
    return true
  }

  /// What a program of `$PATH` prints that reads nothing; its messages are dropped. Nil where it is
  /// not there, fails or does not end in time.
  static func output(of words: [Word]) -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let number = start(words) { actions in
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    close(ends[1])
    guard let number else { return nil }
    let bytes = readAll(ends[0])
    let deadline = ContinuousClock.now + .milliseconds(bytes == nil ? 0 : Int(patience))
    return status(of: number, until: deadline) == 0 ? bytes : nil
  }

  /// Reads to the end; nil where that does not come in time.
  private static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while bytes.count < limit {
      var place = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let answer = poll(&place, 1, patience)
      if answer < 0, errno == EINTR { continue }
      guard answer > 0 else { return nil }
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += piece[..<count]
    }
    return nil
  }

  /// Starts a program.
  /// - Parameter connect: tells where its input and output are; this terminal unless it does.
  private static func start(
    _ words: [Word], connect: (inout posix_spawn_file_actions_t) -> Void
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    connect(&actions)
    // What this program ignores the other one need not.
    var ignored = sigset_t()
    sigemptyset(&ignored)
    for number in [SIGPIPE, SIGXFSZ] { sigaddset(&ignored, number) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigdefault(&attributes, &ignored)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let pointers: [UnsafeMutablePointer<CChar>?] = words.map { word in
      word.withPath { strdup($0) }
    }
    defer { pointers.forEach { free($0) } }
    guard let name = pointers.first ?? nil else { return nil }
    var number: pid_t = 0
    return posix_spawnp(&number, name, &actions, &attributes, pointers + [nil], environ) == 0
      ? number : nil
  }

  /// The exit status of a program that is to end in time, and else is ended.
  private static func status(of number: pid_t, until deadline: ContinuousClock.Instant) -> Int32 {
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      let answer = waitpid(number, &status, WNOHANG)
      if answer == number || answer < 0 && errno != EINTR { return code(of: status) }
      // No descriptor tells of an end that a program's own children outlive.
      if answer == 0 { usleep(2_000) }
    }
    kill(number, SIGKILL)
    return code(of: wait(for: number, 0))
  }

  private static func wait(for number: pid_t, _ options: Int32) -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, options) < 0, errno == EINTR {}
    return status
  }

  private static func code(of status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
