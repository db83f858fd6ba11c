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
  ///   - before: shell words before the program is run, such as `ulimit -f 4;`.
  ///   - arguments: words after the program's name.
  init(
    _ library: AnnotatedFolder, columns: Int = 112, rows: Int = 30,
    environment: [String: String] = [:], before: String = "", arguments: String = "issue.txt"
  ) throws {
    self.library = library
    let chinese = ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]
    let variables = library.variables.merging(chinese) { $1 }.merging(environment) { $1 }
      .map { "\($0.key)=\"\($0.value)\"" }.sorted().joined(separator: " ")
    screen = try TerminalScreen(
      columns: columns, rows: rows,
      """
      sh -c 'cd "\(library.path)"; echo $$ >$TEST_FOLDER/pid; \(before)
      exec env \(variables) $ZHUPI \(arguments)'
      """)
    try screen.wait(for: "普通")
  }

  /// Goes to a clause of the article, by its number.
  func goToClause(_ number: Int, _ label: String) throws {
    try screen.typeText("\(number)gc")
    try screen.wait("the cursor in \(label)") { $0.contains("› \(label)") }
  }

  /// Opens a note on what is under the cursor and types it.
  func beginNote(_ text: String) throws {
    try screen.type("a")
    try screen.wait(for: "Enter 保存")
    try screen.typeText(text)
    try screen.wait(for: text)
  }

  /// Writes a note on what is under the cursor.
  func note(_ text: String) throws {
    try beginNote(text)
    try screen.type("Enter")
    try screen.wait(for: "批注已保存")
  }

  /// Ends the reader by a signal and waits until it is gone.
  func end(by signal: Int32) throws {
    #expect(kill(try screen.processNumber(), signal) == 0)
    try screen.wait(for: "Pane is dead")
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
  /// The texts of the drafts that are kept in the state folder.
  func drafts() throws -> [String] {
    let folder = homePath + "/.local/state/zhupi/drafts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.compactMap { name in
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
      return try LinedJSONParser.parse(Array(data))["text"]?.string
    }
  }
}
