import Foundation
import Testing

/// Texts of the interface stand in both languages side by side; no other words are shown.
@Suite struct CatalogueTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The sources of what has an interface, by their path from `Sources`.
  private static let sources: [(path: String, literals: [SourceLiteral])] = {
    ["BulletinReader", "BulletinScreen", "BulletinTerminal", "zhupi"].flatMap { target in
      let folder = root.appendingPathComponent("Sources/" + target)
      let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      return (files ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
        let file = folder.appendingPathComponent(name)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        return (target + "/" + name, SourceLiterals.all(in: text))
      }
    }
  }()

  /// The files with Chinese words that are no texts of the interface, and why.
  private static let chinese: [String: String] = [
    "BulletinReader/Input/CommandTable.swift": "rows of both languages, one a command",
    "zhupi/Sample/SamplePieces.swift": "the sample bulletin",
    "zhupi/Sample/SampleBulletin.swift": "the sample bulletin",
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

  @Test func chineseWordsStandInTextsAlone() {
    #expect(Self.sources.count > 100)
    var used: Set<String> = []
    for (path, literals) in Self.sources {
      for literal in literals where literal.label != "zh" && Self.hasHan(literal.text) {
        used.insert(path)
        #expect(Self.chinese[path] != nil, "Sources/\(path):\(literal.line): \(literal.text)")
      }
    }
    #expect(used == Set(Self.chinese.keys), "a file of the table has no such words any more")
  }

  @Test func everyTextIsWrittenInBothLanguages() {
    for (path, literals) in Self.sources {
      let calls = Dictionary(grouping: literals.filter { $0.label != nil }, by: \.call)
      for (_, parts) in calls {
        let zh = parts.filter { $0.label == "zh" }.map(\.text).joined()
        let en = parts.filter { $0.label == "en" }.map(\.text).joined()
        let place = "Sources/\(path):\(parts[0].line): \(zh) / \(en)"
        #expect(!Self.hasHan(en), "\(place)")
        let areNames = Self.letters(zh) == Self.letters(en)
        #expect(Self.hasHan(zh) || areNames, "no Chinese: \(place)")
        #expect(!Self.hasHan(zh) || !Self.letters(en).isEmpty, "no English: \(place)")
      }
    }
  }

  /// English sentences outside of texts: what other programs read, not people.
  private static let english: [String: String] = [:]

  @Test func englishSentencesStandInTextsAlone() {
    for (path, literals) in Self.sources where Self.english[path] == nil {
      for literal in literals where literal.label == nil {
        #expect(
          !literal.text.contains(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/),
          "Sources/\(path):\(literal.line): \(literal.text)")
      }
    }
  }
}
