import BulletinReader
import Testing

@testable import zhupi

/// What completions know of the command line.
@Suite struct CommandGrammarTests {
  private typealias Slot = UsageGrammar.Slot

  @Test func formsAreRead() {
    #expect(UsageGrammar.slots(of: "") == [])
    #expect(UsageGrammar.slots(of: "FILE") == [Slot(choices: ["FILE"])])
    #expect(UsageGrammar.slots(of: "[PATH ...]") == [Slot(choices: ["PATH"], repeats: true)])
    #expect(
      UsageGrammar.slots(of: "PATTERN PATH...")
        == [Slot(choices: ["PATTERN"]), Slot(choices: ["PATH"], repeats: true)])
    #expect(
      UsageGrammar.slots(of: "log ID|PLACE [FILE]")
        == [Slot(choices: ["log"]), Slot(choices: ["ID", "PLACE"]), Slot(choices: ["FILE"])])
    #expect(
      UsageGrammar.slots(of: "init|status|sync [DIR]")
        == [Slot(choices: ["init", "status", "sync"]), Slot(choices: ["DIR"])])
  }

  /// The offers of the first rule that words match, as a script goes through them.
  private func offers(_ words: [String]) -> [Offer] {
    CommandGrammar.operands.first { rule in
      for (index, word) in rule.words.enumerated() {
        guard index < words.count else { return false }
        guard let word else { return true }
        if word != words[index] { return false }
      }
      return rule.words.count == words.count
    }?.offers ?? []
  }

  @Test func operandsAreOffered() {
    #expect(offers([]).contains(.files))
    #expect(offers(["some file"]) == [.files])
    #expect(offers(["outline"]) == [.files])
    #expect(offers(["outline", "a"]).isEmpty)
    #expect(offers(["edit"]) == [.list(.ids)])
    #expect(offers(["annotations"]) == [.files])
    #expect(offers(["annotations", "a", "b"]) == [.files])
    #expect(offers(["journal", "log"]) == [.list(.ids)])
    #expect(offers(["journal", "log", "x"]) == [.files])
    #expect(offers(["journal", "path"]) == [.files])
    #expect(offers(["tags"]) == [.files, .word("rename"), .word("merge")])
    #expect(offers(["tags", "merge", "a"]) == [.list(.tags)])
    #expect(offers(["keys"]).isEmpty)
    #expect(offers(["completions", "list"]).contains(.word("tags")))
  }

  /// Words in capital letters that stand for nothing would be offered as they are.
  @Test func everyPlaceholderIsKnown() {
    let usages = ProgramCommand.all.flatMap { $0.grammar.flatMap { $0 } }
    let values =
      ProgramCommand.all.flatMap { command in
        command.options.compactMap { $0.meaning(in: command)?.value }
      }
      + Option.allCases.compactMap(\.value)
    let words =
      usages.flatMap(\.choices) + values.flatMap { $0.split(separator: "|").map(String.init) }
    for word in words where word.contains(where: \.isUppercase) {
      #expect(CommandGrammar.placeholders[word] != nil, "\(word)")
    }
  }
}
