import BulletinReader
import BulletinScreen

/// `zhupi config show`: every key with its value in force, where that comes from, the default.
enum ConfigShow {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let configuration = try Configuration.load(invocation)
    let language = configuration.language ?? invocation.environment.language
    if invocation.arguments.has(.json) {
      try writeJSON(invocation, configuration, to: &output)
    } else {
      for key in ConfigurationKey.all {
        try write(key, try key.inForce(invocation, configuration), language, to: &output)
      }
    }
    try output.flush()
    for problem in configuration.problems { report("zhupi: " + problem.message(language)) }
    return 0
  }

  /// Two lines: `measure  44  (default)`, then what it is.
  private static func write(
    _ key: ConfigurationKey, _ inForce: ConfigurationKey.InForce, _ language: Language,
    to output: inout Output
  ) throws(Failure) {
    let value = inForce.value?.shown ?? Text(zh: "未设", en: "unset")(language)
    let from = inForce.origin.text(language)
    let indent = 15
    let gap = String(repeating: " ", count: max(1, indent - key.name.utf8.count))
    try output.writeLine(
      key.name + gap + value + Text(zh: "（\(from)）", en: "  (\(from))")(language))
    var help = key.help(language)
    if inForce.origin != .standard, let standard = key.standard?.shown {
      help += Text(zh: "；默认 \(standard)", en: "; default \(standard)")(language)
    }
    try output.writeLine(String(repeating: " ", count: indent) + help)
  }

  private static func writeJSON(
    _ invocation: Invocation, _ configuration: Configuration, to output: inout Output
  ) throws(Failure) {
    var json = JSONOutput(output)
    try json.open("[")
    for key in ConfigurationKey.all {
      let inForce = try key.inForce(invocation, configuration)
      try json.open("{")
      try json.member("key", key.name)
      try json.member("value", inForce.value)
      try json.member("source", inForce.origin.name)
      try json.member("from", inForce.origin.place)
      try json.member("default", key.standard)
      try json.member("help", key.help)
      try json.close("}")
    }
    try json.close("]")
    output = json.output
  }
}

extension ConfigurationValue {
  /// As a line of a listing has it.
  fileprivate var shown: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let isOn): isOn ? "true" : "false"
    case .panes(let split): split.shown
    }
  }
}

extension PaneSplit {
  /// As `config.json` has it, in one line.
  fileprivate var shown: String {
    var members: [String] = []
    if let contents { members.append("\"contents\": \(contents)") }
    if let annotations { members.append("\"annotations\": \(annotations)") }
    let names = Pane.allCases.filter(hidden.contains).map { "\"\($0.rawValue)\"" }
    if !names.isEmpty { members.append("\"hidden\": [\(names.joined(separator: ", "))]") }
    return members.isEmpty ? "{}" : "{ " + members.joined(separator: ", ") + " }"
  }
}

extension JSONOutput {
  /// A member with a value of the configuration, or null.
  fileprivate mutating func member(_ name: StaticString, _ value: ConfigurationValue?)
    throws(Failure)
  {
    switch value {
    case .text(let text): try member(name, text)
    case .number(let number): try member(name, number)
    case .flag(let isOn): try member(name, isOn)
    case .panes(let split):
      try key(name)
      try open("{")
      try member("contents", split.contents)
      try member("annotations", split.annotations)
      try key("hidden")
      try open("[")
      for pane in Pane.allCases where split.hidden.contains(pane) { try self.value(pane.rawValue) }
      try close("]")
      try close("}")
    case nil: try member(name, nil as String?)
    }
  }
}
