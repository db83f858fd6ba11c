import Glibc

/// Other programs, run without a shell.
enum ChildProgram {
  /// How long a program that is asked something may keep silent, in milliseconds.
  private static let patience: Int32 = 2_000
  /// The most that is read of an answer, in bytes.
  private static let limit = 65_536

  /// Runs a program of `$PATH` on this terminal and waits for its end.
  /// - Returns: its exit status; 127 where it is not there, 128 and the signal where one ended it.
  static func run(_ words: [Word]) -> Int32 {
    guard let number = start(words, connect: { _ in }) else { return 127 }
    return status(of: number)
  }

  /// Runs a program of `$PATH` that reads bytes and prints nothing.
  /// - Returns: whether it ended well.
  static func feed(_ words: [Word], _ bytes: [UInt8]) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A program that does not read must not end this one.
    let earlier = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, earlier) }
    let number = start(words) { actions in
      posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
      for output in [STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
      }
    }
    close(ends[0])
    let failure = number == nil ? 0 : bytes.withUnsafeBytes { writeAll($0, to: ends[1]) }
    close(ends[1])
    guard let number else { return false }
    return status(of: number) == 0 && failure == 0
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
    if bytes == nil { kill(number, SIGKILL) }
    return status(of: number) == 0 ? bytes : nil
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

  private static func status(of number: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
