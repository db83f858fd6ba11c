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
    try compare(Self.steps, "vim", columns, rows)
  }

  /// The same for keymaps whose keys terminals send in other ways.
  private static let otherSteps = [
    "emacs": [
      "<C-n>", "3<C-n>", "<M-3><C-p>", "<C-v>", "<M-v>", "<M-lt>", "<C-e>", "<C-a>", "<M-f>",
      "<M-n>c", "<M-n> <C-g>", "<C-Space>", "<C-f>", "<C-x> <C-x>", "<C-g>", "<M-h>", "<C-g>",
      "<C-s> \"办法\" <C-s>", "<C-s> <C-s>", "<C-r> <C-r>", "<C-l>", "<C-x>o", "<C-x>1", "<C-x>1",
      "<C-x>w2", "<Tab>", "<Enter>", "<M-,>", "<M-x> \"go-to-bottom\" <Enter>", "<C-_>",
      "<M-g>i \"第六\" <Enter>", "<C-h>b", "q", "<C-x> <C-g>", "=", "a \"甲\"",
      "<C-c> <C-k>", "<C-c> <C-k>",
    ],
    "less": [
      "e", "y", "<Enter>", "f", "b", "<C-v>", "<M-v>", "d", "u", "G", "g", "50p",
      "/ \"办法\" <Enter>",
      "n", "N", "<M-u>", "-1", "-1", "-f", "-f", "]c", "''", "=", "h", "& \"页\" <Enter>", "q",
      "<C-o> <C-n>", "<C-o> <C-o>", "6I", "S\"", "<Esc>", "-", "<Esc>",
    ],
  ]

  @Test(arguments: otherSteps.keys.sorted())
  func otherKeymapsWorkInATerminal(name: String) throws {
    try compare(Self.otherSteps[name] ?? [], name, 100, 30)
  }

  private func compare(_ steps: [String], _ keymap: String, _ columns: Int, _ rows: Int) throws {
    let screen = try TerminalScreen(
      columns: columns, rows: rows, "$ZHUPI --keymap \(keymap); cat")
    var typed: [String] = []
    for step in [""] + steps {
      typed.append(step)
      for token in step.split(separator: " ") { try press(String(token), on: screen) }
      let painted = try rendered(typed, keymap, columns, rows)
      try screen.wait("the screen of `render` after \(typed.suffix(3))") {
        lines(of: $0) == painted
      }
    }
  }

  /// What `render` prints after the keys, blanks at the ends of rows gone.
  private func rendered(
    _ typed: [String], _ keymap: String, _ columns: Int, _ rows: Int
  ) throws -> [String] {
    let keys = typed.joined(separator: " ")
    let options = ["--keymap", keymap, "--size", "\(columns)x\(rows)"]
    return lines(of: try BuiltProgram.run(["render", "--keys", keys] + options).output)
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
    "lt": "<", "M-lt": "M-<",
  ]
}
