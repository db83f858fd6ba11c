import BulletinReader

/// `zhupi themes`: the themes that can be had, the user's own first.
enum ThemesCommand {
  /// One row of the listing.
  private struct Row {
    var name: String
    var background: String
    var source: String
  }

  static func run(_ invocation: Invocation, _ output: inout Output) throws(Failure) -> Int32 {
    let rows = rows(UserSettings.themes(invocation.environment))
    if invocation.arguments.has(.json) {
      var json = JSONOutput(output)
      try json.open("[")
      for row in rows {
        try json.open("{")
        try json.member("name", row.name)
        try json.member("background", row.background)
        try json.member("source", row.source)
        try json.close("}")
      }
      try json.close("]")
      output = json.output
      return 0
    }
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      let gap = String(repeating: " ", count: width - row.name.count + 2)
      let background = row.background + String(repeating: " ", count: 7 - row.background.count)
      try output.write(scalars: (row.name + gap + background + row.source).unicodeScalars)
      try output.endLine()
    }
    return 0
  }

  /// The themes in order; one of the user's stands for a built-in one of its name.
  private static func rows(_ themes: UserSettings) -> [Row] {
    let library = themes.library
    return library.names.compactMap { name in
      let place = themes.place(of: name)
      // A link that leads nowhere is no theme; `config check` tells of it.
      guard let file = library.file(named: name), place.map(exists) ?? true else { return nil }
      return Row(
        name: name, background: ThemeFile.load(file, from: library).value.background.rawValue,
        source: place?.text ?? "built-in")
    }
  }
}
