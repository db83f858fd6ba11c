import Foundation
import Testing

/// The README shows the program as it is.
@Suite struct ReadmeTests {
  private let text: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The picture is what its own command prints; print it anew where this fails.
  @Test func thePictureIsTheRealScreen() throws {
    let words = try #require(text.firstMatch(of: /`zhupi (render [^`]+)` prints it/))
    let picture = try #require(text.firstMatch(of: /```text\n([^`]+)\n```/))
    let rendered = try BuiltProgram.run(words.1.split(separator: " ").map(String.init)).output
    let rows = rendered.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
    let shown = rows.joined(separator: "\n").trimmingCharacters(in: .newlines)
    #expect(String(picture.1) == shown)
  }

  @Test func commandsAndOptionsInItExist() throws {
    for name in Set(text.matches(of: #/\nzhupi ([a-z]+) /#).map { String($0.1) }) {
      let help = try BuiltProgram.run(["help", name])
      #expect(help.status == 0, "\(name)")
    }
  }

  /// The set-up line of the tests is the one that every change is checked with.
  @Test func theChecksSetUpAsTheReadmeSays() throws {
    let setUp = try #require(
      text.firstMatch(of: /\n(dpkg -s libncurses-dev tmux git [^\n]*\}); swift test\n/))
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let run = try String(contentsOf: root.appendingPathComponent(".ci/run"), encoding: .utf8)
    #expect(run.contains(setUp.1))
  }
}
