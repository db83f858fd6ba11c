import BulletinReader
import Foundation
import Glibc
import Testing

/// What only a terminal shows of mouse, paste, and settings that change while one reads.
@Suite(.enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct TerminalHandsTests {
  /// A note takes a paste of 1 MB with whatever escape sequences, as text.
  @Test func aPasteOfAMegabyteIsTextToTheLastByte() throws {
    let library = try AnnotatedFolder()
    let terminal = try AnnotatingTerminal(library)
    let hostile =
      "第%行 \u{1B}]52;c;aGk=\u{07}\u{1B}[2J\u{1B}[31m 红\u{9B}5n \u{1B}[A\u{1B}[200~\u{7F}\n"
    var text = ""
    for number in 0..<20_000 { text += hostile.replacing("%", with: "\(number)") }
    text += "完"
    #expect(text.utf8.count > 1_000_000)
    try terminal.goToClause(1)
    try terminal.beginNote("起：")
    let file = library.path + "/pasted"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    try terminal.screen.paste(file: file)
    try terminal.screen.wait("the end of the paste") { $0.contains("完") }
    let shown = try terminal.screen.text()
    #expect(shown.contains("␛]52;c;aGk=␇␛[2J"))
    try terminal.save()
    let listed = try library.run(["annotations", "issue.txt", "--json"]).output
    let json = try JSONSerialization.jsonObject(with: Data(listed.utf8))
    let notes = try #require(json as? [[String: Any]]).map { $0["note"] as? String }
    #expect(notes == ["起：" + text])
  }

  /// What was typed into the palette and searched for comes back in the next reading, and is nobody
  /// else's to read; what was typed about an annotation stays with it.
  @Test func typedLinesComeBackInTheNextReading() throws {
    let library = try AnnotatedFolder()
    let first = try AnnotatingTerminal(library)
    try first.press("/台账\r", until: "命中")
    try first.press(":width 30\r", until: "measure=30")
    try first.press("2gct秘密\r", until: "标签：")
    try first.screen.typeText(":q\r")
    try first.screen.wait(for: "ended by 0")
    let file = library.statePath + "/history.json"
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let kept = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    #expect(kept.contains("台账") && kept.contains("width 30") && !kept.contains("秘密"))
    let second = try AnnotatingTerminal(library)
    try second.press(":", until: "  width 30 ")
    try second.screen.type("Escape")
    try second.screen.type("/")
    try second.screen.type("Up")
    try second.screen.wait(for: "/台账")
  }

  /// Two readers that type in turn lose none of each other's lines.
  @Test func typedLinesOfTwoReadersStandTogether() throws {
    let library = try AnnotatedFolder()
    let (first, second) = (try AnnotatingTerminal(library), try AnnotatingTerminal(library))
    for (reader, width) in [(first, 30), (second, 31), (first, 32), (second, 33)] {
      try reader.press(":width \(width)\r", until: "measure=\(width)")
    }
    let text = try String(contentsOfFile: library.statePath + "/history.json", encoding: .utf8)
    let lines = try LinedJSONParser.parse(Array(text.utf8))["commands"]?.elements ?? []
    #expect(lines.map(\.string) == (30...33).map { "width \($0)" })
  }

  /// A paste that ends in half a character ends, and the keys after it are keys.
  @Test func aPasteThatEndsInACutCharacterEnds() throws {
    let screen = try AnnotatingTerminal(AnnotatedFolder()).screen
    try screen.typeText("/")
    try screen.wait(for: "/")
    try screen.sendRaw(Array("\u{1B}[200~abc".utf8) + [0xE4, 0xB8] + Array("\u{1B}[201~d".utf8))
    try screen.wait(for: "abc\u{FFFD}d")
  }

  /// A paste whose end never comes shows, and leaves the keyboard to its owner.
  @Test func aPasteWithoutAnEndIsGivenUp() throws {
    let screen = try AnnotatingTerminal(AnnotatedFolder()).screen
    try screen.typeText("/")
    try screen.wait(for: "/")
    try screen.sendBytes("\u{1B}[200~abc")
    try screen.wait(for: "abc")
    try screen.typeText("d")
    try screen.wait(for: "abcd")
    try screen.sendBytes("\u{1B}[200~ef")
    try screen.wait(for: "abcdef")
    try screen.type("C-c")
    try screen.typeText("g")
    try screen.wait(for: "abcdefg")
  }

  /// A locale of other characters that the machine lacks is said to be, and Unicode shows.
  @Test func aMissingLocaleIsSaid() throws {
    let library = try AnnotatedFolder()
    let screen = try AnnotatingTerminal(
      library, environment: ["LC_ALL": "xx_XX.GB18030", "LANG": ""]
    ).screen
    let shown = try screen.wait(for: "请设 LC_ALL=C.UTF-8")
    #expect(shown.contains("数据要素流通管理办法"))
  }

  /// Copying by a command that is not there, or does not end, leaves it to the terminal.
  @Test func copyingFallsBackOnTheTerminal() throws {
    let library = try AnnotatedFolder()
    let configuration = library.file("copy.json")
    try library.write(#"{ "copyCommand": "sleep 1000" }"#, to: "copy.json")
    let screen = try AnnotatingTerminal(
      library, arguments: "--config \(configuration) issue.txt"
    ).screen
    try screen.typeText("y")
    try screen.wait(for: "sleep 1000 失败；已交给终端复制")
  }

  /// Reports of the mouse, as a terminal sends them: press, drag, release, wheel.
  @Test func theMouseSelectsAndScrolls() throws {
    let library = try AnnotatedFolder()
    let terminal = try AnnotatingTerminal(library, rows: 14)
    let screen = terminal.screen
    try terminal.goToClause(2)
    let rows = try screen.text().split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("┃ 第二条") })
    let before = try #require(rows[row].range(of: "第二条")).lowerBound
    var column = 0
    for character in rows[row][..<before] {
      column += character.isASCII || character == "│" || character == "┃" ? 1 : 2
    }
    func mouse(_ button: Int, _ column: Int, _ row: Int, _ final: String) throws {
      try screen.sendBytes("\u{1B}[<\(button);\(column + 1);\(row + 1)\(final)")
    }
    try mouse(0, column, row, "M")
    try mouse(32, column + 4, row, "M")
    try mouse(0, column + 4, row, "m")
    try screen.wait("the mode of selecting") { $0.contains("选字") }
    try screen.typeText("c3")
    try screen.wait(for: "颜色")
    let quotes = try terminal.annotations().map { $0["quote"]?.string }
    #expect(quotes == ["第二条"])
    let top = try screen.text()
    try mouse(65, column, row, "M")
    try screen.wait("the text scrolled") { $0 != top }
  }

  /// A theme chosen in the palette shows at once, and goes again where it is given up.
  @Test func aThemeIsPreviewedAndSwitched() throws {
    let library = try AnnotatedFolder()
    let terminal = try AnnotatingTerminal(library, arguments: "--theme vermilion-dark issue.txt")
    let screen = terminal.screen
    func styled() throws -> String { try screen.styledText() }
    let dark = try styled()
    try screen.typeText(":theme pap")
    try screen.wait(for: "theme paper")
    try screen.type("Tab")
    try screen.wait("the preview") { _ in
      try styled().split(separator: "\n")[3] != dark.split(separator: "\n")[3]
    }
    try screen.type("Escape")
    try screen.wait("the theme in use") { _ in try styled() == dark }
    try screen.typeText(":theme paper")
    try screen.type("Enter")
    try screen.wait(for: "主题：paper")
    #expect(try styled().split(separator: "\n")[3] != dark.split(separator: "\n")[3])
  }

  /// A keymap of one's own is read again when it is saved; a broken one leaves the keys as they are.
  @Test func aKeymapIsReadAgainWhenItIsSaved() throws {
    let library = try AnnotatedFolder()
    let folder = library.homePath + "/.config/zhupi/keymaps"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func save(_ text: String) throws {
      try text.write(toFile: folder + "/mine.json", atomically: true, encoding: .utf8)
    }
    try save(
      #"{ "name": "mine", "extends": "vim", "bindings": { "text": { "Z": "next-clause" } } }"#)
    let terminal = try AnnotatingTerminal(
      library, environment: ["XDG_CONFIG_HOME": library.homePath + "/.config"],
      arguments: "--keymap mine issue.txt")
    let screen = terminal.screen
    try screen.typeText("ggZ")
    try screen.wait(for: "┃ 第一条")
    try save(
      #"{ "name": "mine", "extends": "vim", "bindings": { "text": { "Z": "go-to-bottom" } } }"#)
    try screen.wait(for: "按键方案：mine")
    try screen.waitUntilIdle()
    try screen.typeText("Z")
    try screen.wait(for: "100%")
    try save("{ broken")
    try screen.wait("what is wrong") { $0.contains("mine.json") }
    try screen.typeText("gg")
    try screen.wait("the top") { !$0.contains("100%") }
    try screen.typeText("Z")
    try screen.wait(for: "100%")
    try screen.typeText(":keymap less")
    try screen.type("Enter")
    try screen.wait(for: "按键方案：less")
  }
}
