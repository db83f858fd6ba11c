import BulletinCore
import Testing

@testable import AnnotationJournal

/// Single cases: what an amendment does to one anchor.
struct AnchoringTests {
  private static let clauses = [
    "为了保护港口岸线，规范泊位调度，根据有关法律，制定本办法。",
    "岸线使用人应当自竣工验收之日起三十日内，向交通运输主管部门报送泊位调度台账。逾期未报送的，予以提醒。",
    "古树名木的养护责任人发现树冠支撑架松动的，可以委托专业机构加固。",
    "承储单位应当统一编制熏蒸作业记录，一般每季度清点一次。",
    "未成年人进入冷库参观，应当由监护人陪同。",
    "违反本办法第二条规定，岸线使用人隐瞒泊位用途的，由交通运输主管部门责令改正，处一万元以上五万元以下罚款。",
    "违反本办法第四条规定，承储单位涂改熏蒸作业记录的，由粮食和物资储备部门责令改正，处一万元以上五万元以下罚款。",
    "本办法自公布之日起施行。",
  ]

  private static func text(_ clauses: [String]) -> String {
    let lines = clauses.enumerated().map { "第\(numeral($0.offset + 1))条 \($0.element)" }
    return "# 岚州港口岸线管理办法\n\n" + lines.joined(separator: "\n\n") + "\n"
  }

  /// Anchors a quote of the old text, or a whole clause, in the new one.
  private func anchor(
    _ quote: String, from old: [String] = AnchoringTests.clauses, to new: [String],
    isKept: Bool = true
  ) throws -> (anchor: Anchor, quote: String) {
    try anchor(quote, from: Self.text(old), to: Self.text(new), isKept: isKept)
  }

  private func anchor(
    _ quote: String, from old: String, to new: String, isKept: Bool = true
  ) throws -> (anchor: Anchor, quote: String) {
    let (old, new) = (presentText(old), presentText(new))
    let range = try #require(old.places(of: quote).first)
    let target = old.makeTarget(range, document: "")
    let kept = old.normalized.utf8
    let anchor = Anchoring(new).anchors(for: [target]) { _ in isKept ? kept : nil }[0]
    return (anchor, anchor.range.map { new.quote(of: $0) } ?? "")
  }

  private func replaced(_ index: Int, _ clause: String) -> [String] {
    var clauses = Self.clauses
    clauses[index] = clause
    return clauses
  }

  // MARK: Same text

  @Test func anUnchangedEditionIsExactWithoutTheKeptOne() throws {
    let (anchor, quote) = try anchor("泊位调度", to: Self.clauses, isKept: false)
    #expect(anchor == Anchor(.exact, anchor.range, confidence: 1))
    #expect(quote == "泊位调度")
  }

  @Test func aRenumberedClauseMovedAndOneAboveTheChangeIsExact() throws {
    var new = Self.clauses
    new.insert("岸线分为深水岸线和一般岸线，具体范围由省人民政府公布。", at: 2)
    #expect(try anchor(Self.clauses[1], to: new).anchor.state == .exact)
    let (moved, quote) = try anchor(Self.clauses[2], to: new)
    #expect(moved.state == .moved && moved.confidence == 1)
    #expect(quote == Self.clauses[2])
  }

  @Test func aClauseThatChangedItsPlaceMoved() throws {
    var new = Self.clauses
    new.insert(new.remove(at: 2), at: 6)
    let (anchor, quote) = try anchor(Self.clauses[2], to: new)
    #expect(anchor.state == .moved)
    #expect(quote == Self.clauses[2])
  }

  @Test func formattingIsNoChange() throws {
    let new = Self.text(Self.clauses)
      .replacing("，", with: ", ").replacing("第三条 ", with: "**第三条**　")
      .replacing("松动", with: "松\u{200B}动").replacing("可以委托", with: "可以\n\n委托")
    let (anchor, _) = try anchor(Self.clauses[2], from: Self.text(Self.clauses), to: new)
    #expect(anchor.state == .exact)
  }

  @Test func aReferenceThatFollowsItsRenumberedClauseIsNoChangeOfMeaning() throws {
    var new = Self.clauses
    new.insert("岸线分为深水岸线和浅水岸线，具体范围由省人民政府公布。", at: 1)
    new[6] = new[6].replacing("第二条", with: "第三条")
    #expect(try anchor(Self.clauses[5], to: new).anchor.state == .changed)
    new[6] = new[6].replacing("第三条", with: "第五条")
    let (wrong, _) = try anchor(Self.clauses[5], to: new)
    #expect(wrong.doubt == .meaning([.clauseReference]))
  }

