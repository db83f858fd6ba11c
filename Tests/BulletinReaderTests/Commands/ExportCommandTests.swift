import Testing

@testable import BulletinReader

@Suite struct ExportCommandTests {
  @Test(arguments: [
    ("export markdown out.md", ExportFormat.markdown, "out.md"),
    ("export HTML my  notes", .html, "my  notes"), ("ｅｘｐｏｒｔ　ＣＳＶ　ａ．ｃｓｖ", .csv, "ａ．ｃｓｖ"),
    ("export out.csv", .csv, "out.csv"),
    ("export ~/a/out.JSONLD", .jsonld, "~/a/out.JSONLD"), ("export json x.md", .json, "x.md"),
  ])
  func aLineOfThePaletteAsksForAFile(line: String, format: ExportFormat, path: String) throws {
    let driver = ReaderDriver()
    try driver.press(": \"\(line)\" <Enter>")
    #expect(driver.effects.last == .export(format, path, overwrites: false))
  }

  @Test func aFileMayBeOverwrittenWhereOneSaysSo() throws {
    let driver = ReaderDriver()
    try driver.press(": \"export! csv 甲 乙.csv\" <Enter>")
    #expect(driver.effects.last == .export(.csv, "甲 乙.csv", overwrites: true))
  }

  @Test(arguments: ["export csv", "export notes", "export text notes.md", "export notes.txt"])
  func whatIsNotWholeIsRefused(line: String) throws {
    let driver = ReaderDriver()
    try driver.press(": \"\(line)\" <Enter>")
    #expect(driver.effects == [.bell] && !driver.session.report.message.isEmpty)
  }

  @Test func formatsAreOffered() throws {
    let driver = ReaderDriver()
    driver.perform(CommandCall(.export))
    #expect(driver.session.report.mode == "prompt")
    for format in ExportFormat.allCases {
      #expect(driver.screen.contains { $0.contains("export \(format.rawValue) ") })
    }
    try driver.press("\"网页\" <Tab> \" a.html\" <Enter>")
    #expect(driver.effects.last == .export(.html, "a.html", overwrites: false))
  }

  @Test func endingsTellOneFormat() {
    let endings = ExportFormat.allCases.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    for format in ExportFormat.allCases {
      for ending in format.endings { #expect(ExportFormat(fileName: "a." + ending) == format) }
    }
    #expect(ExportFormat(fileName: "md") == nil && ExportFormat(fileName: "a.txt") == nil)
  }

  /// What is copied is cited as exports cite it, by the nearest label.
  @Test(arguments: [
    ("3]c y", "——《某省信息化动态》2026年第12期（总第203期），〈数据要素流通管理办法〉第三条，第1页\n"),
    ("]a ]] y", "〈关于促进数字贸易发展的意见〉一，第9页\n"),
  ])
  func copiesAreCited(keys: String, citation: String) throws {
    let driver = ReaderDriver()
    try driver.press(keys)
    guard case .copy(let text) = driver.effects.last else {
      Issue.record("nothing was copied: \(driver.effects)")
      return
    }
    #expect(text.hasSuffix(citation), "\(text)")
  }
}
