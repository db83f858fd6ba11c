import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct KeyReaderTests {
  @Test(arguments: [
    ("j", "row-down"), ("5j", "row-down ×5"), ("120G", "go-to-bottom ×120"), ("]c", "next-clause"),
    ("3]c", "next-clause ×3"), ("12gc", "go-to-clause ×12"), ("50%", "go-to-percent ×50"),
    ("0", "row-start"), ("10l", "next-character ×10"), ("<C-w>1", "focus-contents"),
    ("<C-w>>", "widen-pane"), ("<C-w><lt>", "narrow-pane"), ("z2", "toggle-text"),
    ("ma", "set-mark a"), ("m]", "set-mark ]"), ("'a", "go-to-mark a"), ("''", "swap-places"),
    ("g?", "help"), ("<Esc>", "cancel"), ("<C-c>", "cancel"), ("]", "pending ]"),
    ("3", "pending 3"),
    ("2g", "pending 2g"), ("m", "pending m"), ("]x", "unbound ]x"), ("3Q", "unbound 3Q"),
    ("m<Tab>", "unbound m<Tab>"), ("]<Esc>", "cancelled"), ("3<C-c>", "cancelled"),
    ("m<Esc>", "cancelled"), ("99999999999999999999j", "row-down ×999999"),
  ])
  func keysMakeACommand(keys: String, expected: String) throws {
    #expect(try outcome(keys) == expected)
  }

  @Test(arguments: [
    ("／", "search"), ("？", "search-backward"), ("：", "palette"), ("ｊ", "row-down"),
    ("３ｊ", "row-down ×3"), ("】ｃ", "next-clause"), ("［a", "previous-article"), ("、", "search"),
    ("mａ", "set-mark a"), ("‘’", "swap-places"), ("（", "previous-sentence"), ("　", "page-down"),
    ("￥", "row-end"), ("％", "go-to-percent"), ("数", "unbound 数"),
  ])
  func fullWidthKeysActAsTheirHalfWidthOnes(keys: String, expected: String) throws {
    #expect(try outcome(keys) == expected)
  }

  @Test func theInputMethodIsMentionedOnce() throws {
    var reader = KeyReader()
    #expect(reader.takeNotice() == nil)
    _ = reader.read(.character("ｊ"), in: .text, with: vim)
    #expect(reader.takeNotice()?.zh.contains("英文输入") == true)
    _ = reader.read(.character("数"), in: .text, with: vim)
    #expect(reader.takeNotice() == nil)
  }

  @Test func aKeymapMayBindFullWidthKeysItself() throws {
    let own = keymap(#"{ "bindings": { "text": { "／": "redraw" } } }"#).value
    #expect(try outcome("／", with: own) == "redraw")
  }

  @Test(arguments: [
    ("数", "typed 数"), ("3", "typed 3"), ("j", "typed j"), ("／", "typed ／"), ("<Space>", "typed  "),
    ("<Enter>", "accept"), ("<C-w>", "delete-word"), ("<F1>", "unbound <F1>"), ("<Esc>", "cancel"),
  ])
  func textFieldsTakeEveryCharacter(keys: String, expected: String) throws {
    #expect(try outcome(keys, in: .prompt) == expected)
  }

  @Test func aWaitingPrefixShowsWhatMayFollow() throws {
    guard case .pending(let pending) = try readings("]").last else {
      Issue.record("nothing waits")
      return
    }
    let hints = pending.followers.map { "\($0.keys) \($0.hint.zh)" }
    #expect(hints == ["a 文章", "c 条", "] 小节", "e 编者按", "g 图", "r 引用", "j 前进"])
  }

  @Test func afterAnAnswerNothingWaits() throws {
    var reader = KeyReader()
    for keys in ["3]c", "]x", "3<Esc>", "ma"] {
      for key in try KeyNotation.keys(keys) { _ = reader.read(key, in: .text, with: vim) }
      #expect(!reader.isWaiting && reader.typed.isEmpty)
    }
    _ = reader.read(.character("3"), in: .text, with: vim)
    #expect(reader.typed == "3")
    reader.reset()
    #expect(!reader.isWaiting)
  }
}
