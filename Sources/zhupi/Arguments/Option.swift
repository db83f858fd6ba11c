import BulletinReader

/// An option of the command line; the raw value is its name without the dashes.
enum Option: String, CaseIterable, Sendable {
  // Of every command
  case encoding, color, config, help, version
  // Of the reader
  case theme, keymap
  // Of single commands
  case json, depth, check, article, clause, width, size, keys, format, write

  /// The options that every command takes.
  static let common: [Option] = [.encoding, .color, .config, .help, .version]

  /// The name as it is typed.
  var name: String { "--" + rawValue }

  /// What help calls the value; nil for a switch.
  var value: String? {
    switch self {
    case .encoding: "NAME"
    case .color: "auto|always|never"
    case .config: "FILE"
    case .theme, .keymap: "NAME-OR-FILE"
    case .depth, .article, .clause: "N"
    case .width: "COLS"
    case .size: "COLSxROWS"
    case .keys: "\"KEYS\""
    case .format: "text|ansi|svg|json"
    case .json, .check, .write, .help, .version: nil
    }
  }

  /// The line of help, without a full stop.
  var summary: Text {
    switch self {
    case .encoding:
      Text(
        zh: "文件编码：utf-8、gb18030、utf-16le、utf-16be；不写则自动识别",
        en: "the file's encoding: utf-8, gb18030, utf-16le, utf-16be; else detected")
    case .color:
      Text(zh: "是否用颜色；也遵从 NO_COLOR", en: "whether to use colours; NO_COLOR is honoured")
    case .config:
      Text(
        zh: "配置文件；不写则用 $XDG_CONFIG_HOME/zhupi/config.json",
        en: "configuration; else $XDG_CONFIG_HOME/zhupi/config.json")
    case .help: Text(zh: "显示帮助", en: "show help")
    case .version: Text(zh: "显示版本", en: "show the version")
    case .theme: Text(zh: "主题，名称或文件", en: "theme, by name or file")
    case .keymap: Text(zh: "按键方案，名称或文件", en: "keymap, by name or file")
    case .json: Text(zh: "以 JSON 输出", en: "print JSON")
    case .depth: Text(zh: "只列到第 N 层，0 为只列文章", en: "down to depth N, 0 being articles alone")
    case .check:
      Text(zh: "列出识别中的疑点，有则退出码为 1", en: "list what the reading doubts; status 1 if any")
    case .article: Text(zh: "只要第 N 篇文章", en: "article N alone")
    case .clause: Text(zh: "只要第 N 条及其各项", en: "clause N with its items alone")
    case .width: Text(zh: "按中文排版规则折行，每行 COLS 格", en: "break lines at COLS cells by Chinese rules")
    case .size: Text(zh: "屏幕大小，默认 80x24", en: "the screen's size, 80x24 unless given")
    case .keys: Text(zh: "依次按下的键，如 \"]c 5j <Tab>\"", en: "keys to press, such as \"]c 5j <Tab>\"")
    case .format: Text(zh: "输出格式，默认 text", en: "what to print, text unless given")
    case .write:
      Text(
        zh: "允许写入（如阅读位置）；不写则什么都不写", en: "allow writing, such as the place; else nothing is written")
    }
  }
}
