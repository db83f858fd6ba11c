import BulletinScreen
import Keymaps
import Testing

@testable import BulletinReader

@Suite struct KeymapFileTests {
  @Test(arguments: Keymaps.names + Keymaps.parts)
  func builtInKeymapsHaveNoProblems(name: String) throws {
    let file = try #require(builtInKeymaps.file(named: name))
    let loaded = KeymapFile.load(file, from: builtInKeymaps)
    #expect(loaded.problems.isEmpty, "\(loaded.problems.map { $0.message(.english) })")
    #expect(loaded.value.name == name)
  }

  @Test func keysAreToldForTheContextTheyWorkIn() {
    #expect(vim.bindings.contains { $0.keys == "]c" && $0.context == .text })
    #expect(vim.bindings.first { $0.keys == "m" }?.shownKeys == "m{x}")
    #expect(vim.keys(for: .filter, in: .contents) == ["/"])
    #expect(vim.keys(for: .search, in: .contents) == [])
    #expect(vim.keys(for: .focusNext, in: .text) == ["<Tab>", "<C-w>w", "<C-w><C-w>"])
    #expect(vim.sign(for: .palette, in: .text) == ":")
    #expect(builtInKeymap("emacs").sign(for: .palette, in: .text) == nil)
    #expect(vim.spokenKeys(for: .discardNote, in: .note) == "Ctrl-c")
    #expect(builtInKeymap("emacs").spokenKeys(for: .discardNote, in: .note) == "Ctrl-c Ctrl-k")
  }

