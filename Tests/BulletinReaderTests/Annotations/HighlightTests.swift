import AnnotationJournal
import BulletinCore
import BulletinScreen
import Testing
import Themes

@testable import BulletinReader

@Suite struct HighlightTests {
  /// The words of the screen that are painted in a role, row by row, those of one row together.
  private func words(_ driver: ReaderDriver, _ matches: (StyledRole) -> Bool) -> String {
    let frame = driver.frame
    var words = ""
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[row: row, column: column]
        guard !cell.isRightHalf, matches(frame.styled(cell)) else { continue }
        frame.forEachScalar(of: cell) { words.unicodeScalars.append($0) }
      }
    }
    return words
  }

  private func text(_ driver: ReaderDriver, _ role: String) -> String {
    // The signs of cards have the colours too.
    words(driver) { $0.role == role }.replacing("●", with: "").replacing("◌", with: "")
  }

  @Test func highlightsShowInTheirColours() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("安全可控、公平高效的原则。提供方", [.color("gold")])
    try sample.annotate("隐私计算", [.color("jade")])
    try sample.annotate("本省行政区域", [.color("a colour of a newer version")])
    let driver = sample.driver()
    #expect(text(driver, "highlight.gold") == "安全可控、公平高效的原则。提供方")
    #expect(text(driver, "highlight.jade") == "隐私计算")
    #expect(text(driver, "highlight.vermilion") == "本省行政区域")
  }

  @Test func theShorterLiesInFrontAndBothAreTold() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("依法合规、安全可控、公平高效", [.color("gold")])
    try sample.annotate("安全可控", [.color("jade")])
    let driver = sample.driver()
    #expect(text(driver, "highlight.gold") == "依法合规、、公平高效")
    let over = words(driver) {
      $0.role == "highlight.jade" && $0.style.attributes.contains(.underline)
    }
    #expect(over == "安全可控")
    #expect(words(driver) { $0.role == "highlight.gold" && $0.style.attributes != [] } == "")
  }

  @Test func theOneUnderTheCursorIsStronger() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("依法合规、安全可控、公平高效", [.color("gold")])
    try sample.annotate("安全可控", [.color("jade")])
    let driver = sample.driver()
    try driver.press("/ \"合规\" <Enter>")
    #expect(text(driver, "highlight.gold.current") == "依法、、公平高效")
    #expect(text(driver, "search.hit.current") == "合规")
    try driver.press("<Esc> / \"全可\" <Enter> <Esc>")
    #expect(text(driver, "highlight.jade.current") == "安全可控")
    #expect(text(driver, "highlight.gold.current") == "")
  }

  @Test func withTheFocusOnTheCardsTheCurrentOneIsStronger() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("依法合规", [.color("gold")])
    try sample.annotate("隐私计算", [.color("jade")])
    let driver = sample.driver()
    try driver.press("<C-w>3 j")
    #expect(text(driver, "highlight.jade.current") == "隐私计算")
    #expect(text(driver, "highlight.gold") == "依法合规")
  }

  @Test func withoutColoursHighlightsAreTold() throws {
    let sample = try AnnotatedSample()
    try sample.annotate("依法合规、安全可控、公平高效", [.color("gold")])
    try sample.annotate("安全可控", [.color("jade")])
    let file = SettingsFile(name: "m", bytes: Themes.json(named: Themes.colourless) ?? [])
    let theme = ThemeFile.load(file, from: SettingsLibrary(names: []) { _ in nil }).value
    let driver = sample.driver { $0.theme = theme }
    let lined = words(driver) {
      $0.role.hasPrefix("highlight") && $0.style.attributes.contains(.underline)
    }
    #expect(lined.filter { $0 != "●" } == "依法合规、安全可控、公平高效")
    let styles = Set(
      ["highlight.gold", "highlight.jade"].map { role in
        var attributes: Style.Attributes = []
        _ = words(driver) { styled in
          if styled.role == role { attributes = styled.style.attributes }
          return false
        }
        return attributes.rawValue
      })
    #expect(styles.count == 2)
  }

  @Test func theMarginTellsWhatThereIsToKnow() throws {
    let driver = try AnnotatedSample.amended().driver(60, 60)
    func mark(_ words: String) -> Character? {
      let row = driver.screen.first { $0.contains(words) }
      return row?.first { "✎◌~!".contains($0) }
    }
    #expect(mark("第三条 流通应当") == "✎")
    #expect(mark("第五条 鼓励") == "◌")
    #expect(mark("第一条 为规范") == nil)
    try driver.press("]a")
    #expect(mark("为促进数字贸易发展，") == "~")
  }

  @Test func theScrollBarTellsWhereAnnotationsLie() throws {
    let sample = try AnnotatedSample(SampleBulletins.paragraphs(100))
    try sample.annotate("第50段说明")
    let driver = sample.driver(60, 24)
    let rows = driver.screen.indices.filter { driver.screen[$0].contains("▪") }
    #expect(rows == [11])
    #expect(driver.roles(in: 11).contains("scroll-bar.annotation"))
  }

  /// Brute force: what each scalar of a row is painted in.
  @Test(arguments: 1...6)
  func runsAreWhatEachScalarShows(seed: UInt64) {
    var chance = RandomReading(seed: seed)
    for _ in 0..<200 {
      var offsets: [UInt32] = []
      var byte: UInt32 = 100
      for _ in 0..<Int.random(in: 0...60, using: &chance) {
        offsets.append(byte)
        byte += UInt32.random(in: 1...6, using: &chance)
      }
      let roles: [StyleRole] = [.highlightGold, .highlightJade, .highlightAzureCurrent]
      let highlights = (0..<Int.random(in: 0...7, using: &chance)).map { _ in
        let start = Int.random(in: 90...300, using: &chance)
        return ShownHighlights.Highlight(
          bytes: start..<start + Int.random(in: 1...80, using: &chance),
          role: roles.randomElement(using: &chance) ?? .highlightGold, mark: nil)
      }.sorted { $0.bytes.count > $1.bytes.count }
      let lower = Int.random(in: 0...offsets.count, using: &chance)
      let shown = lower..<Int.random(in: lower...offsets.count, using: &chance)
      var painted: [Int: (StyleRole, Bool)] = [:]
      for run in ShownHighlights(highlights).runs(in: shown, offsets: offsets) {
        #expect(!run.range.isEmpty && shown.contains(run.range))
        for scalar in run.range {
          #expect(painted[scalar] == nil)
          painted[scalar] = (run.role, run.isOverAnother)
        }
      }
      for scalar in shown {
        let holding = highlights.filter { $0.bytes.contains(Int(offsets[scalar])) }
        #expect(painted[scalar]?.0 == holding.last?.role)
        #expect(painted[scalar].map(\.1) == (holding.isEmpty ? nil : holding.count > 1))
      }
    }
  }
}
