import Glibc

/// A run of the program from its words to its exit status.
enum Program {
  /// The version that `--version` prints.
  static let version = "zhupi 0.1.0"

  /// Does what the words ask for; the answer is the exit status.
  static func run(_ words: [Word]) -> Int32 {
    reserveStandardDescriptors()
    // A closed pipe and a file that may grow no further are answers of `write`, not deaths.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let environment = Environment.ofProcess()
    var output = Output(to: STDOUT_FILENO, isTerminal: environment.outputIsTerminal)
    do throws(Failure) {
      let arguments = try Arguments(words, isFile: exists)
      let invocation = Invocation(arguments: arguments, environment: environment)
      let status = try answer(invocation, &output)
      try output.flush()
      return status
    } catch {
      // What was printed before the failure comes out before its message.
      if case .outputClosed = error {} else { try? output.flush() }
      if let line = error.line(environment.language) { report(line) }
      return error.status
    }
  }

  private static func answer(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let arguments = invocation.arguments
    if arguments.has(.version) {
      try output.write(version + "\n")
      return 0
    }
    if arguments.has(.help) { return try HelpCommand.show(arguments.command, invocation, &output) }
    guard let command = arguments.command else {
      return try ReaderCommand.run(invocation, &output)
    }
    return try command.run(invocation, &output)
  }
}

/// Writes a line to standard error.
func report(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
}
