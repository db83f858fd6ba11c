internal import BulletinScreen

/// What no keymap may take away: to cancel, to leave, to call a command by its name, and to type.
enum KeymapEssentials {
  private static let panes: [KeyContext] = [
    .global, .contents, .text, .annotations, .visual, .help,
  ]

  /// The commands, where they must be reached, and the keys that they get where no others call them:
  /// the first that are free, else the last.
  private static let table: [(command: Command, contexts: [KeyContext], keys: [String])] = [
    (.cancel, panes, ["<Esc>", "<C-c>", "<F9>"]),
    (.palette, panes, [":", "<M-x>", "<F2>"]),
    (.close, panes, ["q", "<C-x><C-c>", "<F10>"]),
    (.accept, [.prompt, .note], ["<Enter>", "<F12>"]),
    (.cancel, [.prompt, .note], ["<Esc>", "<C-c>", "<F9>"]),
    (.deleteBefore, [.prompt, .note], ["<BS>", "<C-h>", "<F8>"]),
  ]

  /// Adds what is missing to the bindings of a keymap.
  static func add(to trees: inout [KeyContext: KeyTree]) {
    for (command, contexts, keys) in table {
      for context in contexts {
        let keymap = Keymap(name: "", trees: trees)
        guard keymap.keys(for: command, in: context).isEmpty else { continue }
        bind(command, to: keys, in: context, of: &trees, keymap)
      }
    }
  }

  private static func bind(
    _ command: Command, to candidates: [String], in context: KeyContext,
    of trees: inout [KeyContext: KeyTree], _ keymap: Keymap
  ) {
    for (index, words) in candidates.enumerated() {
      guard let keys = try? KeyNotation.keys(words) else { continue }
      var tree = trees[context] ?? KeyTree()
      let conflict = tree.bind(keys[...], to: .call(CommandCall(command)))
      let isFree = conflict == nil && keymap.lookup(keys, in: context) == .unbound
      guard isFree || index == candidates.count - 1 else { continue }
      trees[context] = tree
      return
    }
  }
}
