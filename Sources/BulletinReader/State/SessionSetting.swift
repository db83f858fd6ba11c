/// What `:set` shows and changes, for this reading alone; the raw value is the name in
/// `config.json`, which keeps it.
enum SessionSetting: String, CaseIterable, Sendable {
  case measure, language, theme, keymap, mouse, ambiguousWide

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
  func values(_ setup: ReaderSetup) -> [String] {
    switch self {
    case .measure: []
    case .language: ["zh", "en"]
    case .theme: setup.themes()
    case .keymap: setup.keymaps()
    case .mouse, .ambiguousWide: ["on", "off"]
    }
  }
}
