import BulletinCore
import Testing

@testable import BulletinReader

@Suite struct OutlineTests {
  private func nodes(_ outline: Outline, isOpen: (OutlineNode) -> Bool) -> [OutlineNode] {
    var nodes: [OutlineNode] = []
    var next = outline.first
    while let node = next {
      nodes.append(node)
      next = outline.next(node, isOpen: isOpen)
    }
    return nodes
  }

  @Test(arguments: 0..<16)
  func upIsTheWayDownBackwards(pattern: Int) {
    let outline = Outline(SampleBulletins.bulletin(SampleBulletins.issue))
    let isOpen: (OutlineNode) -> Bool = { node in
      if case .section(let index) = node { return pattern >> (index % 4) & 1 == 1 }
      return pattern % 3 != 0
    }
    let down = nodes(outline, isOpen: isOpen)
    var up: [OutlineNode] = []
    var next = outline.last(isOpen: isOpen)
    while let node = next {
      up.append(node)
      next = outline.previous(node, isOpen: isOpen)
    }
    #expect(down == up.reversed())
    #expect(down.allSatisfy { outline.visible($0, isOpen: isOpen) == $0 })
  }

  @Test func everythingOpenListsEverySectionOnce() {
    let bulletin = SampleBulletins.bulletin(SampleBulletins.issue)
    let all = nodes(Outline(bulletin)) { _ in true }
    let sections = all.filter { if case .section = $0 { true } else { false } }
    #expect(sections == bulletin.sections.indices.map { .section($0) })
    #expect(Set(all).count == all.count)
  }

  @Test func whatStandsBehindTheArticlesHasALineOfItsOwn() {
    let text = SampleBulletins.issue + "\n\n主编简介\n某省信息化促进会\n本会成立于2001年，是非营利性社会组织。\n"
    let bulletin = SampleBulletins.bulletin(text)
    let outline = Outline(bulletin)
    #expect(outline.hasBack)
    #expect(outline.node(holding: bulletin.roles.count - 1) == .back)
    #expect(outline.last { _ in false } == .back)
    #expect(outline.previous(.back) { _ in false } == .article(2))
  }

  @Test func aLineBelongsToTheInnermostNode() {
    let bulletin = SampleBulletins.bulletin(SampleBulletins.issue)
    let outline = Outline(bulletin)
    #expect(outline.node(holding: 0) == .front)
    for (index, section) in bulletin.sections.enumerated() {
      #expect(outline.node(holding: section.line) == .section(index))
    }
    #expect(outline.node(holding: bulletin.articles[1].titleLine) == .article(1))
  }
}
