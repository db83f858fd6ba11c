/// A part of a command, by the word that stands behind the command's name: `path` of `journal path`.
struct CommandPart: Sendable {
  /// The word.
  let name: String
  /// How many words may follow.
  let operands: ClosedRange<Int>
  /// Does it; the answer is the exit status.
  let run: @Sendable (Invocation, inout Output) throws(Failure) -> Int32

  /// Runs the part that the first operand names.
  static func run(
    _ parts: [CommandPart], of command: String, _ invocation: Invocation, _ output: inout Output
  ) throws(Failure) -> Int32 {
    let name = invocation.file.text
    guard let part = parts.first(where: { $0.name == name }) else {
      throw .usage(.unknownPart(name, command: command, parts: parts.map(\.name)))
    }
    let rest = invocation.arguments.operands.count - 1
    if rest < part.operands.lowerBound { throw .usage(.missingOperand(command: command)) }
    if rest > part.operands.upperBound {
      let extra = invocation.arguments.operands[part.operands.upperBound + 1]
      throw .usage(.needlessOperand(extra.text, command: command))
    }
    return try part.run(invocation, &output)
  }
}