  // MARK: Amended text

  @Test(arguments: [
    (1, "应当", "可以", MeaningChange.modality), (1, "三十日", "十五日", .number),
    (1, "逾期未报送", "逾期报送", .negation), (2, "可以委托", "不得委托", .modality),
    (2, "松动的，可以", "松动的，不可以", .negation), (4, "未成年人", "成年人", .negation),
    (5, "五万元以下", "八万元以下", .number), (5, "以上五万元以下", "以上五万元以上", .bound),
    (3, "一次", "两次", .number), (1, "之日起三十日", "之日起三个月", .number),
  ])
  func aMarkThatChangedIsDoubtful(index: Int, word: String, other: String, change: MeaningChange)
    throws
  {
    let amended = Self.clauses[index].replacing(word, with: other)
    let (anchor, quote) = try anchor(Self.clauses[index], to: replaced(index, amended))
    #expect(anchor.state == .doubtful)
    guard case .meaning(let changes) = anchor.doubt else {
      Issue.record("\(String(describing: anchor.doubt))")
      return
    }
    #expect(changes.contains(change))
    #expect(quote == amended)
  }

  @Test(arguments: [
    (2, "专业机构", "有资质的机构"), (3, "统一编制", "集中编制"), (3, "一般每季度", "原则上每季度"),
    (4, "未成年人进入冷库参观", "进入冷库参观的中小学生和未成年人"), (1, "交通运输主管部门", "港航管理机构"),
    (2, "加固。", "进一步加固。"), (0, "规范泊位调度", "规范泊位统一调度"), (5, "责令改正", "责令立即改正"),
  ])
  func aNeutralWordThatChangedIsCertain(index: Int, word: String, other: String) throws {
    let amended = Self.clauses[index].replacing(word, with: other)
    let (anchor, quote) = try anchor(Self.clauses[index], to: replaced(index, amended))
    #expect(anchor.state == .changed)
    #expect(anchor.confidence > 0.6 && anchor.confidence < 1)
    #expect(quote == amended)
  }

  @Test func anUnalteredPhraseOfAnAlteredClauseIsExact() throws {
    let new = replaced(1, Self.clauses[1].replacing("三十日", with: "十五日"))
    #expect(try anchor("向交通运输主管部门报送泊位调度台账", to: new).anchor.state == .exact)
    #expect(try anchor("之日起三十日内", to: new).anchor.state == .doubtful)
  }

  @Test func aSentenceBehindIsNoChangeOfMeaningButAWordInsideMayBe() throws {
    let behind = Self.clauses[2] + "未经备案的机构不得承接。"
    #expect(try anchor(Self.clauses[2], to: replaced(2, behind)).anchor.state == .changed)
    #expect(try anchor("可以委托专业机构加固", to: replaced(2, behind)).anchor.state == .exact)
    let inside = Self.clauses[2].replacing("松动的，", with: "松动且未经处理的，")
    #expect(try anchor(Self.clauses[2], to: replaced(2, inside)).anchor.state == .doubtful)
    let proviso = Self.clauses[2] + "但是，树龄不足百年的除外。"
    #expect(try anchor(Self.clauses[2], to: replaced(2, proviso)).anchor.state == .doubtful)
  }

  @Test func aWordRightBeforeAPhraseMayTurnItRound() throws {
    let new = replaced(2, Self.clauses[2].replacing("可以委托", with: "不可以委托"))
    #expect(try anchor("可以委托专业机构加固", to: new).anchor.doubt == .meaning([.negation]))
  }

  @Test func labelsOfItemsAreNoChange() throws {
    let old = ["经营冷库，应当具备下列条件：\n（一）有预冷车间；\n（二）有应急发电机组；\n（三）有温度监测设备。", Self.clauses[2]]
    let new = [
      "经营冷库，应当具备下列条件：\n（一）有预冷车间；\n（二）有专职人员；\n（三）有应急发电机组；\n（四）有温度监测设备。", Self.clauses[2],
    ]
    #expect(try anchor("（二）有应急发电机组；", from: old, to: new).anchor.state == .exact)
    #expect(try anchor(old[0], from: old, to: new).anchor.state == .changed)
  }

  // MARK: Text that is gone

  @Test func aClauseCutOutIsAnOrphan() throws {
    for index in [2, 3, 5, 6] {
      var new = Self.clauses
      new.remove(at: index)
      let (anchor, _) = try anchor(Self.clauses[index], to: new)
      #expect(!anchor.isSilent, "\(index)")
    }
    var new = Self.clauses
    new.remove(at: 2)
    #expect(try anchor(Self.clauses[2], to: new).anchor == .orphaned)
  }

