import BulletinCore
import Testing

@testable import AnnotationJournal

/// Places of a text that is longer than what is compared around a change.
@Suite struct PlaceCarryingTests {
  /// 400 clauses of two sentences; no two say the same.
  private let lines = (1...400).map { number in
    "第\(number)条 编号为\(number * 7 + 1000)的单位应当按期报送情况。逾期\(number * 3 + 2)日的按照规定处理。"
  }

  private func bulletin(_ lines: [String]) -> Bulletin {
    Bulletin(SourceText(lines.joined(separator: "\n")))
  }

  /// The line at which each line of one text begins in the other; nil for those that are gone.
  private func carried(_ old: [String], _ new: [String]) -> [Int?] {
    let (before, after) = (bulletin(old), bulletin(new))
    var carrying = PlaceCarrying(from: before, to: after)
    return before.source.lines.map { line in
      guard let start = carrying.start(of: line.bytes) else { return nil }
      return after.source.lines.firstIndex { Int($0.start) == start }
    }
  }

  @Test(arguments: [0, 3, 200, 397, 400]) func linesKeepTheirWordsAroundNewOnes(at place: Int) {
    var new = lines
    new.insert(contentsOf: ["第\(place + 1)条 新增的一条另有规定。", "本条自公布之日起施行。"], at: place)
    let expected = lines.indices.map { $0 < place ? $0 : $0 + 2 }
    #expect(carried(lines, new) == expected)
  }

  @Test(arguments: [0, 3, 200, 399]) func aLineThatIsGoneLeavesTheOthers(at place: Int) {
    var new = lines
    new.remove(at: place)
    let expected = lines.indices.map { $0 == place ? nil : $0 < place ? $0 : $0 - 1 }
    #expect(carried(lines, new) == expected)
  }

  @Test func aLineThatMovedFarIsFollowed() {
    var new = lines
    new.insert(new.remove(at: 50), at: 300)
    let expected = lines.indices.map { line in
      line == 50 ? 300 : (51...300).contains(line) ? line - 1 : line
    }
    #expect(carried(lines, new) == expected)
  }

  @Test func changesFarApartAreBothSeen() {
    var new = lines
    new[20] = new[20].replacing("逾期", with: "无正当理由逾期")
    new.insert("第二百条之一 新增的一条另有规定。", at: 200)
    new.remove(at: 380)
    let expected = lines.indices.map { line -> Int? in
      line < 200 ? line : line < 379 ? line + 1 : line == 379 ? nil : line
    }
    #expect(carried(lines, new) == expected)
  }

  @Test func aSentenceThatWasAmendedIsFoundInItsClause() throws {
    var new = lines
    new[200] = new[200].replacing("应当按期", with: "应当于每月五日前")
    let (before, after) = (bulletin(lines), bulletin(new))
    var carrying = PlaceCarrying(from: before, to: after)
    let byte = Int(before.source.lines[200].end) - 30
    let found = carrying.start(of: byte..<byte + 1)
    let start = try #require(found)
    #expect(after.source.lines[200].bytes.upperBound - start == 30)
  }

  @Test func otherBlanksMoveNothing() {
    let new = lines.map { $0.replacing(" ", with: "\u{3000}\u{3000}") }
    #expect(carried(lines, new) == Array(lines.indices))
  }
}
