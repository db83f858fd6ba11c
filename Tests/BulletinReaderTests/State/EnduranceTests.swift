import BulletinScreen
import Testing

@testable import BulletinReader

/// Things that happen to a reader in any order.
@Suite struct EnduranceTests {
  @Test func aThousandSizesKeepTheTextAtTheTop() throws {
    var random = RandomReading(seed: 7)
    let driver = ReaderDriver(SampleBulletins.paragraphs(200), 112, 40)
    try driver.press("90} 3<C-d> 7j")
    let top = driver.session.place?.top
    let before = driver.screen
    for _ in 0..<1_000 {
      let size = Size(
        columns: Int.random(in: 1...220, using: &random),
        rows: Int.random(in: 1...70, using: &random))
      driver.handle(.resize(size))
      #expect(driver.session.place?.top == top)
      if Int.random(in: 0..<20, using: &random) == 0 { _ = driver.frame }
    }
    driver.handle(.resize(Size(columns: 112, rows: 40)))
    #expect(driver.screen == before)
  }

  @Test(arguments: 1...24)
  func anyKeysAtAnySizeAreBorne(seed: Int) throws {
    var random = RandomReading(seed: UInt64(seed))
    let text = seed % 2 == 0 ? SampleBulletins.issue : random.text(lines: 40)
    let size = Size(
      columns: Int.random(in: 1...200, using: &random), rows: Int.random(in: 1...60, using: &random)
    )
    let driver = ReaderDriver(text, size.columns, size.rows) { $0.ambiguousWide = seed % 5 == 0 }
    let keys = Array("jkhlwb0$(){}gGzZ]['/?nN*mcaeprRoMfFdut123456789%:q\u{7}数台，").map(String.init)
    let named: [Key.Code] = [.enter, .tab, .escape, .backspace, .up, .down, .left, .right, .delete]
    for _ in 0..<500 {
      switch Int.random(in: 0..<20, using: &random) {
      case 0...2: driver.handle(.key(Key(named.randomElement(using: &random) ?? .enter)))
      case 3:
        let letter = "wdufbolz".unicodeScalars.randomElement(using: &random) ?? "w"
        driver.handle(.key(Key(.character(letter), .control)))
      case 4:
        let place = Point(
          column: Int.random(in: -1...210, using: &random),
          row: Int.random(in: -1...70, using: &random))
        let action: MouseEvent.Action = Bool.random(using: &random) ? .press : .wheelDown
        driver.handle(.mouse(MouseEvent(action, at: place)))
      case 5 where Bool.random(using: &random):
        let size = Size(
          columns: Int.random(in: 1...200, using: &random),
          rows: Int.random(in: 1...60, using: &random))
        driver.handle(.resize(size))
      case 6: driver.handle(.tick)
      case 7: driver.handle(.ambiguousWidth(Int.random(in: 0...3, using: &random)))
      default:
        let key = keys.randomElement(using: &random) ?? "j"
        key.unicodeScalars.forEach { driver.handle(.key(.character($0))) }
      }
      let frame = driver.frame
      if let cursor = frame.cursor { #expect(Rect(frame.size).contains(cursor)) }
    }
  }
}
