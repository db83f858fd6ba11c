import BulletinReader
import Foundation
import Glibc
import Testing

/// `zhupi export`: which annotations, in which form, to which file; and `:export` of the reader.
@Suite struct ExportTests {
  private func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func jsonIsWhatTheListingPrints() throws {
    let folder = try ExportedFolder()
    for paths in [[], ["issue.txt"], ["gone.txt"], ["."]] {
      let listed = try folder.library.run(["annotations", "--json"] + paths)
      let exported = try folder.library.run(["export", "--format", "json"] + paths)
      #expect(exported.output == listed.output && exported.status == 0)
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func anEmptyJournalIsNoError(format: ExportFormat) throws {
    let library = try AnnotatedFolder()
    for paths in [[], ["issue.txt"], ["."]] {
      let result = try library.run(["export", "--format", format.rawValue] + paths)
      #expect(result.status == 0 && result.errors.isEmpty)
      #expect(!result.output.contains("总第203期"))
    }
  }

  @Test(arguments: [
    ("o.md", "# Annot"), ("o.HTML", "<!DOCTYPE"), ("o.htm", "<!DOCTYPE"), ("o.csv", "\u{FEFF}id,"),
    ("o.json", "[\n"), ("o.jsonld", "{\n  \"@context\""), ("o.out", "# Annot"), ("o", "# Annot"),
  ])
  func theEndingTellsTheForm(name: String, start: String) throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    let result = try library.run(["export", "--output", name])
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    #expect(text(library.file(name))?.hasPrefix(start) == true)
    _ = try library.run(["export", "--output", name, "--format", "csv"])
    #expect(text(library.file(name))?.hasPrefix("\u{FEFF}id,") == true, "what is said counts")
  }

  @Test func aFileIsWrittenOverAsAWhole() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    try library.write(String(repeating: "alt\n", count: 10_000), to: "o.md")
    let file = library.file("o.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try FileManager.default.createSymbolicLink(
      atPath: library.file("link.md"), withDestinationPath: "o.md")
    #expect(try library.run(["export", "--output", "link.md"]).status == 0)
    #expect(text(file) == (try library.run(["export"]).output))
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try library.run(["export", "--output", "-"]).output == text(file))
    let names = try FileManager.default.contentsOfDirectory(atPath: library.path)
    #expect(!names.contains { $0.hasSuffix(".draft") })
  }

  /// A bulletin is never written to, nor is the journal.
  @Test(arguments: [
    (["--output", "issue.txt"], "bulletin"), (["--output", "./sub/../issue.txt"], "bulletin"),
    (["issue.txt", "--output", "link.txt"], "bulletin"), (["--output", "other.txt"], "bulletin"),
    (["plain.txt", "--output", "plain.txt"], "bulletin"),
    (["--output", ".zhupi/journal/notes.md"], "journal"),
    (["--output", ".zhupi/journal/editions/notes.md"], "journal"),
    (["--output", "none/notes.md"], "written"), (["--output", "sub"], "written"),
    (["--output", "issue.txt/notes.md"], "written"),
  ])
  func whatMustNotBeWrittenOverStays(words: [String], reason: String) throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    try library.makeFolder("sub")
    try library.write(AnnotatedFolder.issue.replacing("203", with: "204"), to: "other.txt")
    try library.write("第一条 为了试验。\n", to: "plain.txt")
    try FileManager.default.createSymbolicLink(
      atPath: library.file("link.txt"), withDestinationPath: "issue.txt")
    let result = try library.run(["export"] + words)
    #expect(result.status == 73 && result.output.isEmpty)
    #expect(result.errors.contains(reason), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(text(library.file("issue.txt")) == AnnotatedFolder.issue)
    #expect(text(library.file("plain.txt")) == "第一条 为了试验。\n")
    #expect(try library.json("annotations").count == 1)
    #expect(try library.run(["journal", "check"]).status == 0)
  }

  @Test func whatIsNoFileIsWrittenToAndStays() throws {
    let library = try AnnotatedFolder()
    #expect(try library.run(["export", "--output", "/dev/null"]).status == 0)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test(arguments: [
    (["export", "--format", "text"], "markdown, html, csv, json, jsonld"),
    (["render", "--format", "csv"], "text, ansi, svg, json"), (["export", "--format"], "FORMAT"),
    (["export", "--output", ""], "--output FILE"), (["annotations", "--output", "x"], "--output"),
  ])
  func wrongOptionsAreRefused(words: [String], advice: String) throws {
    let result = try AnnotatedFolder().run(words)
    #expect(result.status == 2 && result.errors.contains(advice), "\(result.errors)")
  }

  // MARK: The reader

  /// What the message line says after a line of the palette.
  private func message(
    _ library: AnnotatedFolder, _ line: String, writes: Bool = true
  ) throws -> String {
    let words = ["render", "issue.txt", "--format", "json", "--size", "160x30"]
    let keys = ["--keys", ": \"\(line)\" <Enter>"] + (writes ? ["--write"] : [])
    let result = try library.run(words + keys)
    #expect(result.status == 0)
    return try LinedJSONParser.parse(Array(result.output.utf8))["message"]?.string ?? ""
  }

  @Test func theReaderExportsWhatIsOpen() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10", "--note", "甲")
    _ = try library.annotate("--at", "11")
    try library.write("第一条 为了试验。\n", to: "plain.txt")
    _ = try library.run(["annotate", "plain.txt", "--at", "1"])
    #expect(
      try message(library, "export csv my notes.csv") == "2 annotations written to my notes.csv")
    let command = try library.run(["export", "issue.txt", "--format", "csv"])
    #expect(text(library.file("my notes.csv")) == command.output)
    #expect(try message(library, "export ~/n.html") == "2 annotations written to ~/n.html")
    #expect(text(library.homePath + "/n.html")?.hasPrefix("<!DOCTYPE") == true)
  }

  /// As vim asks for `!`; the command line's `--output` is a shell's and overwrites.
  @Test func theReaderLeavesAFileThatIsThere() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    try library.write("别人的\n", to: "o.md")
    #expect(try message(library, "export markdown o.md").hasSuffix("export! markdown o.md"))
    #expect(text(library.file("o.md")) == "别人的\n")
    #expect(try message(library, "export! markdown o.md") == "1 annotation written to o.md")
    #expect(text(library.file("o.md"))?.hasPrefix("# Annot") == true)
    #expect(try message(library, "export! markdown issue.txt").contains("bulletin"))
    #expect(text(library.file("issue.txt")) == AnnotatedFolder.issue)
  }

  /// What is written to a pipe waits for somebody to read it.
  @Test(.timeLimit(.minutes(1))) func theReaderWritesToNoPipe() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    try #require(mkfifo(library.file("pipe.md"), 0o600) == 0)
    #expect(try message(library, "export! markdown pipe.md").contains("pipe"))
  }

  @Test func fileNamesAreAsTyped() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    _ = try message(library, "export csv a  b.csv")
    #expect(text(library.file("a  b.csv"))?.contains("id,") == true)
    #expect(try message(library, "export csv ~").contains("cannot be written"))
    #expect(text(library.file("~")) == nil)
  }

  @Test func nothingIsWrittenUnlessItMayBe() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    let said = try message(library, "export csv o.csv", writes: false)
    #expect(said.contains("1 annotation not written"))
    #expect(text(library.file("o.csv")) == nil)
  }

  @Test(arguments: [
    ("export markdown issue.txt", "never written"),
    ("export csv .zhupi/journal/a.csv", "journal"), ("export csv none/a.csv", "cannot be written"),
    ("export markdwn o.md", "did you mean markdown"), ("export o", "there are: markdown"),
    ("export csv", "export csv notes.csv"),
  ])
  func theReaderSaysWhyNot(line: String, reason: String) throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    #expect(try message(library, line).contains(reason))
    #expect(text(library.file("issue.txt")) == AnnotatedFolder.issue)
    #expect(text(library.file("o.md")) == nil && text(library.file("o")) == nil)
  }
}
