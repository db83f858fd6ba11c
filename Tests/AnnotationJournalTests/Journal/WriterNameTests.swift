import Foundation
import Testing

@testable import AnnotationJournal

/// Promise 8: writers that got one name are told apart, and nothing is lost of either.
@Suite struct WriterNameTests {
  private func writer(_ scratch: ScratchFolder, _ state: String, machine: String) throws
    -> JournalWriter
  {
    var surroundings = Surroundings.ofProcess()
    surroundings.machine = machine
    let folder = try JournalFolder(scratch.journal, surroundings: surroundings)
    return JournalWriter(folder, stateFolder: scratch.path.appending(state))
  }

  @Test func aStateFolderOnAnotherMachineMakesANewWriter() throws {
    let scratch = try ScratchFolder()
    let here = try writer(scratch, "state", machine: "一")
    #expect(here.name == nil)
    try here.append([.annotate("A", [])], by: "甲")
    let name = try #require(here.name)
    #expect(try writer(scratch, "state", machine: "一").name == name)
    let there = try writer(scratch, "state", machine: "二")
    try there.append([.annotate("B", [])], by: "甲")
    #expect(there.name != name)
    #expect(try scratch.folder().check().isEmpty)
  }

  @Test func aCopiedDiskIsToldByOneNumberWithTwoContents() throws {
    let (one, two) = (try ScratchFolder(), try ScratchFolder())
    let first = try writer(one, "state", machine: "同")
    try first.append([.annotate("A", [])], by: "甲")
    let name = try #require(first.name)
    let files = FileManager.default
    for folder in ["journal", "state"] {
      try files.copyItem(
        atPath: one.path.appending(folder).description,
        toPath: two.path.appending(folder).description)
    }
    let second = try writer(two, "state", machine: "同")
    try first.append([.annotate("B", [])], by: "甲")
    try second.append([.annotate("C", [])], by: "乙")
    #expect(second.name == name)
    // The sync program brings the other's file.
    try one.write(try two.read("\(name).jsonl"), "\(name).sync-conflict-20261120-080000-A.jsonl")
    try first.append([.annotate("D", [])], by: "甲")
    #expect(first.name != name)
    let folder = try one.folder()
    #expect(folder.journal.annotations.map(\.id) == ["A", "B", "C", "D"])
    #expect(folder.check() == [JournalProblem(name, .repeated(2))])
    let renamed = first.name
    try first.append([.annotate("E", [])], by: "甲")
    #expect(first.name == renamed)
  }

  @Test(arguments: [
    "", "{}", #"{"writer":"../x","machine":"一"}"#, #"{"writer":"a.b","machine":"一"}"#,
  ])
  func aDamagedNameIsMadeAnew(_ text: String) throws {
    let scratch = try ScratchFolder()
    let here = try writer(scratch, "state", machine: "一")
    try here.append([.annotate("A", [])], by: "甲")
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: scratch.state.appending("writer").description))
    try here.append([.annotate("B", [])], by: "甲")
    #expect(try scratch.folder().journal.annotations.count == 2)
  }
}
