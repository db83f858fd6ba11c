import Testing

@testable import BulletinReader

@Suite struct CommandTests {
  @Test(arguments: Command.allCases)
  func everyCommandIsDescribed(command: Command) {
    let entry = command.entry
    for text in [entry.hint, entry.help] {
      #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en)
      #expect(text.zh.unicodeScalars.contains { $0.value > 0x2E00 })
      #expect(text.en.unicodeScalars.allSatisfy { $0.isASCII })
    }
    #expect(!entry.contexts.isEmpty)
    #expect(command.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test(arguments: ["search 算力 券", "go-to-clause 12", "set-mark a", "next-clause", "search"])
  func callsAreReadAsTheyAreWritten(words: String) throws {
    #expect(try CommandCall(parsing: words).words == words)
  }

  @Test func blanksAroundWordsDoNotMatter() throws {
    #expect(try CommandCall(parsing: "  go-to-clause   12").number(count: 3) == 12)
    #expect(try CommandCall(parsing: "Next-Clause ") == CommandCall(.nextClause))
  }

  @Test(arguments: ["nxet-clause": "next-clause", "serch x": "search", "zzzzzzzz": nil])
  func aMisspeltNameIsCorrected(words: String, nearest: String?) {
    #expect(throws: CommandCall.Failure.self) { try CommandCall(parsing: words) }
    do throws(CommandCall.Failure) {
      _ = try CommandCall(parsing: words)
    } catch {
      #expect(error.nearest == nearest)
    }
  }
}
