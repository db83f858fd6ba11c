import Testing

@testable import BulletinTerminal

@Suite struct PasteSilenceTests {
  private let start = ContinuousClock.now
  private let late: ContinuousClock.Instant

  init() { late = start + PasteSilence.patience }

  private func silence() -> PasteSilence {
    var silence = PasteSilence()
    silence.isBroken(at: start)
    return silence
  }

  @Test func whatCameIsToldOnceAfterASilence() {
    var silence = silence()
    #expect(silence.millisecondsToTell(at: start) == 1_000)
    #expect(silence.isDue(at: start) == false)
    #expect(silence.isDue(at: late) == true)
    #expect(silence.isDue(at: late) == false)
    #expect(silence.millisecondsToTell(at: late) == nil)
    silence.isBroken(at: late)
    #expect(silence.millisecondsToTell(at: late) == 1_000)
  }

  @Test func aWaitEndsWhenSomethingIsToBeTold() {
    var silence = silence()
    #expect(silence.shortened(-1, at: start) == 1_000)
    #expect(silence.shortened(5_000, at: start) == 1_000)
    #expect(silence.shortened(20, at: start) == 20)
    #expect(silence.isDue(at: late) == true)
    #expect(silence.shortened(-1, at: late) == -1)
  }

  @Test func ctrlCAloneEndsAtOnce() {
    #expect(silence().isEnded(by: [0x03], at: start))
    #expect(!silence().isEnded(by: [0x61, 0x03], at: start))
  }

  @Test func strokeAfterASilenceEnds() {
    #expect(!silence().isEnded(by: Array("j".utf8), at: start))
    #expect(silence().isEnded(by: Array("j".utf8), at: late))
    #expect(silence().isEnded(by: Array("征求意见".utf8), at: late))
  }

  /// What a slow line held up is text still: much of it, or its end.
  @Test func restOfAPasteDoesNotEndIt() {
    #expect(!silence().isEnded(by: Array(repeating: 0x61, count: 1_400), at: late))
    #expect(!silence().isEnded(by: Array("末尾\u{1B}[201~".utf8), at: late))
  }
}
