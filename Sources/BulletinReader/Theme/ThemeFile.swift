internal import BulletinScreen

/// Reads a theme file: an object with `name`, `extends`, `background`, `palette` and `styles`.
///
/// The palette is `{ NAME: "#rrggbb" }`, the styles are `{ ROLE: { "fg", "bold", … } }`.
/// A style has `fg` and `bg` (a name of the palette, `#rrggbb`, one of the terminal's eight colours
/// from `black` to `white`, `default` for the terminal's own, `none` for none) and `bold`, `italic`, `underline`, `reverse`, `dim`, true or false. A theme
/// that extends another may change single properties, and colours of its palette.
public struct ThemeFile {
  private var palette: [String: Color] = [:]
  private var styles = [Entry](repeating: Entry(), count: StyleRole.allCases.count)
  private var name = ""
  private var background = Theme.Background.dark
  private var problems: ProblemList

  /// What a file says about one role.
  private struct Entry {
    var foreground: NamedColor?
    var background: NamedColor?
    var set: Style.Attributes = []
    var cleared: Style.Attributes = []

    mutating func turn(_ attribute: Style.Attributes, on isOn: Bool) {
      set = isOn ? set.union(attribute) : set.subtracting(attribute)
      cleared = isOn ? cleared.subtracting(attribute) : cleared.union(attribute)
    }
  }

  /// A colour as the file names it; the palette is known only when all files are read.
  private struct NamedColor {
    let name: String
    let line: Int
    let file: String
  }

