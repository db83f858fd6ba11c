import Testing

@testable import AnnotationJournal

/// One run of the simulator: three programs of two writers work on one journal while things go
/// wrong, are opened again and go on; in the end the power goes, and what is left is compared with
/// what was acknowledged and what was tried.
final class FaultRun {
  static let folder = DiskPath("/journal")
  static let states = [DiskPath("/state1"), DiskPath("/state1"), DiskPath("/state2")]
  static let document = FieldValue(trusted: "{\"document\":\"D\"}".utf8)

  /// A running program.
  private final class Program {
    let process: SimulatedProcess
    let writer: JournalWriter
    var isBusy = false

    init(_ process: SimulatedProcess, _ writer: JournalWriter) {
      self.process = process
      self.writer = writer
    }
  }

  /// A field of an annotation.
  private struct Key: Hashable {
    var id: String
    var field: String
  }

  private struct Place: Comparable {
    var clock: Int
    var writer: String
    var seq: Int

    static func < (one: Place, other: Place) -> Bool {
      (one.clock, one.writer, one.seq) < (other.clock, other.writer, other.seq)
    }
  }

  let disk: SimulatedDisk
  private var random: SeededRandom
  private let planted: PlantedFault?
  private var programs: [Program?] = [nil, nil, nil]
  private var ids: [String] = []
  private var tried: [Key: Set<FieldValue>] = [:]
  private var acknowledged: [Key: (place: Place, value: FieldValue)] = [:]
  private var acknowledgedIDs: Set<String> = []
  private var editions: [Edition: [UInt8]] = [:]
  private var lastWord = 0
  private(set) var acknowledgements = 0
  /// What is wrong in the end.
  private(set) var violations: [String] = []

  init(seed: UInt64, planted: PlantedFault? = nil) {
    random = SeededRandom(seed: seed)
    disk = SimulatedDisk(seed: seed ^ 0x5DEE_CE66)
    self.planted = planted
    disk.folders = ["/", "/journal", "/journal/editions", "/state1", "/state2"].reduce(into: []) {
      $0.insert(DiskPath($1))
    }
  }

  /// Works, with a fault at some call, then opens all again, with another, and works on.
  func run(operations: Int = 24, faults: [ArmedFault]) {
    disk.meanwhile = { [unowned self] process in interrupt(process) }
    for fault in faults {
      disk.fault = fault
      work(operations / max(1, faults.count))
      for index in programs.indices where random.once(in: 2) { end(index) }
    }
    disk.fault = nil
    work(2)
    disk.meanwhile = nil
    disk.crash()
    check()
  }

  private func work(_ operations: Int) {
    for _ in 0..<operations { operate(random.below(programs.count)) }
  }

  private func end(_ index: Int) {
    programs[index]?.process.die()
    programs[index] = nil
  }

  /// Lets another program work in the middle of a call of one.
  private func interrupt(_ process: SimulatedProcess) {
    guard random.once(in: 500), programs.filter({ $0?.isBusy == true }).count == 1 else { return }
    let others = programs.indices.filter { programs[$0]?.isBusy != true }
    if let index = others.randomElement(using: &random) { operate(index) }
  }

  private func program(_ index: Int) -> Program? {
    if let program = programs[index], !program.process.isDead { return program }
    let process = SimulatedProcess(disk, on: index / 2)
    let seed = random.next()
    var chance = SeededRandom(seed: seed)
    let surroundings = Surroundings(
      now: { [disk] in disk.time }, random: { chance.next() },
      pause: { [disk] in disk.wait($0) }, machine: "m\(Self.states[index])",
      user: SimulatedProcess.user)
    let seen: any Disk = planted.map { PlantedDisk(process, $0) } ?? process
    let folder = try? JournalFolder(Self.folder, disk: seen, surroundings: surroundings)
    let program = folder.map { folder in
      Program(process, JournalWriter(folder, stateFolder: Self.states[index]))
    }
    programs[index] = program
    return program
  }

  private func operate(_ index: Int) {
    guard let program = program(index) else { return }
    program.isBusy = true
    defer { program.isBusy = false }
    switch random.below(16) {
    case 0...2: ids.count < 6 || random.once(in: 4) ? annotate(program) : edit(program)
    case 3...8: edit(program)
    case 9: undo(program)
    case 10...11: _ = try? program.writer.compact()
    case 12: keepEdition(program)
    case 13: end(index)
    case 14: _ = try? program.writer.saveUnsaved()
    default: _ = try? program.writer.folder.refresh()
    }
  }

  private func word() -> FieldValue {
    lastWord += 1
    return FieldValue("词\(lastWord)")
  }

  private func annotate(_ program: Program) {
    let id = "A\(ids.count)"
    ids.append(id)
    let fields = [Change.Field("target", Self.document), Change.Field("note", word())]
    append([.annotate(id, fields)], program)
  }

