import BulletinScreen
import Testing

@testable import BulletinReader

/// Every command changes what shows, or asks the world for something, from some state.
@Suite struct CommandCoverageTests {
  /// What commands are given that want something of their own; others get what their kind wants.
  private static let arguments: [Command: String] = [
    .setColor: "jade", .setStatus: "waiting", .theme: "paper", .keymap: "less",
    .set: "language=en", .followUp: "today", .sortAnnotations: "due", .goToClause: "2",
    .width: "20", .export: "markdown notes.md",
  ]

  @Test func everyCommandDoesSomething() throws {
    let starts = try Scene.all.map { try Start($0) }
    for command in Command.allCases {
      let argument: String? =
        switch command.entry.argument {
        case .character: "a"
        case .number: Self.arguments[command] ?? "9"
        case .text: command == .palette ? nil : Self.arguments[command] ?? "台账"
        case .none, .repeats: nil
        }
      let works = starts.contains { start in
        var session = start.session
        let effects = session.carryOut(CommandCall(command, argument), count: nil)
        guard !effects.contains(.bell) else { return false }
        return !effects.isEmpty || Impression(&session) != start.impression
      }
      #expect(works, "\(command.rawValue)")
    }
  }
}
