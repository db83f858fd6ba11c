import BulletinReader

/// A key of `config.json`: one row of the table from which reading, messages, `config show` and
/// `config check` are made.
struct ConfigurationKey: Sendable {
  /// The key as it is written.
  let name: String
  /// What it is, without a full stop.
  let help: Text
  /// What a value must be, for messages.
  let expected: Text
  /// Who may say it, the strongest first.
  var sources: [Source] = [.file]
  /// Takes a value from the file, or tells what is wrong with it.
  let take: @Sendable (inout Configuration, LinedJSON) -> UnfitValue?
  /// The value that a configuration has.
  let value: @Sendable (Configuration) -> ConfigurationValue?
  /// Finds the value where nobody says it; nil where the default is all there is.
  var find: (@Sendable (Invocation, Configuration) throws(Failure) -> String)?

  /// Where a value may come from.
  enum Source: Sendable {
    case option(Option)
    /// A variable of the environment, with its name.
    case variable(@Sendable (Environment) -> (name: String, value: String)?)
    case file
    /// What the reader remembered of its panes.
    case rememberedPanes
  }

  /// The key of a name.
  static func named(_ name: String) -> ConfigurationKey? { all.first { $0.name == name } }

  /// The keys in the order of listings.
  static let all: [ConfigurationKey] = [
    ConfigurationKey(
      name: "measure",
      help: Text(
        zh: "正文一行最多多少个汉字，10 到 200", en: "Chinese characters in a row of text at most, 10 to 200"),
      expected: Text(zh: "应是 10 到 200 的整数", en: "must be a whole number from 10 to 200"),
      take: { $1.whole(in: 10...200).put(in: &$0.measure) }, value: { .number($0.measure) }),
    ConfigurationKey(
      name: "panes",
      help: Text(
        zh: "第一次打开时的窗格：contents、annotations 为列数，hidden 列出收起的；调整过后以记住的为准",
        en: "panes of a first opening: columns of contents and annotations, hidden ones;"
          + " once changed, those remembered"),
      expected: Text(
        zh: "应是对象，如 { \"contents\": 32, \"hidden\": [\"annotations\"] }",
        en: "must be an object such as { \"contents\": 32, \"hidden\": [\"annotations\"] }"),
      sources: [.rememberedPanes, .file],
      take: { $1.panes.put(in: &$0.panes) }, value: { .panes($0.panes) }),
    ConfigurationKey(
      name: "theme",
      help: Text(
        zh: "主题，名称或文件；不写则随终端的底色和颜色数",
        en: "theme, by name or file; unset, as the terminal's ground and colours ask for"),
      expected: Text(zh: "应是名称或文件的字符串", en: "must be a string, a name or a file"),
      sources: [.option(.theme), .file],
      take: { $1.text { !$0.isEmpty }.put(in: &$0.theme) }, value: { .init($0.theme) }),
    ConfigurationKey(
      name: "keymap",
      help: Text(zh: "按键方案，名称或文件", en: "keymap, by name or file"),
      expected: Text(zh: "应是名称或文件的字符串", en: "must be a string, a name or a file"),
      sources: [.option(.keymap), .file],
      take: { $1.text { !$0.isEmpty }.put(in: &$0.keymap) }, value: { .init($0.keymap) },
      find: { _, _ in ReaderSettings.standardKeymap }),
    ConfigurationKey(
      name: "author",
      help: Text(
        zh: "批注者；不写则为 git 的 user.name 或登录名",
        en: "who annotates; unset, git's user.name or the login name"),
      expected: Text(zh: "应是姓名的字符串", en: "must be a string, a name"),
      sources: [
        .option(.author), .variable { $0.author.map { ("ZHUPI_AUTHOR", $0.text) } }, .file,
      ],
      take: { $1.text { $0.contains { !$0.isWhitespace } }.put(in: &$0.author) },
      value: { .init($0.author) },
      find: { (invocation, configuration) throws(Failure) in
        try AuthorName(invocation, configuration).find()
      }),
    ConfigurationKey(
      name: "language",
      help: Text(
        zh: "界面语言，zh 或 en；不写则看 LC_ALL、LC_MESSAGES、LANG",
        en: "the interface's language, zh or en; unset, by LC_ALL, LC_MESSAGES, LANG"),
      expected: Text(zh: "应是 \"zh\" 或 \"en\"", en: "must be \"zh\" or \"en\""),
      sources: [.file, .variable { $0.languageVariable }],
      take: { $1.choice(of: Language.self).put(in: &$0.language) },
      value: { .init($0.language?.rawValue) },
      find: { invocation, _ in invocation.environment.language.rawValue }),
    ConfigurationKey(
      name: "ambiguousWide",
      help: Text(
        zh: "“ ” … — 是否占两格；不写则由终端回答",
        en: "whether “ ” … — take two cells; unset, the terminal is asked"),
      expected: .mustBeTruth,
      take: { $1.truth.put(in: &$0.ambiguousWide) }, value: { $0.ambiguousWide.map { .flag($0) } }),
    ConfigurationKey(
      name: "mouse", help: Text(zh: "是否使用鼠标", en: "whether the mouse is listened to"),
      expected: .mustBeTruth,
      take: { $1.truth.put(in: &$0.mouse) }, value: { .flag($0.mouse) }),
    ConfigurationKey(
      name: "journal",
      help: Text(
        zh: "批注所在的文件夹；不写则为文件所在或其上最近的 .zhupi/journal，否则 $XDG_DATA_HOME/zhupi/journal",
        en: "the annotations' folder; unset, the nearest .zhupi/journal above the file,"
          + " else $XDG_DATA_HOME/zhupi/journal"),
      expected: Text(
        zh: "应是绝对路径，或以 ~/ 开头", en: "must be an absolute path, or begin with ~/"),
      sources: [
        .option(.journal), .variable { $0.journal.map { ("ZHUPI_JOURNAL", $0.text) } }, .file,
      ],
      take: { $1.text { $0.hasPrefix("/") || $0.hasPrefix("~/") }.put(in: &$0.journal) },
      value: { .init($0.journal) },
      find: { (invocation, configuration) throws(Failure) in
        try JournalFinder(invocation, configuration).journal(of: nil).folder.text
      }),
    ConfigurationKey(
      name: "copyCommand",
      help: Text(
        zh: "复制时接收文字的命令；不写则用终端的 OSC 52；在 tmux 里总经由 tmux",
        en: "the command that takes what is copied; unset, OSC 52; inside tmux always tmux"),
      expected: Text(
        zh: "应是一条命令的字符串，如 \"wl-copy\"", en: "must be a string, a command such as \"wl-copy\""),
      take: { $1.text { $0.contains { $0 != " " } }.put(in: &$0.copyCommand) },
      value: { .init($0.copyCommand) }),
  ]
}

