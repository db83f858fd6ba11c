import Glibc

/// Other programs, run without a shell.
enum ChildProgram {
  /// Runs a program of `$PATH` on this terminal and waits for its end.
  /// - Returns: its exit status; 127 where it is not there, 128 and the signal where one ended it.
  static func run(_ words: [Word]) -> Int32 {
    guard let number = start(words, input: nil) else { return 127 }
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
    let number = start(words, input: ends[0])
    close(ends[0])
    let failure = number == nil ? 0 : bytes.withUnsafeBytes { writeAll($0, to: ends[1]) }
    close(ends[1])
    guard let number else { return false }
    return status(of: number) == 0 && failure == 0
  }

  /// Starts a program; with an input it has neither output nor messages.
  private static func start(_ words: [Word], input: Int32?) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
      for output in [STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
      }
    }
    let pointers: [UnsafeMutablePointer<CChar>?] = words.map { word in
      word.withPath { strdup($0) }
    }
    defer { pointers.forEach { free($0) } }
    guard let name = pointers.first ?? nil else { return nil }
    var number: pid_t = 0
    return posix_spawnp(&number, name, &actions, nil, pointers + [nil], environ) == 0
      ? number : nil
  }

  private static func status(of number: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
