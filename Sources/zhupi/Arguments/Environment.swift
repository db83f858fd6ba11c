import BulletinReader
import Glibc

/// The surroundings of a run, looked at once at the start.
struct Environment: Sendable {
  /// The language of the interface and of messages.
  let language: Language
  /// `NO_COLOR` is set.
  let noColor: Bool
  /// Standard output is a terminal.
  let outputIsTerminal: Bool
  /// What `COLORFGBG` says of the terminal's ground; nil where it says nothing.
  let background: Theme.Background?
  /// `$XDG_CONFIG_HOME/zhupi`; nil where there is no home either.
  let configFolder: Word?
  /// The user's `config.json`, which need not be there.
  var configFile: Word? { configFolder?.appending("config.json") }
  /// `$XDG_STATE_HOME/zhupi`; nil where there is no home either.
  let stateFolder: Word?

  /// `$XDG_DATA_HOME/zhupi`; nil where there is no home either.
  let dataFolder: Word?
  /// `$HOME`
  let home: Word?
  /// `$ZHUPI_JOURNAL`
  let journal: Word?
  /// `$ZHUPI_AUTHOR`
  let author: Word?
  /// `$ZHUPI_NOW`, which stands in for the clock.
  let clock: Word?
  /// `$VISUAL`, else `$EDITOR`
  let editor: Word?
  /// The name under which the user logged in, where the variables say it.
  let login: Word?

  /// The variables that tell of the terminal, the locale and where programs are, as they are set.
  let variables: [String: Word]

  /// Makes surroundings from variables, looked up with `variable`.
  init(outputIsTerminal: Bool, variable: (String) -> Word?) {
    func set(_ name: String) -> Word? { variable(name).flatMap { $0.bytes.isEmpty ? nil : $0 } }
    variables = Dictionary(
      uniqueKeysWithValues: Self.told.compactMap { name in set(name).map { (name, $0) } })
    language = Self.language(Self.languageNames.compactMap { set($0)?.text })
    noColor = set("NO_COLOR") != nil
    self.outputIsTerminal = outputIsTerminal
    background = set("COLORFGBG").flatMap { Self.background($0.text) }
    func folder(_ name: String, else path: String) -> Word? {
      // The base directory specification has relative paths ignored.
      let base = set(name).flatMap { $0.bytes.first == UInt8(ascii: "/") ? $0 : nil }
      return (base ?? set("HOME")?.appending(path))?.appending("zhupi")
    }
    configFolder = folder("XDG_CONFIG_HOME", else: ".config")
    stateFolder = folder("XDG_STATE_HOME", else: ".local/state")
    dataFolder = folder("XDG_DATA_HOME", else: ".local/share")
    home = set("HOME")
    journal = set("ZHUPI_JOURNAL")
    author = set("ZHUPI_AUTHOR")
    clock = set("ZHUPI_NOW")
    editor = set("VISUAL") ?? set("EDITOR")
    login = set("LOGNAME") ?? set("USER")
  }

  /// The variables that may name the language of messages, the strongest first.
  private static let languageNames = ["LC_ALL", "LC_MESSAGES", "LANG"]
  private static let told = [
    "TERM", "TMUX", "COLORTERM", "NO_COLOR", "CLICOLOR_FORCE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES",
    "LANG", "PATH", "GCONV_PATH",
  ]

  /// The variable that names the language, and which one it is; nil where none does.
  var languageVariable: (name: String, value: String)? {
    Self.languageNames.first { variables[$0].map { Self.namesLanguage($0.text) } == true }
      .map { ($0, language.rawValue) }
  }

  /// The surroundings of this process.
  static func ofProcess() -> Environment {
    Environment(outputIsTerminal: isatty(STDOUT_FILENO) == 1) { name in
      getenv(name).map { Word(cString: $0) }
    }
  }

  /// Reads `15;0`, or `15;default;0`: entries of the palette, the ground's the last.
  private static func background(_ colors: String) -> Theme.Background? {
    guard let entry = colors.split(separator: ";").last.flatMap({ Int($0) }) else { return nil }
    switch entry {
    case 7, 15: return .light
    case 0...6, 8: return .dark
    default: return nil
    }
  }

  /// English where the first locale that names a language is English, else Chinese.
  private static func language(_ locales: [String]) -> Language {
    locales.first(where: namesLanguage)?.hasPrefix("en") == true ? .english : .chinese
  }

  private static func namesLanguage(_ locale: String) -> Bool {
    !["C", "POSIX"].contains(locale.prefix { $0 != "." && $0 != "@" })
  }
}
