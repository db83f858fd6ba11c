import BulletinScreen
import Testing

@testable import BulletinReader

@Suite struct PlaceTests {
  @Test(arguments: [
    ("3]c ma G 'a", "第三条"), ("3]c G ''", "第三条"), ("3]c G '' ''", "第二条 算力"),
    ("]c 2]a <C-o>", "第一条"), ("]c 2]a <C-o> <C-o>", "编者按"), ("]c 2]a 2<C-o> ]j", "第一条"),
    ("]c 2]a 2<C-o> 2]j", "某市算力券"), ("]c 2]a [j", "第一条"),
  ])
  func oneComesBack(keys: String, text: String) throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 50)
    try driver.press(keys)
    #expect(driver.textAtCursor.hasPrefix(text), "\(driver.textAtCursor)")
  }

  @Test(arguments: [
    ("2]r <Enter>", "某市算力券实施细则"), ("]r gd", "第三条 流通"), ("6]c [r gd", "第三条"),
    ("2]a [r <Enter>", "编者按"),
  ])
  func referencesAreFollowed(keys: String, text: String) throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 60)
    try driver.press(keys)
    let row = driver.textAtCursor
    #expect(row.hasPrefix(text), "\(row)")
  }

  @Test func aReferenceElsewhereIsSaid() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 60)
    try driver.press("6]c / \"第四十五条\" <Enter> <Enter>")
    #expect(driver.session.report.message.contains("《某安全法》"))
  }

  @Test func aPlaceIsKeptAndTakenUpAgain() throws {
    let driver = ReaderDriver(SampleBulletins.paragraphs(80), 90, 24)
    try driver.press("30} 5l")
    let place = driver.session.place
    let again = ReaderDriver(SampleBulletins.paragraphs(80), 90, 24) { $0.place = place }
    #expect(again.screen.prefix(22) == driver.screen.prefix(22))
    #expect(again.textAtCursor == driver.textAtCursor)
  }

  @Test func aPlaceBeyondTheFileIsMovedInside() {
    let spot = Place.Spot(line: 9_999, byte: 77)
    let driver = ReaderDriver(SampleBulletins.issue, 112, 40) {
      $0.place = Place(cursor: spot, top: spot)
    }
    #expect(driver.screen.contains { $0.contains("第二条 算力券") })
  }

  @Test func movingSavesThePlace() {
    var session = ReaderDriver().session
    let effects = session.handle(.key(.character("j")))
    #expect(effects.contains { if case .savePlace = $0 { true } else { false } })
    #expect(session.handle(.tick).isEmpty)
  }

  @Test func aReloadKeepsThePlace() throws {
    let driver = ReaderDriver(SampleBulletins.issue, 112, 40)
    try driver.press("4]c")
    let before = driver.textAtCursor
    var session = driver.session
    session.reload(SampleBulletins.bulletin(SampleBulletins.issue + "\n第三条 新增。"))
    #expect(session.place == driver.session.place)
    #expect(before.hasPrefix("第四条"))
  }
}
