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
  var own: [String] { ownNames.compactMap(\.utf8) }

  /// The user's own files that nobody can ask for by name, as their names are no UTF-8.
  var nameless: [Word] {
    guard let folder else { return [] }
    return ownNames.filter { $0.utf8 == nil }.map {
      folder.appending(text: $0.bytes + ".json".utf8)
    }
  }

  private var ownNames: [Word] { folder.map(jsonNames) ?? [] }

  /// The names to choose from, the user's own first; one of them stands for a built-in one of its
  /// name.
  var names: [String] {
    let own = own
    return own + builtIn.filter { !own.contains($0) }
  }

  /// What `extends` may name.
  var library: SettingsLibrary {
    SettingsLibrary(names: names, own: { ownFile($0) }, builtIn: { builtInFile($0) })
  }

  /// The file that a name or path means.
  /// - Parameter limits: how a path is read; `namedSettings` where it is on the command line.
  func file(_ word: Word, _ limits: ReadingLimits = .settings) throws(Failure) -> SettingsFile {
    let name = word.text
    if isPath(name) {
      return SettingsFile(name: name, bytes: try readFile(word, limits))
    }
    if let file = ownFile(name) ?? builtInFile(name) { return file }
    throw .usage(.unknownSetting(option, name, among: names))
  }

  /// Where one of a name comes from; nil for the built-in ones.
  func place(of name: String) -> Word? {
    guard let file = folder?.appending(name + ".json"), isListed(file) else { return nil }
    return file
  }

  /// Whether a word means a file and no name. A name may end as files do: `b.json` for
  /// `keymaps/b.json.json`.
  private func isPath(_ word: String) -> Bool {
    word.contains("/") || word.hasSuffix(".json") && (exists(Word(word)) || place(of: word) == nil)
  }

  /// The user's own file that a name or path means, as it is now; nil for the built-in ones, and
  /// for a pipe, which cannot be read again.
  func seen(_ name: String) -> SeenFile? {
    let file = isPath(name) ? Word(name) : place(of: name)
    return file.flatMap { $0.isStream ? nil : SeenFile($0) }
  }

  private func ownFile(_ name: String) -> SettingsFile? {
    guard !name.contains("/"), let place = place(of: name) else { return nil }
    do throws(Failure) {
      return SettingsFile(name: place.text, bytes: try readFile(place, .settings))
    } catch {
      return SettingsFile(name: place.text, unreadable: error.reason(at: place))
    }
  }

  private func builtInFile(_ name: String) -> SettingsFile? {
    json(name).map { SettingsFile(name: name, bytes: $0, isBuiltIn: true) }
  }
}
