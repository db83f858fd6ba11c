import AnnotationJournal
import BulletinReader
import BulletinScreen

/// Something about a journal that whoever uses it should know, though everything works.
enum JournalWarning: Equatable {
  /// A newer version of the program wrote so many records.
  case newer(Int)
  /// The group may write into the folder.
  case groupWritable
  /// So many lines or files are damaged, cut off or cannot be read.
  case damaged(Int)

  /// What there is to say about a journal, at most one of a kind.
  static func all(of folder: JournalFolder) -> [JournalWarning] {
    let problems = folder.fileProblems
    let damaged = problems.count { $0.kind != .groupWritable }
    var warnings: [JournalWarning] = []
    if folder.journal.newerRecords > 0 { warnings.append(.newer(folder.journal.newerRecords)) }
    if problems.contains(where: { $0.kind == .groupWritable }) { warnings.append(.groupWritable) }
    if damaged > 0 { warnings.append(.damaged(damaged)) }
    return warnings
  }

  /// `PLACE: what is wrong; what to do`, in one line.
  func line(_ journal: Word, _ language: Language) -> String {
    VisibleSign.inOneLine(
      journal.text + ": " + found(language) + Text(zh: "；", en: "; ")(language) + advice(language))
  }

  /// What there is.
  var found: Text {
    switch self {
    case .newer(let count):
      Text(
        zh: "有 \(count) 条记录来自更新的版本，已原样保留",
        en: "\(count) records of a newer version, kept as they are")
    case .groupWritable:
      Text(zh: "同组用户可以写入这个文件夹", en: "the group may write into this folder")
    case .damaged(let count):
      Text(
        zh: "有 \(count) 处损坏，其余照常", en: "damaged in \(count) places, the rest is used")
    }
  }

  /// What to do about it.
  var advice: Text {
    switch self {
    case .newer: Text(zh: "请升级 zhupi", en: "get a newer zhupi")
    case .groupWritable:
      Text(zh: "如非本意，请 chmod g-w", en: "chmod g-w unless that is meant")
    case .damaged: Text(zh: "见 zhupi journal check", en: "see zhupi journal check")
    }
  }
}
