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

  /// Makes surroundings from variables, looked up with `variable`.
  init(outputIsTerminal: Bool, variable: (String) -> Word?) {
    func set(_ name: String) -> Word? { variable(name).flatMap { $0.bytes.isEmpty ? nil : $0 } }
    language = Self.language(["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { set($0)?.text })
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
    let named = locales.first { locale in
      !["C", "POSIX"].contains(locale.prefix { $0 != "." && $0 != "@" })
    }
    return named?.hasPrefix("en") == true ? .english : .chinese
  }
}
