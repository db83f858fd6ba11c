import AnnotationJournal
import Testing

@testable import BulletinReader

/// Two who change one note at a time.
@Suite struct RivalNoteTests {
  private let sample: AnnotatedSample
  private let id: String

  init() throws {
    sample = try AnnotatedSample()
    id = try sample.annotate("保护主体权益", [.note("旧文字")])
  }

  private var note: String? { sample.document.annotations.first?.annotation.note }

  private func reader(at keys: String = "/ \"保护\" <Enter> e \"，甲补\"") throws -> ReaderDriver {
    let driver = sample.driver(120, 40)
    try driver.press(keys)
    return driver
  }

  @Test func bothAreKeptUntilTheyAreInOrder() throws {
    let driver = try reader()
    try sample.document.edit(id, [.note("乙的文字")], by: "乙")
    try driver.press("<Enter>")
    #expect(note == "乙的文字")
    #expect(driver.session.report.mode == "note")
    #expect(driver.session.report.message.hasPrefix("乙 也改了这条批注"))
    #expect(driver.screen.contains { $0.contains("乙的文字") })
    try driver.press("<Enter>")
    #expect(note == "乙的文字\n旧文字，甲补")
    #expect(driver.session.report.mode == "normal")
  }

  /// A draft that an earlier reading left knows the note that it was begun on; an older one does not,
  /// and is asked about.
  @Test(arguments: ["旧文字", nil]) func aDraftOfAnEarlierReadingReplacesNothingUnseen(former: String?)
    throws
  {
    try sample.document.edit(id, [.note("乙的文字")], by: "乙")
    let driver = sample.driver(120, 40)
    driver.offer([NoteDraft(subject: .annotation(id), text: "旧文字，甲补", former: former)])
    try driver.press("gn <Enter>")
    #expect(note == "乙的文字")
    #expect(driver.session.report.message.hasPrefix("乙 也改了这条批注"))
    try driver.press("<Enter>")
    #expect(note == "乙的文字\n旧文字，甲补")
  }

  /// One that was removed is nobody's other note: it comes back with what is written.
  @Test(arguments: ["旧文字", nil]) func aDraftOfARemovedAnnotationBringsItBack(former: String?) throws
  {
    try sample.document.remove(id, by: "乙")
    let driver = sample.driver(120, 40)
    driver.offer([NoteDraft(subject: .annotation(id), text: "旧文字，甲补", former: former)])
    try driver.press("gn")
    #expect(driver.session.report.message.contains("已被删除"))
    try driver.press("<Enter>")
    #expect(note == "旧文字，甲补")
  }

  @Test func aDraftOnTheNoteAsItIsIsSavedAtOnce() throws {
    let driver = sample.driver(120, 40)
    driver.offer([NoteDraft(subject: .annotation(id), text: "旧文字，甲补", former: "旧文字")])
    try driver.press("gn <Enter>")
    #expect(note == "旧文字，甲补")
  }

  @Test func whereBothAreTooLongForOneNeitherIsCut() throws {
    let long = String(repeating: "长", count: NoteEditor.longest / 2)
    let driver = try reader()
    let isTaken = driver.session.replaceNote(with: long + "甲")
    #expect(isTaken)
    try sample.document.edit(id, [.note(long + "乙")], by: "乙")
    try driver.press("<Enter>")
    #expect(driver.session.report.message.contains("两份合起来太长"))
    #expect(note == long + "乙" && driver.session.draft?.text == long + "甲")
  }

  /// What is said of a draft is not said of the next note at its place.
  @Test func aGuessedPlaceIsForgottenWithItsDraft() throws {
    let driver = sample.driver(120, 40)
    let bytes = try sample.bytes(of: "提供方应当")
    driver.offer([NoteDraft(subject: .text(bytes), text: "旧稿", isPlaceUnsure: true)])
    try driver.press("gn")
    #expect(driver.session.report.message.contains("这个位置是猜的"))
    try driver.press("<C-c> <C-c> gn")
    #expect(driver.session.report.message.contains("没有未保存的草稿"))
    try driver.press("a \"新的\" <Esc> gn")
    #expect(driver.session.report.message == "接着写未保存的草稿")
  }

  /// What has no room in the editor is not cut.
  @Test func aNoteTooLongIsLeftAsItIs() throws {
    let long = String(repeating: "长", count: NoteEditor.longest) + "尾"
    let driver = try reader(at: "/ \"保护\" <Enter> e \"短的\"")
    let isTaken = driver.session.replaceNote(with: long)
    #expect(!isTaken)
    #expect(driver.session.report.message.contains("太长"))
    try driver.press("<Enter>")
    #expect(note == "旧文字短的")
    try sample.document.edit(id, [.note(long)], by: "乙")
    driver.show(sample.document.annotations, today: AnnotatedSample.today)
    try driver.press("e")
    #expect(driver.session.report.message.contains("太长") && driver.session.report.mode == "normal")
    #expect(note == long)
  }

  @Test func aThirdChangeIsToldTheSameWay() throws {
    let driver = try reader()
    try sample.document.edit(id, [.note("乙一")], by: "乙")
    try driver.press("<Enter>")
    try sample.document.edit(id, [.note("丙二")], by: "丙")
    try driver.press("<Enter>")
    #expect(driver.session.report.message.hasPrefix("丙 也改了"))
    try driver.press("<Enter>")
    #expect(note == "丙二\n乙一\n旧文字，甲补")
  }

  @Test func aNoteTakenAwayMeanwhileIsAskedAbout() throws {
    let driver = try reader()
    try sample.document.edit(id, [.note(nil)], by: "乙")
    try driver.press("<Enter>")
    #expect(driver.session.report.message.contains("乙 刚删去了"))
    try driver.press("<Enter>")
    #expect(note == "旧文字，甲补")
  }

  @Test func anotherFieldOrTheSameWordsAreNoRival() throws {
    let driver = try reader()
    try sample.document.edit(id, [.color("jade"), .note("旧文字，甲补")], by: "乙")
    try driver.press("<Enter>")
    #expect(driver.session.report.message == "批注已保存")
  }

  @Test func aDraftRemembersWhatItWasBegunOn() throws {
    let driver = try reader(at: "/ \"保护\" <Enter> e \"，甲补\" <Esc>")
    try sample.document.edit(id, [.note("乙的文字")], by: "乙")
    driver.show(sample.document.annotations, today: AnnotatedSample.today)
    try driver.press("e <Enter>")
    #expect(driver.session.report.message.hasPrefix("乙 也改了"))
    try driver.press("<Enter>")
    #expect(note == "乙的文字\n旧文字，甲补")
  }
}
