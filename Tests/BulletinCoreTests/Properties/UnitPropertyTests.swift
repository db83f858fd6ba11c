import BulletinCore
import Testing

/// What holds for the text units of any issue.
@Suite struct UnitPropertyTests {
  static let issues =
    [Picture("weekly issue", WeeklyIssue.picture)] + ContentsTests.pictures
    + NumberingTests.pictures
    + ContinuationTests.pictures + FurnitureTests.pictures + DocumentTests.pictures
    + OtherPublishersTests.pictures

  @Test(arguments: issues) func unitsPartTheLinesThatAreNoComments(_ picture: Picture) {
    let bulletin = picture.labelled.bulletin
    var seen: [Int] = []
    var line = -1
    var firsts: [Int] = []
    while let unit = bulletin.unit(after: line) {
      #expect(unit.line > line && unit.pieces.first == unit.line)
      firsts.append(unit.line)
      seen += unit.pieces
      for piece in unit.pieces { #expect(bulletin.unit(holding: piece) == unit) }
      line = unit.line
    }
    #expect(seen.sorted() == bulletin.roles.indices.filter { bulletin.roles[$0].role != .comment })
    #expect(Self.backwards(bulletin) == firsts.reversed())
  }

  private static func backwards(_ bulletin: Bulletin) -> [Int] {
    var lines: [Int] = []
    var line = bulletin.roles.count
    while let unit = bulletin.unit(before: line) {
      lines.append(unit.line)
      line = unit.line
    }
    return lines
  }

  /// A unit's text has all the characters of its lines but marks and blanks, in order.
  @Test(arguments: issues) func textLosesOnlyMarksAndBlanks(_ picture: Picture) {
    let bulletin = picture.labelled.bulletin
    for line in bulletin.roles.indices where bulletin.roles[line].role != .comment {
      let unit = bulletin.unit(holding: line)
      guard unit.line == line else { continue }
      let printed = unit.pieces.map { piece in
        String(decoding: bulletin.source.bytes[bulletin.source.lines[piece].bytes], as: UTF8.self)
      }
      let read = bulletin.text(of: unit).string
      #expect(Self.core(read) == Self.core(printed.joined()))
    }
  }

  private static func core(_ text: String) -> [Character] {
    text.filter { !"#*->".contains($0) && !$0.isWhitespace && $0 != "\u{200B}" }
  }

  @Test(arguments: issues) func invariantsHold(_ picture: Picture) {
    AnyBytesTests.checkInvariants(picture.labelled.bulletin, picture.name)
  }

  @Test(arguments: Damage.kinds) func invariantsHoldInDamagedIssues(_ damage: Damage) {
    AnyBytesTests.checkInvariants(damage(WeeklyIssue.picture, seed: 9).bulletin, "damaged")
  }
}
