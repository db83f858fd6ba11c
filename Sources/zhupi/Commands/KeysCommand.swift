import BulletinReader
import BulletinScreen

/// `zhupi keys`: all keys of the keymap in force.
enum KeysCommand {
  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let configuration = try Configuration.load(invocation)
    let loaded = try ReaderSettings.keymap(invocation, configuration).read()
    let language = configuration.language ?? invocation.environment.language
    if invocation.arguments.has(.json) {
      try writeJSON(loaded.value.bindings, to: &output)
    } else {
      try write(loaded.value, language, to: &output)
    }
    try output.flush()
    for problem in configuration.problems + loaded.problems {
      report("zhupi: " + problem.message(language))
    }
    return loaded.isSound ? 0 : 65
  }

  /// The keys of each context under its name: keys, command, help.
  private static func write(_ keymap: Keymap, _ language: Language, to output: inout Output)
    throws(Failure)
  {
    let keysWidth = keymap.bindings.map { cells($0.shownKeys) }.max() ?? 0
    let wordsWidth = keymap.bindings.map { cells($0.call.words) }.max() ?? 0
    var isFirst = true
    for context in KeyContext.allCases {
      let bindings = keymap.bindings(in: context)
      if bindings.isEmpty { continue }
      if !isFirst { try output.endLine() }
      isFirst = false
      try output.write(context.rawValue)
      try output.endLine()
      for binding in bindings {
        let (keys, words) = (binding.shownKeys, binding.call.words)
        let row =
          padded(keys, to: keysWidth + 2) + padded(words, to: wordsWidth + 2)
          + binding.help(language)
        try output.write(scalars: ("  " + row).unicodeScalars)
        try output.endLine()
      }
    }
  }

  private static func cells(_ text: String) -> Int {
    CharacterWidth.cells(text, ambiguousWide: false)
  }

  /// A text as wide as the column.
  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - cells(text)))
  }

  private static func writeJSON(_ bindings: [KeyBinding], to output: inout Output)
    throws(Failure)
  {
    var json = JSONOutput(output)
    try json.open("[")
    for binding in bindings {
      try json.open("{")
      try json.member("keys", binding.keys)
      try json.member("command", binding.call.words)
      try json.member("context", binding.context.rawValue)
      try json.member("help", binding.help)
      try json.close("}")
    }
    try json.close("]")
    output = json.output
  }
}
