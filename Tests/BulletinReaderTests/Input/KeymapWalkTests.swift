import BulletinScreen
import Keymaps
import Testing

@testable import BulletinReader

/// Every key of every keymap, pressed where its command has something to do.
@Suite struct KeymapWalkTests {
  /// The counts without which these commands only say that they want one.
  private static let counts: [Command: Int] = [
    .goToClause: 2, .goToPage: 9, .goToPercent: 50, .width: 30,
  ]

  @Test(arguments: Keymaps.names)
  func everyKeyDoesSomething(name: String) throws {
    let keymap = builtInKeymap(name)
    let starts = try Scene.all.map { try Start($0, keymap) }
    for binding in keymap.bindings {
      let keys = try KeyNotation.keys(binding.keys)
      let works = starts.contains { start in
        guard start.context.chain.contains(binding.context) else { return false }
        switch keymap.lookup(keys, in: start.context) {
        case .call(binding.call), .awaitsCharacter(binding.call, _): break
        case .call, .awaitsCharacter, .prefix, .unbound: return false
        }
        return changes(start, keys, binding.call)
      }
      #expect(works, "\(binding.keys) for \(binding.call.words) in \(binding.context.rawValue)")
    }
  }

  /// Whether keys change what shows or is told, or ask the world for something.
  private func changes(_ start: Start, _ keys: [Key], _ call: CommandCall) -> Bool {
    var session = start.session
    var struck = keys
    if let count = Self.counts[call.command] {
      struck = String(count).unicodeScalars.map { .character($0) } + struck
    }
    if call.awaitsCharacter { struck.append(.character("a")) }
    var effects: [Effect] = []
    for key in struck { effects += session.handle(.key(key)) }
    if effects.contains(.bell) { return false }
    let asks = effects.contains { if case .savePlace = $0 { false } else { true } }
    return asks || Impression(&session) != start.impression
  }

  /// What one types in the palette alone, being chosen seldom and from a list.
  private static let paletteOnly: [String: [Command]] = [
    "vim": [.export, .searchOrNext, .searchOrPrevious, .theme, .keymap, .width, .set],
    "emacs": [.export, .theme, .keymap, .set],
    "less": [.export, .searchOrNext, .searchOrPrevious],
  ]

  @Test(arguments: Keymaps.names)
  func everyCommandHasAKey(name: String) {
    let bound = Set(builtInKeymap(name).bindings.map(\.call.command))
    #expect(Command.allCases.filter { !bound.contains($0) } == Self.paletteOnly[name])
  }

  /// The panes, modes and views that there are; those to come have no commands yet.
  private static let contexts: [KeyContext] = [
    .contents, .text, .annotations, .visual, .prompt, .note, .help,
  ]

  @Test(arguments: Keymaps.names)
  func oneCanLeaveAndCallCommandsEverywhere(name: String) {
    let keymap = builtInKeymap(name)
    for context in Self.contexts {
      #expect(!keymap.keys(for: .cancel, in: context).isEmpty)
      let others: [Command] =
        context.takesText ? [.accept, .deleteBefore] : [.palette, .close, .help]
      for command in others { #expect(!keymap.keys(for: command, in: context).isEmpty) }
    }
  }

  @Test(arguments: Keymaps.names)
  func keysAreReadAsTheyAreListed(name: String) throws {
    let keymap = builtInKeymap(name)
    for binding in keymap.bindings {
      switch keymap.lookup(try KeyNotation.keys(binding.keys), in: binding.context) {
      case .call(let call), .awaitsCharacter(let call, _): #expect(call == binding.call)
      case .prefix, .unbound: Issue.record("\(binding.keys) in \(binding.context)")
      }
    }
  }

  /// An input method that is on sends full-width letters and signs, which act as the keys struck.
  @Test(arguments: Keymaps.names)
  func fullWidthKeysActAsTheirHalfWidthOnes(name: String) throws {
    let keymap = builtInKeymap(name)
    for context in Self.contexts where !context.takesText {
      for binding in keymap.bindings where context.chain.contains(binding.context) {
        let keys = try KeyNotation.keys(binding.keys)
        let wide = keys.map(fullWidth)
        guard wide != keys else { continue }
        var (reader, other) = (KeyReader(), KeyReader())
        for (key, wide) in zip(keys, wide) {
          let expected = reader.read(key, in: context, with: keymap)
          #expect(other.read(wide, in: context, with: keymap) == expected)
        }
        #expect(other.hasMetFullWidth && !reader.hasMetFullWidth)
      }
    }
  }

  private func fullWidth(_ key: Key) -> Key {
    guard let scalar = key.typed, "!"..."~" ~= scalar,
      let wide = Unicode.Scalar(scalar.value + 0xFEE0)
    else { return key }
    return .character(wide)
  }

  /// Every prefix shows all keys that may follow: at 60 columns, and at 24 as far as there is room.
  @Test(arguments: Keymaps.names, [(112, 24), (60, 24), (24, 30), (24, 8)])
  func aWaitingPrefixShowsWhatMayFollow(name: String, size: (Int, Int)) throws {
    let keymap = builtInKeymap(name)
    let prefixes = Set(
      try keymap.bindings(in: .text).map { try KeyNotation.keys($0.keys) }.filter { $0.count > 1 }
        .map { Array($0.dropLast()) })
    #expect(prefixes.count > 3)
    for prefix in prefixes {
      let driver = ReaderDriver(SampleBulletins.issue, size.0, size.1) {
        $0.keymap = { Loaded(keymap, problems: []) }
      }
      prefix.forEach { driver.handle(.key($0)) }
      let followers: [KeyFollower]
      switch keymap.lookup(prefix, in: .text) {
      case .prefix(let keys), .awaitsCharacter(_, let keys): followers = keys
      case .call, .unbound:
        Issue.record("\(KeyNotation.text(prefix)) is no prefix")
        continue
      }
      let screen = driver.screen.joined(separator: "\n")
      let shown = followers.filter { screen.contains("\($0.keys) \($0.hint.zh)") }
      let isCut = size.1 == 8 && shown.count >= 4 && screen.hasSuffix("…")
      #expect(shown == followers || isCut)
    }
  }
}
