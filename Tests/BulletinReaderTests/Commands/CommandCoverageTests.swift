import BulletinScreen
import Testing

@testable import BulletinReader

/// Every command changes what shows, or asks the world for something, from some state.
@Suite struct CommandCoverageTests {
  /// Keys that bring about a state in which the command has something to do.
  private static let preparations = [
    "3]c 6l", "gg", "G", "]c 2]a", "3]c ma G", "]a ]c <C-o>", "/ \"台账\" <Enter>", "<C-w>1 3j",
    "<C-w>1 2j zc", "zR", "]c 2]a 2<C-o>", "z1", "<C-w>3", "/ \"甲 乙\" <Left>", ": \"n\"",
    "/ \"甲\" <Enter> / \"乙\" <Enter> /", "/ \"甲\" <Enter> / \"乙\" <Enter> / <Up> <Up>",
    "/ \"甲 乙\" <C-w>", "/ \"甲 乙\" <C-a>", "]r", "<F1>", "3]c v 4l", "]c a \"甲\"", "]c a \"甲\" <C-z>", "]c a \"甲\" <Esc>",
    "]c f <Enter>", "]c t \"甲\" <Enter> 2]c", "6]c / \"某安全\" <Enter> v",
  ]

  @Test(arguments: Command.allCases)
  func everyCommandDoesSomething(command: Command) throws {
    let argument: String? =
      switch command.entry.argument {
      case .character: "a"
      case .number: "2"
      case .text where command == .setColor: "jade"
      case .text where command == .setStatus: "waiting"
      case .text where command != .palette: "台账"
      case .none, .repeats, .text: nil
      }
    for keys in Self.preparations {
      let driver = try AnnotatedSample().driver(112, 20)
      try driver.press(keys)
      let before = driver.screen
      let cursor = driver.frame.cursor
      let effects = driver.perform(CommandCall(command, argument))
      if effects.contains(where: { $0 != .bell }) { return }
      if driver.screen != before || driver.frame.cursor != cursor { return }
    }
    Issue.record("\(command.rawValue) does nothing")
  }
}