  @Test func whatWasNotUniqueThenIsNotSureBecauseItIsNow() throws {
    var new = Self.clauses
    new.remove(at: 5)
    let (anchor, _) = try anchor("由交通运输主管部门责令改正", to: new)
    #expect(!anchor.isSilent)
    let fine = try self.anchor("处一万元以上五万元以下罚款", to: new)
    #expect(!fine.anchor.isSilent)
  }

  @Test func oneOfTwoEqualClausesThatIsGoneDoesNotTakeTheOther() throws {
    let twice = "主管部门应当将检查结果向社会公布，接受社会监督。"
    let old = [Self.clauses[0], twice, Self.clauses[1], Self.clauses[2], twice, Self.clauses[7]]
    let new = [Self.clauses[0], twice, Self.clauses[1], Self.clauses[2], Self.clauses[7]]
    let (before, after) = (presentText(Self.text(old)), presentText(Self.text(new)))
    let targets = before.places(of: twice).map { before.makeTarget($0, document: "") }
    let anchors = Anchoring(after).anchors(for: targets) { _ in before.normalized.utf8 }
    #expect(anchors[0].state == .exact)
    #expect(!anchors[1].isSilent)
  }

  // MARK: Merged and split

  @Test func mergedClausesShareAPlace() throws {
    var new = Self.clauses
    new[2] += new.remove(at: 3)
    let (first, _) = try anchor(Self.clauses[2], to: new)
    let (second, quote) = try anchor(Self.clauses[3], to: new)
    #expect(first.isSilent && second.isSilent)
    #expect(quote.hasSuffix(Self.clauses[3]))
  }

  @Test func eachHalfOfASplitClauseKeepsItsPhrases() throws {
    let halves = ["岸线使用人应当自竣工验收之日起三十日内，向交通运输主管部门报送泊位调度台账。", "逾期未报送的，予以提醒。"]
    var new = Self.clauses
    new.replaceSubrange(1...1, with: halves)
    #expect(try anchor("报送泊位调度台账", to: new).anchor.isSilent)
    let (anchor, quote) = try anchor("逾期未报送的，予以提醒", to: new)
    #expect(anchor.range != nil)
    #expect(quote == "逾期未报送的，予以提醒")
  }

  // MARK: Without the kept edition

  @Test func withoutTheEditionWordsAndSurroundingsDecide() throws {
    var new = Self.clauses
    new.insert("岸线分为深水岸线和浅水岸线，具体范围由省人民政府公布。", at: 0)
    let (unique, quote) = try anchor("委托专业机构加固", to: new, isKept: false)
    #expect(unique.isSilent)
    #expect(quote == "委托专业机构加固")
    new.remove(at: 3)
    #expect(try !anchor("委托专业机构加固", to: new, isKept: false).anchor.isSilent)
    let misread = replaced(2, Self.clauses[2].replacing("支撑架", with: "支掌架"))
    let (near, _) = try anchor("树冠支撑架松动的", to: misread, isKept: false)
    #expect(near.doubt == .place && near.range != nil)
  }

  @Test func bytesThatAreNotTheEditionCountAsNotKept() throws {
    let (old, new) = (presentText(Self.text(Self.clauses)), presentText("第一条 别的内容。\n"))
    let target = old.makeTarget(0..<12, document: "")
    #expect(Anchoring(new).anchors(for: [target]) { _ in [0x41] } == [.orphaned])
  }

  // MARK: Ends

  @Test func theEndsOfATextAreNoTrap() throws {
    let old = presentText("𠮷野家的第一句。中间一句话讲述养护。最后一句e\u{301}")
    for new in [
      "", "\u{200B}", "𠮷", old.normalized.string(0..<8), "前言。" + old.normalized.string(0..<30),
    ] {
      let present = presentText(new)
      let ranges = [
        0..<1, 0..<old.normalized.count, old.normalized.count - 1..<old.normalized.count, 3..<3,
      ]
      let targets = ranges.map { old.makeTarget($0, document: "") }
      for kept in [old.normalized.utf8, nil] {
        for anchor in Anchoring(present).anchors(for: targets, kept: { _ in kept }) {
          if let range = anchor.range { #expect(range.upperBound <= present.normalized.count) }
        }
      }
    }
    var beyond = old.makeTarget(0..<4, document: "")
    beyond.position = 5..<900
    #expect(Anchoring(old).anchors(for: [beyond]) { _ in nil } == [.orphaned])
  }
}
