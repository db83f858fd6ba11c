import Testing

@testable import AnnotationJournal

struct ComparisonPropertyTests {
  @Test func imagesAscendAndShowEqualScalars() {
    for seed in 1...300 {
      var dice = FixedDice(seed)
      let old = (0..<dice.roll(400)).map { _ in UInt32(0x4E00 + dice.roll(seed % 2 == 0 ? 3 : 60)) }
      var new = old
      for _ in 0..<dice.roll(30) where !new.isEmpty {
        let place = dice.roll(new.count)
        switch dice.roll(3) {
        case 0: new.remove(at: place)
        case 1: new.insert(UInt32(0x4E00 + dice.roll(60)), at: place)
        default: new.insert(contentsOf: old.prefix(dice.roll(40)), at: place)
        }
      }
      let images = scalarImages(of: old[...], in: new[...])
      #expect(images.count == old.count)
      var last: Int32 = -1
      for (index, image) in images.enumerated() where image >= 0 {
        #expect(image > last && new[Int(image)] == old[index])
        last = image
      }
    }
  }

  @Test func textThatIsRewrittenWholeStaysBounded() {
    let old = (0..<6_000).map { UInt32(0x4E00 + $0 % 997) }
    let new = (0..<6_000).map { UInt32(0x6E00 + $0 % 991) }
    #expect(scalarImages(of: old[...], in: new[...]).allSatisfy { $0 < 0 })
  }

  @Test func theMostAlikeStretchIsFound() throws {
    let text = "前面的话树冠支掌架松动的后面的话".unicodeScalars.map(\.value)
    let wanted = "树冠支撑架松动的".unicodeScalars.map(\.value)
    let found = try #require(mostAlike(wanted[...], in: text, 0..<text.count))
    #expect(found.range == 4..<12)
    #expect(found.likeness == 1 - 1.0 / 8)
  }

  @Test func placesOfAQuoteAreThoseOfAPlainSearch() {
    for seed in 1...60 {
      var dice = FixedDice(seed)
      let text = (0..<200).map { _ in UInt32(0x4E00 + dice.roll(4)) }
      let wanted = (0..<1 + dice.roll(4)).map { _ in UInt32(0x4E00 + dice.roll(4)) }
      let found = PlaceIndex(text).places(of: wanted[...])
      #expect(found.count == countPlaces(of: wanted, in: text))
      #expect(found.allSatisfy { text[$0..<$0 + wanted.count].elementsEqual(wanted) })
    }
  }

  @Test func passagesCoverTheText() {
    for seed in 1...12 {
      var dice = FixedDice(seed)
      let regulation = Regulation(clauses: 14, penalties: 4, &dice)
      let text = ComparedText(presentText(regulation.text.reformatted(&dice)).normalized.scalars)
      let passages = cutPassages(text)
      #expect(passages.first?.start == 0 && passages.last?.end == text.count)
      for (one, next) in zip(passages, passages.dropFirst()) { #expect(one.end == next.start) }
      #expect(passages.count { $0.kind == .clause } == 18)
      #expect(passages.filter { $0.kind == .clause }.map(\.number) == Array(1...18))
    }
  }

  @Test func anchorsDoNotDependOnTheirOrder() throws {
    var dice = FixedDice(5)
    let old = Regulation(clauses: 30, penalties: 10, &dice)
    var new = old
    _ = new.amendClauses(8, &dice)
    _ = new.cutClauses(4, &dice)
    let trial = try AnchorTrial(old, new)
    let ranges = old.clauses.flatMap { trial.phrases(in: $0.id) }
    let forwards = trial.anchors(ranges)
    #expect(trial.anchors(ranges.reversed()) == forwards.reversed())
    #expect(ranges.prefix(40).flatMap { trial.anchors([$0]) } == Array(forwards.prefix(40)))
  }
}
