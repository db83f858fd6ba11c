import BulletinReader
import Foundation
import Glibc
import Testing

/// Runs commands of the real program side by side on one journal, kills each at a random moment,
/// and knows what the journal may say afterwards.
final class KillTrial {
  /// What is known of an annotation.
  private struct Known {
    /// The notes that it may have: one, unless a change was killed.
    var notes: Set<String>
    /// The number that its tag has had from the beginning.
    let number: Int
    /// Whether it may be removed; nil where it must be there.
    var isRemoved = Removal.no

    enum Removal { case no, maybe, yes }
  }

  /// A command that is running.
  private struct Running {
    let process: pid_t
    let output: String
    /// When to kill it, in microseconds of the monotonic clock.
    let deadline: UInt64
    let deed: Deed
  }

  private enum Deed {
    case annotate(Int)
    case edit(String, note: String)
    case remove(String)
    case compact
  }

  /// How many commands run side by side.
  private static let width = 4

  private let library: AnnotatedFolder
  private var known: [String: Known] = [:]
  /// Annotations that were begun and not acknowledged.
  private var begun: Set<Int> = []
  private var counter = 0
  private var patience: UInt64 = 0
  /// How many commands were killed before their end.
  private(set) var kills = 0
  /// How many commands came to their end.
  private(set) var ends = 0

  /// Makes a trial on a journal of its own.
  init() throws { library = try AnnotatedFolder() }

  /// Runs commands until so many were killed, and looks at the journal now and then.
  func run(kills wanted: Int) throws {
    patience = try calibrated()
    while kills < wanted {
      for _ in 0..<10 where kills < wanted { try round() }
      try verify()
    }
  }

  /// How long a command takes that nobody disturbs, in microseconds.
  private func calibrated() throws -> UInt64 {
    let start = now()
    for _ in 0..<4 { known[try library.annotate("--at", "11")] = nil }
    for row in try library.json("annotations") {
      #expect(try library.run(["remove", try #require(row["id"]?.string)]).status == 0)
    }
    return (now() - start) / 9
  }

  // MARK: Commands

  private func round() throws {
    var subjects = known.filter { $0.value.isRemoved == .no }.map(\.key).shuffled()
    let running = try (0..<Self.width).map { _ in try start(next(&subjects)) }
    for command in running.sorted(by: { $0.deadline < $1.deadline }) {
      let time = now()
      if time < command.deadline { usleep(UInt32(command.deadline - time)) }
      kill(command.process, SIGKILL)
    }
    for command in running {
      let status = ChildProcess.wait(for: command.process)
      let output = try String(contentsOfFile: command.output, encoding: .utf8)
      unlink(command.output)
      if status == 128 + SIGKILL { kills += 1 } else { ends += 1 }
      #expect(status == 0 || status == 128 + SIGKILL, "\(command.deed): \(status)")
      note(command.deed, isDone: status == 0, output)
    }
  }

  /// A command at random; no two of a round concern one annotation, so that what must come of them
  /// is certain.
  private func next(_ subjects: inout [String]) -> Deed {
    counter += 1
    let choice = Int.random(in: 0..<20)
    if choice < 3 { return .compact }
    if choice < 6, let id = subjects.popLast() { return .remove(id) }
    if choice < 12, let id = subjects.popLast() { return .edit(id, note: "改\(counter)") }
    return .annotate(counter)
  }

