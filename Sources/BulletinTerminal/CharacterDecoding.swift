import CNcurses
import Glibc

/// Makes characters of the bytes that a terminal sends, in the encoding of the locale.
struct CharacterDecoding {
  private var state = mbstate_t()

  /// Adds a byte to the character that it belongs to.
  mutating func add(_ byte: UInt8, to burst: inout [KeyDecoder.Unit]) {
    let isWithin = mbsinit(&state) == 0
    var character: wchar_t = 0
    switch cn_decode(&state, CChar(bitPattern: byte), &character) {
    case -2: return
    case -1:
      state = mbstate_t()
      burst.append(.character("\u{FFFD}"))
      // The byte that cut a character off may be a key, or begin the end of a paste.
      if isWithin { add(byte, to: &burst) }
    default:
      burst.append(.character(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}"))
    }
  }

  /// Gives up a character whose other bytes will not come.
  mutating func giveUp(to burst: inout [KeyDecoder.Unit]) {
    guard mbsinit(&state) == 0 else { return }
    state = mbstate_t()
    burst.append(.character("\u{FFFD}"))
  }
}
