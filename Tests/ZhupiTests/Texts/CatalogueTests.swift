import Foundation
import Testing

/// Texts of the interface stand in both languages side by side; no other words are shown.
@Suite struct CatalogueTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The sources of what has an interface, by their path from `Sources`.
  private static let sources: [(path: String, literals: [SourceLiteral])] = {
    ["BulletinReader", "BulletinScreen", "BulletinTerminal", "zhupi"].flatMap(sources)
  }()

  private static func sources(of target: String) -> [(path: String, literals: [SourceLiteral])] {
    let folder = root.appendingPathComponent("Sources/" + target)
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (files ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      let file = folder.appendingPathComponent(name)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      return (target + "/" + name, SourceLiterals.all(in: text))
    }
  }

  /// The files with Chinese words that are no texts of the interface, and why.
  private static let chinese: [String: String] = [
    "BulletinReader/State/PaletteLine.swift": "a clause's label as it is printed",
    "BulletinReader/Input/CommandTable.swift": "rows of both languages, one a command",
    "BulletinReader/Layout/BreakRules.swift": "characters of the text",
    "BulletinReader/Layout/BreakTable.swift": "characters of the text",
    "BulletinReader/Layout/WordChanges.swift": "characters of the text",
    "BulletinReader/Annotations/AnnotationNames.swift": "weekdays of a Chinese text",
    "BulletinReader/State/ClauseLabel.swift": "characters of the text",
    "BulletinReader/State/PaletteArguments.swift": "dates as they may be typed",
    "BulletinReader/State/Reference.swift": "characters of the text",
    "zhupi/Commands/OutlineTree.swift": "the bulletin's own numbering",
    "zhupi/Doctor/TerminalChecks.swift": "a character to be measured",
    "zhupi/Sample/SampleBulletin.swift": "the sample bulletin",
    "zhupi/Sample/SamplePieces.swift": "the sample bulletin",
  ]

  /// The files with English sentences that are no texts of the interface, and why.
  private static let english: [String: String] = [
    "BulletinReader/Input/CommandTable.swift": "rows of both languages, one a command",
    "zhupi/Completions/BashCompletions.swift": "a script with its comments",
    "zhupi/Completions/ZshCompletions.swift": "a script with its comments",
    "zhupi/Completions/FishCompletions.swift": "a script with its comments",
  ]

  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  private static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter })
  }

  @Test func literalsAreRead() {
    let source = """
      let a = Text(zh: "甲\\(b ? "乙" : c("丙"))" + "丁", en: "x") // "no"
      f("free", [1: "戊"], g: #"raw \\ "#)
      """
    let read = SourceLiterals.all(in: source)
    #expect(read.map(\.text) == ["乙", "丙", "甲 ", "丁", "x", "free", "戊", "raw \\ "])
    #expect(read.map(\.label) == ["zh", "zh", "zh", "zh", "en", nil, nil, nil])
    #expect(read.map(\.line) == [1, 1, 1, 1, 1, 2, 2, 2])
  }

  /// The literals outside of texts that have words of a language, by file.
  private static func strays(where isStray: (String) -> Bool) -> [String: [String]] {
    var strays: [String: [String]] = [:]
    for (path, literals) in sources {
      for literal in literals where literal.label == nil && isStray(literal.text) {
        strays[path, default: []].append("\(literal.line): \(literal.text)")
      }
    }
    return strays
  }

  @Test func chineseWordsStandInTextsAlone() {
    #expect(Self.sources.count > 100)
    let strays = Self.strays(where: Self.hasHan)
    let others = strays.filter { Self.chinese[$0.key] == nil }
    #expect(others.isEmpty)
    let unused = Set(Self.chinese.keys).subtracting(strays.keys)
    #expect(unused.isEmpty, "no such words any more")
  }

  /// A sentence: four words in a row.
  @Test func englishSentencesStandInTextsAlone() {
    let strays = Self.strays { $0.contains(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/) }
    let others = strays.filter { Self.english[$0.key] == nil }
    #expect(others.isEmpty)
    #expect(Set(Self.english.keys).subtracting(strays.keys).isEmpty, "no such words any more")
  }

  @Test func everyTextIsWrittenInBothLanguages() {
    var wrong: [String] = []
    for (path, literals) in Self.sources {
      let calls = Dictionary(grouping: literals.filter { $0.label != nil }, by: \.call)
      for parts in calls.values {
        let zh = parts.filter { $0.label == "zh" }.map(\.text).joined()
        let en = parts.filter { $0.label == "en" }.map(\.text).joined()
        let areNames = Self.letters(zh) == Self.letters(en)
        let isChinese = Self.hasHan(zh) && !en.isEmpty
        if Self.hasHan(en) || !isChinese && !areNames {
          wrong.append("\(path):\(parts[0].line): \(zh) / \(en)")
        }
      }
    }
    #expect(wrong.isEmpty)
  }
}
