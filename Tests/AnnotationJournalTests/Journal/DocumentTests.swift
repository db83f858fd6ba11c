import Testing

@testable import AnnotationJournal

/// Which annotations belong to which document.
@Suite struct DocumentTests {
  private static func target(_ document: String) -> String {
    let edition = "n1-" + String(repeating: "ab", count: 32)
    return #""target":{"document":"\#(document)","edition":"\#(edition)","position":"#
      + #"{"start":0,"end":2},"quote":{"exact":"算力"}}"#
  }

  private func ids(_ journal: Journal, _ documents: Set<String>) -> [String] {
    journal.annotations(of: documents).map(\.id)
  }

  @Test func theLastTargetDecidesInWhateverOrderItCame() {
    let lines = [
      line("annotate", "A", seq: 1, set: Self.target("D")),
      line("annotate", "B", seq: 2, set: Self.target("D")),
      line("edit", "A", seq: 3, set: Self.target("E")),
    ]
    for lines in [lines, lines.reversed()] {
      let journal = Journal([("a", lines)])
      #expect(ids(journal, ["D"]) == ["B"] && ids(journal, ["E"]) == ["A"])
      #expect(ids(journal, ["D", "E"]) == ["A", "B"])
      #expect(ids(journal, ["A"]).isEmpty && ids(journal, []).isEmpty)
    }
  }

  @Test func aNameIsTheSameHoweverItIsWritten() {
    let journal = Journal([("a", [line("annotate", "A", seq: 1, set: Self.target(#"\u0044"#))])])
    #expect(ids(journal, ["D"]) == ["A"])
  }

  @Test func aTargetThatWasTakenAwayBelongsNowhere() {
    let journal = Journal([
      (
        "a",
        [
          line("annotate", "A", seq: 1, set: Self.target("D")),
          line("edit", "A", seq: 2, set: "\"target\":null"),
        ]
      )
    ])
    #expect(ids(journal, ["D"]).isEmpty)
    #expect(journal.strayAnnotations.map(\.id) == ["A"])
  }

  @Test func astrayIsWhatNoRecordOfADocumentTellsOf() {
    let journal = Journal([
      (
        "a",
        [
          line("document", "D", seq: 1, set: "\"path\":\"d.txt\""),
          line("annotate", "A", seq: 2, set: Self.target("D")),
          line("annotate", "B", seq: 3, set: Self.target("E")),
          line("annotate", "C", seq: 4), line("annotate", "F", seq: 5),
          line("remove", "F", seq: 6),
        ]
      )
    ])
    #expect(journal.strayAnnotations.map(\.id) == ["B", "C"])
    #expect(journal.documents.map(\.id) == ["D"])
    #expect(journal.annotations.map(\.id) == ["A", "B", "C"])
  }
}
