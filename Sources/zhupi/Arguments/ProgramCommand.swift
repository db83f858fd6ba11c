import BulletinReader

/// A command of the command line: one row of the table from which dispatch and help are made.
struct ProgramCommand: Sendable {
  /// What is typed.
  let name: String
  /// The operands as the list of commands shows them.
  let usage: String
  /// Each way to write the operands, where the usage says it shorter.
  var forms: [String] = []
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
  static let all: [ProgramCommand] = reading + annotating + around

  /// Of the structure of a file.
  private static let reading: [ProgramCommand] = [
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
  ]

  /// Of annotations and their journal.
  private static let annotating: [ProgramCommand] = [
    ProgramCommand(
      name: "annotate", usage: "FILE",
      summary: Text(
        zh: "批注一处（--at）或一段文字（--quote），打印编号", en: "annotate a place or words; prints the id"),
      options: [
        .at, .quote, .nth, .note, .tag, .color, .followUp, .due, .assignee,
      ], operands: 1...1, run: AnnotateCommand.run),
    ProgramCommand(
      name: "edit", usage: "ID",
      summary: Text(zh: "修改一条批注；编号可以只写开头", en: "change an annotation; its id may be shortened"),
      options: EditCommand.options, operands: 1...1, run: EditCommand.edit),
    ProgramCommand(
      name: "remove", usage: "ID", summary: Text(zh: "删去一条批注", en: "take an annotation away"),
      options: [], operands: 1...1, run: EditCommand.remove),
    ProgramCommand(
      name: "annotations", usage: "[PATH ...]",
      summary: Text(zh: "列出批注；不写文件则为全部", en: "list annotations; no PATH: all of the journal"),
      options: [.json, .tag, .color, .status, .author, .dueBefore, .state],
      operands: 0...Int.max, run: AnnotationsCommand.list),
    ProgramCommand(
      name: "follow-ups", usage: "[PATH ...]",
      summary: Text(
        zh: "列出待办和等待的跟进，最急的在前", en: "list what is open or waiting, the most urgent first"),
      options: [.json, .assignee], operands: 0...Int.max, run: AnnotationsCommand.followUps),
    ProgramCommand(
      name: "export", usage: "[PATH ...]",
      summary: Text(
        zh: "导出批注，供笔记、打印、表格和其他软件；不写文件则为全部",
        en: "annotations as notes, page, table or linked data; no PATH: all of the journal"),
      options: [.format, .output], operands: 0...Int.max, run: ExportCommand.run),
    ProgramCommand(
      name: "tags", usage: "[PATH ...] | rename|merge ...",
      forms: ["[PATH ...]", "rename TAG NAME", "merge TAG TAG"],
      summary: Text(
        zh: "列出标签和次数；改名，或并入另一个", en: "list tags with their counts; rename one, or merge it"),
      options: [.json], operands: 0...Int.max, run: TagsCommand.run),
    ProgramCommand(
      name: "journal", usage: "path|check|compact|log|watch ...",
      forms: [
        "path [PATH]", "check [PATH]", "compact [PATH]", "log ID|PLACE [FILE]", "watch [PATH ...]",
      ],
      summary: Text(
        zh: "批注的文件夹：位置、检查、压缩、历史、监看",
        en: "the annotations' folder: where it is, check, compact, history, watch"),
      options: [], operands: 1...Int.max, run: JournalCommand.run),
  ]

  /// Around the reader.
  private static let around: [ProgramCommand] = [
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
      name: "config", usage: "show|check|path",
      summary: Text(
        zh: "配置：各项的值和来源，检查配置、主题和按键方案，所在的文件夹",
        en: "the configuration: values and where they come from, a check of all settings, folders"),
      options: [.json, .theme, .keymap], operands: 1...Int.max, run: ConfigCommand.run),
    ProgramCommand(
      name: "doctor", usage: "",
      summary: Text(
        zh: "检查终端、配置、批注库和所需的程序；有问题则退出码为 1",
        en: "check terminal, configuration, journal and programs; status 1 if there is a problem"),
      options: [.json], operands: 0...0, run: DoctorCommand.run),
    ProgramCommand(
      name: "completions", usage: "bash|zsh|fish",
      forms: ["bash|zsh|fish", "list KIND"],
      summary: Text(
        zh: "打印命令行补全脚本；list 列出脚本所问的 ids、tags、themes、keymaps",
        en: "print a script that completes the command line; list answers it"),
      options: [], operands: 1...2, run: CompletionsCommand.run),
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
