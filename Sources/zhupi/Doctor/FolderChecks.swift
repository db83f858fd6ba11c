import AnnotationJournal
import BulletinReader
import Glibc

/// What `doctor` looks at in the user's own files: configuration, journal, state, author.
enum FolderChecks {
  /// Configuration, themes and keymaps.
  static func configuration(_ examined: Examined) -> [Finding] {
    let file = examined.invocation.arguments.word(.config) ?? examined.environment.configFile
    guard let file else { return [noHome] }
    if let failure = examined.configurationFailure {
      return [.problem(failure.text, Text(zh: "请检查这个文件", en: "look at that file"))]
    }
    let place =
      examined.configuration.file.map { Text(zh: $0, en: $0) }
      ?? Text(zh: "没有 \(file.text)，用默认值", en: "no \(file.text), defaults are used")
    do throws(Failure) {
      let check = try SettingsCheck(examined.invocation)
      let advice = Text(zh: "见 zhupi config check", en: "see zhupi config check")
      let (errors, all) = (check.errors.count, check.problems.count)
      if errors > 0 {
        let found = Text(zh: "有 \(errors) 处错误（\(place.zh)）", en: "\(errors) errors (\(place.en))")
        return [.problem(found, advice)]
      }
      let found = Text(
        zh: "\(place.zh)；\(check.summary.zh)", en: "\(place.en); \(check.summary.en)")
      return [all > 0 ? .hint(found, advice) : .ok(found)]
    } catch {
      return [.problem(error.text, Text(zh: "请检查这个文件", en: "look at that file"))]
    }
  }

  /// Where annotations are, whether they can be read and written, and what is in there.
  static func journal(_ examined: Examined) -> [Finding] {
    do throws(Failure) {
      let finder = try JournalFinder(examined.invocation, examined.configuration)
      let place = try finder.journal(of: nil)
      let found = journalPlace(place, examined)
      guard exists(place.folder) else {
        let later = Text(zh: "；还没有，第一次批注时建立", en: "; not there yet, made with the first annotation")
        return [canBeMade(place.folder, Text(zh: found.zh + later.zh, en: found.en + later.en))]
      }
      return [.ok(found)] + (try contents(of: place, examined))
    } catch {
      return [.problem(error.text, Text(zh: "见 zhupi help journal", en: "see zhupi help journal"))]
    }
  }

  /// The folder and why it is that one.
  private static func journalPlace(_ place: JournalPlace, _ examined: Examined) -> Text {
    var reason = examined.inForce("journal")?.origin.text ?? Text(zh: "", en: "")
    if examined.inForce("journal")?.origin == .standard, place.library != nil {
      reason = Text(zh: "最近的 .zhupi", en: "the nearest .zhupi")
    }
    let path = place.folder.text
    return Text(zh: "\(path)（\(reason.zh)）", en: "\(path) (\(reason.en))")
  }

  /// Permissions, records and what is wrong with them. Reading alone: no name is made, no lock taken.
  private static func contents(
    of place: JournalPlace, _ examined: Examined
  ) throws(Failure) -> [Finding] {
    guard let state = examined.environment.stateFolder else { return [noHome] }
    let journal = try OpenJournal(
      place, stateFolder: state, surroundings: try examined.invocation.surroundings())
    let records = journal.folder.journal
    let writer = journal.writer.name
    let mode = place.folder.permissions.map { String($0, radix: 8) } ?? "?"
    let facts = Text(
      zh: "权限 \(mode)，\(records.recordCount) 条记录，\(records.annotations.count) 条批注，"
        + "写入者 \(writer ?? "未定")",
      en: "mode \(mode), \(records.recordCount) records, \(records.annotations.count) annotations, "
        + "writer \(writer ?? "none yet")")
    let readOnly = Text(
      zh: "要批注，先让它可写，或用 --journal 另指一处",
      en: "to annotate, make it writable or choose another with --journal")
    var findings: [Finding] = [
      place.folder.isWritable
        ? .ok(facts) : .hint(Text(zh: facts.zh + "，只读", en: facts.en + ", read-only"), readOnly)
    ]
    for warning in JournalWarning.all(of: journal.folder) {
      if case .damaged = warning {
        findings.append(.problem(warning.found, warning.advice))
      } else {
        findings.append(.hint(warning.found, warning.advice))
      }
    }
    let gaps = records.numberingProblems.count
    if gaps > 0 {
      findings.append(
        .hint(
          Text(
            zh: "编号有 \(gaps) 处缺漏或重复", en: "numbers are missing or stand twice in \(gaps) places"),
          Text(zh: "见 zhupi journal check", en: "see zhupi journal check")))
    }
    return findings
  }

