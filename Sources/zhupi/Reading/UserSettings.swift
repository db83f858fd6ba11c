import BulletinReader
import Keymaps
import Themes

/// Finds themes or keymaps: a file that is named, the user's own, the built-in ones.
struct UserSettings: Sendable {
  /// What is looked for: `--theme` or `--keymap`.
  private let option: Option
  /// The names of the built-in ones.
  let builtIn: [String]
  /// Where the user's own stand.
  private let folder: Word?
  private let json: @Sendable (String) -> [UInt8]?

  /// The themes that can be had.
  static func themes(_ environment: Environment) -> UserSettings {
    UserSettings(
      option: .theme, builtIn: Themes.names, folder: environment.configFolder?.appending("themes"),
      json: { Themes.json(named: $0) })
  }

  /// The keymaps that can be had.
  static func keymaps(_ environment: Environment) -> UserSettings {
    UserSettings(
      option: .keymap, builtIn: Keymaps.names,
      folder: environment.configFolder?.appending("keymaps"),
      json: { Keymaps.json(named: $0) })
  }

  /// The names of the user's own.
  var own: [String] { folder.map(jsonNames) ?? [] }

  /// What `extends` may name.
  var library: SettingsLibrary {
    SettingsLibrary(names: own + builtIn) { name in find(name) }
  }

  /// The file that a name or path on the command line means.
  func file(_ word: Word) throws(Failure) -> SettingsFile {
    let name = word.text
    if name.contains("/") || name.hasSuffix(".json") {
      return SettingsFile(name: name, bytes: try readFile(word))
    }
    if let file = find(name) { return file }
    let nearest = NearestWord.find(name, among: own + builtIn)
    throw .usage(.unknownSetting(option, name, nearest: nearest))
  }

  /// Where one of a name comes from; nil for the built-in ones.
  func place(of name: String) -> Word? {
    guard let file = folder?.appending(name + ".json"), exists(file) else { return nil }
    return file
  }

  /// The user's own file that a name or path means, as it is now; nil for the built-in ones.
  func seen(_ name: String) -> SeenFile? {
    let file = name.contains("/") || name.hasSuffix(".json") ? Word(name) : place(of: name)
    return file.map(SeenFile.init)
  }

  private func find(_ name: String) -> SettingsFile? {
    if !name.contains("/"), let place = place(of: name), let bytes = try? readFile(place) {
      return SettingsFile(name: place.text, bytes: bytes)
    }
    return json(name).map { SettingsFile(name: name, bytes: $0) }
  }
}
