import AnnotationJournal
import BulletinReader
import Glibc

extension JournalError {
  /// The place and what is wrong with it.
  func words(_ folder: Word) -> (place: String, text: Text) {
    switch self {
    case .notAllowed(let path, let reason): (path.description, reason.text)
    case .locked(let path):
      (
        path.description,
        Text(
          zh: "另一个 zhupi 一直在写；请稍后再试", en: "another zhupi keeps writing; try again later")
      )
    case .cannotLock(let error):
      (
        error.path.description,
        Text(
          zh: "不能加锁（\(system(error.code))）；请检查这个文件夹能否写入",
          en: "cannot be locked (\(system(error.code))); check that the folder can be written")
      )
    case .cannotRead(let error):
      (
        error.path.description,
        Text(
          zh: "批注读取失败（\(system(error.code))）；请检查权限和磁盘",
          en: "the journal cannot be read (\(system(error.code))); check permissions and disk")
      )
    case .cannotCreate(let error):
      (
        error.path.description,
        Text(
          zh: "不能建立（\(system(error.code))）；请检查上级文件夹，或用 --journal 另指一处",
          en:
            "cannot be made (\(system(error.code))); check the folder above, or choose with --journal"
        )
      )
    case .cannotWrite(let error, let made):
      (
        error.path.description,
        made > 0
          ? Text(
            zh: "写入失败（\(system(error.code))），只完成了前 \(made) 项；请检查磁盘空间后重试",
            en:
              "writing failed (\(system(error.code))), the first \(made) are done; check the disk, try again"
          )
          : Text(
            zh: "没有写入（\(system(error.code))）；请检查权限和磁盘空间后重试",
            en: "nothing was written (\(system(error.code))); check permissions and disk, try again"
          )
      )
    case .notSaved(let error):
      (
        error.path.description,
        Text(
          zh: "已写入，但断电可能丢失（\(system(error.code))）；请检查磁盘，再用 zhupi annotations 核对",
          en:
            "written, but a power cut may lose it (\(system(error.code))); check the disk, then zhupi annotations"
        )
      )
    case .gone(let path):
      (
        path.description,
        Text(
          zh: "批注库不见了；请放回原处（如重新接上磁盘），或重新打开 zhupi 另建",
          en: "the journal is gone; put it back (its drive?), or open zhupi again to begin another")
      )
    case .numbersExhausted(let path):
      (
        path.description,
        Text(
          zh: "有记录的编号大得离谱，不能再写；请用 zhupi journal check 找出它，移走那个文件",
          en:
            "a record's number is so high that none can follow; zhupi journal check names it, move its file away"
        )
      )
    case .compactionDiffers:
      (
        folder.text,
        Text(
          zh: "压缩会改变批注，已放弃，原样未动；请用 zhupi journal check 检查",
          en: "compaction would change annotations and was given up; see zhupi journal check")
      )
    }
  }
}

extension UnsafePlace {
  /// Why a journal may not be used.
  fileprivate var text: Text {
    switch self {
    case .anotherOwner(let user):
      Text(
        zh: "这个文件夹属于另一用户（\(user)）；请用 --journal 另指一处",
        en: "the folder belongs to another user (\(user)); choose another with --journal")
    case .openToTheWorld:
      Text(
        zh: "任何人都可以写入这个文件夹；请先 chmod 700", en: "everybody may write into the folder; chmod 700 it")
    case .notAFolder:
      Text(zh: "不是文件夹；请用 --journal 另指一处", en: "is no folder; choose another with --journal")
    case .link:
      Text(
        zh: "是符号链接，批注文件不能是链接；请换成文件本身",
        en: "is a symbolic link, which a journal's file must not be; put the file itself there")
    }
  }
}

extension JournalProblem {
  /// `FILE:LINE: what is wrong; what to do`
  func message(_ language: Language) -> String {
    let (line, text) = words
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(text(language))"
  }

  private var words: (line: Int?, text: Text) {
    switch kind {
    case .damagedLine(let line):
      (line, Text(zh: "不是记录，已略过；其余各行照常", en: "no record, passed over; the other lines count"))
    case .tornTail(let line):
      (
        line,
        Text(
          zh: "最后一行没有写完，已略过；下一条记录另起一行",
          en: "the last line was cut off, passed over; the next record begins a new line")
      )
    case .gap(let numbers):
      (
        nil,
        Text(
          zh: "缺少第 \(span(numbers)) 号记录；可能还没有同步过来",
          en: "records \(span(numbers)) are missing; they may not be synchronised yet")
      )
    case .repeated(let number):
      (
        nil,
        Text(
          zh: "第 \(number) 号有两条不同的记录，都已保留；两台机器用了同一个名字，之后会自动分开",
          en: "number \(number) stands for two records, both kept; two machines had one name")
      )
    case .farClock(let number):
      (
        nil,
        Text(
          zh: "第 \(number) 号记录的时钟大得离谱，会压过之后的改动；如非本人所写，请移走这个文件",
          en:
            "record \(number) has a clock far beyond all others, which outdoes later changes; move the file away unless it is yours"
        )
      )
    case .link:
      (nil, Text(zh: "是符号链接，没有读取；请换成文件本身", en: "a symbolic link, not read; put the file there"))
    case .notAFile: (nil, Text(zh: "不是文件；请移走", en: "is no file; move it away"))
    case .unreadable(let code):
      (
        nil,
        Text(
          zh: "不能读取（\(system(code))）；请检查权限和磁盘",
          en: "cannot be read (\(system(code))); check permissions and disk")
      )
    case .groupWritable:
      (
        nil,
        Text(
          zh: "同组用户可以写入；如非本意，请 chmod g-w",
          en: "the group may write into it; chmod g-w unless that is meant")
      )
    }
  }

  private func span(_ numbers: ClosedRange<Int>) -> String {
    numbers.count == 1
      ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
  }
}
