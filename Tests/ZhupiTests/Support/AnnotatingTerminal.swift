import BulletinReader
import Foundation
import Glibc
import Testing

/// The reader on a bulletin of a folder, in a terminal of its own.
///
/// Readers of one folder share home, state and journal, unless told otherwise.
final class AnnotatingTerminal {
  /// What it shows, and where to type.
  let screen: TerminalScreen
  private let library: AnnotatedFolder

  /// Opens the folder's bulletin and waits until it shows.
  ///
  /// - Parameters:
  ///   - environment: variables beyond those that commands in the folder run with.
  ///   - arguments: words after the program's name.
  init(
    _ library: AnnotatedFolder, columns: Int = 112, rows: Int = 30,
    environment: [String: String] = [:], arguments: String = "issue.txt"
  ) throws {
    self.library = library
    let script = "run-\(UUID().uuidString).sh"
    try library.writeHome(
      """
      cd "\(library.path)"
      sh -c 'echo $$ >$TEST_FOLDER/pid; exec \(library.readerLine(environment)) \(arguments)'
      echo ended by $?
      cat
      """, to: script)
    screen = try TerminalScreen(
      columns: columns, rows: rows, "sh \(library.homePath)/\(script)")
    try screen.wait(for: "第1页")
  }

  /// Goes to a clause of the article being read, by its number.
  func goToClause(_ number: Int) throws {
    try screen.typeText("\(number)gc")
    let label = "第" + ["一", "二", "三", "四"][number - 1] + "条"
    try screen.wait("the bar at \(label)") { $0.contains("┃ \(label)") }
  }

  /// Opens a note on what is under the cursor and types it.
  func beginNote(_ text: String) throws {
    try screen.type("a")
    try screen.wait(for: "─ 批注")
    try screen.typeText(text)
    let end = String(text.suffix(4))
    try screen.wait(for: end)
  }

  /// Writes a note on what is under the cursor.
  func note(_ text: String) throws {
    try beginNote(text)
    try save()
  }

  /// Saves the note that is open.
  func save() throws {
    try screen.type("Enter")
    try screen.wait(for: "批注已保存")
  }

  /// Types keys of one character each and waits for what they make the screen say.
  func press(_ keys: String, until text: String) throws {
    try screen.typeText(keys)
    try screen.wait(for: text)
  }

  /// Ends the reader by a signal and waits until it is gone.
  func end(by signal: Int32) throws {
    #expect(kill(try screen.processNumber(), signal) == 0)
    try screen.wait(for: "ended by \(128 + signal)")
  }

  /// The annotations as another process reads them.
  func annotations() throws -> [LinedJSON] { try library.json("annotations", "issue.txt") }

  /// The only annotation, as another process reads it.
  func annotation() throws -> LinedJSON {
    let all = try annotations()
    #expect(all.count == 1)
    return try #require(all.first)
  }
}

extension AnnotatedFolder {
  /// A line of shell that runs the reader as commands are run here, save that it speaks Chinese.
  func readerLine(_ environment: [String: String] = [:]) -> String {
    let chinese = ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]
    let words = variables.merging(chinese) { $1 }.merging(environment) { $1 }
      .map { "\($0.key)=\"\($0.value)\"" }.sorted()
    return "env " + words.joined(separator: " ") + " $ZHUPI"
  }

  /// Where a reader keeps what is its machine's.
  var statePath: String { homePath + "/.local/state/zhupi" }

  /// Writes a file in the home.
  func writeHome(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: homePath + "/" + name))
  }

  /// The texts of the drafts that are kept.
  func drafts() throws -> [String] {
    let folder = statePath + "/drafts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.compactMap { name in
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
      return try LinedJSONParser.parse(Array(data))["text"]?.string
    }
  }
}
