import Testing

/// Every key, pressed in a real terminal: the screen must be the one that `render` paints without.
@Suite(
  .serialized, .timeLimit(.minutes(10)),
  .enabled(if: TerminalScreen.missing == nil, TerminalScreen.missing))
struct TerminalKeysTests {
  /// Keys in the order in which they are pressed, in keymap notation, blank-separated as for
  /// `render --keys`; a step is what is typed before the screens are compared.
  private static let steps = [
    "j", "5j", "k", "l", "w", "b", "$", "0", ")", "(", "}", "{", "<Down>", "<Up>", "<Right>",
    "<Left>", "<C-d>", "<C-u>", "<Space>", "<BS>", "<C-f>", "<C-b>", "<PageDown>", "<PageUp>", "G",
    "gg", "<End>", "<Home>", "50%", "zz", "]c", "3]c", "[c", "]]", "[[", "]a", "[a", "]e", "[e",
    "]g",
    "[g", "]r", "<Enter>", "<C-o>", "]r", "gd", "[j", "]j", "6gc", "1gp", "ma", "]a", "'a", "''",
    "/ \"办法\" <Enter>", "n", "N", "? \"文章\" <Enter>", "*", "<Tab>", "j", "za", "zo", "zc", "zR",
    "zM", "<S-Tab>", "<C-w>l", "<C-w>h", "<C-w>1", "<C-w>2", "<C-w>3", "<C-w>2", "<C-w>>",
    "<C-w><lt>",
    "z1", "z1", "z3", "z3", "zf", "zf", "<F1>", "j", "q", "g?", "<Esc>", ": \"第八条\" <Enter>",
    ": \"go-to-to\"", "<Tab>", "<Esc>", "]", "<Esc>", "<C-l>",
  ]

  @Test(arguments: [(160, 50), (100, 30), (60, 20), (15, 4)])
  func theTerminalShowsWhatRenderPaints(columns: Int, rows: Int) throws {
    let screen = try TerminalScreen(columns: columns, rows: rows, "$ZHUPI; cat")
    var typed: [String] = []
    for step in [""] + Self.steps {
      typed.append(step)
      for token in step.split(separator: " ") { try press(String(token), on: screen) }
      let painted = try rendered(typed, columns, rows)
      try screen.wait("the screen of `render` after \(typed.suffix(3))") {
        lines(of: $0) == painted
      }
    }
  }

  /// What `render` prints after the keys, blanks at the ends of rows gone.
  private func rendered(_ typed: [String], _ columns: Int, _ rows: Int) throws -> [String] {
    let keys = typed.joined(separator: " ")
    let size = ["--size", "\(columns)x\(rows)"]
    return lines(of: try BuiltProgram.run(["render", "--keys", keys] + size).output)
  }

  private func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Sends one token of keymap notation by tmux's names of keys.
  private func press(_ token: String, on screen: TerminalScreen) throws {
    if token.hasPrefix("\"") {
      return try screen.typeText(token.filter { $0 != "\"" })
    }
    var rest = token[...]
    while !rest.isEmpty {
      if rest.first == "<", let end = rest.dropFirst().firstIndex(of: ">") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        try screen.type(Self.names[name] ?? name)
        rest = rest[rest.index(after: end)...]
      } else {
        try screen.typeText(String(rest.removeFirst()))
      }
    }
  }

  private static let names = [
    "BS": "BSpace", "PageDown": "NPage", "PageUp": "PPage", "S-Tab": "BTab", "Esc": "Escape",
    "lt": "<",
  ]
}
