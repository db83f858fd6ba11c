import BulletinCore
import BulletinReader
import Glibc

/// What `doctor` looks at in what else is installed.
enum ProgramChecks {
  /// Programs that put standard input on a clipboard.
  private static let copyCommands = ["wl-copy", "xclip -selection clipboard", "xsel -ib", "pbcopy"]

  /// The way that copied text takes.
  static func clipboard(_ examined: Examined) -> [Finding] {
    if examined.variable("TMUX") != nil {
      if let version = firstLine(["tmux", "-V"]) {
        let found = Text(zh: "经由 \(version)", en: "by way of \(version)")
        if passesOn(version) { return [.ok(found)] }
        let advice = Text(
          zh: "3.2 以前的 tmux 不把复制的文字交给终端；请升级",
          en: "before 3.2 tmux does not hand copied text to the terminal; get a newer one")
        return [.hint(found, advice)]
      }
      return [
        .problem(
          Text(zh: "在 tmux 里，但找不到 tmux", en: "inside tmux, but there is no tmux"),
          Text(zh: "把 tmux 装到 $PATH 里", en: "install tmux where $PATH finds it"))
      ]
    }
    if let command = examined.configuration.copyCommand {
      if examined.finds(command) {
        return [.ok(Text(zh: "经由 \(command)", en: "by way of \(command)"))]
      }
      return [
        .problem(
          Text(zh: "找不到 copyCommand 的程序：\(command)", en: "copyCommand is not there: \(command)"),
          Text(zh: "安装它，或改 config.json", en: "install it, or change config.json"))
      ]
    }
    let found = Text(zh: "交给终端（OSC 52）", en: "given to the terminal (OSC 52)")
    guard let command = copyCommands.first(where: examined.finds) else { return [.ok(found)] }
    return [
      .hint(
        found,
        Text(
          zh: "如果粘贴不出来，在 config.json 里写 \"copyCommand\": \"\(command)\"",
          en: "if nothing can be pasted, put \"copyCommand\": \"\(command)\" into config.json"))
    ]
  }

  /// Whether a tmux hands what it is given on to the terminal: `load-buffer -w` came with 3.2.
  static func passesOn(_ version: String) -> Bool {
    let numbers = version.split { !$0.isNumber }.compactMap { Int($0) }
    guard let major = numbers.first else { return true }
    return major > 3 || major == 3 && numbers.dropFirst().first ?? 0 >= 2
  }

  /// The editor that notes are opened in.
  static func editor(_ examined: Examined) -> [Finding] {
    let command = examined.environment.editor?.text ?? ExternalEditor.standard
    if examined.finds(command) { return [.ok(Text(zh: command, en: command))] }
    return [
      .hint(
        Text(zh: "找不到 \(command)", en: "there is no \(command)"),
        Text(
          zh: "设置 $VISUAL 或 $EDITOR，才能用 Ctrl-x Ctrl-e 编辑批注",
          en: "set $VISUAL or $EDITOR to open notes with Ctrl-x Ctrl-e"))
    ]
  }

  /// The program that carries shared annotations.
  static func git(_ examined: Examined) -> [Finding] {
    if let version = firstLine(["git", "--version"]) {
      return [.ok(Text(zh: version, en: version))]
    }
    return [
      .hint(
        Text(zh: "没有 git", en: "there is no git"),
        Text(zh: "要共享批注（zhupi share），请安装 git", en: "install git to share annotations (zhupi share)")
      )
    ]
  }

  /// Whether GB 18030 can be read: the C library finds its converter as a file of the system, which
  /// a program without libraries of its own has to find as well.
  static func encodings(_ examined: Examined) -> [Finding] {
    let isThere = (try? SourceText([0xD6, 0xEC, 0xC5, 0xFA], encoding: .gb18030)) != nil
    let found = Text(zh: "UTF-8、UTF-16、GB 18030", en: "UTF-8, UTF-16, GB 18030")
    guard !isThere else { return [.ok(found)] }
    let folder = examined.variable("GCONV_PATH").map { "（GCONV_PATH=\($0)）" } ?? ""
    return [
      .problem(
        Text(zh: "不能读 GB 18030\(folder)", en: "GB 18030 cannot be read"),
        Text(
          zh: "安装 glibc 的 gconv 模块（libc6 或 glibc-gconv-extra），或先用 iconv 转成 UTF-8",
          en: "install glibc's gconv modules (libc6 or glibc-gconv-extra),"
            + " or convert to UTF-8 with iconv first"))
    ]
  }

  /// The first line that a program prints; nil where it is not there.
  private static func firstLine(_ words: [String]) -> String? {
    ChildProgram.output(of: words.map { Word($0) }).map { bytes in
      String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }.prefix(80), as: UTF8.self)
    }
  }
}

extension Examined {
  /// Whether the program of a command line is there: a path, or a name that `$PATH` finds.
  fileprivate func finds(_ command: String) -> Bool {
    guard let name = command.split(separator: " ").first.map(String.init) else { return false }
    func isProgram(_ file: Word) -> Bool {
      file.withPath { access($0, X_OK) } == 0 && !file.isFolder
    }
    if name.contains("/") { return isProgram(Word(name)) }
    let folders = environment.variables["PATH"]?.bytes.split(separator: UInt8(ascii: ":")) ?? []
    return folders.contains { isProgram(Word(bytes: $0).appending(name)) }
  }
}
