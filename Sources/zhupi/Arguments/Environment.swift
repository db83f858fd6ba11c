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
  /// The terminal says that its background is light.
  let backgroundIsLight: Bool
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
    let ground = set("COLORFGBG")?.text.split(separator: ";").last
    backgroundIsLight = ground == "7" || ground == "15"
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

  /// English where the first locale that names a language is English, else Chinese.
  private static func language(_ locales: [String]) -> Language {
    let named = locales.first { locale in
      !["C", "POSIX"].contains(locale.prefix { $0 != "." && $0 != "@" })
    }
    return named?.hasPrefix("en") == true ? .english : .chinese
  }
}
