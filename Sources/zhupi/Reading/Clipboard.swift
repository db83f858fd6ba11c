import BulletinReader
import BulletinTerminal
import Glibc

/// Puts text on the clipboard by the way that works here, and says which one it was.
enum Clipboard {
  /// Inside tmux by tmux, which passes it on to the terminal; else by the configured command; else
  /// by asking the terminal itself.
  static func copy(
    _ text: String, _ configuration: Configuration, _ surface: NcursesSurface
  ) -> Text {
    let bytes = Array(text.utf8)
    if getenv("TMUX") != nil, ChildProgram.feed(words("tmux load-buffer -w -"), bytes) {
      return Text(zh: "已复制，经由 tmux", en: "copied, by way of tmux")
    }
    if let command = configuration.copyCommand {
      if ChildProgram.feed(words(command), bytes) {
        return Text(zh: "已复制，经由 \(command)", en: "copied, by way of \(command)")
      }
      return Text(zh: "没有复制：\(command) 失败", en: "not copied: \(command) failed")
    }
    guard surface.copy(bytes) else {
      return Text(
        zh: "没有复制：太长，终端不收；可在配置中设 copyCommand",
        en: "not copied: too long for the terminal; set copyCommand in the configuration")
    }
    return Text(zh: "已交给终端复制（OSC 52）", en: "given to the terminal to copy (OSC 52)")
  }

  private static func words(_ command: String) -> [Word] {
    command.split(separator: " ").map { Word(String($0)) }
  }
}
