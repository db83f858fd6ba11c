/// What hands that know vim or less type without thinking, and what it means here.
struct PaletteSynonym: Sendable {
  /// What is done.
  enum Meaning: Sendable {
    case command(Command)
    /// There is nothing to do but to say why.
    case says(Text)
    case hidesSearch
    case leavesPaneAlone
  }

  /// The names typed, in small letters.
  let names: [String]
  /// What they do.
  let meaning: Meaning
  /// The line of help.
  let help: Text
  /// What is said where words follow the name; nil where none may.
  private let answerToWords: Text?

  /// The synonym of a name.
  static func named(_ name: String) -> PaletteSynonym? {
    all.first { $0.names.contains(name) }
  }

  /// The only synonym of which a name begins so.
  static func named(beginning name: String) -> PaletteSynonym? {
    let beginning = all.filter { $0.names.contains { $0.hasPrefix(name) } }
    return beginning.count == 1 ? beginning[0] : nil
  }

  /// The name that is typed, or the first that begins so.
  func name(beginning name: String) -> String {
    names.contains(name) ? name : names.first { $0.hasPrefix(name) } ?? names[0]
  }

  /// What it means with words behind it.
  func takes(_ words: String) -> PaletteLine {
    if words.isEmpty { return .synonym(self) }
    let name = names[0]
    return .refused(
      answerToWords ?? Text(zh: "\(name) 不带参数", en: "\(name) takes no argument"))
  }

  private init(_ names: [String], _ meaning: Meaning, _ help: Text, answerToWords: Text? = nil) {
    self.names = names
    self.meaning = meaning
    self.help = help
    self.answerToWords = answerToWords
  }

  private init(_ names: [String], _ command: Command, answerToWords: Text? = nil) {
    self.init(names, .command(command), command.entry.help, answerToWords: answerToWords)
  }

  private static let oneFile = Text(
    zh: "一次只读一个文件；另一个请另开 zhupi", en: "one file at a time; another zhupi reads another")

  private static let exporting = Text(
    zh: "批注已随写随存；写到别处用 export 格式 文件名",
    en: "all is saved as it is made; export FORMAT FILE writes it elsewhere")

  /// The table; the first name of a row is the one that messages use.
  private static let all = [
    PaletteSynonym(
      [
        "q", "q!", "quit", "quit!", "qa", "qa!", "qall", "qall!", "wq", "wq!", "wqa", "wqa!",
        "wqall", "x", "x!", "xa", "xa!", "xit", "exit",
      ], .close),
    PaletteSynonym(
      ["w", "w!", "wa", "wa!", "wall", "write", "up", "update"], .command(.saveAgain),
      Text(zh: "都已随写随存；没有存上的再存一次", en: "all is saved as it is made; what is not is tried again"),
      answerToWords: exporting),
    PaletteSynonym(["e", "e!", "edit", "edit!"], .reload, answerToWords: oneFile),
    PaletteSynonym(
      ["n", "next", "p", "prev", "previous"], .says(oneFile), oneFile, answerToWords: oneFile),
    PaletteSynonym(["h"], .help),
    PaletteSynonym(["f", "file"], .showPlace),
    PaletteSynonym(["$"], .goToBottom),
    PaletteSynonym(
      ["noh", "nohl", "nohlsearch"], .hidesSearch, Text(zh: "不再标出命中", en: "mark the hits no more")),
    PaletteSynonym(
      ["only", "on"], .leavesPaneAlone, Text(zh: "只留这个窗格", en: "leave this pane alone")),
  ]
}
