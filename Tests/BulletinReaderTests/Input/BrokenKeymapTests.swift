import BulletinScreen
import Keymaps
import Testing

@testable import BulletinReader

/// Whatever a keymap file says, there are keys, and nobody is locked in.
@Suite struct BrokenKeymapTests {
  /// Whatever is wrong with a file, there is a keymap: what it extends, else the default one.
  @Test(arguments: [
    "", "{", "[]", "{}", #"{ "bindings": { "text": { "x": "nosuch" } } }"#,
    #"{ "extends": "nosuch", "bindings": { "text": { "Q": "help" } } }"#,
    #"{ "extends": 3, "bindings": { "text": { "Q": "help" } } }"#,
    #"{ "extends": "vim", "bindings": [] }"#, #"{ "extends": "vim", "bindings": { "txt": {} } }"#,
  ])
  func aBrokenFileLeavesTheKeysOfAnother(json: String) throws {
    let own = keymap(json).value
    #expect(try outcome("]c", with: own) == "next-clause")
    #expect(try outcome("q", in: .contents, with: own) == "close")
    #expect(try outcome("<C-w>", in: .prompt, with: own) == "delete-word")
  }

  @Test func aBrokenFileThatIsExtendedLeavesTheKeysOfTheDefaultOne() throws {
    let library = SettingsLibrary(names: ["base", "vim"]) { name in
      name == "base"
        ? SettingsFile(name: name, bytes: Array("{".utf8)) : builtInKeymaps.file(named: name)
    }
    let json = #"{ "extends": "base", "bindings": { "text": { "Q": "help" } } }"#
    let file = SettingsFile(name: "my.json", bytes: Array(json.utf8))
    let own = KeymapFile.load(file, from: library)
    #expect(own.problems.map(\.file) == ["base"])
    #expect(try outcome("Q", with: own.value) == "help")
    #expect(try outcome("]c", with: own.value) == "next-clause")
  }

  /// A library in which the user's own file of a name stands before the built-in one.
  private func library(own name: String, _ json: String) -> SettingsLibrary {
    SettingsLibrary(
      names: Keymaps.names,
      own: { $0 == name ? SettingsFile(name: "/k/\(name).json", bytes: Array(json.utf8)) : nil },
      builtIn: { builtInKeymaps.file(named: $0) })
  }

  @Test func aFileThatExtendsItsOwnNameExtendsTheBuiltInOne() throws {
    let library = library(
      own: "vim", #"{ "extends": "vim", "bindings": { "text": { "Q": "help" } } }"#)
    let own = KeymapFile.load(try #require(library.file(named: "vim")), from: library)
    #expect(own.problems.isEmpty)
    #expect(try outcome("Q", with: own.value) == "help")
    #expect(try outcome("]c", with: own.value) == "next-clause")
  }

  /// What the user breaks is mended by what comes with the program, of the same name where there is.
  @Test(arguments: [
    ("vim", "vim", "]c", "next-clause"), ("less", "less", "v", "edit-note"),
    ("typing", "vim", "]c", "next-clause"), ("typing", "emacs", "<M-x>", "palette"),
  ])
  func aBrokenFileOfTheUserTakesNoKeys(
    broken: String, loaded: String, keys: String, command: String
  ) throws {
    for json in ["{", #"{ "extends": "\#(broken)x" }"#, #"{ "bindings": 3 }"#] {
      let library = library(own: broken, json)
      let own = KeymapFile.load(try #require(library.file(named: loaded)), from: library)
      let errors = own.problems.filter { $0.severity == .error }
      #expect(errors.map(\.file) == ["/k/\(broken).json"])
      if broken == loaded, json != "{" { continue }
      #expect(try outcome(keys, with: own.value) == command)
      if json == "{" {
        #expect(try outcome("<C-w>", in: .prompt, with: own.value) == "delete-word")
      }
    }
  }

  @Test func aFileThatCannotBeReadIsToldAndMended() throws {
    let library = SettingsLibrary(
      names: Keymaps.names,
      own: {
        $0 == "less"
          ? SettingsFile(name: "/k/less.json", unreadable: Text(zh: "坏", en: "broken")) : nil
      }, builtIn: { builtInKeymaps.file(named: $0) })
    let own = KeymapFile.load(try #require(library.file(named: "less")), from: library)
    #expect(own.problems.map { $0.message(.english) } == ["/k/less.json: broken"])
    #expect(try outcome("v", with: own.value) == "edit-note")
  }

  /// No file can lock its user in.
  @Test(arguments: [
    #"{ "bindings": { "text": { "x": "help" } } }"#,
    #"{ "bindings": { "global": { "q": "redraw", ":": "redraw", "<Esc>": "redraw" } } }"#,
    """
    { "extends": "vim", "bindings": {
      "global": { "q": "", "ZZ": "", "ZQ": "", ":": "", "<Esc>": "", "<C-c>": "" },
      "prompt": { "<Enter>": "", "<C-j>": "", "<Esc>": "", "<C-c>": "", "<BS>": "", "<C-h>": "" } } }
    """,
    """
    { "extends": "vim", "bindings": { "contents": { "q": "", "Z": "", ":": "redraw", "<Esc>": "",
      "<C-c>": "", "<M-x>": "redraw", "<F2>": "redraw", "<C-x>": "redraw", "<F10>": "redraw" } } }
    """,
  ])
  func oneCanAlwaysCancelLeaveAndCallCommands(json: String) {
    let own = keymap(json).value
    for context in [KeyContext.contents, .text, .annotations, .visual, .help] {
      for command in [Command.cancel, .palette, .close] {
        #expect(!own.keys(for: command, in: context).isEmpty, "\(command) in \(context)")
      }
    }
    for context in [KeyContext.prompt, .note] {
      for command in [Command.accept, .cancel, .deleteBefore] {
        #expect(!own.keys(for: command, in: context).isEmpty, "\(command) in \(context)")
      }
    }
  }

  /// Keys that no end would come to are no keys; the program must not fall over them either.
  @Test(arguments: [17, 50_000])
  func sequencesWithoutEndAreRefused(count: Int) throws {
    let keys = String(repeating: "a", count: count)
    let own = keymap(
      #"{ "extends": "vim",\#n"bindings": { "text": { "\#(keys)": "row-down" } } }"#)
    let message = try #require(own.problems.first).message(.english)
    #expect(message.hasPrefix("my.json:2: aaaa"))
    #expect(message.hasSuffix(": too long; 16 keys at most"))
    #expect(message.utf8.count < 300)
    #expect(try outcome("a", with: own.value) == "annotate")
  }

  @Test func ofVeryManyMistakesTheFirstAreTold() {
    let lines = (0..<5_000).map { #""q\#($0)": "nosuch""# }.joined(separator: ",\n")
    let own = keymap(#"{ "extends": "vim", "bindings": { "text": { \#(lines) } } }"#)
    #expect(own.problems.count == 101)
    #expect(own.problems.last?.message(.english) == "my.json: 4900 more problems")
  }
}