/// The value of a key.
enum ConfigurationValue: Equatable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case panes(PaneSplit)

  /// A text, where there is one.
  init?(_ text: String?) {
    guard let text else { return nil }
    self = .text(text)
  }
}

extension LinedJSON {
  /// The widths that a pane may be given, in columns.
  private static let paneWidths = 12...400

  /// `{ "contents": 32, "annotations": 36, "hidden": ["annotations"] }`
  fileprivate var panes: Result<PaneSplit, UnfitValue> {
    guard let members else { return .failure(UnfitValue()) }
    var split = PaneSplit()
    for member in members {
      var fault: UnfitValue?
      switch member.key {
      case "contents": fault = member.value.width.put(in: &split.contents)
      case "annotations": fault = member.value.width.put(in: &split.annotations)
      case "hidden": fault = member.value.hidden.put(in: &split.hidden)
      default:
        let keys = ["contents", "annotations", "hidden"]
        fault = UnfitValue(
          reason: Text(zh: "未知的键", en: "unknown key"),
          nearest: NearestWord.find(member.key, among: keys))
      }
      guard var fault else { continue }
      (fault.key, fault.line) = (member.key, fault.line ?? member.line)
      return .failure(fault)
    }
    return .success(split)
  }

  private var width: Result<Int, UnfitValue> {
    whole(in: Self.paneWidths).mapError { _ in
      UnfitValue(reason: Text(zh: "应是 12 到 400 的整数", en: "must be a whole number from 12 to 400"))
    }
  }

  private var hidden: Result<Set<Pane>, UnfitValue> {
    let names = Pane.allCases.map(\.rawValue)
    let list = names.joined(separator: "、")
    let expected = Text(
      zh: "应是窗格名的数组：\(list)，至少留一个",
      en: "must be an array of panes: \(names.joined(separator: ", ")); one of them stays")
    guard case .array(let elements) = content else {
      return .failure(UnfitValue(reason: expected))
    }
    var panes: Set<Pane> = []
    for element in elements {
      guard case .success(let pane) = element.choice(of: Pane.self) else {
        let nearest = element.string.flatMap { NearestWord.find($0, among: names) }
        return .failure(UnfitValue(line: element.line, reason: expected, nearest: nearest))
      }
      panes.insert(pane)
    }
    return panes.count < names.count ? .success(panes) : .failure(UnfitValue(reason: expected))
  }
}
