import Testing
import Themes

@testable import BulletinReader

/// The themes that come with the program.
enum BuiltInThemes {
  static let library = SettingsLibrary(names: Themes.names) { name in
    Themes.json(named: name).map { SettingsFile(name: name, bytes: $0) }
  }

  /// The theme of a name.
  static func theme(_ name: String) throws -> Theme {
    ThemeFile.load(try #require(library.file(named: name)), from: library).value
  }
}
