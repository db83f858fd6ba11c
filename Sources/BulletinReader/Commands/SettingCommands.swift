/// Theme, keymap, width and other settings of this reading; the configuration file keeps them.
extension ReaderState {
  /// Switches the theme, or opens the palette to choose one.
  mutating func useTheme(_ name: String?) -> [Effect] {
    guard let name else { return openPalette(Command.theme.rawValue + " ") }
    guard setup.themes().contains(name) else { return unknown(name, among: setup.themes()) }
    return [.useTheme(name)]
  }

  /// Switches the keymap, or opens the palette to choose one.
  mutating func useKeymap(_ name: String?) -> [Effect] {
    guard let name else { return openPalette(Command.keymap.rawValue + " ") }
    guard setup.keymaps().contains(name) else { return unknown(name, among: setup.keymaps()) }
    return [.useKeymap(name)]
  }

  /// Says that there is no such name, and which was probably meant.
  mutating func unknown(_ name: String, among names: [String]) -> [Effect] {
    let nearest = NearestWord.find(name, among: names)
    let list = names.joined(separator: " ")
    return refuse(
      Text(
        zh: "没有 \(name)" + (nearest.map { "，是不是 \($0)？" } ?? "；有：\(list)"),
        en: "no \(name)" + (nearest.map { "; did you mean \($0)?" } ?? "; there are: \(list)")))
  }

  /// How many Chinese characters a row of text may take.
  static let measures = 10...200

  /// Sets the width of the text, or says it.
  mutating func setWidth(_ number: Int?) -> [Effect] {
    guard let number else { return say(.measure) }
    guard Self.measures.contains(number) else {
      return refuse(Text(zh: "行宽应是 10 到 200 字", en: "the width is 10 to 200 characters"))
    }
    setup.measure = number
    arrange()
    text?.reveal()
    return say(.measure)
  }

  /// `set`, `set NAME`, `set NAME=VALUE` or `set NAME VALUE`.
  mutating func set(_ words: String?) -> [Effect] {
    guard let words else {
      let all = SessionSetting.allCases.map { "\($0.rawValue)=\(value(of: $0))" }
      say(Text(zh: all.joined(separator: "  "), en: all.joined(separator: "  ")))
      return []
    }
    guard let (setting, value) = SessionSetting.read(words) else {
      return unknown(SessionSetting.name(in: words), among: SessionSetting.allCases.map(\.rawValue))
    }
    guard let value else { return say(setting) }
    return set(setting, to: value)
  }

  private mutating func set(_ setting: SessionSetting, to value: String) -> [Effect] {
    let values = setting.values(among: setup.names)
    guard values.isEmpty || values.contains(value) else { return unknown(value, among: values) }
    switch setting {
    case .measure: return setWidth(Int(value) ?? 0)
    case .theme: return useTheme(value)
    case .keymap: return useKeymap(value)
    case .language: setup.language = value == "en" ? .english : .chinese
    case .ambiguousWide: return say(setting, after: [.useAmbiguousWidth(isWide: value == "on")])
    case .mouse:
      setup.mouse = value == "on"
      return say(setting, after: [.reportMouse(setup.mouse)])
    }
    return say(setting)
  }

  private mutating func say(_ setting: SessionSetting, after effects: [Effect] = []) -> [Effect] {
    if effects.contains(.useAmbiguousWidth(isWide: true)) { set(ambiguousWide: true) }
    if effects.contains(.useAmbiguousWidth(isWide: false)) { set(ambiguousWide: false) }
    let words = "\(setting.rawValue)=\(value(of: setting))"
    say(Text(zh: words, en: words))
    return effects
  }

  private func value(of setting: SessionSetting) -> String {
    switch setting {
    case .measure: String(setup.measure)
    case .language: setup.language == .english ? "en" : "zh"
    case .theme: setup.theme
    case .keymap: setup.keymap
    case .mouse: setup.mouse ? "on" : "off"
    case .ambiguousWide: ambiguousWide ? "on" : "off"
    }
  }
}
