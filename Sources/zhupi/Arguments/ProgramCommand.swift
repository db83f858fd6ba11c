import BulletinReader

/// A command of the command line: one row of the table from which dispatch and help are made.
struct ProgramCommand: Sendable {
  /// What is typed.
  let name: String
  /// The operands as help shows them.
  let usage: String
  /// The line of help, without a full stop.
  let summary: Text
  /// The options it takes beside those of every command.
  let options: [Option]
  /// How many operands it takes.
  let operands: ClosedRange<Int>
  /// Does it; the answer is the exit status.
  let run: @Sendable (Invocation, inout Output) throws(Failure) -> Int32

  /// The options of opening the reader, which needs no command.
  static let readerOptions: [Option] = [.theme, .keymap]

  /// The commands in the order of help.
  static let all: [ProgramCommand] = [
    ProgramCommand(
      name: "outline", usage: "FILE",
      summary: Text(
        zh: "文章、章节、条款的大纲，带行号", en: "the tree of articles and sections with line numbers"),
      options: [.json, .depth, .check], operands: 1...1, run: OutlineCommand.run),
    ProgramCommand(
      name: "explain", usage: "FILE",
      summary: Text(zh: "每行被识别成什么：行号、角色、编号、层次", en: "what each line is: line, role, number, depth"),
      options: [], operands: 1...1, run: ExplainCommand.run),
    ProgramCommand(
      name: "text", usage: "FILE",
      summary: Text(zh: "重新接好段落的纯文本", en: "plain text with its paragraphs made whole"),
      options: [.article, .clause, .width], operands: 1...1, run: TextCommand.run),
    ProgramCommand(
      name: "render", usage: "[PATH]",
      summary: Text(
        zh: "不用终端，打印阅读器的屏幕；不写文件则为样刊",
        en: "print the reader's screen, without a terminal; no PATH: the sample"),
      options: [.size, .keys, .format, .write, .theme, .keymap], operands: 0...1,
      run: RenderCommand.run),
    ProgramCommand(
      name: "keys", usage: "",
      summary: Text(zh: "当前按键方案的全部按键", en: "all keys of the keymap in force"),
      options: [.keymap, .json], operands: 0...0, run: KeysCommand.run),
    ProgramCommand(
      name: "themes", usage: "",
      summary: Text(zh: "可用的主题", en: "the themes there are"),
      options: [.json], operands: 0...0, run: ThemesCommand.run),
    ProgramCommand(
      name: "help", usage: "[COMMAND]",
      summary: Text(zh: "本帮助，或某个命令的帮助", en: "this help, or a command's"),
      options: [], operands: 0...1, run: HelpCommand.run),
  ]

  /// The command of a name.
  static func named(_ name: String) -> ProgramCommand? { all.first { $0.name == name } }
}

/// What a command works with: the command line and the surroundings, both looked at once.
struct Invocation: Sendable {
  /// The command line.
  let arguments: Arguments
  /// The surroundings.
  let environment: Environment

  /// The first operand; commands that want one were checked to have it.
  var file: Word { arguments.operands.first ?? Word("-") }
}
