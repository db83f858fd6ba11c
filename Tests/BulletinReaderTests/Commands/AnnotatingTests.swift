import AnnotationJournal
import BulletinScreen
import Testing

@testable import BulletinReader

/// Annotating by keys, with a journal behind it.
@Suite struct AnnotatingTests {
  /// What stands in the journal after some keys, an annotation a line.
  private func journal(after keys: String, of sample: AnnotatedSample? = nil) throws -> [String] {
    let sample = try sample ?? AnnotatedSample()
    let driver = sample.driver(120, 50)
    try driver.press(keys)
    return sample.summary
  }

  @Test(arguments: [
    // The unit under the cursor; on a clause's label the whole clause without its label.
    ("]c a \"核对\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 “核对”"),
    ("]c 6l t \"甲\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 #甲"),
    ("3]c f <Enter>", "流通应当遵循…对审核结果负责。 open"),
    ("3]c j j c3", "（一）来源于公共部门的，由主管部门审核； jade"),
    // Dates of every form, and none.
    ("]c f \"+7d\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 open 2026-12-03"),
    ("]c f \"周五\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 open 2026-11-27"),
    ("]c f \"下周五\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 open 2026-12-04"),
    ("]c f \"１２-１\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 open 2026-12-01"),
    // States, assignee, colours.
    ("]c f <Enter> x", "为规范要素流通，保护主体权益，制定本办法。 done"),
    ("]c f <Enter> x x", "为规范要素流通，保护主体权益，制定本办法。 open"),
    ("]c Fw @ \"乙\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 waiting @乙"),
    ("]c Fx c5", "为规范要素流通，保护主体权益，制定本办法。 violet dropped"),
    ("]c Fd", "为规范要素流通，保护主体权益，制定本办法。 done"),
    // Tags: what stands on Enter is the set.
    ("]c t \"甲 #乙　丙 甲\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 #丙 #乙 #甲"),
    ("]c t \"甲 乙\" <Enter> t <C-w> \"丙\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 #丙 #乙"),
    ("]c t \"甲\" <Enter> t <C-u> <Enter>", "为规范要素流通，保护主体权益，制定本办法。"),
    // A note of two lines.
    ("]c a \"一\" <C-j> \"二\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 “一/二”"),
    ("]c a \"一\" <M-Enter> \"二\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 “一/二”"),
    // On the label of an editor's note the whole note.
    ("gg ]e c2", "编者按本办法…细则》一并学习。 gold"),
    ("gg ]e j c2", "本办法是全省…细则》一并学习。 gold"),
    // Selections.
    ("]c 4l v 3l c2", "为规范要 gold"),
    ("]c 8l vis a \"句\" <Enter>", "为规范要素流通，保护主体权益，制定本办法。 “句”"),
    ("3]c 2l vis c2", "第三条 流通应当遵循依法合规、安全可控、公平高效的原则。 gold"),
    ("3]c j j vic c1", "流通应当遵循…对审核结果负责。 vermilion"),
    ("6]c / \"某安全\" <Enter> vi\" c4", "某安全法 azure"),
    ("3]c j j V j c2", "（一）来源于…对审核结果负责。 gold"),
    ("]c 4l v 3l <Esc> c2", "为规范要素流通，保护主体权益，制定本办法。 gold"),
    // Repeating.
    ("]c t \"甲\" <Enter> ]c .", "为规范要素流通，保护主体权益，制定本办法。 #甲|在本省行政区域内开展流通及其监督管理，适用本办法。 #甲"),
    // Undo and redo.
    ("]c t \"甲\" <Enter> c2 u", "为规范要素流通，保护主体权益，制定本办法。 #甲"),
    ("]c t \"甲\" <Enter> c2 2u", ""),
    ("]c t \"甲\" <Enter> c2 2u <C-r>", "为规范要素流通，保护主体权益，制定本办法。 #甲"),
    ("]c t \"甲\" <Enter> dd", ""),
    ("]c t \"甲\" <Enter> dd u", "为规范要素流通，保护主体权益，制定本办法。 #甲"),
  ])
  func keysMakeAnnotations(keys: String, expected: String) throws {
    let made = try journal(after: keys).joined(separator: "|")
    #expect(made == expected)
  }

