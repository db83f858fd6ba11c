import BulletinCore
import BulletinReader
import Testing

@testable import zhupi

/// The built-in bulletin reads as what it was written as.
@Suite struct SampleTests {
  private let bulletin = Bulletin(SourceText(SampleBulletin.text))

  @Test func nothingInItIsDoubted() {
    #expect(bulletin.doubts().map { $0.reason(.english) } == [])
  }

  @Test func itHasWhatAnIssueHas() {
    #expect(bulletin.kind == .bulletin)
    #expect(bulletin.masthead?.totalIssue == 86)
    #expect(bulletin.contents.map(\.article) == [0, 1, 2, 3])
    #expect(bulletin.articles.map(\.page) == [1, 4, 7, 9])
    #expect(bulletin.articles.map { $0.editorNote != nil } == [true, true, false, false])
    #expect(bulletin.articles[0].documentNumber == "案读办〔2026〕6号")
    let clauses = bulletin.sections.filter { $0.role == .clause }
    #expect(clauses.compactMap(\.number) == Array(1...21))
    let roles = Set(bulletin.roles.map(\.role))
    for role: LineRole in [.chapter, .heading, .item, .caption, .continuation, .speaker, .remark] {
      #expect(roles.contains(role), "\(role.name)")
    }
    #expect(bulletin.roles.filter { $0.role == .continuation }.count == 1)
  }

  /// What the tutorial names must be there: a word after `zhupi`, an option, a key.
  @Test func itTeachesNothingThatIsNotThere() throws {
    let text = SampleBulletin.text
    for name in text.matches(of: /zhupi ([a-z]+(?:-[a-z]+)*)/).map({ String($0.1) }) {
      #expect(ProgramCommand.named(name) != nil, "\(name)")
    }
    for name in text.matches(of: /--([a-z]+)/).map({ String($0.1) }) {
      #expect(Option(rawValue: name) != nil, "\(name)")
    }
    let keymap = KeymapFile.load(
      try UserSettings.keymaps(Environment(outputIsTerminal: false) { _ in nil }).file(Word("vim")),
      from: SettingsLibrary(names: []) { _ in nil }
    ).value
    let keys = Set((keymap.bindings(in: .text) + keymap.bindings(in: .global)).map(\.keys))
    let taught = text.matches(of: /[\[\]][a-z\]\[]|g[a-z](?=[^a-z])|z[a-z0-9](?=[^a-z])/)
    #expect(taught.count > 15)
    for key in taught.map({ String($0.0) }) { #expect(keys.contains(key), "\(key)") }
  }
}
