/// How long a paste that has begun keeps silent: one whose end never comes must not take the
/// keyboard away.
struct PasteSilence {
  /// From when on a paste is taken to have stopped.
  static let patience: Duration = .seconds(1)
  /// The most bytes that one stroke sends, a phrase of an input method included. A paste that a slow
  /// line held up goes on with more, or ends.
  static let longestStroke = 64
  private static let interrupt: [UInt8] = [0x03]

  private var last = ContinuousClock.now
  private var wasTold = false

  /// Bytes of the paste came.
  mutating func isBroken(at now: ContinuousClock.Instant = .now) {
    last = now
    wasTold = false
  }

  /// Milliseconds until what came so far is to be told; nil once it was.
  func millisecondsToTell(at now: ContinuousClock.Instant = .now) -> Int32? {
    if wasTold { return nil }
    return Int32(
      clamping: max(0, Int(((last + Self.patience - now) / .milliseconds(1)).rounded(.up))))
  }

  /// A time to wait, in milliseconds or -1 for ever, that ends when something is to be told.
  func shortened(_ wait: Int32, at now: ContinuousClock.Instant = .now) -> Int32 {
    guard let toTell = millisecondsToTell(at: now), wait < 0 || toTell < wait else { return wait }
    return toTell
  }

  /// Whether what came so far is to be told now; true once.
  mutating func isDue(at now: ContinuousClock.Instant = .now) -> Bool {
    guard millisecondsToTell(at: now) == 0 else { return false }
    wasTold = true
    return true
  }

  /// Whether bytes are no part of the paste any more: Ctrl-c alone, or a stroke after the silence.
  func isEnded(by bytes: some Collection<UInt8>, at now: ContinuousClock.Instant = .now) -> Bool {
    if Self.isInterrupt(bytes) { return true }
    guard now - last >= Self.patience, bytes.count <= Self.longestStroke else { return false }
    var end = PasteEnd()
    return !bytes.contains { byte in
      end.take(byte)
      return end.isWhole
    }
  }

  /// Whether Ctrl-c came alone, which does nothing but end the paste.
  static func isInterrupt(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.elementsEqual(interrupt)
  }
}
