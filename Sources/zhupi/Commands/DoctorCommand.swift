import BulletinReader
import BulletinScreen

/// `zhupi doctor`: looks whether everything around is as it should be, and writes nothing.
enum DoctorCommand {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let examined = Examined(invocation)
    let findings = DoctorCheck.all.map { ($0, $0.look(examined)) }
    if invocation.arguments.has(.json) {
      try writeJSON(findings, to: &output)
    } else {
      let language = examined.configuration.language ?? invocation.environment.language
      try write(findings, language, to: &output)
    }
    return findings.contains { $0.1.contains { $0.level == .problem } } ? 1 : 0
  }

  /// A line for each finding: how good, of what, what was found, what to do.
  private static func write(
    _ findings: [(DoctorCheck, [Finding])], _ language: Language, to output: inout Output
  ) throws(Failure) {
    let levels = widest(Finding.Level.allCases.map { $0.title(language) })
    let titles = widest(findings.map { $0.0.title(language) })
    for (check, findings) in findings {
      for finding in findings {
        var line = padded(finding.level.title(language), to: levels)
        line += padded(check.title(language), to: titles) + finding.found(language)
        if let advice = finding.advice {
          line += Text(zh: "；\(advice.zh)", en: "; \(advice.en)")(language)
        }
        try output.writeLine(line)
      }
    }
  }

  private static func widest(_ texts: [String]) -> Int {
    texts.map { CharacterWidth.cells($0, ambiguousWide: false) }.max() ?? 0
  }

  private static func padded(_ text: String, to width: Int) -> String {
    let room = width - CharacterWidth.cells(text, ambiguousWide: false) + 2
    return text + String(repeating: " ", count: room)
  }

  private static func writeJSON(
    _ findings: [(DoctorCheck, [Finding])], to output: inout Output
  ) throws(Failure) {
    var json = JSONOutput(output)
    try json.open("[")
    for (check, findings) in findings {
      for finding in findings {
        try json.open("{")
        try json.member("check", check.name)
        try json.member("level", finding.level.rawValue)
        try json.member("found", finding.found)
        if let advice = finding.advice {
          try json.member("advice", advice)
        } else {
          try json.member("advice", nil as String?)
        }
        try json.close("}")
      }
    }
    try json.close("]")
    output = json.output
  }
}
