import BulletinReader

extension ConfigurationKey {
  /// The value in force, and who says it.
  struct InForce: Sendable {
    /// The value; nil where there is none, as the key's help says.
    let value: ConfigurationValue?
    /// Who says it.
    let origin: ConfigurationOrigin
  }

  /// The value in force of this key.
  func inForce(_ invocation: Invocation, _ configuration: Configuration) throws(Failure) -> InForce
  {
    for source in sources {
      switch source {
      case .option(let option):
        guard let text = try invocation.arguments.text(option) else { continue }
        return InForce(value: .text(text), origin: .option(option))
      case .variable(let look):
        guard let said = look(invocation.environment) else { continue }
        return InForce(value: .text(said.value), origin: .variable(said.name))
      case .file:
        guard let file = configuration.file, let line = configuration.lines[name] else { continue }
        return InForce(value: value(configuration), origin: .file("\(file):\(line)"))
      case .rememberedPanes:
        let folder = invocation.environment.stateFolder
        guard let folder, let split = ReadingPlaces(folder: folder).split else { continue }
        return InForce(value: .panes(split), origin: .remembered(folder.text))
      }
    }
    let found = try find?(invocation, configuration)
    return InForce(value: found.map { .text($0) } ?? standard, origin: .standard)
  }

  /// The value where nobody says another.
  var standard: ConfigurationValue? { value(Configuration()) }
}

/// Who says the value of a key.
enum ConfigurationOrigin: Equatable, Sendable {
  case option(Option)
  /// A variable of the environment.
  case variable(String)
  /// A place in the configuration, `FILE:LINE`.
  case file(String)
  /// What the reader remembered, in this folder.
  case remembered(String)
  /// Nobody.
  case standard

  /// What `--json` calls it.
  var name: String {
    switch self {
    case .option: "option"
    case .variable: "environment"
    case .file: "file"
    case .remembered: "state"
    case .standard: "default"
    }
  }

  /// The option, the variable or the place; nil where nobody says it.
  var place: String? {
    switch self {
    case .option(let option): option.name
    case .variable(let name): name
    case .file(let place): place
    case .remembered(let folder): folder
    case .standard: nil
    }
  }

  /// For people.
  var text: Text { place.map { Text(zh: $0, en: $0) } ?? Text(zh: "默认", en: "default") }
}
