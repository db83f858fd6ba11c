import BulletinReader
import Foundation
import Glibc
import Testing

/// What happens to the terminal while a note is typed: it hangs up, stops, changes its size, or
/// belongs to an editor for a while.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct InterruptedNoteTests {
  private let library: AnnotatedFolder

  init() throws { library = try AnnotatedFolder() }

  /// Waits for drafts where no screen is left to wait on.
  private func wait(forDrafts texts: [String]) throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try library.drafts() != texts {
      try #require(ContinuousClock.now < deadline)
      sched_yield()
    }
  }

  @Test func aLineThatBreaksKeepsWhatWasTyped() throws {
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(2)
    try reader.beginNote("线路断了")
    try reader.screen.hangUp()
    try wait(forDrafts: ["线路断了"])
  }

  /// A terminal with a shell, and in it a reader with a note being written.
  private func writingBelowAShell() throws -> TerminalScreen {
    try library.writeHome(
      "echo $$ >$TEST_FOLDER/pid; exec \(library.readerLine()) issue.txt\n", to: "reader.sh")
    let screen = try TerminalScreen(columns: 100, rows: 30, "bash --norc -i")
    try screen.wait(for: "ready>")
    try screen.enter("cd \(library.path); sh \(library.homePath)/reader.sh")
    try screen.wait(for: "第1页")
    try screen.typeText("2gca")
    try screen.wait(for: "Enter 保存")
    try screen.typeText("停下之前")
    try screen.wait(for: "停下之前")
    return screen
  }

  @Test func stoppedAndSetGoingTheNoteIsThere() throws {
    let screen = try writingBelowAShell()
    let caret = try screen.cursor()
    #expect(kill(try screen.processNumber(), SIGTSTP) == 0)
    try screen.wait(for: "Stopped")
    #expect(try !screen.text().contains("停下之前"))
    try screen.enter("fg")
    try screen.wait(for: "停下之前")
    #expect(try screen.cursor() == caret)
    try screen.typeText("，之后")
    try screen.wait(for: "停下之前，之后")
    try screen.type("Enter")
    try screen.wait(for: "批注已保存")
    #expect(try library.json("annotations").map { $0["note"]?.string } == ["停下之前，之后"])
  }

  /// Ended while it is stopped, it leaves the terminal alone, which is the shell's.
  @Test func endedWhileStoppedItIsGone() throws {
    let screen = try writingBelowAShell()
    #expect(kill(try screen.processNumber(), SIGTSTP) == 0)
    try screen.wait(for: "Stopped")
    try screen.enter("kill %1; while kill -0 %1 2>&-; do :; done; echo it is gone; jobs")
    try screen.wait("the end") { $0.contains("\nit is gone") && $0.contains("Terminated") }
    #expect(try library.drafts() == ["停下之前"])
  }

  @Test func anotherSizeKeepsTextAndCaret() throws {
    let note = "这一条的适用范围与2025年的办法不同，请法规处在12月1日前核对，并提出意见。"
    let chinese = [
      "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "XDG_STATE_HOME": library.homePath + "/empty",
    ]
    let reader = try AnnotatingTerminal(library)
    try reader.goToClause(2)
    try reader.beginNote(note)
    try reader.screen.type("C-a", "Right", "Right", "Right")
    for (columns, rows) in [(60, 20), (24, 8), (80, 24), (18, 5), (112, 30)] {
      try reader.screen.resize(columns: columns, rows: rows)
      let painted = try library.run(
        [
          "render", "issue.txt", "--size", "\(columns)x\(rows)", "--format", "json", "--keys",
          "2gc a \"\(note)\" <C-a> <Right> <Right> <Right>",
        ], environment: chinese)
      let json = try LinedJSONParser.parse(Array(painted.output.utf8))
      let caret = try #require(json["cursor"]?.elements.compactMap(\.number).map { Int($0) })
      let wanted = noteRows(on: json["lines"]?.elements.compactMap(\.string) ?? [])
      try #require(!wanted.isEmpty || rows < 8)
      try reader.screen.wait("the note at \(columns)x\(rows)") { shown in
        let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let cursor = try reader.screen.cursor()
        let isAtCaret = wanted.isEmpty || [cursor.row, cursor.column] == caret
        return noteRows(on: lines) == wanted && isAtCaret
      }
    }
    try reader.screen.typeText("！")
    try reader.save()
    #expect(try reader.annotation()["note"]?.string == "这一条！" + note.dropFirst(3))
  }

  /// The rows of the note that is open, of its pane alone: what stands around it may have scrolled.
  private func noteRows(on lines: [String]) -> [String] {
    let rows = lines.map { $0.split(separator: "│", omittingEmptySubsequences: false).map(trimmed) }
    for (index, row) in rows.enumerated() {
      guard let pane = row.firstIndex(where: { $0.hasPrefix("─ 批注") }) else { continue }
      return rows[index...].map { $0.indices.contains(pane) ? $0[pane] : "" }
        .prefix { !$0.contains("Enter") && !$0.contains("第1页") }.map { $0 }
    }
    return []
  }

  private func trimmed(_ line: some StringProtocol) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  // MARK: Editors

  private func editor(_ script: String) throws -> [String: String] {
    try library.writeHome("#!/bin/sh\n" + script + "\n", to: "editor.sh")
    chmod(library.homePath + "/editor.sh", 0o700)
    return ["VISUAL": library.homePath + "/editor.sh"]
  }

  @Test func anEditorChangesTheNote() throws {
    let script = #"grep -q 原来的 "$1" && printf '编辑器写的\n第二行\n' >"$1""#
    let reader = try AnnotatingTerminal(library, environment: try editor(script))
    try reader.goToClause(2)
    try reader.beginNote("原来的")
    try reader.screen.type("C-x", "C-e")
    let shown = try reader.screen.wait(for: "第二行")
    #expect(shown.contains("编辑器写的"))
    try reader.screen.wait("the draft on the disk") { _ in
      try library.drafts() == ["编辑器写的\n第二行"]
    }
    try reader.screen.typeText("，又加")
    try reader.screen.wait(for: "第二行，又加")
    try reader.save()
    #expect(try reader.annotation()["note"]?.string == "编辑器写的\n第二行，又加")
    #expect(try textsOfEditors().isEmpty)
  }

  /// What was saved before an editor ended badly is the user's all the same.
  @Test(arguments: [
    ("printf X >\"$1\"; exit 3", "退出码 3"), ("printf 'X\n' >\"$1\"; kill -9 $$", "退出码 137"),
  ])
  func aTextSavedByAnEditorThatFailsIsTaken(script: String, why: String) throws {
    let reader = try AnnotatingTerminal(library, environment: try editor(script))
    try reader.goToClause(2)
    try reader.beginNote("原来的")
    try reader.screen.type("C-x", "C-e")
    let shown = try reader.screen.wait(for: why)
    #expect(!shown.contains("原来的"))
    #expect(try library.drafts() == ["X"])
    #expect(try textsOfEditors().isEmpty)
    try reader.screen.type("C-_")
    try reader.screen.wait(for: "原来的")
    try reader.save()
    #expect(try reader.annotation()["note"]?.string == "原来的")
  }

  /// The files that editors were given.
  private func textsOfEditors() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: library.statePath)
      .filter { $0.hasPrefix("note-") }
  }

  /// Ctrl-z in the editor stops the reader too; both go on together.
  @Test func anEditorIsStoppedAndSetGoing() throws {
    let waiting = "echo in the editor; kill -TSTP $$; printf 'X' >\"$1\""
    let environment = try editor(waiting)
    try library.writeHome("exec \(library.readerLine(environment)) issue.txt\n", to: "reader.sh")
    let screen = try TerminalScreen(columns: 100, rows: 30, "bash --norc -i")
    try screen.wait(for: "ready>")
    try screen.enter("cd \(library.path); sh \(library.homePath)/reader.sh")
    try screen.wait(for: "第1页")
    try screen.typeText("2gca")
    try screen.wait(for: "Enter 保存")
    try screen.typeText("原来的")
    try screen.wait(for: "原来的")
    try screen.type("C-x", "C-e")
    try screen.wait(for: "Stopped")
    try screen.enter("fg")
    try screen.wait("the note with what the editor saved") {
      $0.contains("Enter 保存") && !$0.contains("原来的") && $0.contains("X")
    }
    try screen.type("Enter")
    try screen.wait(for: "批注已保存")
    #expect(try library.json("annotations").map { $0["note"]?.string } == ["X"])
  }

  /// What the bulletin came by is no keyboard.
  @Test func anEditorHasTheKeyboardWhereTheBulletinIsPiped() throws {
    let reader = try AnnotatingTerminal(
      library,
      environment: try editor("echo in the editor; read -r line; printf '%s' \"$line\" >\"$1\""),
      arguments: "- <issue.txt")
    try reader.goToClause(2)
    try reader.beginNote("原来的")
    try reader.screen.type("C-x", "C-e")
    try reader.screen.wait(for: "in the editor")
    try reader.screen.enter("键盘上的")
    try reader.screen.wait("the note") {
      $0.contains("Enter 保存") && $0.contains("键盘上的") && !$0.contains("原来的")
    }
  }

  @Test(arguments: [("kill -9 $$", "退出码 137"), ("rm \"$1\"", "没有这个文件")])
  func anEditorThatFailsLeavesTheNote(script: String, why: String) throws {
    let reader = try AnnotatingTerminal(library, environment: try editor(script))
    try reader.goToClause(2)
    try reader.beginNote("原来的")
    try reader.screen.type("C-x", "C-e")
    try reader.screen.wait("why, and the note") { shown in
      // The message takes several rows.
      let words = shown.split(separator: "\n").suffix(4).map { trimmed($0.drop { $0 == " " }) }
      return shown.contains("原来的") && words.joined().contains(why)
    }
    try reader.save()
    #expect(try reader.annotation()["note"]?.string == "原来的")
  }

  @Test func noEditorAtAll() throws {
    let reader = try AnnotatingTerminal(library, environment: ["VISUAL": "/nowhere/ed -x"])
    try reader.goToClause(2)
    try reader.beginNote("原来的")
    try reader.screen.type("C-x", "C-e")
    let shown = try reader.screen.wait(for: "/nowhere/ed")
    #expect(shown.contains("原来的"))
  }

  @Test func killedInTheEditorTheDraftIsThere() throws {
    let reader = try AnnotatingTerminal(
      library, environment: try editor("echo in the editor; cat >/dev/null </dev/tty"))
    try reader.goToClause(2)
    try reader.beginNote("编辑之前")
    try reader.screen.type("C-x", "C-e")
    try reader.screen.wait(for: "in the editor")
    #expect(try library.drafts() == ["编辑之前"])
    #expect(try textsOfEditors().count == 1)
    #expect(kill(try reader.screen.processNumber(), SIGKILL) == 0)
    try reader.screen.wait(for: "ended by 137")
    let next = try AnnotatingTerminal(library)
    try next.screen.wait(for: "没有取回的批注")
    #expect(try textsOfEditors().count == 1)
  }

  /// A signal that comes while the editor runs counts when it is left, without another key.
  @Test func endedInTheEditorItEndsBehindIt() throws {
    let reader = try AnnotatingTerminal(
      library,
      environment: try editor("kill -TERM $(cat \"$TEST_FOLDER/pid\"); printf X >\"$1\""))
    try reader.goToClause(2)
    try reader.beginNote("编辑之前")
    try reader.screen.type("C-x", "C-e")
    try reader.screen.wait(for: "ended by 143")
    #expect(try library.drafts() == ["X"])
  }
}
