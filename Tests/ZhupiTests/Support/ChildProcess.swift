import Foundation
import Glibc

/// Runs a program to its end with files for its input and output.
///
/// Not Foundation's `Process`: it takes a program for running as long as any daemon that it left
/// behind, such as tmux's server.
enum ChildProcess {
  /// What a run left behind.
  struct Result {
    /// The exit status, or 128 and the signal's number.
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs a program and waits for it.
  /// - Parameter input: what stands on standard input.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], input: String = ""
  ) throws -> Result {
    let folder = try TemporaryFolder()
    let files = try [folder.write(input, to: "in"), folder.path + "/out", folder.path + "/err"]
    let number = try start(path, arguments, environment: environment) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT | O_APPEND, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    return Result(status: wait(for: number), output: text(files[1]), errors: text(files[2]))
  }

  /// Starts a program.
  /// - Parameter connect: tells where its input and output are.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String],
    _ connect: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    connect(&actions)
    // The threads that tests run on keep signals back; the program must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var number: pid_t = 0
    let failure = withStrings([path] + arguments) { words in
      withStrings(environment.map { "\($0)=\($1)" }) { variables in
        posix_spawn(&number, path, &actions, &attributes, words, variables)
      }
    }
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    return number
  }

  /// Waits for a program's end; the answer is its exit status, or 128 and the signal's number.
  static func wait(for number: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static func text(_ file: String) -> String {
    String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
  }

  /// Strings as a NULL-ended list, as the system wants them.
  private static func withStrings<Value>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let pointers = strings.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }
}
