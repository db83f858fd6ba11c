import BulletinScreen
import Keymaps
import Testing

@testable import BulletinReader

/// The keymaps that come with the program.
let builtInKeymaps = SettingsLibrary(names: Keymaps.names) { name in
  Keymaps.json(named: name).map { SettingsFile(name: name, bytes: $0) }
}

/// A keymap file of the text given, which can extend the built-in ones.
func keymap(_ json: String) -> Loaded<Keymap> {
  KeymapFile.load(SettingsFile(name: "my.json", bytes: Array(json.utf8)), from: builtInKeymaps)
}

/// A keymap that comes with the program.
func builtInKeymap(_ name: String) -> Keymap { keymap(#"{ "extends": "\#(name)" }"#).value }

/// The default keymap.
let vim = builtInKeymap("vim")

/// What a reader says to keys struck one after the other: `3` `]` `c`.
func readings(
  _ keys: String, in context: KeyContext = .text, with keymap: Keymap = vim
) throws -> [KeyReading] {
  var reader = KeyReader()
  return try KeyNotation.keys(keys).map { reader.read($0, in: context, with: keymap) }
}

/// The last of these readings, in short: `next-clause 3`, `pending ]`, `unbound x`.
func outcome(
  _ keys: String, in context: KeyContext = .text, with keymap: Keymap = vim
) throws -> String {
  switch try #require(try readings(keys, in: context, with: keymap).last) {
  case .command(let call, let count): call.words + (count.map { " ×\($0)" } ?? "")
  case .pending(let pending): "pending \(pending.typed)"
  case .typed(let scalar): "typed \(scalar)"
  case .unbound(let keys): "unbound \(keys)"
  case .composed: "composed"
  case .cancelled: "cancelled"
  }
}
