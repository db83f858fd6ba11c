import BulletinReader
import Testing

/// A home with settings in it, in which the built program is run in English.
struct Home {
  let folder: TemporaryFolder

  /// The folder of the settings.
  var settings: String { folder.path + "/.config/zhupi" }

  /// Makes a home with these files among its settings.
  init(_ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.write(text, to: ".config/zhupi/" + name) }
  }

  /// Runs the program to its end.
  func run(_ words: String..., environment: [String: String] = [:]) throws -> ChildProcess.Result {
    try run(words, environment: environment)
  }

  /// Runs the program to its end.
  func run(_ words: [String], environment: [String: String] = [:]) throws -> ChildProcess.Result {
    let variables = [
      "HOME": folder.path, "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin",
      "ZHUPI_AUTHOR": "someone",
    ]
    return try ChildProcess.run(
      BuiltProgram.path, words, environment: variables.merging(environment) { $1 })
  }

  /// The rows of `config show`, by key.
  func shown(_ words: String..., environment: [String: String] = [:]) throws -> [String: LinedJSON]
  {
    let variables = ["HOME": folder.path, "LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]
    let result = try ChildProcess.run(
      BuiltProgram.path, ["config", "show", "--json"] + words,
      environment: variables.merging(environment) { $1 })
    #expect(result.status == 0, "\(result.errors)")
    let rows = try LinedJSONParser.parse(Array(result.output.utf8)).elements
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["key"]?.string ?? "", $0) })
  }
}
