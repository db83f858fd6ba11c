import BulletinReader
import BulletinScreen

/// The help of the program and of its commands, made from the tables of commands and options.
struct HelpText {
  let language: Language

  /// What `zhupi help` prints.
  func overview() -> String {
    let opening = Text(
      zh: "朱批：在终端里阅读政策期刊", en: "zhupi reads policy bulletins in a terminal")
    let reader = Text(
      zh: "打开阅读器；- 为标准输入；不写文件则打开上次读的，第一次打开自带的样刊",
      en: "open the reader; - is standard input; no file: the last one read, or at first the sample"
    )
    let commands = Text(zh: "命令", en: "Commands")
    let options = Text(zh: "选项（在命令前后都可以）", en: "Options (before or after the command)")
    let further = Text(
      zh: "zhupi help COMMAND 说明各命令；在阅读器里按 F1 看按键。与命令同名的文件写作 ./NAME。",
      en:
        "zhupi help COMMAND tells more; F1 shows the keys. A file with a command's name is ./NAME.")
    let rows = ProgramCommand.all.map { command in
      ("zhupi \(command.name) \(command.usage)", command.summary(language))
    }
    return """
      \(opening(language))

        zhupi [OPTIONS] [FILE]   \(reader(language))
        zhupi COMMAND [OPTIONS] [ARGUMENTS]

      \(commands(language))
      \(table(rows))

      \(options(language))
      \(table((Option.common + ProgramCommand.readerOptions).map(row)))

      \(further(language))

      """
  }

  /// What `zhupi help COMMAND` prints.
  func page(of command: ProgramCommand) -> String {
    let options = command.options.map { "[\(ownRow($0, of: command).0)]" }
    let lines = (command.forms.isEmpty ? [command.usage] : command.forms).map { form in
      (["zhupi", command.name, form] + options).filter { !$0.isEmpty }.joined(separator: " ")
    }
    let common = Text(zh: "各命令通用的选项", en: "Options of every command")
    var parts = [lines.joined(separator: "\n"), command.summary(language)]
    if !command.options.isEmpty {
      parts.append(table(command.options.map { ownRow($0, of: command) }))
    }
    let others = Option.common.filter { !command.options.contains($0) }
    parts.append(common(language) + "\n" + table(others.map(row)))
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The row of an option that a command lists as its own.
  private func ownRow(_ option: Option, of command: ProgramCommand) -> (String, String) {
    guard let meaning = option.meaning(in: command) else { return row(option) }
    return ("\(option.name) \(meaning.value)", meaning.summary(language))
  }

  private func spelling(_ option: Option) -> String {
    option.value.map { "\(option.name) \($0)" } ?? option.name
  }

  private func row(_ option: Option) -> (String, String) {
    (spelling(option), option.summary(language))
  }

  /// Two columns, the second set at one cell column.
  private func table(_ rows: [(left: String, right: String)]) -> String {
    let width = rows.map { CharacterWidth.cells($0.left, ambiguousWide: false) }.max() ?? 0
    return rows.map { row in
      let room = width - CharacterWidth.cells(row.left, ambiguousWide: false) + 2
      return "  " + row.left + String(repeating: " ", count: room) + row.right
    }.joined(separator: "\n")
  }
}
