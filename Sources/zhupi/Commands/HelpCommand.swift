import BulletinReader

/// `zhupi help [COMMAND]`
enum HelpCommand {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    guard let name = invocation.arguments.operands.first?.text else {
      return try show(nil, invocation, &output)
    }
    guard let command = ProgramCommand.named(name) else {
      let nearest = NearestWord.find(name, among: ProgramCommand.all.map(\.name))
      throw .usage(.unknownCommand(name, nearest: nearest))
    }
    return try show(command, invocation, &output)
  }

  /// Prints a command's page, or without one the overview.
  static func show(
    _ command: ProgramCommand?, _ invocation: Invocation, _ output: inout Output
  ) throws(Failure) -> Int32 {
    let help = HelpText(language: invocation.environment.language)
    try output.write(command.map(help.page) ?? help.overview())
    return 0
  }
}