  private static let keys = ["name", "extends", "background", "palette", "styles"]
  /// The colours of ECMA-48 in the order of the terminal's palette; a palette's own names win.
  private static let terminalColors = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]
  private static let properties = ["fg", "bg"] + Style.Attributes.named.map(\.name)

  /// The theme that stands in for one that cannot be read, or has no styles.
  static func standard(on background: Theme.Background) -> String {
    background == .light ? "vermilion-light" : "vermilion-dark"
  }

  /// The theme that a file and those that it extends describe.
  ///
  /// What is wrong is left out and reported. A file that cannot be read, or extends one that cannot,
  /// has the built-in theme of its name below it, else the standard one of its background; so has a
  /// file without styles.
  public static func load(_ file: SettingsFile, from library: SettingsLibrary) -> Loaded<Theme> {
    let chain = SettingsChain(file, from: library, keys: keys)
    var reading = ThemeFile(problems: chain.problems)
    if chain.isCutShort || !chain.documents.contains(where: \.hasStyles) {
      reading.readStandard(below: chain.documents, from: library)
    }
    for document in chain.documents { reading.read(document) }
    let theme = reading.theme()
    return Loaded(theme, problems: reading.problems.all)
  }

  private init(problems: ProblemList) { self.problems = problems }

  private mutating func readStandard(
    below documents: [SettingsDocument], from library: SettingsLibrary
  ) {
    let said = documents.compactMap { $0.string("background") }.last
    let name = Self.standard(on: said.flatMap(Theme.Background.init) ?? background)
    guard let file = library.builtInFile(named: name) else { return }
    let chain = SettingsChain(file, from: library.builtInOnly, keys: Self.keys)
    chain.documents.forEach { read($0) }
  }

  private mutating func read(_ document: SettingsDocument) {
    for member in document.members {
      switch member.key {
      case "name": document.readText(member, into: &name, &problems)
      case "background": readBackground(member, document)
      case "palette": readPalette(member, document)
      case "styles": readStyles(member, document)
      default: break
      }
    }
  }

  private mutating func readBackground(_ member: LinedJSON.Member, _ document: SettingsDocument) {
    let names = Theme.Background.allCases.map(\.rawValue)
    if let text = member.value.string, let known = Theme.Background(rawValue: text) {
      background = known
      return
    }
    let reason = Text(zh: "应是 light 或 dark", en: "must be light or dark")
    let nearest = member.value.string.flatMap { NearestWord.find($0, among: names) }
    problems.append(document.problem(member.line, "background", reason, nearest: nearest))
  }

  private mutating func readPalette(_ member: LinedJSON.Member, _ document: SettingsDocument) {
    guard let members = member.value.members else {
      problems.append(document.problem(member.line, "palette", .mustBeObject))
      return
    }
    var seen: Set<String> = []
    for member in members {
      if !seen.insert(member.key).inserted {
        problems.append(document.problem(member.line, member.key, .twice, severity: .warning))
      }
      if let color = member.value.string.flatMap({ Color(hex: $0) }) {
        palette[member.key] = color
      } else {
        let reason = Text(zh: "颜色应写作 #rrggbb", en: "a colour is written #rrggbb")
        problems.append(document.problem(member.line, member.key, reason))
      }
    }
  }

  private mutating func readStyles(_ member: LinedJSON.Member, _ document: SettingsDocument) {
    guard let members = member.value.members else {
      problems.append(document.problem(member.line, "styles", .mustBeObject))
      return
    }
    var seen = [Bool](repeating: false, count: styles.count)
    for member in members {
      guard let role = StyleRole.named(member.key) else {
        let reason = Text(zh: "未知的样式名", en: "unknown role")
        problems.append(
          document.problem(
            member.line, member.key, reason,
            nearest: NearestWord.find(member.key, among: StyleRole.allCases.map(\.name))))
        continue
      }
      if seen[Int(role.rawValue)] {
        problems.append(document.problem(member.line, member.key, .twice, severity: .warning))
      }
      seen[Int(role.rawValue)] = true
      guard let properties = member.value.members else {
        problems.append(document.problem(member.line, member.key, .mustBeObject))
        continue
      }
      for property in properties { read(property, of: role, document) }
    }
  }

  private mutating func read(
    _ property: LinedJSON.Member, of role: StyleRole, _ document: SettingsDocument
  ) {
    func report(_ reason: Text, nearest: @autoclosure () -> String? = nil) {
      let subject = "\(role.name).\(property.key)"
      problems.append(document.problem(property.line, subject, reason, nearest: nearest()))
    }
    switch (property.key, property.value.content) {
    case ("fg", .string(let name)):
      let color = NamedColor(name: name, line: property.line, file: document.file)
      styles[Int(role.rawValue)].foreground = color
    case ("bg", .string(let name)):
      let color = NamedColor(name: name, line: property.line, file: document.file)
      styles[Int(role.rawValue)].background = color
    case ("fg", _), ("bg", _): report(.mustBeText)
    case (let key, let content):
      guard let named = Style.Attributes.named.first(where: { $0.name == key }) else {
        return report(
          Text(zh: "未知的样式属性", en: "unknown property"),
          nearest: NearestWord.find(key, among: Self.properties))
      }
      guard case .bool(let isOn) = content else {
        return report(Text(zh: "应是 true 或 false", en: "must be true or false"))
      }
      styles[Int(role.rawValue)].turn(named.attribute, on: isOn)
    }
  }

  /// Puts the colours in and follows the fall-back along the dots.
  private mutating func theme() -> Theme {
    var resolved: [Style] = []
    for role in StyleRole.allCases {
      // A role stands behind the one that it falls back on.
      var style = role.parent.map { resolved[Int($0.rawValue)] } ?? Style()
      let entry = styles[Int(role.rawValue)]
      if let named = entry.foreground, let color = color(named, "fg", of: role) {
        style.foreground = color
      }
      if let named = entry.background, let color = color(named, "bg", of: role) {
        style.background = color
      }
      style.attributes = style.attributes.subtracting(entry.cleared).union(entry.set)
      resolved.append(style)
    }
    return Theme(name: name, background: background) { resolved[Int($0.rawValue)] }
  }

  /// The colour meant, `.some(nil)` for `none`; nothing for a name that means none.
  private mutating func color(
    _ named: NamedColor, _ property: String, of role: StyleRole
  ) -> Color?? {
    if let color = palette[named.name] ?? Color(hex: named.name) { return .some(color) }
    if named.name == "none" { return .some(nil) }
    if named.name == "default" { return .some(.standard) }
    if let index = Self.terminalColors.firstIndex(of: named.name) {
      return .some(.indexed(UInt8(index)))
    }
    let names = palette
    problems.append(
      SettingsProblem(
        file: named.file, line: named.line, subject: "\(role.name).\(property)",
        reason: Text(zh: "未知的颜色 \(named.name)", en: "unknown colour \(named.name)"),
        nearest: NearestWord.find(named.name, among: names.keys.sorted() + Self.terminalColors)))
    return nil
  }
}

extension SettingsDocument {
  /// Whether it styles anything.
  fileprivate var hasStyles: Bool {
    members.last { $0.key == "styles" }?.value.members?.isEmpty == false
  }
}