  /// The commands change the annotation of the very range, else the innermost under the cursor.
  @Test func whatIsThereIsChanged() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("保护主体权益")
    try sample.annotate("第一条 为规范要素流通，保护主体权益，制定本办法。", [.color("jade")])
    let driver = sample.driver(120, 50)
    try driver.press("]c t \"甲\" <Enter>")
    try driver.press("/ \"主体\" <Enter> f <Enter>")
    #expect(
      sample.summary == ["为规范要素流通，保护主体权益，制定本办法。 jade #甲 open", "保护主体权益"])
    try driver.press("dd")
    #expect(sample.summary == ["为规范要素流通，保护主体权益，制定本办法。 jade #甲 open"])
  }

  /// What is undone, done again or repeated is said with its place, and shown.
  @Test(arguments: [
    ("]c c2 G u", "已撤销：新批注（第一条）", "第一条"), ("]c c2 c3 G u", "已撤销：颜色（第一条）", "第一条"),
    ("]c c2 c3 u G <C-r>", "已重做：颜色（第一条）", "第一条"), ("]c c2 2]c .", "已重复：颜色（第三条）", "第三条"),
  ])
  func whatIsUndoneIsShown(keys: String, message: String, clause: String) throws {
    let driver = try AnnotatedSample().driver(100, 16)
    try driver.press(keys)
    #expect(driver.session.report.message == message)
    #expect(driver.session.report.clause == clause)
  }

  @Test func whatIsInSightIsUndoneWithoutAJump() throws {
    let driver = try AnnotatedSample().driver(120, 60)
    try driver.press("]c c2 3]c u")
    #expect(driver.session.report.clause == "第四条")
  }

  @Test func whatWasNotUndoneIsNotSaidToBeDoneAgain() throws {
    let disk = OverlayDisk()
    let sample = try AnnotatedSample(disk: disk)
    let driver = sample.driver(120, 50)
    try driver.press("]c c2")
    let id = try #require(sample.document.annotations.first?.annotation.id)
    let other = try AnnotatedSample(disk: disk, seed: 90_001)
    try other.document.edit(id, [.color("jade")], by: "乙")
    try driver.press("u")
    #expect(driver.session.report.message.hasPrefix("没有撤销：新批注"))
    try driver.press("<C-r>")
    #expect(driver.session.report.message.hasPrefix("没有重做"))
  }

  @Test func aSecondNoteIsASecondAnnotation() throws {
    let lines = try journal(after: "]c a \"一\" <Enter> a \"二\" <Enter>")
    #expect(lines.map { $0.suffix(3) } == ["“一”", "“二”"])
    let edited = try journal(after: "]c a \"一\" <Enter> e \"补\" <Enter>")
    #expect(edited.map { $0.suffix(4) } == ["“一补”"])
  }

  /// Where the text stands on a screen of 120 columns.
  private static let textColumns = 29..<90

  /// What the bar marks is what is taken.
  @Test(arguments: ["]c", "]c 6l", "3]c", "3]c 3j", "2]a ]]", "3]c v j", "3]c V 3j", "]e j"])
  func theBarShowsWhatIsTaken(keys: String) throws {
    let sample = try AnnotatedSample()
    let driver = sample.driver(120, 60)
    try driver.press(keys)
    let frame = driver.frame
    let marked = (0..<60).filter { row in
      Self.textColumns.contains { frame.styled(frame[row: row, column: $0]).role == "margin.unit" }
    }
    try driver.press("c2 zR")
    let after = driver.frame
    let highlighted = (0..<60).filter { row in
      Self.textColumns.contains {
        after.styled(after[row: row, column: $0]).role.hasPrefix("highlight.gold")
      }
    }
    #expect(!marked.isEmpty)
    #expect(Set(highlighted).isSubset(of: marked))
    #expect(highlighted.first == marked.first && highlighted.last == marked.last)
  }

  @Test(arguments: [
    ("f \"2026-02-30\" <Enter>", "2026-02-30"), ("f \"后天吧\" <Enter>", "后天吧"),
    ("f \"+9999999999d\" <Enter>", "+9999999999d"),
  ])
  func whatIsNoDateStaysTyped(keys: String, typed: String) throws {
    let sample = try AnnotatedSample()
    let driver = sample.driver()
    try driver.press("]c " + keys)
    #expect(driver.session.report.mode == "prompt")
    #expect(driver.cursorRow.contains(typed))
    #expect(driver.session.report.message.contains(typed))
    #expect(driver.screen.contains { $0.contains(driver.session.report.message) })
    #expect(sample.summary.isEmpty)
    try driver.press("<C-u> \"12-1\" <Enter>")
    #expect(sample.summary.count == 1)
  }

  /// A change that could not be written is not shown as made, and what was typed is still there.
  @Test(arguments: [
    ("a \"请核对\"", "请核对", "note"), ("t \"甲 乙\"", "甲 乙", "prompt"), ("f \"+7d\"", "+7d", "prompt"),
    ("@ \"乙\"", "乙", "prompt"),
  ])
  func whatTheJournalRefusesStaysTyped(keys: String, typed: String, mode: String) throws {
    let sample = try AnnotatedSample()
    sample.refusal = "磁盘已满"
    let driver = sample.driver()
    try driver.press("]c \(keys) <Enter>")
    #expect(driver.session.report.mode == mode)
    #expect(driver.session.report.message == "磁盘已满")
    #expect(driver.screen.contains { $0.contains("磁盘已满") })
    #expect(driver.screen.contains { $0.contains(typed) })
    #expect(!driver.screen.contains { $0.contains("● 第一条") })
    sample.refusal = nil
    try driver.press("<Enter>")
    #expect(driver.session.report.mode == "normal")
    #expect(sample.summary.count == 1)
  }

  @Test func escapeKeepsADraftThatIsOfferedAgain() throws {
    let sample = try AnnotatedSample()
    let driver = sample.driver()
    try driver.press("]c a \"写到一半\" <Esc>")
    guard case .saveDraft(let draft) = driver.effects.last else {
      return #expect(Bool(false), "no draft was kept")
    }
    #expect(draft.text == "写到一半")
    // Another reader, later.
    let again = sample.driver()
    again.offer([draft])
    #expect(again.session.report.message.contains("草稿"))
    try again.press("gn \"，写完\" <Enter>")
    #expect(sample.summary.map { $0.suffix(9) } == ["“写到一半，写完”"])
    #expect(again.effects.contains(.discardDraft(draft.subject)))
  }

  @Test func throwingANoteAwayIsAskedOnce() throws {
    let sample = try AnnotatedSample()
    let driver = sample.driver()
    try driver.press("]c a \"不要了\" <C-c>")
    #expect(driver.session.report.mode == "note")
    try driver.press("\"改主意\" <C-c>")
    #expect(driver.session.report.mode == "note")
    try driver.press("<C-c>")
    #expect(driver.session.report.mode == "normal")
    #expect(sample.summary.isEmpty)
    #expect(driver.session.draft == nil)
  }

  @Test func undoTakesThisWritersLastChange() throws {
    let sample = try AnnotatedSample()
    let driver = sample.driver()
    try driver.press("]c a \"原话\" <Enter>")
    let id = try #require(sample.document.annotations.first?.annotation.id)
    try driver.press("e \"改\" <Enter>")
    try sample.document.edit(id, [.note("别人改的")], by: "乙")
    try driver.press("u")
    #expect(sample.summary.first?.hasSuffix("“原话改”") == true)
  }

  @Test func theDraftOfANoteThatIsNotSavedGoesOnceItIs() throws {
    let disk = ForgetfulDisk()
    let sample = try AnnotatedSample(disk: disk)
    try sample.annotate("隐私计算")
    let driver = sample.driver()
    disk.isForgetful = true
    try driver.press("]c a \"要留住\" <Enter>")
    #expect(driver.session.report.mode == "normal")
    #expect(sample.document.annotations.contains { !$0.isSaved })
    disk.isForgetful = false
    try driver.press("gs")
    #expect(sample.document.annotations.allSatisfy { $0.isSaved })
    let isForgotten = driver.effects.contains { if case .discardDraft = $0 { true } else { false } }
    #expect(isForgotten)
    try driver.press("gn")
    #expect(driver.session.report.message == "没有未保存的草稿")
  }

  @Test func completionOffersTagsInUseAndEnterPicksNone() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("保护主体权益", [.tag("台账", true), .tag("合规", true)])
    let driver = sample.driver()
    try driver.press("2]c t \"台\"")
    #expect(driver.screen.contains { $0.contains("台账") && $0.contains("1 处") })
    try driver.press("<Enter>")
    #expect(sample.summary.last?.hasSuffix("#台") == true)
    try driver.press("3]c t \"甲 合\" <Tab> <Enter>")
    #expect(sample.summary.last?.contains("#合规") == true)
    #expect(sample.summary.last?.contains("#甲") == true)
  }
}

extension AnnotatedSample {
  /// The annotations, one a line: quote, colour, note, tags, follow-up.
  var summary: [String] {
    document.annotations.map { placed in
      let annotation = placed.annotation
      let quote = placed.quote.replacing("\n", with: "")
      var parts = [quote.count > 40 ? "\(quote.prefix(6))…\(quote.suffix(8))" : quote]
      if let color = annotation.color { parts.append(color) }
      if let note = annotation.note { parts.append("“\(note.replacing("\n", with: "/"))”") }
      parts += annotation.tags.map { "#\($0)" }
      if let followUp = annotation.followUp {
        parts.append(followUp.status)
        if let due = followUp.due { parts.append(due) }
        if let assignee = followUp.assignee { parts.append("@\(assignee)") }
      }
      return parts.joined(separator: " ")
    }
  }
}
