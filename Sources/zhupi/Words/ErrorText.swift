import BulletinCore
import BulletinReader
import BulletinScreen
import BulletinTerminal
import Glibc

extension Failure {
  /// The line for standard error: `zhupi: PLACE: what is wrong; what to do`; nil says nothing.
  func line(_ language: Language) -> String? {
    guard let message = message(language) else { return nil }
    return "zhupi: " + VisibleSign.inOneLine(message)
  }

  /// What is wrong and what to do, without the name of the program.
  func message(_ language: Language) -> String? {
    switch self {
    case .usage(let fault): return fault.message(language)
    case .cannotOpen(let file, let number): return file.text + ": " + opening(number)(language)
    case .isFolder(let file):
      let text = Text(
        zh: "这是文件夹；请指定其中的一个文件", en: "this is a folder; name a file in it")
      return file.text + ": " + text(language)
    case .isNoFile(let file):
      let text = Text(
        zh: "这是管道或设备，不是普通文件；请换成文件",
        en: "this is a pipe or a device, no regular file; put a file there")
      return file.text + ": " + text(language)
    case .cannotRead(let file, let number):
      let text = Text(
        zh: "读取失败（\(system(number))）；请检查磁盘后重试",
        en: "reading failed (\(system(number))); check the disk and try again")
      return file.text + ": " + text(language)
    case .content(let file, let error): return file.text + ": " + error.text(language)
    case .settings(let problem): return problem.message(language)
    case .noArticle(let file, let number, let count):
      let text = Text(
        zh: "没有第 \(number) 篇文章，共 \(count) 篇；用 zhupi outline 查看",
        en: "no article \(number) of \(count); zhupi outline lists them")
      return file.text + ": " + text(language)
    case .noClause(let file, let number):
      let text = Text(
        zh: "没有第 \(number) 条；用 zhupi outline 查看",
        en: "no clause \(number); zhupi outline lists them")
      return file.text + ": " + text(language)
    case .place(let file, let error): return file.text + ": " + error.text(language)
    case .noQuote, .severalQuotes, .noQuoteNumber, .noJournal, .unknownAnnotation,
      .ambiguousAnnotation, .unknownTag, .tagIsTaken:
      return annotationText.map { "\($0.place): \($0.text(language))" }
    case .journal(let folder, let error):
      let (place, text) = error.words(folder)
      return "\(place): \(text(language))"
    case .cannotCreate(let file, let number):
      let text = Text(
        zh: "无法写入（\(system(number))）；请检查权限和磁盘空间",
        en: "cannot be written (\(system(number))); check permissions and the room on the disk")
      return file.text + ": " + text(language)
    case .notOverwritten(let file, let isOfJournal):
      let text =
        isOfJournal
        ? Text(
          zh: "在批注的文件夹里，不能覆盖；请写到别处",
          en: "is in the journal's folder and is not written over; name another file")
        : Text(
          zh: "是所读的文件，从不改动；请另写一个文件名",
          en: "is a bulletin and is never written to; name another file")
      return file.text + ": " + text(language)
    case .alreadyThere(let file, let format):
      let line = "export! \(format.rawValue) \(file.text)"
      let text = Text(
        zh: "已有这个文件，没有写；要覆盖请用 \(line)",
        en: "is there already and was left; to overwrite it: \(line)")
      return file.text + ": " + text(language)
    case .editorFailed(let name, let status, let isTextTaken):
      let text =
        isTextTaken
        ? Text(
          zh: "编辑器失败（退出码 \(status)），它存下的文字已取来；可撤销",
          en:
            "the editor failed (status \(status)); what it saved was taken, undo brings yours back")
        : Text(
          zh: "编辑器失败（退出码 \(status)），批注未变；请检查 $VISUAL 和 $EDITOR",
          en: "the editor failed (status \(status)), the note is as it was; see $VISUAL and $EDITOR"
        )
      return name + ": " + text(language)
    case .textLeftByEditor(let file):
      let text = Text(
        zh: "编辑器里写过、没有取回的批注；看过后请删除这个文件",
        en: "a note that was open in an editor and not taken back; look at it and remove the file")
      return file.text + ": " + text(language)
    case .outputClosed: return nil
    case .cannotWrite(let number):
      let text = Text(
        zh: "标准输出: 写入失败（\(system(number))）；请检查磁盘空间",
        en: "standard output: writing failed (\(system(number))); check the room on the disk")
      return text(language)
    case .terminal(let error): return error.text(language)
    }
  }
}

/// Why a file cannot be opened.
private func opening(_ number: Int32) -> Text {
  switch number {
  case ENOENT, ENOTDIR, ENAMETOOLONG:
    Text(zh: "没有这个文件；请检查路径", en: "no such file; check the path")
  case EACCES, EPERM:
    Text(zh: "无权读取；请检查文件权限", en: "not allowed to read it; check its permissions")
  default:
    Text(
      zh: "无法打开（\(system(number))）；请检查路径",
      en: "cannot be opened (\(system(number))); check the path")
  }
}

/// The system's own words for an error.
func system(_ number: Int32) -> String {
  strerror(number).map { String(cString: $0) } ?? "errno \(number)"
}

extension CoreError {
  /// What is wrong with a file's bytes.
  fileprivate var text: Text {
    switch self {
    case .binary(let offset):
      Text(
        zh: "不是文本文件（第 \(offset) 字节起无法解码）；编码特殊时请用 --encoding 指明",
        en:
          "no text (undecodable from byte \(offset) on); name its encoding with --encoding if it is"
      )
    case .undecodable(let encoding):
      Text(
        zh: "不是有效的 \(encoding.rawValue)；请换一个 --encoding，或不写以自动识别",
        en: "not valid \(encoding.rawValue); try another --encoding, or none to have it detected")
    case .tooLarge(let bytes):
      Text(
        zh: "文件过大（\(bytes) 字节）；请拆分后再打开",
        en: "too large (\(bytes) bytes); split it first")
    }
  }
}

extension TerminalError {
  /// Why a terminal cannot be used.
  fileprivate var text: Text {
    switch self {
    case .noKeyboard:
      Text(
        zh: "/dev/tty: 没有可以按键的终端；用 zhupi text 打印正文",
        en: "/dev/tty: no terminal to read keys from; zhupi text prints the text")
    case .unknownTerminal(let name):
      Text(
        zh: "TERM=\(name): 不认识的终端；试试 TERM=xterm-256color",
        en: "TERM=\(name): an unknown terminal; try TERM=xterm-256color")
    case .tooSimple(let name):
      Text(
        zh: "TERM=\(name): 终端不能移动光标；用 zhupi text 打印正文",
        en: "TERM=\(name): the terminal cannot move its cursor; zhupi text prints the text")
    case .systemLimit:
      Text(
        zh: "终端: 系统资源不足；请关闭一些程序后重试",
        en: "terminal: the system is out of resources; close some programs and try again")
    }
  }
}
