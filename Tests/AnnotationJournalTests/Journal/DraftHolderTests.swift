import AnnotationJournal
import Foundation
import Testing

/// Drafts of a program that runs are its own.
@Suite struct DraftHolderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func holder() -> DraftHolder {
    DraftHolder(stateFolder: scratch.state, disk: SystemDisk(), surroundings: .ofProcess())
  }

  @Test func aHolderIsSeenFromItsFirstDraftToItsEnd() throws {
    let other = holder()
    var one: DraftHolder? = holder()
    let name = try #require(one?.name)
    #expect(!other.isHeldElsewhere(name))
    try one?.hold()
    try one?.hold()
    #expect(other.isHeldElsewhere(name))
    #expect(one?.isHeldElsewhere(name) == false, "its own drafts are offered to it")
    one = nil
    #expect(!other.isHeldElsewhere(name))
    #expect(DraftFolder(stateFolder: scratch.state).all().isEmpty)
  }

  @Test(arguments: ["", "..", "../../etc/passwd", "A", "1-2", "\u{0}", "长"])
  func whatIsNoNameIsHeldByNobody(name: String) {
    #expect(!holder().isHeldElsewhere(name))
  }

  @Test func aMarkThatADeadProgramLeftIsTakenAway() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.state.appending("drafts").description, withIntermediateDirectories: true)
    let mark = scratch.state.appending("drafts").appending(".holder-abc").description
    try Data().write(to: URL(fileURLWithPath: mark))
    #expect(!holder().isHeldElsewhere("abc"))
    #expect(!FileManager.default.fileExists(atPath: mark))
  }
}
