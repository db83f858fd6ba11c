import BulletinCore
import Testing

@testable import AnnotationJournal

/// Texts without clauses: headings, items and paragraphs, one to a line.
struct PlanTests {
  private struct Line {
    var id: Int
    var text: String
  }

  private func plan(_ dice: inout FixedDice) -> [Line] {
    var texts = ["# 岚州\(dice.pick(Wording.fields))行动计划"]
    for chapter in 1...5 {
      texts.append("## \(numeral(chapter))、\(dice.pick(Wording.purposes))的总体安排")
      for section in 1...4 {
        texts.append(
          "（\(numeral(section))）\(dice.pick(Wording.actions))\(dice.pick(Wording.objects))")
        for _ in 0...dice.roll(3) {
          texts.append(Wording.sentence(&dice) + Wording.sentence(&dice))
        }
      }
    }
    return texts.enumerated().map { Line(id: $0.offset, text: $0.element) }
  }

  private func text(_ lines: [Line]) -> PresentText {
    presentText(lines.map(\.text).joined(separator: "\n\n"))
  }

  /// The unit of each line that has one of its own.
  private func ranges(_ lines: [Line], in text: PresentText) -> [Int: Range<Int>] {
    var ranges: [Int: Range<Int>] = [:]
    for (index, line) in lines.enumerated() {
      let unit = text.bulletin.unit(holding: index)
      if unit.line == index, unit.pieces.count == 1 { ranges[line.id] = text.range(of: unit) }
    }
    return ranges
  }

  @Test func unitsKeepTheirNotesAndThoseCutOutLoseThem() {
    var certain = Share()
    var silent = Share()
    for seed in 1...8 {
      var dice = FixedDice(seed + 700)
      let old = plan(&dice)
      var new = old
      var touched: Set<Int> = []
      for line in old.dropFirst() where dice.happens(0.2) {
        guard let place = new.firstIndex(where: { $0.id == line.id }) else { continue }
        touched.insert(line.id)
        switch dice.roll(3) {
        case 0: new.remove(at: place)
        case 1: new[place].text.swapNeutralWord(&dice)
        default: new[place].text += Wording.sentence(&dice)
        }
      }
      new.insert(Line(id: -1, text: Wording.sentence(&dice)), at: dice.roll(new.count))
      let (before, after) = (text(old), text(new))
      let (from, to) = (ranges(old, in: before), ranges(new, in: after))
      let ids = from.keys.sorted()
      let targets = ids.compactMap { from[$0] }.map { before.makeTarget($0, document: "") }
      let anchors = Anchoring(after).anchors(for: targets) { _ in before.normalized.utf8 }
      for (id, anchor) in zip(ids, anchors) {
        if !new.contains(where: { $0.id == id }) {
          if !new.contains(where: { $0.text == old[id].text }) { silent.count(anchor.isSilent) }
        } else if !touched.contains(id), let place = to[id] {
          certain.count((anchor.state == .exact || anchor.state == .moved) && anchor.range == place)
        }
      }
    }
    #expect(certain.all > 300 && silent.all > 20)
    #expect(certain.value >= 0.99, "\(certain)")
    #expect(silent.value <= 0.005, "\(silent)")
  }

  @Test func aHeadingKeepsItsNoteWhenWhatFollowsIsCutOut() throws {
    let old = presentText("# 岚州行动计划\n\n一、养护责任安排\n\n按季度清点界桩坐标数据。\n\n二、预冷车间布局\n\n参照行业惯例更新靠泊计划。")
    let new = presentText("# 岚州行动计划\n\n一、养护责任安排\n\n二、预冷车间布局\n\n参照行业惯例更新靠泊计划。")
    let range = try #require(old.places(of: "养护责任安排").first)
    let anchor = Anchoring(new).anchors(for: [old.makeTarget(range, document: "")]) { _ in
      old.normalized.utf8
    }[0]
    #expect(anchor.isSilent)
    #expect(anchor.range.map { new.quote(of: $0) } == "养护责任安排")
  }
}
