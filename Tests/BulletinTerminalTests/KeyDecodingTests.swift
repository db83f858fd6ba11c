import BulletinScreen
import CNcurses
import Testing

@testable import BulletinTerminal

@Suite struct KeyDecodingTests {
  @Test(arguments: [
    (KEY_UP, "<Up>"), (KEY_DOWN, "<Down>"), (KEY_NPAGE, "<PageDown>"), (KEY_PPAGE, "<PageUp>"),
    (KEY_HOME, "<Home>"), (KEY_BTAB, "<S-Tab>"), (KEY_BACKSPACE, "<BS>"), (KEY_DC, "<Del>"),
    (KEY_ENTER, "<Enter>"), (KEY_SR, "<S-Up>"), (KEY_F0 + 1, "<F1>"), (KEY_F0 + 12, "<F12>"),
    (KEY_F0 + 13, "<S-F1>"), (KEY_F0 + 28, "<C-F4>"), (KEY_F0 + 60, "<M-F12>"),
  ])
  func codeIsItsKey(code: Int32, notation: String) {
    #expect(KeyDecoding.key(code: code) { _ in nil }.map(KeyNotation.text) == notation)
  }

  @Test(arguments: [
    ("kUP5", "<C-Up>"), ("kDN", "<S-Down>"), ("kRIT3", "<M-Right>"), ("kPRV5", "<C-PageUp>"),
    ("kDC6", "<C-S-Del>"), ("kxIN", nil), ("kUPx", nil),
  ])
  func nameOfTheDescriptionIsItsKey(name: String, notation: String?) {
    #expect(KeyDecoding.key(code: 0x300) { _ in name }.map(KeyNotation.text) == notation)
  }

  @Test func changeOfSizeIsNoKey() {
    #expect(KeyDecoding.key(code: KEY_RESIZE) { _ in "KEY_RESIZE" } == nil)
  }

  @Test func codesOfOurOwnAreAboveThoseOfNcurses() {
    for code in [KeyDecoding.pasteBegin, KeyDecoding.pasteEnd, KeyDecoding.mouse] {
      #expect(code > KEY_MAX)
    }
  }
}
