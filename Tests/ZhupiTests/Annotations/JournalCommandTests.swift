import BulletinReader
import Foundation
import Testing

/// `zhupi journal check|compact|log`, and journals that are not as they should be.
@Suite struct JournalCommandTests {
  /// The only file of records of a library.
  private func records(_ library: AnnotatedFolder) throws -> String {
    let folder = library.file(".zhupi/journal")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return folder + "/" + (try #require(names.first { $0.hasSuffix(".jsonl") }))
  }

  private func append(_ text: String, to file: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  private func permissions(_ bits: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path)
  }

  @Test func aSoundJournalHasNothingToSay() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    let result = try library.run(["journal", "check"])
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
  }

  @Test func damageIsNamedByFileAndLineAndTheRestGoesOn() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10", "--note", "一")
    let file = try records(library)
    try append("garbage\n{\"v\":1,\"se", to: file)
    let name = URL(fileURLWithPath: file).lastPathComponent
    let check = try library.run(["journal", "check"])
    #expect(check.status == 1 && check.errors.isEmpty)
    let lines = check.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix(name + ":3: no record") && lines[1].hasPrefix(name + ":4: "))
    let listing = try library.run(["annotations"])
    #expect(listing.status == 0 && listing.output.contains("一"))
    #expect(
      listing.errors
        == "zhupi: \(library.file(".zhupi/journal")): damaged in 2 places, the rest is used; "
        + "see zhupi journal check\n")
    let more = try library.run(["annotate", "issue.txt", "--at", "11", "--note", "二"])
    #expect(more.status == 0 && !more.output.isEmpty)
    let notes = try library.json("annotations").map { $0["note"]?.string }
    #expect(notes == ["一", "二"])
  }

  @Test func recordsOfANewerVersionAreToldOfOnce() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    try library.write(
      #"{"v":9,"seq":1,"clock":9,"at":"2030-01-01T00:00:00Z","by":"x","do":"fly","id":"X"}"# + "\n",
      to: ".zhupi/journal/other.jsonl")
    let result = try library.run(["annotations", "issue.txt", ".", "issue.txt"])
    #expect(result.status == 0)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("1 records of a newer version"))
  }

  @Test func anEditionThatIsGoneIsReported() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    let folder = library.file(".zhupi/journal/editions")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    try library.write("另一段文字", to: ".zhupi/journal/editions/" + name)
    let result = try library.run(["journal", "check"])
    #expect(result.status == 1 && result.output.hasPrefix("editions/\(name): "))
  }

  @Test func aJournalOpenToTheWorldIsRefused() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    try permissions(0o777, of: library.file(".zhupi/journal"))
    for words in [
      ["annotations"], ["annotate", "issue.txt", "--at", "10"], ["journal", "check"], ["tags"],
    ] {
      let result = try library.run(words)
      #expect(result.status == 77 && result.output.isEmpty)
      #expect(result.errors.split(separator: "\n").count == 1)
    }
    try permissions(0o770, of: library.file(".zhupi/journal"))
    let warned = try library.run(["annotations"])
    #expect(warned.status == 0 && warned.errors.contains("the group may write"))
    #expect(try library.run(["journal", "check"]).status == 1)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func aJournalOfAnotherUserIsRefused() throws {
    let library = try AnnotatedFolder()
    try library.makeFolder("theirs")
    #expect(chown(library.file("theirs"), 12345, 12345) == 0)
    #expect(try library.run(["annotations", "--journal", "theirs"]).status == 77)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aJournalThatCannotBeWrittenIsRead() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10")
    let file = try records(library)
    try permissions(0o400, of: file)
    try permissions(0o500, of: library.file(".zhupi/journal"))
    defer { try? permissions(0o700, of: library.file(".zhupi/journal")) }
    #expect(try library.json("annotations").count == 1)
    #expect(try library.run(["journal", "check"]).status == 0)
    #expect(try library.run(["edit", id, "--note", "x"]).status == 74)
    #expect(try library.run(["annotations", "--journal", "issue.txt/none"]).status == 0)
  }

  @Test func aJournalThatCannotBeMadeIsToldWithItsPlace() throws {
    let library = try AnnotatedFolder()
    let result = try library.run(
      ["annotate", "issue.txt", "--at", "10", "--journal", "issue.txt/journal"])
    #expect(result.status == 73 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("zhupi: "))
    #expect(try library.run(["annotations", "--journal", "issue.txt"]).status == 77)
  }

  @Test func aStateFolderThatCannotBeMadeKeepsFromWritingAlone() throws {
    let library = try AnnotatedFolder()
    let state = ["XDG_STATE_HOME": library.file("issue.txt")]
    #expect(
      try library.run(["annotate", "issue.txt", "--at", "10"], environment: state).status == 74)
    #expect(try library.run(["annotations"], environment: state).status == 0)
  }

  @Test func compactionKeepsWhatIsSaid() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10", "--tag", "a")
    for number in 1...40 {
      #expect(try library.run(["edit", id, "--note", "\(number)"]).status == 0)
    }
    let before = try library.run(["annotations", "--json"]).output
    let result = try library.run(["journal", "compact"])
    #expect(result.status == 0 && result.output.contains(" records dropped: "))
    #expect(!result.output.hasPrefix("0 "))
    #expect(try library.run(["annotations", "--json"]).output == before)
    #expect(try library.run(["journal", "check"]).status == 0)
    #expect(try library.run(["journal", "compact"]).status == 0)
  }

  @Test func theLogTellsWhoDidWhat() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "1/3", "--tag", "a")
    _ = try library.annotate("--at", "10")
    #expect(
      try library.run(["edit", id, "--note", "新", "--untag", "a", "--author", "乙"]).status == 0)
    #expect(try library.run(["remove", id]).status == 0)
    let lines = try library.run(["journal", "log", id]).output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("2026-11-20T08:00:00.000Z  甲  annotate  “流通应当遵循"))
    #expect(lines[1].contains("  乙  edit  note=新  -#a  "))
    #expect(lines[2].contains("  甲  remove  "))
    #expect(try library.run(["journal", "log", "nobody"]).status == 1)
  }

  @Test func theLogOfAPlaceIsThatOfItsAnnotations() throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "13", "--note", "项")
    _ = try library.annotate("--at", "10", "--note", "条")
    for words in [["1/3", "issue.txt"], ["1/3"], ["13:2"]] {
      let result = try library.run(["journal", "log"] + words)
      #expect(result.status == 0 && result.output.contains("note=项"))
      #expect(result.output.split(separator: "\n").count == 1)
    }
    #expect(try library.run(["journal", "log", "1/9"]).status == 1)
    #expect(try library.run(["journal", "log", "7", "issue.txt"]).status == 1)
    let empty = try library.run(["journal", "log", "11"])
    #expect(empty.status == 0 && empty.output.isEmpty)
  }

  @Test(arguments: [["chek"], ["log"], ["path", "a", "b"], ["log", "a", "b", "c"], []])
  func whatMakesNoSenseIsRefused(words: [String]) throws {
    #expect(try AnnotatedFolder().run(["journal"] + words).status == 2)
  }
}
