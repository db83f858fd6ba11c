import Testing

@testable import AnnotationJournal

/// Undo and redo are records of their own, and find what to do in the journal alone.
@Suite struct UndoTests {
  private static let target = Change.Field(
    "target", FieldValue(trusted: "{\"document\":\"D\"}".utf8))

  /// Writers on one simulated disk where nothing goes wrong; each call opens the journal anew.
  private final class Desk {
    private let disk = SimulatedDisk(seed: 1)
    private let process: SimulatedProcess
    private var random = SeededRandom(seed: 5)
    private var now: Int64 = 1_700_000_000_000

    init() {
      disk.folders = ["/", "/j", "/甲", "/乙"].reduce(into: []) { $0.insert(DiskPath($1)) }
      process = SimulatedProcess(disk, on: 0)
    }

    func writer(_ name: String) throws -> JournalWriter {
      let surroundings = Surroundings(
        now: { [unowned self] in now }, random: { [unowned self] in random.next() },
        pause: { _ in }, machine: name,
        user: SimulatedProcess.user)
      let folder = try JournalFolder(DiskPath("/j"), disk: process, surroundings: surroundings)
      return JournalWriter(folder, stateFolder: DiskPath("/" + name))
    }

    func change(_ name: String, _ change: Change) throws {
      now += 1
      try writer(name).append([change], by: name)
    }

    func undo(_ name: String = "甲") throws -> UndoPlan? {
      try writer(name).undo(in: ["D"], by: name)
    }

    func redo(_ name: String = "甲") throws -> UndoPlan? {
      try writer(name).redo(in: ["D"], by: name)
    }

    var annotation: Annotation? {
      get throws { try writer("甲").folder.journal.annotation("A") }
    }

    var note: String? { get throws { try annotation?.note } }
  }

  private func note(_ text: String) -> Change { .edit("A", [.note(text)]) }

  @Test func undoAndRedoWalkBackAndForthAcrossRestarts() throws {
    let desk = Desk()
    try desk.change("甲", .annotate("A", [Self.target, .note("一")]))
    try desk.change("甲", note("二"))
    try desk.change("甲", note("三"))
    for expected in ["二", "一"] {
      _ = try desk.undo()
      #expect(try desk.note == expected)
    }
    _ = try desk.undo()
    #expect(try desk.annotation?.isRemoved == true)
    #expect(try desk.undo() == nil)
    _ = try desk.redo()
    #expect(try desk.annotation?.isRemoved == false)
    for expected in ["二", "三"] {
      _ = try desk.redo()
      #expect(try desk.note == expected)
    }
    #expect(try desk.redo() == nil)
    _ = try desk.undo()
    #expect(try desk.note == "二")
  }

  @Test func aNewChangeEndsRedo() throws {
    let desk = Desk()
    try desk.change("甲", .annotate("A", [Self.target, .note("一")]))
    try desk.change("甲", note("二"))
    _ = try desk.undo()
    try desk.change("甲", note("三"))
    #expect(try desk.redo() == nil)
    _ = try desk.undo()
    #expect(try desk.note == "一")
  }

  @Test func whatSomebodyChangedSinceIsLeftAndSaid() throws {
    let desk = Desk()
    try desk.change("甲", .annotate("A", [Self.target, .note("一"), .color("jade")]))
    try desk.change("甲", .edit("A", [.note("二"), .color("gold")]))
    try desk.change("乙", note("别人的"))
    let plan = try desk.undo()
    #expect(plan?.left == ["note"])
    #expect(try desk.note == "别人的")
    #expect(try desk.annotation?.color == "jade")
    // Making it is left too, as it has somebody else's words; undo is not stuck there.
    #expect(try desk.undo()?.change.fields == [])
    #expect(try desk.undo() == nil)
    #expect(try desk.annotation?.isRemoved == false)
  }

  @Test func whatWasThereBeforeMayBeSomebodyElses() throws {
    let desk = Desk()
    try desk.change("乙", .annotate("A", [Self.target, .note("别人的")]))
    try desk.change("甲", note("我的"))
    _ = try desk.undo()
    #expect(try desk.note == "别人的")
    #expect(try desk.undo() == nil)
    _ = try desk.redo()
    #expect(try desk.note == "我的")
  }

  @Test func redoLeavesWhatSomebodyChanged() throws {
    let desk = Desk()
    try desk.change("甲", .annotate("A", [Self.target, .note("一")]))
    try desk.change("甲", .edit("A", [.note("二"), .color("gold")]))
    _ = try desk.undo()
    try desk.change("乙", note("别人的"))
    #expect(try desk.redo()?.left == ["note"])
    #expect(try desk.note == "别人的")
    #expect(try desk.annotation?.color == "gold")
  }

  @Test func removingAndTaggingAreUndone() throws {
    let desk = Desk()
    try desk.change("甲", .annotate("A", [Self.target]))
    try desk.change("甲", .edit("A", [.tag("算力", true)]))
    try desk.change("甲", .remove("A"))
    _ = try desk.undo()
    #expect(try desk.annotation?.isRemoved == false)
    _ = try desk.undo()
    #expect(try desk.annotation?.tags == [])
  }

  @Test func otherDocumentsAreLeftAlone() throws {
    let desk = Desk()
    let other = Change.Field("target", FieldValue(trusted: "{\"document\":\"E\"}".utf8))
    try desk.change("甲", .annotate("A", [Self.target]))
    try desk.change("甲", .annotate("B", [other]))
    let plan = try desk.undo()
    #expect(plan?.change.id == "A")
  }

  @Test func undoReachesTheLastChangesBehindACompaction() throws {
    let desk = Desk()
    try desk.change("甲", .annotate("A", [Self.target, .note("零")]))
    for number in 1...20 { try desk.change("甲", note("\(number)")) }
    let report = try desk.writer("甲").compact()
    #expect(report.dropped == 9)
    for number in (10..<20).reversed() {
      #expect(try desk.undo() != nil)
      #expect(try desk.note == "\(number)")
    }
    #expect(try desk.undo() == nil)
  }

  /// What another's undo brings back is not compacted away, though its writer wrote over it since.
  @Test(arguments: [false, true]) func aCompactionLeavesWhatOthersMayTakeBackTo(compacts: Bool)
    throws
  {
    let desk = Desk()
    try desk.change("甲", .annotate("A", [Self.target, .note("零")]))
    try desk.change("乙", note("乙写的"))
    try desk.change("甲", note("甲写的"))
    try desk.change("乙", note("乙又写"))
    _ = try desk.undo("乙")
    for number in 0..<12 { try desk.change("乙", .edit("A", [.color("\(number)")])) }
    if compacts { #expect(try desk.writer("乙").compact().dropped > 0) }
    #expect(try desk.note == "甲写的")
    _ = try desk.undo("甲")
    #expect(try desk.note == "乙写的")
  }
}
