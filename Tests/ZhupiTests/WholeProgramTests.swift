import Foundation
import Glibc
import Testing

/// The program in a real terminal.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct WholeProgramTests {
  @Test(arguments: [(140, 40), (60, 20)])
  func theSampleOpensAndIsWalkedAndLeft(columns: Int, rows: Int) throws {
    let screen = try TerminalScreen(
      columns: columns, rows: rows, "sh -c '$ZHUPI; echo left with $?; cat'")
    try screen.wait(for: "终端阅读管理办法")
    try screen.type("]", "c")
    try screen.wait(for: "第一条")
    try screen.type("5", "]", "c")
    try screen.wait(for: "第六条")
    try screen.type("]", "a")
    try screen.wait(for: "三年行动计划")
    try screen.resize(columns: 60, rows: 20)
    try screen.wait("the article at the new size") { shown in
      shown.contains("三年行动计划")
        && shown.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 60 }
    }
    try screen.type("q")
    try screen.wait(for: "left with 0")
  }

  @Test(arguments: [(SIGHUP, 129), (SIGTERM, 143)])
  func aSignalGivesTheTerminalBack(signal: Int32, status: Int) throws {
    let screen = try TerminalScreen(
      columns: 80, rows: 24,
      "sh -c 'sh -c \"echo \\$\\$ >$TEST_FOLDER/pid; exec $ZHUPI\"; echo ended by $?; stty -a; cat'"
    )
    try screen.wait(for: "终端阅读管理办法")
    #expect(kill(try screen.processNumber(), signal) == 0)
    let shown = try screen.wait(for: "ended by \(status)")
    #expect(!shown.contains("终端阅读管理办法"), "the shell's own screen is back")
    let modes = try screen.wait(for: " echo ")
    #expect(modes.contains(" icanon "))
  }

  @Test func itStopsAndGoesOn() throws {
    let screen = try TerminalScreen(columns: 100, rows: 30, "bash --norc -i")
    try screen.wait(for: "ready>")
    try screen.enter("$ZHUPI")
    try screen.wait(for: "终端阅读管理办法")
    try screen.type("C-z")
    try screen.wait(for: "Stopped")
    try screen.enter("echo shell $((40 + 2))")
    try screen.wait(for: "shell 42")
    try screen.enter("fg")
    try screen.wait(for: "终端阅读管理办法")
    try screen.type("]", "c")
    try screen.wait(for: "第一条")
    try screen.type("q")
    try screen.wait("the shell again") { $0.contains("shell 42") }
  }

  @Test func thePlaceIsKeptFromRunToRun() throws {
    let screen = try TerminalScreen(
      columns: 60, rows: 16, "sh -c '$ZHUPI; echo between; read line; $ZHUPI; echo left; cat'")
    try screen.wait(for: "终端阅读管理办法")
    try screen.type("9", "g", "c")
    try screen.wait(for: "第九条")
    try screen.type("q")
    try screen.wait(for: "between")
    try screen.enter("")
    try screen.wait(for: "第九条")
    try screen.type("q")
    try screen.wait(for: "left")
  }
}
