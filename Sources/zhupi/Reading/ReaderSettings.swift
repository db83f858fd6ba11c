import AnnotationJournal
import BulletinCore
import BulletinReader
import BulletinScreen
import Keymaps
import Themes

/// Puts together what the reader begins with: theme, keymap, configuration and the open document.
struct ReaderSettings {
  /// The theme where there is no want of colours, its problems left out.
  let theme: Theme
  /// The name of the theme, or its file.
  let themeName: Word
  /// The user's own file of the theme, as it was before it was read.
  let ownTheme: SeenFile?
  private let themes: UserSettings
  /// Neither option nor configuration names a theme, so that it may follow the terminal.
  private let followsTerminal: Bool
  private let background: Theme.Background?
  /// The configuration.
  let configuration: Configuration
  /// The language of the interface.
  let language: Language
  /// Whether colours are used at all.
  let usesColor: Bool
  /// Reads the keymap, once it is needed.
  let keymap: @Sendable () -> Loaded<Keymap>
  /// The name of the keymap, or its file.
  let keymapName: Word
  /// The user's own file of the keymap, as it was before it was read.
  let ownKeymap: SeenFile?
  private let keymaps: UserSettings
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

    themes = UserSettings.themes(environment)
    background = environment.background
    var faults: [SettingsProblem] = []
    var named = arguments.word(.theme)
    let limits = named == nil ? ReadingLimits.settings : .namedSettings
    if named == nil, let name = configuration.theme {
      let fault = configuration.fault(ofName: name, "theme", in: themes)
      faults += [fault].compactMap { $0 }
      if fault == nil { named = Word(name) }
    }
    followsTerminal = named == nil
    let standard = Self.standardTheme(usesColor ? .direct : .none, background)
    themeName = named ?? Word(standard)
    ownTheme = themes.seen(themeName.text)
    let loaded = try Self.load(themeName, from: themes, limits)
    theme = usesColor ? loaded.value : loaded.value.stepped(to: .none)
    keymaps = UserSettings.keymaps(environment)
    let found = try Self.keymap(invocation, configuration)
    keymapName = found.name
    ownKeymap = keymaps.seen(found.name.text)
    keymap = found.read
    problems = configuration.problems + faults + [found.fault].compactMap { $0 } + loaded.problems
  }

  /// The name of the keymap where nobody names one.
  static let standardKeymap = Keymaps.standard

  /// A keymap that is found and not yet read.
  struct FoundKeymap {
    /// Its name, or its file.
    let name: Word
    /// What is wrong with the one that the configuration names: nobody shall be without keys for
    /// that.
    let fault: SettingsProblem?
    /// Reads it.
    let read: @Sendable () -> Loaded<Keymap>
  }

  /// The keymap that options and configuration name.
  static func keymap(_ invocation: Invocation, _ configuration: Configuration) throws(Failure)
    -> FoundKeymap
  {
    let keymaps = UserSettings.keymaps(invocation.environment)
    var name = invocation.arguments.word(.keymap)
    let limits = name == nil ? ReadingLimits.settings : .namedSettings
    var fault: SettingsProblem?
    if name == nil {
      fault = configuration.fault(ofName: configuration.keymap, "keymap", in: keymaps)
      name = fault == nil ? configuration.keymap.map { Word($0) } : nil
    }
    let found = name ?? Word(standardKeymap)
    let file = try keymaps.file(found, limits)
    let themes = UserSettings.themes(invocation.environment)
    return FoundKeymap(name: found, fault: fault) {
      KeymapFile.load(file, from: keymaps.library, themes: themes.names)
    }
  }

  /// Reads a theme, which goes by the name that one asks for it with.
  private static func load(
    _ name: Word, from themes: UserSettings, _ limits: ReadingLimits = .settings
  ) throws(Failure) -> Loaded<Theme> {
    let loaded = ThemeFile.load(try themes.file(name, limits), from: themes.library)
    return Loaded(loaded.value.named(name.text), problems: loaded.problems)
  }

  /// The name of the theme for a terminal of so many colours; dark where its ground is not known.
  private static func standardTheme(
    _ colors: ColorDepth, _ background: Theme.Background?
  ) -> String {
    switch colors {
    case .none: Themes.colourless
    case .eight, .sixteen: Themes.fewColours
    case .palette, .direct: background == .light ? Themes.light : Themes.dark
    }
  }

  /// Whether the terminal is to be asked for its ground: nobody has said how it is.
  var asksBackground: Bool { followsTerminal && usesColor && background == nil }

  /// The theme as a terminal of so many colours shows it, once its ground is known.
  func theme(for colors: ColorDepth, on ground: Theme.Background? = nil) -> Theme {
    let depth = usesColor ? colors : .none
    let name = Self.standardTheme(depth, ground ?? background)
    guard followsTerminal, name != theme.name,
      let other = try? Self.load(Word(name), from: themes)
    else { return theme.stepped(to: depth) }
    return other.value.stepped(to: depth)
  }

  /// A theme and what is wrong with it, as a terminal of so many colours shows it; nil where there
  /// is none of that name.
  func theme(named name: String, for colors: ColorDepth) -> Loaded<Theme>? {
    guard let loaded = try? Self.load(Word(name), from: themes) else { return nil }
    return Loaded(
      loaded.value.stepped(to: usesColor ? colors : .none), problems: loaded.problems)
  }

  /// A keymap and what is wrong with it; nil where there is none of that name.
  func keymap(named name: String) -> Loaded<Keymap>? {
    guard let file = try? keymaps.file(Word(name)) else { return nil }
    return KeymapFile.load(file, from: keymaps.library, themes: themes.names)
  }

  /// The user's own file of a theme as it is now; nil for the built-in ones.
  func seen(theme name: String) -> SeenFile? { themes.seen(name) }

  /// The user's own file of a keymap as it is now; nil for the built-in ones.
  func seen(keymap name: String) -> SeenFile? { keymaps.seen(name) }

  /// The reader as it opens a document.
  func session(
    _ document: OpenDocument, size: Size, place: BulletinReader.Place?, split: PaneSplit?,
    typedLines: @escaping @Sendable () -> TypedLines = { TypedLines() }, today: CalendarDay,
    asciiBorders: Bool = false, theme: Theme
  ) -> Session {
    var opening = Opening(
      bulletin: document.bulletin, name: document.name, size: size, theme: theme,
      keymap: keymap)
    opening.language = language
    opening.measure = configuration.measure
    opening.ambiguousWide = configuration.ambiguousWide ?? false
    opening.asciiBorders = asciiBorders
    opening.place = place
    opening.split = split ?? configuration.panes
    opening.keymapName = keymapName.text
    opening.themes = { [themes] in themes.names }
    opening.keymaps = { [keymaps] in keymaps.names }
    opening.typedLines = typedLines
    opening.mouse = configuration.mouse
    opening.today = today
    return Session(opening)
  }
}
