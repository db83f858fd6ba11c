import Glibc

/// What another program prints.
enum ProgramOutput {
  /// How long a program may take, in milliseconds.
  private static let patience: Int32 = 2_000
  /// The most that is read, in bytes.
  private static let limit = 65_536

  /// Runs a program of `$PATH` without a shell, input or messages; nil where it is not there, fails
  /// or does not end in time.
  static func of(_ words: [String]) -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var number: pid_t = 0
    let pointers = words.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    let failure = posix_spawnp(&number, words[0], &actions, nil, pointers + [nil], environ)
    close(ends[1])
    guard failure == 0 else { return nil }
    let bytes = readAll(ends[0])
    if bytes == nil { kill(number, SIGKILL) }
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? bytes : nil
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
}
