import Foundation
import Testing

/// A terminal of its own for a test: tmux without a user's settings, at a fixed size.
final class TerminalScreen {
  /// Why the tests with a terminal do not run; nil where they do.
  static let missing: Comment? =
    FileManager.default.isExecutableFile(atPath: tmux) ? nil : "tmux is not installed"

  private static let tmux = "/usr/bin/tmux"
  private let socket: String
  private let folder: TemporaryFolder

  /// Opens a terminal that runs `command` in a shell; `$ZHUPI` is the program.
  init(columns: Int, rows: Int, _ command: String) throws {
    folder = try TemporaryFolder()
    socket = folder.path + "/tmux"
    let start = "TMUX= exec " + command
    let variables = [
      "HOME=\(folder.path)", "ZHUPI=\(BuiltProgram.path)", "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
      "PS1=ready>", "HISTFILE=", "PATH=/usr/bin:/bin", "SHELL=/bin/sh",
      "TEST_FOLDER=\(folder.path)",
    ]
    _ = try control(
      ["-f", "/dev/null", "-u", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        + ["env", "-u", "XDG_STATE_HOME", "-u", "XDG_CONFIG_HOME", "-u", "NO_COLOR"] + variables
        + ["sh", "-c", start])
    _ = try control(["set-option", "-g", "remain-on-exit", "on"])
    _ = try control(["set-option", "-g", "status", "off"])
    _ = try control(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  deinit { _ = try? control(["kill-server"]) }

  /// Types keys by tmux's names: `]`, `Tab`, `C-z`.
  func type(_ keys: String...) throws {
    for key in keys { _ = try control(["send-keys", key]) }
  }

  /// Types text as it is.
  func typeText(_ text: String) throws { _ = try control(["send-keys", "-l", text]) }

  /// Types text as it is, then Enter.
  func enter(_ text: String) throws {
    _ = try control(["send-keys", "-l", text])
    _ = try control(["send-keys", "Enter"])
  }

  /// Pastes a text, marked as pasted where the program asked for that.
  func paste(_ text: String) throws {
    _ = try control(["set-buffer", "-b", "paste", "--", text])
    _ = try control(["paste-buffer", "-p", "-r", "-b", "paste"])
  }

  /// Pastes what stands in a file, marked as pasted.
  func paste(file: String) throws {
    _ = try control(["load-buffer", "-b", "paste", file])
    _ = try control(["paste-buffer", "-p", "-r", "-b", "paste"])
  }

  /// Sends bytes as the terminal does, such as reports of the mouse.
  func sendBytes(_ text: String) throws { try sendRaw(Array(text.utf8)) }

  /// Sends bytes that need not be text.
  func sendRaw(_ bytes: [UInt8]) throws {
    _ = try control(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// What stands on the screen now, with its styles.
  func styledText() throws -> String { try control(["capture-pane", "-e", "-p"]) }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) throws {
    _ = try control(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Where the terminal's cursor stands, counted from 0.
  func cursor() throws -> (column: Int, row: Int) {
    let answer = try control(["display-message", "-p", "#{cursor_x} #{cursor_y}"])
    let numbers = answer.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    return (try #require(numbers.first), try #require(numbers.last))
  }

  /// Takes the terminal away, as a line that breaks does.
  func hangUp() throws { _ = try control(["kill-server"]) }

  /// What stands on the screen now.
  func text() throws -> String { try control(["capture-pane", "-p"]) }

  /// Waits until the screen is as wanted; fails with what it showed last after a minute.
  @discardableResult
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    until isWanted: (String) throws -> Bool
  ) throws -> String {
    let deadline = ContinuousClock.now + .seconds(60)
    var shown = ""
    while ContinuousClock.now < deadline {
      shown = try text()
      if try isWanted(shown) { return shown }
    }
    Issue.record("never showed: \(what)\n\(shown)", sourceLocation: sourceLocation)
    throw NeverShown()
  }

  /// Waits until a text stands on the screen.
  @discardableResult
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try wait(text, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// The number of the program's process, which the command wrote to `$TEST_FOLDER/pid`.
  func processNumber() throws -> Int32 {
    let file = URL(fileURLWithPath: folder.path + "/pid")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Waits until the program waits for events: one that never sleeps fails.
  func waitUntilIdle(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = "/proc/\(try processNumber())/stat"
    _ = try wait("a program that sleeps", sourceLocation: sourceLocation) { _ in
      // The state stands behind the name, which is in brackets: proc(5).
      try String(contentsOfFile: file, encoding: .utf8).split(separator: ") ").last?.first == "S"
    }
  }

  private struct NeverShown: Error {}

  private func control(_ arguments: [String]) throws -> String {
    try ChildProcess.run(
      Self.tmux, ["-S", socket] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path]
    ).output
  }
}
