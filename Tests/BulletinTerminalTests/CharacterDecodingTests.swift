import Glibc
import Testing

@testable import BulletinTerminal

@Suite struct CharacterDecodingTests {
  private func text(_ bytes: [UInt8]) -> String {
    setlocale(LC_CTYPE, "C.UTF-8")
    var decoding = CharacterDecoding()
    var burst: [KeyDecoder.Unit] = []
    for byte in bytes { decoding.add(byte, to: &burst) }
    decoding.giveUp(to: &burst)
    return String(
      String.UnicodeScalarView(
        burst.compactMap { if case .character(let scalar) = $0 { scalar } else { nil } }))
  }

  @Test func wholeCharactersAreThemselves() {
    #expect(text(Array("j条\u{1F469}\0".utf8)) == "j条\u{1F469}\0")
  }

  /// The byte that shows a character to be cut is read for itself.
  @Test(
    arguments: [
      ([0xE4, 0x6A], "\u{FFFD}j"), ([0xE4, 0xB8, 0x1B, 0x5B], "\u{FFFD}\u{1B}["),
      ([0xE4, 0xE6, 0x9D, 0xA1], "\u{FFFD}条"), ([0xFF, 0x6A], "\u{FFFD}j"),
      ([0x6A, 0xE6, 0x9D], "j\u{FFFD}"),
    ] as [([UInt8], String)])
  func cutCharacterTakesNothingWithIt(bytes: [UInt8], shown: String) {
    #expect(text(bytes) == shown)
  }
}