  /// The folder that remembers places, panes and drafts.
  static func state(_ examined: Examined) -> [Finding] {
    guard let folder = examined.environment.stateFolder else { return [noHome] }
    let name = Text(zh: folder.text, en: folder.text)
    guard exists(folder) else {
      let later = Text(zh: "；还没有，需要时建立", en: "; not there yet, made when it is needed")
      return [canBeMade(folder, Text(zh: name.zh + later.zh, en: name.en + later.en))]
    }
    guard folder.isOwnFolder, folder.isWritable else {
      return [
        .problem(
          Text(zh: "不能写入 \(name.zh)", en: "\(name.en) cannot be written"),
          Text(
            zh: "阅读位置和草稿无处保存；请检查它的主人和权限",
            en: "places and drafts cannot be kept; check its owner and permissions"))
      ]
    }
    let mode = folder.permissions ?? 0
    guard mode & 0o022 == 0 else {
      let digits = String(mode, radix: 8)
      return [
        .hint(
          Text(zh: "\(name.zh) 的权限是 \(digits)", en: "\(name.en) has mode \(digits)"),
          Text(zh: "草稿可能被别人改动；请 chmod 700", en: "others may change drafts; chmod 700 it"))
      ]
    }
    return [.ok(name)]
  }

  /// Who annotates.
  static func author(_ examined: Examined) -> [Finding] {
    guard let author = examined.inForce("author"), case .text(let name) = author.value else {
      return [
        .problem(
          Text(zh: "不知道是谁", en: "nobody knows who"),
          Text(zh: "用 --author 指明，或写在 config.json 里", en: "give --author, or set it in config.json")
        )
      ]
    }
    let from =
      author.origin == .standard
      ? Text(zh: "git 的 user.name 或登录名", en: "git's user.name or the login name")
      : author.origin.text
    return [.ok(Text(zh: "\(name)（\(from.zh)）", en: "\(name) (\(from.en))"))]
  }

  private static let noHome = Finding.problem(
    Text(zh: "没有设置 HOME", en: "HOME is not set"), Text(zh: "请设置 HOME", en: "set HOME"))

  /// Whether a folder that is not there could be made.
  private static func canBeMade(_ folder: Word, _ found: Text) -> Finding {
    var above = folder.parent
    while !exists(above), above.parent != above { above = above.parent }
    if above.isFolder, above.isWritable, !above.isOfTheKernel { return .ok(found) }
    return .problem(
      found,
      Text(
        zh: "不能写入 \(above.text)；请检查权限", en: "\(above.text) cannot be written; check its permissions"
      ))
  }
}

extension Word {
  /// Whether it is in `/proc` or `/sys`, where the superuser may write and nobody make a folder.
  fileprivate var isOfTheKernel: Bool {
    let first = (realPath ?? self).bytes.split(separator: UInt8(ascii: "/")).first
    return ["proc", "sys"].contains { Array($0.utf8) == first.map(Array.init) }
  }

  /// The permissions of what is there: the lower nine bits of its mode, and the three above.
  fileprivate var permissions: mode_t? {
    var status = stat()
    return withPath { stat($0, &status) } == 0 ? status.st_mode & 0o7777 : nil
  }
}

extension Failure {
  /// What is wrong, in both languages.
  fileprivate var text: Text { Text(zh: message(.chinese) ?? "", en: message(.english) ?? "") }
}