  private func edit(_ program: Program) {
    guard let id = ids.randomElement(using: &random) else { return }
    let field = random.once(in: 2) ? "note" : "color"
    var changes = [Change.edit(id, [Change.Field(field, word())])]
    if random.once(in: 4) { changes.append(random.once(in: 2) ? .remove(id) : .restore(id)) }
    append(changes, program)
  }

  private func append(_ changes: [Change], _ program: Program) {
    for change in changes {
      for field in change.fields {
        tried[Key(id: change.id, field: field.name), default: []].insert(field.value)
      }
    }
    guard let places = try? program.writer.append(changes, by: "甲") else { return }
    for (change, place) in zip(changes, places) { acknowledge(change, place, program) }
  }

  private func undo(_ program: Program) {
    let documents: Set = ["D"]
    let isRedo = random.once(in: 3)
    let plan =
      isRedo
      ? try? program.writer.redo(in: documents, by: "甲")
      : try? program.writer.undo(in: documents, by: "甲")
    guard let change = plan?.change else { return }
    let entries = program.writer.folder.journal.entries(of: change.id)
    if let entry = entries.last(where: { $0.change == change }) {
      acknowledge(change, entry.place, program)
    }
  }

  private func acknowledge(_ change: Change, _ place: RecordPlace, _ program: Program) {
    acknowledgements += 1
    disk.trace?.append("acknowledged \(place) \(change.fields.map { $0.value.text ?? $0.name })")
    acknowledgedIDs.insert(change.id)
    let folder = program.writer.folder
    if folder.journal.line(at: place) == nil, (try? folder.refresh()) == nil { return }
    let journal = folder.journal
    guard let writer = journal.writers.find(place.writer),
      let record = journal.ledgers[Int(writer)].records[place.seq]
    else { return violations.append("\(place) is acknowledged and not there") }
    let clock = journal.records[Int(record)].clock
    let at = Place(clock: clock, writer: place.writer, seq: place.seq)
    for field in change.fields {
      let key = Key(id: change.id, field: field.name)
      if let before = acknowledged[key], at < before.place { continue }
      acknowledged[key] = (at, field.value)
    }
  }

  private func keepEdition(_ program: Program) {
    let text = Array("版\(random.below(3))".utf8)
    let digits = Array("0123456789abcdef".utf8)
    let hash = SecureHash.digest(of: text).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    guard let edition = Edition(id: "n1-" + String(decoding: hash, as: UTF8.self)) else { return }
    if (try? program.writer.keep(edition, text: text)) != nil { editions[edition] = text }
  }

  // MARK: What is left

  private func check() {
    programs = [nil, nil, nil]
    guard let writer = program(0)?.writer else { return violations.append("does not open") }
    let journal = writer.folder.journal
    checkAcknowledged(journal)
    checkTried(journal)
    for (edition, text) in editions where writer.folder.text(of: edition) != text {
      violations.append("edition lost")
    }
    for problem in journal.numberingProblems {
      if case .repeated = problem.kind { violations.append("\(problem)") }
    }
  }

  private func checkAcknowledged(_ journal: Journal) {
    for id in acknowledgedIDs where journal.annotation(id) == nil {
      violations.append("\(id) is lost")
    }
    for (key, wanted) in acknowledged {
      guard let found = register(journal, key) else {
        violations.append("\(key) is lost")
        continue
      }
      if found.place < wanted.place || found.place == wanted.place && found.value != wanted.value {
        violations.append("\(key): \(found) in place of \(wanted)")
      }
    }
  }

  private func register(_ journal: Journal, _ key: Key) -> (place: Place, value: FieldValue)? {
    guard let entity = journal.ids.find(key.id), let field = journal.fields.find(key.field),
      let register = journal.register(entity, field)
    else { return nil }
    let record = journal.records[Int(register.record)]
    let value = journal.chunks[Int(record.chunk)][register.value.range]
    let place = Place(
      clock: record.clock, writer: journal.writers.text(record.writer), seq: record.seq)
    return (place, FieldValue(trusted: value))
  }

  private func checkTried(_ journal: Journal) {
    for id in (0..<Int32(journal.ids.count)).map(journal.ids.text) {
      if !ids.contains(id) { violations.append("\(id) is invented") }
      for entry in journal.entries(of: id) {
        for field in entry.change.fields {
          let known = tried[Key(id: id, field: field.name)] ?? []
          // Undoing clears what was not there before, and takes away what was made.
          let isUndone =
            entry.change.undoes != nil && (field.value.isNull || field.name == "removed")
          if !known.contains(field.value), !isUndone {
            violations.append("\(id) \(field) is invented")
          }
        }
      }
    }
  }
}
