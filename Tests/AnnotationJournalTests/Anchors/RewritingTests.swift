import BulletinCore
import Testing

@testable import AnnotationJournal

/// Amendments that leave little of a text, and those that only put it in other words.
struct RewritingTests {
  private static let clauses = [
    "为了规范渔港锚地的使用，保障渔船停泊安全，制定本办法。",
    "渔船进港停泊，必须在30日前向渔港监督机构登记，缴纳2万元保证金。",
    "锚地水深测量由渔港经营人承担，误差不得超过百分之五。",
    "渔港经营人应当建立冷链仓储台账，记录海产品入库温度、批次和检疫结论，保存三年以上。",
    "违反本办法第二条规定，渔船未登记的，由渔港监督机构责令改正，处一万元以上三万元以下罚款。",
    "违反本办法第四条规定，渔港经营人未建立台账的，由渔港监督机构责令改正，处一万元以上三万元以下罚款。",
    "本办法自公布之日起施行。",
  ]

  private func text(_ clauses: [String]) -> PresentText {
    let lines = clauses.enumerated().map { "第\(numeral($0.offset + 1))条 \($0.element)" }
    return presentText("# 岚州渔港锚地管理办法\n\n" + lines.joined(separator: "\n\n") + "\n")
  }

  /// Anchors the whole of an old clause in the new text.
  private func anchor(_ index: Int, of old: [String] = clauses, in new: [String]) throws -> (
    anchor: Anchor, quote: String
  ) {
    let (before, after) = (text(old), text(new))
    let range = try #require(before.places(of: old[index]).first)
    let kept = before.normalized.utf8
    let target = before.makeTarget(range, document: "")
    let anchor = Anchoring(after).anchors(for: [target]) { _ in kept }[0]
    return (anchor, anchor.range.map { after.quote(of: $0) } ?? "")
  }

  private func replaced(_ index: Int, _ word: String, _ other: String) -> [String] {
    var clauses = Self.clauses
    clauses[index] = clauses[index].replacing(word, with: other)
    return clauses
  }

  // MARK: The same in other words

  @Test(arguments: [
    (1, "必须", "应当"), (1, "30日", "三十日"), (1, "2万元", "二万元"), (1, "2万元", "20,000元"),
    (2, "百分之五", "5%"), (3, "三年", "3年"), (4, "一万元以上三万元", "1万元以上3万元"),
    (3, "记录海产品", "对以下事项予以记录：海产品"),
  ])
  func whatIsOnlyPutOtherwiseIsCertain(index: Int, word: String, other: String) throws {
    let (anchor, quote) = try anchor(index, in: replaced(index, word, other))
    #expect(anchor.state == .changed)
    #expect(quote.contains(other))
  }

  @Test(arguments: [
    (1, "必须", "可以"), (1, "30日", "四十日"), (1, "2万元", "二千元"), (2, "百分之五", "百分之六"),
    (2, "百分之五", "五"), (3, "三年", "30年"), (3, "三年以上", "三年以下"),
  ])
  func whatSaysSomethingElseIsDoubtful(index: Int, word: String, other: String) throws {
    let (anchor, _) = try anchor(index, in: replaced(index, word, other))
    guard case .meaning = anchor.doubt else {
      Issue.record("\(anchor)")
      return
    }
  }

  @Test(arguments: [
    ("20万", "二十万"), ("200000", "二十万"), ("200,000", "二十万"), ("2.5万", "二万五千"), ("30%", "30%"),
    ("一亿二千万", "12000万"), ("一百零八", "108"), ("二〇三三", "2033"), ("十五", "15"), ("两", "2"),
  ])
  func numbersCountByWhatTheySay(one: String, other: String) {
    #expect(counted(one) == counted(other))
  }

  @Test func numbersThatDifferDiffer() {
    let values = ["0", "1", "2", "10", "30", "30%", "31", "3.1", "0.31", "万", "亿", "十万", "一百零一"]
    #expect(Set(values.map(counted)).count == values.count)
    // Longer than what a floating point number tells apart.
    #expect(counted("3101041990010112345") != counted("3101041990010112346"))
  }

  private func counted(_ text: String) -> Int {
    countedValue(text.unicodeScalars.map(\.value)[...])
  }

  // MARK: New sentences

