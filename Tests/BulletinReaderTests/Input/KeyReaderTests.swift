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
    ("￥", "row-end"), ("％", "go-to-percent"), ("数", "composed"), ("］ｃ", "next-clause"),
    ("］c", "next-clause"), ("]ｃ", "next-clause"), ("３】】", "next-section ×3"),
    ("ｚｆ", "toggle-focus-mode"), ("［", "pending ["), ("ｇ？", "help"), ("ｄｄ", "remove-annotation"),
    ("１２ｇｃ", "go-to-clause ×12"), ("<C-w>２", "focus-text"), ("ｇ数", "composed"),
  ])
  func fullWidthKeysActAsTheirHalfWidthOnes(keys: String, expected: String) throws {
    #expect(try outcome(keys) == expected)
  }

  @Test func fullWidthKeysAreNoticed() throws {
    var reader = KeyReader()
    _ = reader.read(.character("j"), in: .text, with: vim)
    #expect(!reader.hasMetFullWidth)
    _ = reader.read(.character("ｊ"), in: .text, with: vim)
    #expect(reader.hasMetFullWidth)
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
    #expect(
      hints == [
        "c 条", "a 文章", "e 编者按", "] 小节", "h 批注", "f 待跟进", "g 图", "r 引用", "o 待确认",
        "j 前进",
      ])
  }

  @Test func hintsTellArgumentsApart() throws {
    for (keys, expected) in [("c", "1 朱 2 金 3 碧 4 青 5 紫"), ("F", "o 待办 w 等待 d 已办 x 不办")] {
      guard case .pending(let pending) = try readings(keys).last else {
        Issue.record("nothing waits")
        continue
      }
      let hints = pending.followers.map { "\($0.keys) \($0.hint.zh)" }
      #expect(hints.joined(separator: " ") == expected)
    }
  }

  @Test(arguments: [
    ("<C-n>", "row-down"), ("<C-x><C-c>", "close"), ("<C-x><C-g>", "cancelled"),
    ("<C-x>r<C-g>", "cancelled"), ("<C-x><Esc>", "cancelled"), ("<C-g>", "cancel"),
    ("3<C-n>", "row-down ×3"), ("<M-3><C-n>", "row-down ×3"),
    ("<M-1><M-2><M-g>c", "go-to-clause ×12"),
    ("3<C-g>", "cancelled"), ("<M-x>", "palette"), ("<C-x>r<Space>a", "set-mark a"),
    ("<C-x>rja", "go-to-mark a"), ("m<C-g>", "cancelled"), ("<M-n>c", "next-clause"),
    ("<M-q>", "unbound <M-q>"), ("<C-x>]", "next-article"), ("<C-x>q", "unbound <C-x>q"),
  ])
  func keysOfEmacsMakeACommand(keys: String, expected: String) throws {
    #expect(try outcome(keys, with: builtInKeymap("emacs")) == expected)
  }

  @Test(arguments: [
    ("<C-c><C-c>", "accept"), ("<C-c><C-k>", "discard-note"), ("<C-c><C-g>", "cancelled"),
    ("<C-g>", "cancel"), ("<C-c>x", "unbound <C-c>x"), ("<C-x><C-e>", "edit-externally"),
    ("<C-x>u", "undo-typing"), ("3", "typed 3"), ("<C-z>", "unbound <C-z>"),
  ])
  func emacsWritesNotes(keys: String, expected: String) throws {
    #expect(try outcome(keys, in: .note, with: builtInKeymap("emacs")) == expected)
  }

  @Test(arguments: [
    ("f", "page-down"), ("b", "page-up"), ("d", "half-page-down"), ("u", "half-page-up"),
    ("<Enter>", "row-down"), ("y", "row-up"), ("50p", "go-to-percent ×50"),
    ("3G", "go-to-bottom ×3"),
    ("<M-lt>", "go-to-top"), ("ZZ", "close"), ("F", "reload"), ("v", "edit-note"),
    ("=", "show-place"), ("''", "swap-places"), ("-f", "toggle-focus-mode"), ("<M-u>", "cancel"),
  ])
  func keysOfLessMakeACommand(keys: String, expected: String) throws {
    #expect(try outcome(keys, with: builtInKeymap("less")) == expected)
  }

  /// Hands that have no Alt strike Esc before the key; whatever follows changes nothing by itself.
  @Test(arguments: [
    ("emacs", "<Esc>", "pending <Esc>"), ("emacs", "<Esc>x", "palette"),
    ("emacs", "<Esc>v", "page-up"), ("emacs", "<Esc>nc", "next-clause"),
    ("emacs", "<Esc><C-e>", "next-clause"), ("emacs", "<Esc>2<C-n>", "row-down ×2"),
    ("emacs", "<Esc>q", "unbound <M-q>"), ("emacs", "<Esc><Esc>", "cancel"),
    ("emacs", "<Esc><C-g>", "cancelled"), ("emacs", "3<Esc>", "cancelled"),
    ("emacs", "<C-x><Esc>", "cancelled"), ("less", "<Esc>v", "page-up"),
    ("less", "<Esc>u", "cancel"), ("less", "<Esc>a", "unbound <M-a>"),
    ("less", "<Esc><Esc>", "cancel"), ("vim", "<Esc>", "cancel"),
  ])
  func escBeforeAKeyIsAltWhereTheKeymapSaysSo(
    name: String, keys: String, expected: String
  ) throws {
    #expect(try outcome(keys, with: builtInKeymap(name)) == expected)
  }

  @Test(arguments: ["emacs", "less"])
  func escLeavesALineAtOnce(name: String) throws {
    #expect(try outcome("<Esc>", in: .prompt, with: builtInKeymap(name)) == "cancel")
  }

  @Test func hintsShowTheKeyAsItIs() throws {
    guard case .pending(let pending) = try readings("<C-w>").last else {
      Issue.record("nothing waits")
      return
    }
    #expect(pending.followers.map(\.keys).contains("<"))
    #expect(!pending.followers.map(\.keys).contains("<lt>"))
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
