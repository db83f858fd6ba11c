import BulletinReader
import Testing

/// `zhupi tags`, `tags rename`, `tags merge`.
@Suite struct TagsTests {
  private func annotated() throws -> AnnotatedFolder {
    let library = try AnnotatedFolder()
    _ = try library.annotate("--at", "10", "--tag", "b", "--tag", "a", "--follow-up")
    _ = try library.annotate("--at", "11", "--tag", "b")
    _ = try library.annotate("--at", "15", "--tag", "c")
    return library
  }

  private func tags(_ library: AnnotatedFolder, _ paths: String...) throws -> [String] {
    let result = try library.run(["tags", "--json"] + paths)
    return try LinedJSONParser.parse(Array(result.output.utf8)).elements.map { row in
      #expect(row.members?.map(\.key) == ["tag", "count", "open"])
      let numbers = ["count", "open"].map { Int(row[$0]?.number ?? -1) }
      return "\(row["tag"]?.string ?? "") \(numbers[0]) \(numbers[1])"
    }
  }

  @Test func eachIsCounted() throws {
    let library = try annotated()
    #expect(try tags(library) == ["b 2 1", "a 1 1", "c 1 0"])
    #expect(try tags(library, "issue.txt") == ["b 2 1", "a 1 1", "c 1 0"])
    #expect(
      try library.run(["tags"]).output == "2  b  1 to follow up\n1  a  1 to follow up\n1  c\n")
  }

  @Test func oneIsRenamed() throws {
    let library = try annotated()
    let result = try library.run(["tags", "rename", "#b", "新"])
    #expect(result.status == 0 && result.output == "2 annotations changed\n")
    #expect(try tags(library) == ["新 2 1", "a 1 1", "c 1 0"])
  }

  /// A journal may hold tags that nobody could give.
  @Test func aTagThatIsNoneCanBeGotRidOf() throws {
    let library = try annotated()
    let id = try #require(try library.json("annotations", "--tag", "c").first?["id"]?.string)
    try library.write(
      "{\"v\":1,\"seq\":1,\"clock\":99,\"do\":\"edit\",\"id\":\"\(id)\",\"set\":{\"tag.x y\":true,\"tag.u v\":true}}\n",
      to: ".zhupi/journal/z.jsonl")
    #expect(try library.json("annotations", "--tag", "x y").count == 1)
    #expect(try library.run(["tags", "rename", "x y", "xy"]).status == 0)
    #expect(try library.run(["edit", id, "--untag", "u v"]).status == 0)
    #expect(try tags(library) == ["b 2 1", "a 1 1", "c 1 0", "xy 1 0"])
    let refused = try library.run(["tags", "rename", "xy", "x y"])
    #expect(refused.status == 2 && refused.errors.hasPrefix("zhupi: tags rename: "))
  }

  @Test func oneIsMergedIntoAnother() throws {
    let library = try annotated()
    #expect(try library.run(["tags", "merge", "a", "b"]).status == 0)
    #expect(try tags(library) == ["b 2 1", "c 1 0"])
    #expect(try library.run(["tags", "merge", "c", "b"]).status == 0)
    #expect(try tags(library) == ["b 3 1"])
  }

  @Test(
    arguments: [
      (["rename", "none", "x"], 1, "no annotation has this tag"),
      (["rename", "a", "b"], 1, "zhupi tags merge a b merges them"),
      (["merge", "a", "none"], 1, "no annotation has this tag"),
      (["rename", "a"], 2, "argument is missing"), (["merge", "a", "b", "c"], 2, "too many"),
      (["rename", "a", "x y"], 2, "is no tag"),
    ] as [([String], Int32, String)])
  func whatCannotBeDoneChangesNothing(words: [String], status: Int32, message: String) throws {
    let library = try annotated()
    let result = try library.run(["tags"] + words)
    #expect(result.status == status && result.errors.contains(message), "\(result.errors)")
    #expect(try tags(library) == ["b 2 1", "a 1 1", "c 1 0"])
  }
}