  @Test(arguments: [
    (
      #"{ "bindings": { "text": { "x": "next-claus" } } }"#,
      "x: unknown command next-claus; did you mean next-clause?"
    ),
    (#"{ "bindings": { "txet": { "x": "help" } } }"#, "txet: unknown context; did you mean text?"),
    (#"{ "bindings": { "TEXT": { "x": "help" } } }"#, "TEXT: unknown context; did you mean text?"),
    (
      #"{ "bindings": { "text": { "<C-@>": "help", "<C-Space>": "redraw" } } }"#,
      "<C-Space>: stands twice; the later one counts"
    ),
    (
      #"{ "bindings": { "prompt": { "a": "accept" } } }"#, "a: a can no longer be typed in prompt"
    ),
    (
      #"{ "bindings": { "text": { "c1": "set-color purple" } } }"#,
      "c1: set-color has no purple; there are: vermilion gold jade azure violet"
    ),
    (
      #"{ "bindings": { "text": { "x": "set mesure 30" } } }"#,
      "x: set has no mesure; did you mean measure?"
    ),
    (
      #"{ "bindings": { "text": { "x": "set keymap=emcs" } } }"#,
      "x: set has no emcs; did you mean emacs?"
    ),
    (
      #"{ "bindings": { "text": { "x": "keymap lss" } } }"#,
      "x: keymap has no lss; did you mean less?"
    ),
    (
      #"{ "bindings": { "text": { "x": "export markdwn" } } }"#,
      "x: export has no markdwn; did you mean markdown?"
    ),
    (
      #"{ "extends": "vim", "bindings": { "global": { "yy": "help" } } }"#,
      "yy: cannot be reached in text, where y is bound"
    ),
    (
      #"{ "extends": "vim", "bindings": { "text": { "g": "help" } } }"#,
      "g: leaves these without keys: gc go-to-clause, gp go-to-page, gj go-to-heading, "
        + "gn resume-note, gs save-again"
    ),
    (
      #"{ "extends": "vim", "bindings": { "text": { "yy": "help" } } }"#,
      "yy: leaves these without keys: y copy"
    ),
    (#"{ "binding": {} }"#, "binding: unknown key; did you mean bindings?"),
    (
      #"{ "bindings": { "text": { "<Entr>": "help" } } }"#,
      "<Entr>: unknown key <Entr>; did you mean <Enter>?"
    ),
    (
      #"{ "bindings": { "text": { "<C-d": "help" } } }"#,
      "<C-d: < without its >; the key < is written <lt>"
    ),
    (#"{ "bindings": { "text": { "": "help" } } }"#, "names no key"),
    (
      #"{ "bindings": { "text": { "3x": "help" } } }"#,
      "3x: cannot be reached, as digits begin a count"
    ),
    (
      #"{ "bindings": { "text": { "x<Esc>": "help" } } }"#,
      "x<Esc>: cannot be reached, as <Esc> cancels"
    ),
    (
      #"{ "bindings": { "text": { "x": "help", "x": "redraw" } } }"#,
      "x: stands twice; the later one counts"
    ),
    (
      #"{ "bindings": { "text": { "<C-i>": "help", "<Tab>": "redraw" } } }"#,
      "<Tab>: stands twice; the later one counts"
    ),
    (
      #"{ "bindings": { "text": { "x": "help", "xy": "redraw" } } }"#,
      "xy: cannot be reached, as x is bound"
    ),
    (
      #"{ "bindings": { "text": { "xy": "help", "x": "redraw" } } }"#,
      "x: hides the longer keys that begin with it"
    ),
    (
      #"{ "bindings": { "text": { "g": "help" }, "global": { "gx": "redraw" } } }"#,
      "gx: cannot be reached in text, where g is bound"
    ),
    (
      #"{ "bindings": { "text": { "gx": "help" }, "global": { "g": "redraw" } } }"#,
      "g: cannot be reached in text, where gx is bound"
    ),
    (
      #"{ "bindings": { "visual": { "d": "help" }, "text": { "dd": "copy" } } }"#,
      "dd: cannot be reached in visual, where d is bound"
    ),
    (
      #"{ "bindings": { "text": { "c1": "set-color gould" } } }"#,
      "c1: set-color has no gould; did you mean gold?"
    ),
    (
      #"""
      { "bindings": { "contents": { "x": "help" }, "text": { "x": "copy" }, "annotations": { "x": "copy" }, "help": { "x": "filter" }, "global": { "x": "redraw" } } }
      """#, "x: cannot be reached, as every context binds it anew"
    ),
    (#"{ "bindings": { "text": { "x": "help me" } } }"#, "x: help takes no argument"),
    (#"{ "bindings": { "text": { "x": "set-mark ab" } } }"#, "x: set-mark takes one character"),
    (#"{ "bindings": { "text": { "x": "go-to-clause two" } } }"#, "x: go-to-clause takes a number"),
    (
      #"{ "bindings": { "prompt": { "<F2>": "next-clause" } } }"#,
      "<F2>: next-clause does not work in prompt"
    ),
    (#"{ "bindings": { "text": { "x": 3 } } }"#, "x: must be a string"),
    (#"{ "bindings": { "text": { "Q": "" } } }"#, "Q: was not bound anyway"),
    (#"{ "bindings": [] }"#, "bindings: must be an object { }"),
    (#"{ "extends": "vimm" }"#, "extends: nothing named vimm to extend; did you mean vim?"),
    (#"{ "bindings": "#, "a value expected"),
    (#"[]"#, "the file must be a JSON object"),
  ])
  func complaintsNamePlaceAndNearestWord(json: String, expected: String) throws {
    let problems = keymap("\n" + json).problems
    #expect(problems.map { $0.message(.english) } == ["my.json:2: " + expected])
    #expect(problems.first?.message(.chinese).hasPrefix("my.json:2: ") == true)
  }

  /// Taking a key, or taking it away, is what files are for; so is an argument that means something.
  @Test(arguments: [
    #""x": "help""#, #""gc": """#, #""Z": """#, #""dd": "", "y": "remove-annotation", "Q": "copy""#,
    #""x": "export notes.csv", "X": "export html notes.html", "Q": "set theme=paper""#,
    #""x": "set nomouse", "X": "set width=30", "Q": "set mouse?", "W": "set mouse off""#,
    #""x": "export CSV a.csv", "X": "set-color JADE", "Q": "set-status Done""#,
  ])
  func whatIsMeantIsNoMistake(bindings: String) {
    let own = keymap(#"{ "extends": "vim", "bindings": { "text": { \#(bindings) } } }"#)
    #expect(own.problems.isEmpty, "\(own.problems.map { $0.message(.english) })")
  }

  /// Names may have blanks; what the palette refuses is refused here.
  @Test(arguments: [
    ("theme my paper", nil), ("set theme=papr", "paper"), ("set nomeasure", "measure"),
    ("set mouse=onn", "on"), ("export odf a.odf", nil), ("sort-annotations stat", "status"),
  ])
  func argumentsAreReadAsThePaletteReadsThem(words: String, nearest: String?) {
    let json = #"{ "extends": "vim", "bindings": { "annotations": { "x": "\#(words)" } } }"#
    let file = SettingsFile(name: "my.json", bytes: Array(json.utf8))
    let own = KeymapFile.load(file, from: builtInKeymaps, themes: ["paper", "my paper"])
    #expect(own.problems.isEmpty == words.hasSuffix("my paper"))
    #expect(own.problems.first?.nearest == nearest)
  }

  /// What comes with the program is not looked through each time; what is laid over it is.
  @Test func keysOfTheProgramItselfAreNotWeighed() {
    let json = #"{ "bindings": { "text": { "g": "help" }, "global": { "gx": "redraw" } } }"#
    func load(isBuiltIn: Bool) -> Loaded<Keymap> {
      let file = SettingsFile(name: "k", bytes: Array(json.utf8), isBuiltIn: isBuiltIn)
      return KeymapFile.load(file, from: builtInKeymaps)
    }
    #expect(load(isBuiltIn: true).problems.isEmpty && load(isBuiltIn: false).problems.count == 1)
    #expect(load(isBuiltIn: true).value.bindings == load(isBuiltIn: false).value.bindings)
  }

  @Test func themesThatAreKnownAreChecked() {
    let json = #"{ "extends": "vim", "bindings": { "text": { "x": "theme papr" } } }"#
    let file = SettingsFile(name: "my.json", bytes: Array(json.utf8))
    let own = KeymapFile.load(file, from: builtInKeymaps, themes: ["paper"])
    #expect(own.problems.first?.nearest == "paper")
  }

  @Test func keysThatNothingReadsAreNotListed() {
    let own = keymap(
      #"{ "extends": "vim", "bindings": { "text": { "g": "help" }, "visual": { "ab": "copy" } } }"#
    ).value
    #expect(!own.bindings.contains { $0.keys == "gc" || $0.keys == "ab" && $0.context == .text })
    #expect(own.bindings.contains { $0.keys == "gg" && $0.context == .global })
  }

  @Test func theRestOfAFileCountsAllTheSame() throws {
    let own = keymap(#"{ "extends": "vim", "bindings": { "text": { "x": "helo", "Q": "help" } } }"#)
    #expect(own.problems.count == 1)
    #expect(try outcome("Q", with: own.value) == "help")
    #expect(try outcome("]c", with: own.value) == "next-clause")
  }

  @Test func aFileChangesWhatItExtends() throws {
    let own = keymap(
      """
      { "extends": "vim", "bindings": {
        "text": { "]a": "", "]c": "next-figure", "g": "redraw", "s": "search 算力", "jj": "help" },
        "global": { "<F1>": "" } } }
      """)
    #expect(own.problems.map(\.subject) == ["g"])
    #expect(try outcome("]a", with: own.value) == "unbound ]a")
    #expect(try outcome("]c", with: own.value) == "next-figure")
    #expect(try outcome("[a", with: own.value) == "previous-article")
    #expect(try outcome("g", with: own.value) == "redraw")
    #expect(try outcome("gg", in: .contents, with: own.value) == "go-to-top")
    #expect(try outcome("s", with: own.value) == "search 算力")
    #expect(try outcome("jj", with: own.value) == "help")
    #expect(try outcome("<F1>", with: own.value) == "unbound <F1>")
  }

  @Test func nothingInAContextHidesTheKeyElsewhere() throws {
    let own = keymap(#"{ "extends": "vim", "bindings": { "contents": { "j": "" } } }"#).value
    #expect(try outcome("j", in: .contents, with: own) == "unbound j")
    #expect(try outcome("j", with: own) == "row-down")
  }

  @Test func thatAnotherContextDoesSomethingElseIsNoMistake() throws {
    let own = keymap(
      """
      { "bindings": { "global": { "/": "search", "m": "help" }, "contents": { "/": "filter" },
        "text": { "'": "go-to-mark", "''": "swap-places", "dd": "remove-annotation" },
        "visual": { "d": "remove-annotation" } } }
      """)
    #expect(own.problems.isEmpty)
  }

  @Test func filesThatExtendEachOtherAreReported() {
    let circle = SettingsLibrary(names: ["a", "b"]) { name in
      let other = name == "a" ? "b" : "a"
      return SettingsFile(name: name, bytes: Array(#"{ "extends": "\#(other)" }"#.utf8))
    }
    let file = SettingsFile(name: "a", bytes: Array(#"{ "extends": "b" }"#.utf8))
    #expect(KeymapFile.load(file, from: circle).problems.count == 1)
  }

  @Test func whatAFileSaysReachesNoTerminalRaw() {
    let problem = keymap(#"{ "bindings": { "a\u001b[31m\n": {} } }"#).problems.first
    #expect(problem?.message(.english).contains("a␛[31m␊") == true)
  }
}
