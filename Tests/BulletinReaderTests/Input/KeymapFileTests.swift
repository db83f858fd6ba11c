import BulletinScreen
import Keymaps
import Testing

@testable import BulletinReader

@Suite struct KeymapFileTests {
  @Test(arguments: Keymaps.names)
  func builtInKeymapsHaveNoProblems(name: String) throws {
    let file = try #require(builtInKeymaps.file(named: name))
    let loaded = KeymapFile.load(file, from: builtInKeymaps)
    #expect(loaded.problems.isEmpty, "\(loaded.problems.map { $0.message(.english) })")
    #expect(loaded.value.name == name)
  }

  @Test func everyCommandHasAKeyInTheDefaultKeymap() {
    let bound = Set(vim.bindings.map(\.call.command))
    #expect(Command.allCases.filter { !bound.contains($0) } == [])
  }

  @Test func keysOfTheDefaultKeymapAreReadAsTheyAreListed() throws {
    for binding in vim.bindings {
      let keys = try KeyNotation.keys(binding.keys)
      let lookup = vim.lookup(keys, in: binding.context)
      switch lookup {
      case .call(let call), .awaitsCharacter(let call, _): #expect(call == binding.call)
      case .prefix, .unbound: Issue.record("\(binding.keys) in \(binding.context)")
      }
    }
    #expect(vim.bindings.contains { $0.keys == "]c" && $0.context == .text })
    #expect(vim.bindings.first { $0.keys == "m" }?.shownKeys == "m{x}")
    #expect(vim.keys(for: .filter, in: .contents) == ["/"])
    #expect(vim.keys(for: .focusNext, in: .text) == ["<Tab>", "<C-w>w"])
  }

  @Test(arguments: [
    (
      #"{ "bindings": { "text": { "x": "next-claus" } } }"#,
      "x: unknown command next-claus; did you mean next-clause?"
    ),
    (#"{ "bindings": { "txet": { "x": "help" } } }"#, "txet: unknown context; did you mean text?"),
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
      "x<Esc>: cannot be reached, as <Esc> and <C-c> cancel"
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
    #expect(own.problems.isEmpty)
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
    #expect(problem?.message(.english).contains(#"a\u{1b}[31m\u{a}"#) == true)
  }
}
