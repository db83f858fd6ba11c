import BulletinReader
import Foundation
import Testing

/// `zhupi edit` and `zhupi remove`.
@Suite struct EditTests {
  /// A word for each field of the only annotation, so that a change is seen at once.
  private func state(_ library: AnnotatedFolder) throws -> [String] {
    let row = try #require(try library.json("annotations").first)
    let followUp = row["followUp"].flatMap { value -> String? in
      let parts = ["status", "due", "assignee"].map { value[$0]?.string ?? "-" }
      return value.isNull ? nil : parts.joined(separator: " ")
    }
    return [
      row["note"]?.string ?? "-",
      row["tags"]?.elements.compactMap(\.string).joined(separator: ",")
        ?? "", row["color"]?.string ?? "-", followUp ?? "none",
    ]
  }

  static let edits: [([String], [String])] = [
    (["--note", "新"], ["新", "a,b", "gold", "open 2026-12-01 小王"]),
    (["--note", ""], ["-", "a,b", "gold", "open 2026-12-01 小王"]),
    (["--note=-x --y"], ["-x --y", "a,b", "gold", "open 2026-12-01 小王"]),
    (["--tag", "#c", "--untag", "a"], ["旧", "b,c", "gold", "open 2026-12-01 小王"]),
    (["--untag", "none"], ["旧", "a,b", "gold", "open 2026-12-01 小王"]),
    (["--color", "violet"], ["旧", "a,b", "violet", "open 2026-12-01 小王"]),
    (["--status", "done"], ["旧", "a,b", "gold", "done 2026-12-01 小王"]),
    (["--status", "none"], ["旧", "a,b", "gold", "none"]),
    (["--due", "none"], ["旧", "a,b", "gold", "open - 小王"]),
    (["--assignee", "none"], ["旧", "a,b", "gold", "open 2026-12-01 -"]),
    (["--due", "+2w", "--assignee", "小李"], ["旧", "a,b", "gold", "open 2026-12-04 小李"]),
  ]

  @Test(arguments: edits)
  func anEditChangesWhatItSaysAndNothingElse(words: [String], expected: [String]) throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate(
      "--at", "10", "--note", "旧", "--tag", "a", "--tag", "b", "--color", "gold", "--due",
      "12-1", "--assignee", "小王")
    let result = try library.run(["edit", id] + words)
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    #expect(try state(library) == expected)
  }

  @Test(arguments: [
    (["--due", "tomorrow"], "open 2026-11-21 -"), (["--assignee", "@小王"], "open - 小王"),
    (["--assignee", " ＠ 小  王 "], "open - 小 王"),
    (["--status", "waiting", "--assignee", "小王"], "waiting - 小王"), (["--follow-up"], "open - -"),
    (["--due", "none"], "none"), (["--assignee", "none", "--note", "x"], "none"),
  ])
  func aDateOrANameOpensAFollowUp(words: [String], expected: String) throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10")
    #expect(try library.run(["edit", id] + words).status == 0)
    #expect(try state(library).last == expected)
  }

  @Test func nothingIsLeftOverForTheNextFollowUp() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10", "--due", "12-1", "--assignee", "小王")
    #expect(try library.run(["edit", id, "--status", "none"]).status == 0)
    #expect(try library.run(["edit", id, "--status", "open"]).status == 0)
    #expect(try state(library).last == "open - -")
  }

  @Test func doneStaysDoneWhenItsDateIsMoved() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10", "--follow-up")
    #expect(try library.run(["edit", id, "--status", "done"]).status == 0)
    #expect(try library.run(["edit", id, "--due", "12-1"]).status == 0)
    #expect(try state(library).last == "done 2026-12-01 -")
  }

  @Test(arguments: [
    [], ["--tag", "a", "--untag", "a"], ["--status", "closed"],
    ["--follow-up", "--status", "done"],
    ["--due", "13-1"], ["--at", "10"], ["--untag", ""], ["--color", "auto"],
    ["--color", "pink"], ["--status", "none", "--due", "12-1"],
    ["--status", "none", "--assignee", "小王"],
  ])
  func whatMakesNoSenseIsRefused(words: [String]) throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10", "--tag", "a")
    #expect(try library.run(["edit", id] + words).status == 2)
    #expect(try state(library) == ["-", "a", "vermilion", "none"])
  }

  @Test func idsMayBeShortenedAsLongAsTheyAreUnique() throws {
    let library = try AnnotatedFolder()
    let ids = [try library.annotate("--at", "10"), try library.annotate("--at", "11")]
    let common = String(zip(ids[0], ids[1]).prefix { $0 == $1 }.map(\.0))
    let short = String(ids[0].prefix(common.count + 1))
    #expect(try library.run(["edit", short.lowercased(), "--note", "短"]).status == 0)
    let notes = try library.json("annotations").map { $0["note"]?.string }
    #expect(notes == ["短", nil])
    for command in [["edit", common, "--note", "x"], ["remove", common]] {
      let result = try library.run(command)
      #expect(result.status == 2 && result.errors.contains("2 ids begin so"))
    }
    for command in [["edit", "ZZZ", "--note", "x"], ["remove", "ZZZ"], ["remove", ""]] {
      #expect(try library.run(command).status == 1)
    }
    #expect(try library.json("annotations").count == 2)
  }

  @Test(arguments: ["edit", "remove"]) func anEmptyIDIsNone(command: String) throws {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10")
    let result = try library.run([command, ""] + (command == "edit" ? ["--note", "x"] : []))
    #expect(result.status == 1 && result.errors.hasPrefix("zhupi: “”: no such annotation"))
  }

  @Test func whatIsRemovedIsGoneFromListings() throws {
    let library = try AnnotatedFolder()
    let id = try library.annotate("--at", "10", "--tag", "a", "--follow-up")
    let result = try library.run(["remove", id])
    #expect(result.status == 0 && result.output.isEmpty)
    for command in ["annotations", "follow-ups", "tags"] {
      #expect(try library.json(command).isEmpty)
      #expect(try library.run([command]).output.isEmpty)
    }
    #expect(try library.run(["remove", id]).status == 1)
    #expect(try library.run(["edit", id, "--note", "x"]).status == 1)
  }

  @Test func theJournalCanBeNamed() throws {
    let library = try AnnotatedFolder()
    let other = library.file("other")
    let made = try library.run(["annotate", "issue.txt", "--at", "10", "--journal", other])
    let id = made.output.trimmingCharacters(in: .newlines)
    #expect(try library.run(["edit", id, "--note", "x"]).status == 1)
    #expect(try library.run(["edit", id, "--note", "x", "--journal", other]).status == 0)
    #expect(try library.run(["remove", id], environment: ["ZHUPI_JOURNAL": other]).status == 0)
  }
}
