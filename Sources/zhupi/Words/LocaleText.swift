import BulletinReader
import BulletinTerminal

extension TerminalLocale {
  /// What a reader says at its start of a locale that cannot be followed; nil where all is well.
  ///
  /// What to do is ASCII, which shows whatever the terminal's characters are.
  var remark: Text? {
    switch self {
    case .utf8: nil
    case .limited(let set):
      Text(
        zh: "字符集 \(set) 没有的字显示为 ?；请设 LC_ALL=C.UTF-8",
        en: "what \(set) lacks shows as ?; set LC_ALL=C.UTF-8")
    case .missing(let name):
      Text(
        zh: "系统没有 \(name)，按 UTF-8 显示；请设 LC_ALL=C.UTF-8",
        en: "\(name) is not installed, UTF-8 is used; set LC_ALL=C.UTF-8")
    }
  }
}
