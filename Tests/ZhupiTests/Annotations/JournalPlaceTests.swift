import BulletinReader
import Foundation
import Testing

/// Which journal a command reads and writes, and how files are named in it.
@Suite struct JournalPlaceTests {
  private func journal(
    _ library: AnnotatedFolder, _ words: [String] = [], _ variables: [String: String] = [:]
  ) throws -> String {
    let result = try library.run(["journal", "path"] + words, environment: variables)
    #expect(result.status == 0, "\(result.errors)")
    return result.output.trimmingCharacters(in: .newlines)
  }

  @Test func theMoreParticularOneWins() throws {
    let library = try AnnotatedFolder(hasJournal: false)
    #expect(try journal(library) == library.homePath + "/.local/share/zhupi/journal")
    let data = ["XDG_DATA_HOME": "/tmp/data"]
    #expect(try journal(library, [], data) == "/tmp/data/zhupi/journal")
    try library.makeFolder(".zhupi/journal")
    #expect(try journal(library, [], data) == library.file(".zhupi/journal"))
    try library.write(#"{ "journal": "~/configured" }"#, to: "config.json")
    let words = ["--config", "config.json"]
    #expect(try journal(library, words, data) == library.homePath + "/configured")
    let variable = ["ZHUPI_JOURNAL": "/tmp/variable"]
    #expect(try journal(library, words, variable) == "/tmp/variable")
    #expect(try journal(library, words + ["--journal", "opt"], variable) == library.file("opt"))
  }

  @Test func theNearestLibraryAboveAFileIsItsOwn() throws {
    let library = try AnnotatedFolder()
    try library.makeFolder("inner/.zhupi/journal")
    try library.write("", to: "inner/deep/a.txt")
    try library.write("", to: "other/b.txt")
    #expect(try journal(library, ["inner/deep/a.txt"]) == library.file("inner/.zhupi/journal"))
    #expect(try journal(library, ["inner"]) == library.file("inner/.zhupi/journal"))
    #expect(try journal(library, ["other/b.txt"]) == library.file(".zhupi/journal"))
    #expect(try journal(library, ["other/gone.txt"]) == library.file(".zhupi/journal"))
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func aLibraryOfAnotherUserIsPassedOver() throws {
    let library = try AnnotatedFolder()
    try library.makeFolder("inner/.zhupi/journal")
    #expect(chown(library.file("inner/.zhupi/journal"), 12345, 12345) == 0)
    #expect(try journal(library, ["inner"]) == library.file(".zhupi/journal"))
  }

  @Test func eachPathHasItsOwn() throws {
    let library = try AnnotatedFolder()
    for name in ["one", "two"] {
      try library.makeFolder(name + "/.zhupi/journal")
      try library.write("第一条 为了\(name)，制定本办法。\n", to: name + "/a.txt")
      let result = try library.run(["annotate", name + "/a.txt", "--at", "1", "--note", name])
      #expect(result.status == 0)
    }
    let rows = try library.json("annotations", "two", "one/a.txt", "issue.txt")
    #expect(rows.map { $0["note"]?.string } == ["two", "one"])
    #expect(try library.json("annotations").isEmpty)
  }

  @Test func filesOfALibraryAreNamedFromThere() throws {
    let library = try AnnotatedFolder()
    try library.write("第一条 为了试验，制定本办法。\n", to: "sub/a.txt")
    let words = ["annotate", library.file("sub/a.txt"), "--at", "1"]
    #expect(try library.run(words).status == 0)
    #expect(try library.run(words + ["--journal", "alone"]).status == 0)
    func paths(_ journal: String) throws -> [String] {
      let folder = library.file(journal)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let name = try #require(names.first { $0.hasSuffix(".jsonl") })
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      return text.matches(of: /"path":"([^"]+)","title"/).map { String($0.1) }
    }
    #expect(try paths(".zhupi/journal") == ["sub/a.txt"])
    #expect(try paths("alone") == [library.file("sub/a.txt")])
    // A library that was carried elsewhere finds its files again.
    let moved = try TemporaryFolder()
    for name in ["sub", ".zhupi"] {
      try FileManager.default.moveItem(
        atPath: library.file(name), toPath: moved.path + "/" + name)
    }
    let listed = try library.run(
      ["annotations", "--json", "--journal", moved.path + "/.zhupi/journal"])
    let row = try #require(try LinedJSONParser.parse(Array(listed.output.utf8)).elements.first)
    #expect(row["state"]?.string == "exact")
    #expect(row["document"]?["path"]?.string == moved.path + "/sub/a.txt")
  }

  @Test func aJournalIsMadeForThisUserAlone() throws {
    let library = try AnnotatedFolder(hasJournal: false)
    _ = try library.annotate("--at", "10")
    let folder = library.homePath + "/.local/share/zhupi/journal"
    let attributes = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".jsonl") {
      let file = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      #expect(file[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test(arguments: ["annotations", "follow-ups", "tags", "journal check", "journal path"])
  func readingMakesNothing(line: String) throws {
    let library = try AnnotatedFolder(hasJournal: false)
    let words = line.split(separator: " ").map(String.init)
    #expect(try library.run(words).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: library.homePath).isEmpty)
  }

  @Test func whatIsWrongInTheConfigurationIsToldAndTheRestUsed() throws {
    let library = try AnnotatedFolder()
    try library.write(#"{ "journal": "relative", "author": 5, "jurnal": "x" }"#, to: "config.json")
    let result = try library.run(["journal", "path", "--config", "config.json"])
    #expect(result.status == 0)
    #expect(result.output == library.file(".zhupi/journal") + "\n")
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 3 && lines.allSatisfy { $0.hasPrefix("zhupi: config.json:1: ") })
  }

  @Test func withoutAHomeThereIsNoPlace() throws {
    let library = try AnnotatedFolder(hasJournal: false)
    let result = try library.run(
      ["annotate", "issue.txt", "--at", "10"], environment: ["HOME": ""])
    #expect(result.status == 73 && result.errors.hasPrefix("zhupi: HOME: "))
  }
}
