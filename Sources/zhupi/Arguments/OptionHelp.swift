import BulletinReader

extension Option {
  /// The line of help, without a full stop.
  var summary: Text {
    switch self {
    case .encoding:
      Text(
        zh: "文件编码：utf-8、gb18030、utf-16le、utf-16be；不写则自动识别",
        en: "the file's encoding: utf-8, gb18030, utf-16le, utf-16be; else detected")
    case .color:
      Text(zh: "是否用颜色；也遵从 NO_COLOR", en: "whether to use colours; NO_COLOR is honoured")
    case .config:
      Text(
        zh: "配置文件；不写则用 $XDG_CONFIG_HOME/zhupi/config.json",
        en: "configuration; else $XDG_CONFIG_HOME/zhupi/config.json")
    case .journal:
      Text(
        zh: "批注的文件夹；不写则为 $ZHUPI_JOURNAL、配置、文件上方的 .zhupi/journal、用户自己的",
        en: "the annotations' folder; else $ZHUPI_JOURNAL, configured, .zhupi/journal, your own")
    case .author:
      Text(
        zh: "批注者；不写则依次为 $ZHUPI_AUTHOR、配置、git 的 user.name、登录名",
        en: "who annotates; else $ZHUPI_AUTHOR, the configuration, git's user.name, the login name")
    case .help: Text(zh: "显示帮助", en: "show help")
    case .version: Text(zh: "显示版本", en: "show the version")
    case .theme: Text(zh: "主题，名称或文件", en: "theme, by name or file")
    case .keymap: Text(zh: "按键方案，名称或文件", en: "keymap, by name or file")
    case .json: Text(zh: "以 JSON 输出", en: "print JSON")
    case .depth: Text(zh: "只列到第 N 层，0 为只列文章", en: "down to depth N, 0 being articles alone")
    case .check:
      Text(zh: "列出识别中的疑点，有则退出码为 1", en: "list what the reading doubts; status 1 if any")
    case .article: Text(zh: "只要第 N 篇文章", en: "article N alone")
    case .clause: Text(zh: "只要第 N 条及其各项", en: "clause N with its items alone")
    case .width: Text(zh: "按中文排版规则折行，每行 COLS 格", en: "break lines at COLS cells by Chinese rules")
    case .size: Text(zh: "屏幕大小，默认 80x24", en: "the screen's size, 80x24 unless given")
    case .keys: Text(zh: "依次按下的键，如 \"]c 5j <Tab>\"", en: "keys to press, such as \"]c 5j <Tab>\"")
    case .format: Text(zh: "输出格式", en: "what to print")
    case .output:
      Text(
        zh: "写到这个文件；不写则打印", en: "write to this file; else it is printed")
    case .write:
      Text(
        zh: "允许写入（如阅读位置）；不写则什么都不写", en: "allow writing, such as the place; else nothing is written")
    case .at:
      Text(
        zh: "位置：120 为行，3/5 为第 3 篇第五条，3/5#2 为其中第二个，3/5.1 为第五条之一，3/ 为标题，120:5-121:3 为范围",
        en:
          "the place: 120 a line, 3/5 clause 5 of article 3, 3/5#2 its second one, 3/5.1 the one added behind it, 3/ the title, 120:5-121:3 a range"
      )
    case .quote: Text(zh: "原文中的文字", en: "words of the text")
    case .nth: Text(zh: "文字出现多次时取第 K 处", en: "the K-th place of the words")
    case .note: Text(zh: "批注的内容", en: "the note")
    case .tag: Text(zh: "标签，可写多次", en: "a tag; may come again")
    case .untag: Text(zh: "去掉的标签，可写多次", en: "a tag to take away; may come again")
    case .status:
      Text(
        zh: "跟进状态：open、waiting、done、dropped；edit 还可写 none，不再跟进",
        en: "the follow-up's: open, waiting, done, dropped; edit also takes none, to end it")
    case .due:
      Text(
        zh: "跟进期限：2026-12-01、12-1、today、+7d、+2w、周五；none 为不定",
        en: "when it is due: 2026-12-01, 12-1, today, +7d, +2w, fri; none for no date")
    case .assignee: Text(zh: "由谁跟进；none 为不定", en: "who follows up; none for nobody")
    case .followUp: Text(zh: "标为待跟进", en: "mark it for follow-up")
    case .dueBefore: Text(zh: "只要期限早于此日的", en: "those due before that day alone")
    case .state:
      Text(
        zh: "只要原文处于此状态的：exact、moved、changed、doubtful、orphaned、absent",
        en: "of that anchor state alone: exact, moved, changed, doubtful, orphaned, absent")
    }
  }

  /// What an option means for a command that lists it as its own, where that is something else
  /// than for others.
  func meaning(in command: ProgramCommand) -> (value: String, summary: Text)? {
    switch self {
    case .format where command.name == "export":
      (
        ExportFormat.allCases.map(\.rawValue).joined(separator: "|"),
        Text(
          zh: "格式；不写则看 --output 的后缀，再不然为 markdown",
          en: "the form; else what the ending of --output tells, else markdown")
      )
    case .format:
      (
        RenderCommand.Format.allCases.map(\.rawValue).joined(separator: "|"),
        Text(zh: "输出格式，默认 text", en: "what to print, text unless given")
      )
    case .color:
      (
        "C",
        Text(
          zh: "颜色：vermilion、gold、jade、azure、violet；不写为 vermilion",
          en: "the colour: vermilion (unless given), gold, jade, azure, violet")
      )
    case .author: ("NAME", Text(zh: "只要此人写的", en: "those of that author alone"))
    default: nil
    }
  }
}
