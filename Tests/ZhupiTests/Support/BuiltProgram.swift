import Foundation

/// The program as it was built beside the tests, run as its users run it.
enum BuiltProgram {
  /// Where the program stands: beside the test bundle, unless `$ZHUPI_PROGRAM` names another.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["ZHUPI_PROGRAM"] { return path }
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("zhupi").path
  }()

  /// Runs the program; its state and configuration are in an empty folder unless given.
  /// - Parameter input: what stands on standard input.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> ChildProcess.Result {
    let home = try TemporaryFolder()
    let variables = ["HOME": home.path, "LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin"]
    return try ChildProcess.run(
      path, arguments, environment: variables.merging(environment) { $1 }, input: input)
  }

  /// Runs a line of shell in which `$0` is the program and `$1` a file.
  static func runShell(_ line: String, file: String = "") throws -> ChildProcess.Result {
    try ChildProcess.run(
      "/bin/sh", ["-c", line, path, file],
      environment: ["HOME": "/nonexistent", "LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin"])
  }
}

/// A folder that goes when nobody holds it any more.
final class TemporaryFolder: Sendable {
  /// Its path.
  let path: String

  /// Makes an empty folder.
  init() throws {
    path = NSTemporaryDirectory() + "zhupi-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a file in it and tells its path.
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file in it and tells its path.
  func write(_ data: Data, to name: String) throws -> String {
    let file = path + "/" + name
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: file))
    return file
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
