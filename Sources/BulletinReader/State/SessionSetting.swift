/// What `:set` shows and changes, for this reading alone; the raw value is the name in
/// `config.json`, which keeps it.
enum SessionSetting: String, CaseIterable, Sendable {
  case measure, language, theme, keymap, mouse, ambiguousWide

  /// The setting of a name, `width` being what the command calls it.
  init?(named name: String) {
    let name = name.lowercased() == "width" ? Self.measure.rawValue : name.lowercased()
    guard let setting = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
      return nil
    }
    self = setting
  }

  /// The setting and the value that words ask for: `theme=paper`, `theme paper`, `nomouse`; no value
  /// where it is only to be told. Nil where there is no such setting.
  static func read(_ words: String) -> (setting: SessionSetting, value: String?)? {
    let parts = words.split(maxSplits: 1) { $0 == "=" || $0 == " " }.map(String.init)
    guard let name = parts.first else { return nil }
    if let setting = SessionSetting(named: name) {
      return (setting, parts.count == 2 ? parts[1].filter { $0 != " " && $0 != "=" } : nil)
    }
    if name.hasSuffix("?") { return read(String(name.dropLast())) }
    // As vim switches things off.
    guard parts.count == 1, name.hasPrefix("no"),
      let setting = SessionSetting(named: String(name.dropFirst(2))), setting.isSwitch
    else { return nil }
    return (setting, "off")
  }

  /// The name that words begin with, whether or not there is such a setting.
  static func name(in words: String) -> String {
    words.split(maxSplits: 1) { $0 == "=" || $0 == " " }.first.map(String.init) ?? words
  }

  /// Whether it is on or off.
  private var isSwitch: Bool { self == .mouse || self == .ambiguousWide }

  /// What it does.
  var help: Text {
    switch self {
    case .measure: Text(zh: "正文每行最多几个字", en: "Chinese characters in a row of text")
    case .language: Text(zh: "界面语言 zh 或 en", en: "the interface's language, zh or en")
    case .theme: Text(zh: "主题", en: "the theme")
    case .keymap: Text(zh: "按键方案", en: "the keymap")
    case .mouse: Text(zh: "鼠标 on 或 off", en: "the mouse, on or off")
    case .ambiguousWide:
      Text(zh: "“ ” … — 占两格 on 或 off", en: "“ ” … — take two cells, on or off")
    }
  }

  /// The values to choose from; none where any number will do.
  func values(among names: ArgumentNames) -> [String] {
    switch self {
    case .measure: []
    case .language: ["zh", "en"]
    case .theme: names.themes()
    case .keymap: names.keymaps()
    case .mouse, .ambiguousWide: ["on", "off"]
    }
  }
}
