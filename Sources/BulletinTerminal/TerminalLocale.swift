import CNcurses
import Glibc

/// The characters that a terminal is spoken to with.
public enum TerminalLocale: Equatable, Sendable {
  /// Unicode.
  case utf8
  /// A named set of characters with fewer: borders must be ASCII.
  case limited(String)
  /// A named locale that the machine lacks, of another set of characters: Unicode all the same.
  case missing(String)

  /// Whether all characters can be shown.
  public var isUnicode: Bool { if case .limited = self { false } else { true } }

  /// Chooses the locale for characters, from `LC_ALL`, `LC_CTYPE`, `LANG`: the first that is set.
  ///
  /// Unset, `C` and `POSIX` are read as `C.UTF-8`, and so is a locale that the machine lacks.
  public static func choose() -> TerminalLocale {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
    let plain = ["", "C", "POSIX"].contains(name)
    if plain || setlocale(LC_CTYPE, "") == nil {
      _ = setlocale(LC_CTYPE, "C.UTF-8")
      let set = name.split(separator: ".", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
      return set.isEmpty || isUTF8(set) ? .utf8 : .missing(name)
    }
    let set = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    return isUTF8(set) ? .utf8 : .limited(set)
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func isUTF8(_ set: String) -> Bool {
    ["utf-8", "utf8"].contains(set.lowercased())
  }
}