  private func start(_ deed: Deed) throws -> Running {
    let words =
      switch deed {
      case .annotate(let number):
        [
          "annotate", library.file("issue.txt"), "--at", ["10", "1/3", "15"][number % 3], "--note",
          "新\(number)", "--tag", "t\(number)", "--due", "2026-12-01",
        ]
      case .edit(let id, let note): ["edit", id, "--note", note]
      case .remove(let id): ["remove", id]
      case .compact: ["journal", "compact"]
      }
    counter += 1
    let output = library.file("output.\(counter)")
    let process = try ChildProcess.start(
      BuiltProgram.path, words + ["--journal", library.file(".zhupi/journal")],
      environment: library.variables
    ) { actions in
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    // Side by side they take longer; a few come to their end.
    let delay = UInt64.random(in: 0...patience * 2)
    return Running(process: process, output: output, deadline: now() + delay, deed: deed)
  }

  /// Takes down what must, and what may, have come of a command.
  private func note(_ deed: Deed, isDone: Bool, _ output: String) {
    switch deed {
    case .annotate(let number):
      if output.hasSuffix("\n") {
        known[String(output.dropLast())] = Known(notes: ["新\(number)"], number: number)
      } else {
        #expect(!isDone)
        begun.insert(number)
      }
    case .edit(let id, let note):
      if isDone { known[id]?.notes = [note] } else { known[id]?.notes.insert(note) }
    case .remove(let id): known[id]?.isRemoved = isDone ? .yes : .maybe
    case .compact: break
    }
  }

  // MARK: Looking

  /// All that was acknowledged is there, and nothing that nobody did; then a change goes through.
  private func verify() throws {
    var present: Set<String> = []
    for row in try rows() {
      let id = try #require(row["id"]?.string)
      #expect(present.insert(id).inserted)
      let note = try #require(row["note"]?.string)
      if known[id] == nil {
        let number = try #require(Int(note.dropFirst()), "\(note)")
        #expect(note.hasPrefix("新") && begun.remove(number) != nil, "\(note) was never begun")
        known[id] = Known(notes: [note], number: number)
      }
      try compare(row, id, note)
    }
    for (id, state) in known where !present.contains(id) {
      #expect(state.isRemoved != .no, "\(id) \(state.notes) is gone")
      known[id] = nil
    }
    let check = try library.run(["journal", "check"])
    for line in check.output.split(separator: "\n") {
      let isTorn = line.contains(": the last line was cut off") || line.contains(": no record")
      #expect(isTorn, "\(line)")
    }
    counter += 1
    let id = try library.annotate(
      "--at", "10", "--note", "新\(counter)", "--tag", "t\(counter)",
      "--due", "2026-12-01")
    known[id] = Known(notes: ["新\(counter)"], number: counter)
  }

  private func compare(_ row: LinedJSON, _ id: String, _ note: String) throws {
    let state = try #require(known[id])
    #expect(state.isRemoved != .yes, "\(id) was removed")
    #expect(state.notes.contains(note), "\(note) instead of \(state.notes)")
    #expect(row["tags"]?.elements.map(\.string) == ["t\(state.number)"])
    #expect(row["followUp"]?["due"]?.string == "2026-12-01")
    #expect(row["state"]?.string == "exact")
    // Now it is known what came of the killed changes.
    known[id]?.notes = [note]
    known[id]?.isRemoved = .no
  }

  /// The annotations, a few at a time: the parser is one for settings, which are short.
  private func rows() throws -> [LinedJSON] {
    let result = try library.run(["annotations", "--json"])
    #expect(result.status == 0, "\(result.errors)")
    let objects = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0 == "[" || $0 == "]" || $0 == "  }," || $0 == "  }" }
    return try objects.filter { $0.count > 1 }.map { lines in
      try LinedJSONParser.parse(Array((lines.joined(separator: "\n") + "}").utf8))
    }
  }

  private func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1_000
  }
}

/// Killed at any moment, the program loses nothing that it acknowledged.
///
/// The long run: `ZHUPI_KILL_RUNS=1000 ZHUPI_PROGRAM=.build/release/zhupi swift test --filter
/// KillTests`.
@Suite struct KillTests {
  @Test func killedAtAnyMomentItLosesNothing() throws {
    let variables = ProcessInfo.processInfo.environment
    let trial = try KillTrial()
    try trial.run(kills: variables["ZHUPI_KILL_RUNS"].flatMap(Int.init) ?? 20)
    print("\(trial.kills) commands killed, \(trial.ends) ended")
  }
}