  @Test func aMarkInANewSentenceAltersNoOldOne() throws {
    var new = replaced(2, "误差不得超过", "误差一律不得超过")
    new[2] = "测量锚地水深，应当使用检定合格的仪器，每季度不得少于两次。" + new[2]
    #expect(try anchor(2, in: new).anchor.state == .changed)
    // In place of an old sentence it does.
    let other = replaced(1, Self.clauses[1], "渔船进港停泊，可以在离港时向渔港监督机构登记，不缴纳保证金。")
    #expect(try anchor(1, in: other).anchor.state == .doubtful)
    let proviso = replaced(2, "百分之五。", "百分之五。但是，避风时可以不测量。")
    #expect(try anchor(2, in: proviso).anchor.state == .doubtful)
  }

  // MARK: Rewritten beyond certainty

  @Test func aRewrittenClauseIsDoubtfulWhereItsSubjectIs() throws {
    let rewritten = "从事海产品冷链经营的单位，依照食品安全的规定查验检疫结论，留存入库批次凭证。"
    var new = Self.clauses
    new[3] = rewritten
    new.insert("渔港应当配备消防艇。", at: 2)
    let (anchor, quote) = try anchor(3, in: new)
    #expect(anchor.doubt == .place)
    #expect(quote.hasSuffix(rewritten))
  }

  @Test func whatOtherClausesSayAlreadyIsNoPlaceForOneCutOut() throws {
    // Every word of the clause stands elsewhere, in clauses that are what they were.
    let old = Self.clauses.dropLast() + ["渔港监督机构责令渔港经营人建立冷链仓储台账，记录批次。", Self.clauses[6]]
    #expect(try anchor(6, of: Array(old), in: Self.clauses).anchor.state == .orphaned)
    for index in [1, 2, 3] {
      var new = Self.clauses
      new.remove(at: index)
      #expect(try anchor(index, in: new).anchor.state == .orphaned, "\(index)")
    }
  }

  @Test func twoLookAlikesBothAmendedKeepTheirPlaces() throws {
    var new = Self.clauses
    for index in [4, 5] { new[index] = new[index].replacing("责令改正", with: "责令限期改正") }
    for index in [4, 5] {
      let (anchor, quote) = try anchor(index, in: new)
      #expect(anchor.state == .changed)
      #expect(quote.hasSuffix(new[index]))
    }
    // Of two only one is left: it is the other's.
    new.remove(at: 4)
    #expect(try !anchor(4, in: new).anchor.isSilent)
  }

  @Test func whatRunsOnIntoItsNeighbourIsNotSure() throws {
    let title = "《岚州渔港锚地管理办法》印发"
    let before = presentText("渔港经营人清点了锚地浮标。\n\n\(title)\n\n省厅印发办法，自三月起施行。\n")
    let after = presentText(
      "渔港经营人清点锚地浮标和系泊设施，随后将结果报送渔港监督机构备查（见附表）\(title)\n\n"
        + "省厅印发办法，自三月起施行。\n")
    let range = try #require(before.places(of: title).first)
    let kept = before.normalized.utf8
    let target = before.makeTarget(range, document: "")
    let anchor = Anchoring(after).anchors(for: [target]) { _ in kept }[0]
    let quote = anchor.range.map { after.quote(of: $0) } ?? ""
    #expect(!anchor.isSilent || quote == title, "\(anchor) \(quote)")
  }

  @Test func rewrittenAndCutClausesAreToldApart() throws {
    var placed = Share()
    var silent = Share()
    for seed in 1...6 {
      var dice = FixedDice(seed + 900)
      let old = Regulation(clauses: 40, penalties: 10, &dice)
      var new = old
      var rewritten: [Int] = []
      for index in new.clauses.indices where dice.happens(0.2) {
        // The second half of each paragraph is written anew.
        new.clauses[index].paragraphs = new.clauses[index].paragraphs.map {
          String($0.prefix($0.count / 2)) + Wording.sentence(&dice)
        }
        rewritten.append(new.clauses[index].id)
      }
      let cut = new.cutClauses(8, &dice).map(\.id)
      let trial = try AnchorTrial(old, new)
      for id in rewritten where !cut.contains(id) {
        let clause = try #require(trial.newClauses[id])
        let anchor = trial.anchors([try #require(trial.oldClauses[id])])[0]
        placed.count(anchor.range?.overlaps(clause) ?? false)
      }
      for id in cut {
        silent.count(trial.anchors([try #require(trial.oldClauses[id])])[0].isSilent)
      }
    }
    #expect(placed.value >= 0.98, "\(placed)")
    #expect(silent.value <= 0.005, "\(silent)")
  }
}
