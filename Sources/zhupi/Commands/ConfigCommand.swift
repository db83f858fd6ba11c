import BulletinReader

/// `zhupi config show|check|path`
enum ConfigCommand {
  private static let parts = [
    CommandPart(name: "show", operands: 0...0, run: ConfigShow.run),
    CommandPart(name: "check", operands: 0...0, run: check),
    CommandPart(name: "path", operands: 0...0, run: path),
  ]

  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    try CommandPart.run(parts, of: "config", invocation, &output)
  }

  /// Prints what is wrong with the configuration, themes and keymaps; 1 if anything cannot be done.
  private static func check(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let check = try SettingsCheck(invocation)
    let status: Int32 = check.errors.isEmpty ? 0 : 1
    if invocation.arguments.has(.json) {
      try write(check.problems, to: &output)
      return status
    }
    let language = check.language
    for problem in check.problems {
      let isWarning = problem.severity == .warning
      let remark = isWarning ? Text(zh: "（提示）", en: " (a warning)") : Text(zh: "", en: "")
      try output.writeLine(problem.message(language) + remark(language))
    }
    if status == 0 { try output.writeLine(check.summary(language)) }
    return status
  }

  private static func write(_ problems: [SettingsProblem], to output: inout Output)
    throws(Failure)
  {
    var json = JSONOutput(output)
    try json.open("[")
    for problem in problems {
      try json.open("{")
      try json.member("file", problem.file)
      try json.member("line", problem.line > 0 ? problem.line : nil)
      try json.member("key", problem.subject.isEmpty ? nil : problem.subject)
      try json.member("severity", problem.severity == .error ? "error" : "warning")
      try json.member("reason", problem.reason)
      try json.member("nearest", problem.nearest)
      try json.close("}")
    }
    try json.close("]")
    output = json.output
  }

  /// Prints where the user's files are, or would be.
  private static func path(_ invocation: Invocation, _ output: inout Output) throws(Failure)
    -> Int32
  {
    let environment = invocation.environment
    guard let folder = environment.configFolder, let state = environment.stateFolder else {
      throw .noJournal
    }
    let configuration = try Configuration.load(invocation)
    let journal = try JournalFinder(invocation, configuration).journal(of: nil).folder
    let places: [(name: StaticString, path: Word)] = [
      ("config", invocation.arguments.word(.config) ?? folder.appending("config.json")),
      ("themes", folder.appending("themes")), ("keymaps", folder.appending("keymaps")),
      ("state", state), ("journal", journal),
    ]
    if invocation.arguments.has(.json) {
      var json = JSONOutput(output)
      try json.open("{")
      for place in places { try json.member(place.name, place.path.text) }
      try json.close("}")
      output = json.output
      return 0
    }
    for place in places {
      let name = "\(place.name)"
      try output.write(name + String(repeating: " ", count: 9 - name.utf8.count))
      try output.write(path: place.path)
      try output.endLine()
    }
    return 0
  }
}
