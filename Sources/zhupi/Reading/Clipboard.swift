import BulletinReader
import BulletinTerminal
import Glibc

/// Puts text on the clipboard by the way that works here, and says which one it was.
enum Clipboard {
  /// Inside tmux by tmux, which passes it on to the terminal; else by the configured command; else
  /// by asking the terminal itself. A way that fails gives way to the next, and is named.
  static func copy(
    _ text: String, _ configuration: Configuration, _ surface: NcursesSurface
  ) -> Text {
    let bytes = Array(text.utf8)
    var ways: [(name: String, words: [Word])] = []
    if getenv("TMUX").map({ $0.pointee != 0 }) == true {
      ways.append(("tmux", words("tmux load-buffer -w -")))
    }
    if let command = configuration.copyCommand { ways.append((command, words(command))) }
    var failed: [String] = []
    for way in ways {
      if ChildProgram.feed(way.words, bytes) {
        return after(
          failed, Text(zh: "已复制，经由 \(way.name)", en: "copied, by way of \(way.name)"))
      }
      failed.append(way.name)
    }
    guard surface.copy(bytes) else {
      return after(
        failed,
        Text(
          zh: "没有复制：太长，终端不收；可在配置中设 copyCommand",
          en: "not copied: too long for the terminal; set copyCommand in the configuration"))
    }
    return after(
      failed, Text(zh: "已交给终端复制（OSC 52）", en: "given to the terminal to copy (OSC 52)"))
  }

  private static func after(_ failed: [String], _ outcome: Text) -> Text {
    Text(
      zh: failed.map { "\($0) 失败；" }.joined() + outcome.zh,
      en: failed.map { "\($0) failed; " }.joined() + outcome.en)
  }

  private static func words(_ command: String) -> [Word] {
    command.split(separator: " ").map { Word(String($0)) }
  }
}
