import BulletinCore
import BulletinReader
import BulletinScreen

/// `zhupi outline FILE`: the tree of articles and sections, as text, as JSON, or its doubts.
enum OutlineCommand {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let arguments = invocation.arguments
    let depth = try arguments.number(.depth, in: 0...127) ?? 127
    let bulletin = try invocation.bulletin()
    let asJSON = arguments.has(.json)
    if arguments.has(.check) {
      return try check(bulletin, invocation, asJSON: asJSON, &output)
    }
    if asJSON {
      var json = OutlineJSON(output)
      try json.write(bulletin, file: invocation.file.text, depth: depth)
      output = json.output
    } else {
      try OutlineTree(bulletin: bulletin, depth: depth).write(to: &output)
    }
    return 0
  }

  /// Prints the doubts as `FILE:LINE: reason`, or as an array; 1 if there is any.
  private static func check(
    _ bulletin: Bulletin, _ invocation: Invocation, asJSON: Bool, _ output: inout Output
  ) throws(Failure) -> Int32 {
    let doubts = bulletin.doubts()
    let language = invocation.environment.language
    if asJSON {
      var json = JSONOutput(output)
      try json.open("[")
      for doubt in doubts {
        try json.open("{")
        try json.member("line", doubt.line)
        try json.member("kind", doubt.name)
        try json.member("reason", doubt.reason(language))
        try json.close("}")
      }
      try json.close("]")
      output = json.output
    } else {
      for doubt in doubts {
        let line = "\(invocation.file.text):\(doubt.line): \(doubt.reason(language))"
        try output.write(VisibleSign.inOneLine(line))
        try output.endLine()
      }
    }
    return doubts.isEmpty ? 0 : 1
  }
}
