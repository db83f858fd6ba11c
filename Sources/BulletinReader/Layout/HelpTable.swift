internal import BulletinScreen

/// A line of the table of keys.
struct HelpLine: Equatable, Sendable {
  /// The heading of a group; empty for a command's line.
  var heading = ""
  /// The keys that call the command.
  var keys: [String] = []
  /// What it does.
  var help = ""
}

/// The table of keys that a keymap makes, group by group.
struct HelpTable: Sendable {
  /// Its lines, groups parted by empty ones.
  private(set) var lines: [HelpLine] = []

  /// Makes the table; with a filter, of the lines that have its words.
  init(_ keymap: Keymap, filter: String, _ language: Language) {
    let pattern = SearchPattern(filter)
    let keys = HelpTable.keys(in: keymap)
    let palette = keymap.sign(for: .palette, in: .text) ?? HelpTable.paletteKeys(in: keymap)
    for group in CommandGroup.allCases {
      var members: [HelpLine] = []
      for command in Command.allCases where command.entry.group == group {
        let all = HelpTable.lines(for: command, keys[command] ?? [:], palette, language)
        members += all.filter { line in
          let words = "\(line.keys.joined(separator: " ")) \(line.help) \(command.rawValue)"
          return pattern.isEmpty || pattern.first(in: Array(words.unicodeScalars)) != nil
        }
      }
      guard !members.isEmpty else { continue }
      if !lines.isEmpty { lines.append(HelpLine()) }
      lines.append(HelpLine(heading: group.title(language)))
      lines += members
    }
  }

  /// The keys of each command, context by context.
  private static func keys(in keymap: Keymap) -> [Command: [KeyContext: [String]]] {
    var keys: [Command: [KeyContext: [String]]] = [:]
    for binding in keymap.bindings where binding.call.argument == nil {
      for context in contexts(of: binding, in: keymap) {
        keys[binding.call.command, default: [:]][context, default: []].append(binding.shownKeys)
      }
    }
    return keys
  }

  /// Where help says that keys work. Those of the text and those known everywhere are what one
  /// expects; the other contexts are told apart, and so are keys that the text has another use for.
  private static func contexts(of binding: KeyBinding, in keymap: Keymap) -> [KeyContext] {
    if binding.context == .text { return [.global] }
    guard binding.context == .global, let keys = try? KeyNotation.keys(binding.keys),
      !keymap.reaches(binding.call, by: keys, in: .text)
    else { return [binding.context] }
    return [.contents, .annotations].filter { keymap.reaches(binding.call, by: keys, in: $0) }
  }

  /// What one types before the name of a command that has no keys.
  private static func paletteKeys(in keymap: Keymap) -> String {
    keymap.keys(for: .palette, in: .text).first.map { "\($0) " } ?? ""
  }

  /// One line for the keys known everywhere, and one for those of each other context that differ.
  private static func lines(
    for command: Command, _ keys: [KeyContext: [String]], _ palette: String, _ language: Language
  ) -> [HelpLine] {
    let entry = command.entry
    let help = entry.help(language)
    guard !keys.isEmpty else {
      return [HelpLine(keys: [palette + command.rawValue], help: help)]
    }
    var lines: [HelpLine] = []
    for context in KeyContext.allCases {
      guard let own = keys[context], !lines.contains(where: { $0.keys == own }) else { continue }
      let isPlain = context == .global || entry.group == .typing || keys.count == 1
      let places = KeyContext.allCases.filter { keys[$0] == own }.map { $0.title(language) }
      let list = places.joined(separator: Text(zh: "、", en: ", ")(language))
      let remark = Text(zh: "（\(list)）", en: " (\(list))")(language)
      lines.append(HelpLine(keys: own, help: help + (isPlain ? "" : remark)))
    }
    return lines
  }

  /// How many lines stand in the first of two columns: up to the heading nearest the middle.
  var firstColumn: Int {
    let headings = lines.indices.filter { $0 > 0 && !lines[$0].heading.isEmpty }
    let middle = lines.count / 2
    return headings.min { abs($0 - middle) < abs($1 - middle) } ?? lines.count
  }
}

extension KeyContext {
  /// What help calls the context.
  var title: Text {
    switch self {
    case .global: Text(zh: "各处", en: "everywhere")
    case .contents: Text(zh: "目录", en: "contents")
    case .text: Text(zh: "正文", en: "text")
    case .annotations: Text(zh: "批注", en: "annotations")
    case .visual: Text(zh: "选择", en: "selecting")
    case .prompt: Text(zh: "输入行", en: "prompt")
    case .note: Text(zh: "批语", en: "note")
    case .library: Text(zh: "期刊", en: "library")
    case .followUps: Text(zh: "待跟进", en: "follow-ups")
    case .compare: Text(zh: "对照", en: "compare")
    case .help: Text(zh: "帮助", en: "help")
    }
  }
}
