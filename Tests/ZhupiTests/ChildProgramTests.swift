import Testing

@testable import zhupi

@Suite struct ChildProgramTests {
  private func feed(_ line: String, bytes: Int = 3) -> Bool {
    ChildProgram.feed(["sh", "-c", line].map { Word($0) }, Array(repeating: 0x61, count: bytes))
  }

  @Test func aProgramThatTakesAllAndEndsWellIsFed() {
    #expect(feed("test $(wc -c) = 1000000", bytes: 1_000_000))
  }

  @Test(arguments: ["exit 1", "exec 0<&-; sleep 0.1", "kill -9 $$"])
  func aProgramThatFailsIsNot(line: String) {
    #expect(!feed(line, bytes: 1_000_000))
  }

  /// Neither one that does not read nor one that does not end keeps anybody waiting for good.
  @Test(arguments: [3, 1_000_000])
  func aProgramThatTakesTooLongIsEnded(bytes: Int) {
    #expect(!feed("exec sleep 1000", bytes: bytes))
  }

  @Test func aProgramThatIsNotThereIsNot() {
    #expect(!ChildProgram.feed([Word("/nowhere/copy")], [0x61]))
  }

  @Test func aProgramThatPrintsAndDoesNotEndIsEnded() {
    #expect(
      ChildProgram.output(of: ["sh", "-c", "exec >&-; exec sleep 1000"].map { Word($0) }) == nil)
  }
}
