import AnnotationJournal
import BulletinReader
import BulletinScreen

/// Theme and keymap of a reader: switched while one reads, and read again when their files are
/// saved.
struct Looks {
  private let settings: ReaderSettings
  private let depth: ColorDepth
  /// The theme in use.
  private var theme: Theme
  private var themeName: String
  private var keymapName: String
  private var themeFile: FileWatch?
  private var keymapFile: FileWatch?

  /// Begins with the theme in use, on a terminal of so many colours.
  init(_ settings: ReaderSettings, _ theme: Theme, depth: ColorDepth) {
    self.settings = settings
    self.depth = depth
    self.theme = theme
    themeName = settings.themeName.text
    keymapName = settings.keymapName.text
  }

  /// Begins to watch the user's own files among them.
  mutating func watch() {
    themeFile = settings.ownTheme.map(FileWatch.init)
    keymapFile = settings.ownKeymap.map(FileWatch.init)
  }

  /// To be polled for reading.
  var descriptors: [Int32?] { [themeFile?.notices.descriptor, keymapFile?.notices.descriptor] }

  /// Whether there is another state of a file to be read.
  var isToBeRead: Bool { themeFile?.isToBeRead == true || keymapFile?.isToBeRead == true }

  /// Whether a file was written a moment ago, so that it is to be looked at again soon.
  var isSettling: Bool { themeFile?.isSettling == true || keymapFile?.isSettling == true }

  /// Reads files again that were saved.
  mutating func look(_ session: inout Session) {
    if themeFile?.look() == true {
      themeFile?.takeNote()
      useTheme(themeName, &session)
    }
    if keymapFile?.look() == true {
      keymapFile?.takeNote()
      useKeymap(keymapName, &session)
    }
  }

  /// Takes the terminal's word on its ground, where the theme follows it.
  mutating func terminal(isLight: Bool, _ session: inout Session) {
    guard settings.asksBackground else { return }
    theme = settings.theme(for: depth, on: isLight ? .light : .dark)
    session.use(theme)
  }

  /// Switches the theme. One that is broken is not taken: everything looks as it did.
  mutating func useTheme(_ name: String, _ session: inout Session) {
    let seen = settings.seen(theme: name)
    guard let loaded = settings.theme(named: name, for: depth) else {
      return sayGone(name, &session)
    }
    if loaded.isSound {
      theme = loaded.value
      themeName = name
      themeFile = seen.map(FileWatch.init)
    }
    session.use(theme)
    say(loaded.problems, Text(zh: "主题：\(name)", en: "theme: \(name)"), &session)
  }

  /// Shows a theme while it is chosen; nil goes back to the one in use.
  func preview(_ name: String?, _ session: inout Session) {
    let chosen = name.flatMap { settings.theme(named: $0, for: depth)?.value }
    session.use(chosen ?? theme, isPreview: true)
  }

  /// Switches the keymap. One that is broken is not taken: the keys stay as they were.
  mutating func useKeymap(_ name: String, _ session: inout Session) {
    let seen = settings.seen(keymap: name)
    guard let loaded = settings.keymap(named: name) else { return sayGone(name, &session) }
    if loaded.isSound {
      keymapName = name
      keymapFile = seen.map(FileWatch.init)
      session.use(loaded, named: name)
    }
    say(loaded.problems, Text(zh: "按键方案：\(name)", en: "keymap: \(name)"), &session)
  }

  /// Says that a file is there no more.
  private func sayGone(_ name: String, _ session: inout Session) {
    let words = Text(
      zh: "\(name) 已经不在了，仍用原来的", en: "\(name) is gone; what was in use stays")
    session.show(words(settings.language), isError: true)
  }

  /// Says what is wrong with a file, else what was done.
  private func say(_ problems: [SettingsProblem], _ done: Text, _ session: inout Session) {
    let problem = problems.first { $0.severity == .error } ?? problems.first
    guard let problem else { return session.show(done(settings.language)) }
    session.show(problem.shortMessage(settings.language), isError: problem.severity == .error)
  }
}
