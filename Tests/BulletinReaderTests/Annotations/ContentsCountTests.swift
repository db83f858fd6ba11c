import AnnotationJournal
import BulletinCore
import Testing

@testable import BulletinReader

@Suite struct ContentsCountTests {
  @Test(arguments: 1...3)
  func countsAreThoseOfAWalk(seed: UInt64) throws {
    let sample = try AnnotatedSample()
    var chance = RandomReading(seed: seed)
    let lines = sample.text.split(separator: "\n").filter { $0.unicodeScalars.count > 6 }
    for _ in 0..<30 {
      let line = try #require(lines.randomElement(using: &chance))
      let isPending = Bool.random(using: &chance)
      try sample.annotate(String(line.suffix(5)), isPending ? [.status("open")] : [])
    }
    let list = sample.list
    let outline = Outline(sample.document.bulletin)
    var node = outline.first
    var total = 0
    while let present = node {
      let below = list.placed.filter { one in
        guard let start = one.bytes?.lowerBound,
          let line = sample.document.bulletin.lineIndex(atByte: start),
          let innermost = outline.node(holding: line)
        else { return false }
        return outline.path(of: innermost).contains(present)
      }
      if case .column = present {
      } else {
        let count = list.count(beginningIn: outline.bytes(of: present))
        #expect(count.all == below.count)
        #expect(count.pending == below.filter { $0.annotation.followUp != nil }.count)
        if outline.depth(of: present) == 0 { total += count.all }
      }
      node = outline.next(present) { _ in true }
    }
    #expect(total == list.placedCount)
  }

  @Test func eachLineShowsWhatLiesBelowIt() throws {
    let driver = try AnnotatedSample.amended().driver(120, 40)
    try driver.press("zR")
    func line(_ words: String) -> String {
      driver.screen.first { $0.contains(words) }?.split(separator: "│").first.map(String.init) ?? ""
    }
    #expect(line("1 数据要素流通").hasSuffix("●4 ⚑ "))
    #expect(line("  第三条 流通").contains("●3 ⚑"))
    #expect(line("第二章 流通").contains("●") && !line("第二章 流通").contains("⚑"))
    #expect(!line("第四条 前款").contains("●"))
    let row = try #require(driver.screen.firstIndex { $0.contains("  第三条 流通") })
    #expect(driver.roles(in: row).contains("follow-up.overdue"))
  }

  @Test func aNarrowPaneKeepsItsWords() throws {
    let driver = try AnnotatedSample.amended().driver(80, 24) { $0.split.contents = 12 }
    #expect(driver.screen.contains { $0.contains("数据") })
  }
}
