import BulletinCore
import BulletinReader
import BulletinScreen
import Keymaps
import Themes

/// Puts together what the reader begins with: theme, keymap, configuration and the open document.
struct ReaderSettings {
  /// The theme, its problems left out.
  let theme: Theme
  /// The configuration.
  let configuration: Configuration
  /// The language of the interface.
  let language: Language
  /// Whether colours are used at all.
  let usesColor: Bool
  /// Reads the keymap, once it is needed.
  let keymap: @Sendable () -> Loaded<Keymap>
  /// What was wrong with theme and configuration.
  let problems: [SettingsProblem]

  /// When to use colours.
  enum ColorChoice: String, CaseIterable {
    case auto, always, never
  }

  /// Looks settings up; the keymap is found now and read later.
  init(_ invocation: Invocation) throws(Failure) {
    let (arguments, environment) = (invocation.arguments, invocation.environment)
    configuration = try Configuration.load(invocation)
    language = configuration.language ?? environment.language
    let choice: ColorChoice = try arguments.choice(.color) ?? .auto
    usesColor = choice == .always || choice == .auto && !environment.noColor

    let themes = UserSettings.themes(environment)
    let standard =
      !usesColor ? Themes.colourless : environment.backgroundIsLight ? Themes.light : Themes.dark
    let name = arguments.word(.theme) ?? configuration.theme.map { Word($0) } ?? Word(standard)
    let loaded = ThemeFile.load(try themes.file(name), from: themes.library)
    theme = usesColor ? loaded.value : loaded.value.stepped(to: .none)
    problems = configuration.problems + loaded.problems

    keymap = try Self.keymap(invocation, configuration)
  }

  /// The keymap that options and configuration name, found now and read when it is called.
  static func keymap(_ invocation: Invocation, _ configuration: Configuration) throws(Failure)
    -> @Sendable () -> Loaded<Keymap>
  {
    let keymaps = UserSettings.keymaps(invocation.environment)
    let name =
      invocation.arguments.word(.keymap) ?? configuration.keymap.map { Word($0) }
      ?? Word(Keymaps.standard)
    let file = try keymaps.file(name)
    return { KeymapFile.load(file, from: keymaps.library) }
  }

  /// The reader as it opens a document, on something that shows so many colours.
  func session(
    _ document: OpenDocument, size: Size, place: Place?, split: PaneSplit,
    asciiBorders: Bool = false, colors: ColorDepth = .direct
  ) -> Session {
    // With 256 colours and more the terminal finds the nearest ones; with fewer the grounds that
    // vanish have to be told by attributes.
    let shown = colors < .palette ? theme.stepped(to: colors) : theme
    var opening = Opening(
      bulletin: document.bulletin, name: document.name, size: size, theme: shown, keymap: keymap)
    opening.language = language
    opening.measure = configuration.measure ?? opening.measure
    opening.ambiguousWide = configuration.ambiguousWide ?? false
    opening.asciiBorders = asciiBorders
    opening.place = place
    opening.split = split
    return Session(opening)
  }
}
