import BulletinScreen
import Testing
import Themes

@testable import BulletinReader

/// What every theme must keep on terminals of any number of colours.
@Suite struct ThemeSteppingTests {
  private static let depths: [ColorDepth] = [.direct, .palette, .sixteen, .eight, .none]
  private static let kinds = StyleRole.highlights

  private func cell(_ role: StyleRole, _ theme: Theme) -> Style {
    theme[role].style.over(theme[.text].style).over(theme[.base].style)
  }

  @Test(arguments: Themes.names, depths)
  func wordsStayLegible(name: String, depth: ColorDepth) throws {
    let weak = try BuiltInThemes.theme(name).stepped(to: depth).weakContrasts()
    #expect(weak.isEmpty, "\(weak.map { "\($0.ink.name) on \($0.ground.name) \($0.ratio)" })")
  }

  @Test(arguments: [ColorDepth.direct, .palette])
  func highContrastIsHigh(depth: ColorDepth) throws {
    let weak = try BuiltInThemes.theme("high-contrast").stepped(to: depth).weakContrasts(below: 7)
    #expect(weak.isEmpty, "\(weak.map { "\($0.ink.name) on \($0.ground.name) \($0.ratio)" })")
  }

  @Test(arguments: Themes.names, depths)
  func highlightsAreToldFromTextAndFromEachOther(name: String, depth: ColorDepth) throws {
    let theme = try BuiltInThemes.theme(name).stepped(to: depth)
    let laid: [StyleRole] =
      Self.kinds.map(\.resting) + [.text, .selection, .searchHit, .searchHitCurrent]
    #expect(Set(laid.map { cell($0, theme) }).count == laid.count)
    for kind in Self.kinds {
      let (resting, current) = (cell(kind.resting, theme), cell(kind.current, theme))
      #expect(resting != current, "\(kind.resting.name)")
      #expect(!laid.contains { cell($0, theme) == current }, "\(kind.current.name)")
    }
  }

  @Test(arguments: Themes.names.filter { $0 != Themes.colourless }, depths.filter { $0 > .none })
  func everyKindHasAGroundWhereThereAreColours(name: String, depth: ColorDepth) throws {
    let theme = try BuiltInThemes.theme(name).stepped(to: depth)
    let grounds = Self.kinds.map { theme[$0.resting].style.background }
    #expect(Set(grounds + [theme[.base].style.background]).count == 6)
    #expect(!grounds.contains(nil))
  }

  @Test(arguments: Themes.names, depths)
  func barsAndCursorsAreTold(name: String, depth: ColorDepth) throws {
    let theme = try BuiltInThemes.theme(name).stepped(to: depth)
    for role in [StyleRole.titleLine, .status, .contentsCursor, .cursor, .promptCompletionCurrent] {
      #expect(cell(role, theme) != cell(.text, theme), "\(role.name)")
    }
    #expect(cell(.promptCompletion, theme) != cell(.promptCompletionCurrent, theme))
    #expect(cell(.paneHeading, theme) != cell(.paneHeadingFocused, theme))
    #expect(cell(.followUp, theme) != cell(.followUpOverdue, theme))
  }

  @Test func withoutColoursEveryThemeLaysOnWhatMonochromeDoes() throws {
    let monochrome = try BuiltInThemes.theme(Themes.colourless)
    for name in Themes.names {
      let theme = try BuiltInThemes.theme(name).stepped(to: .none)
      for role in StyleRole.allCases where role.layer == .wash {
        #expect(
          theme[role].style.attributes == monochrome[role].style.attributes,
          "\(name) \(role.name)")
      }
    }
  }

  /// A theme may leave the ground to the terminal; kinds and selection still show.
  @Test(arguments: depths)
  func themesWithoutAGroundOfTheirOwnStep(depth: ColorDepth) throws {
    let json = ##"""
      { "extends": "vermilion-light", "styles": { "base": { "fg": "default", "bg": "default" } } }
      """##
    let file = SettingsFile(name: "own", bytes: Array(json.utf8))
    let theme = ThemeFile.load(file, from: BuiltInThemes.library).value.stepped(to: depth)
    let laid: [StyleRole] = Self.kinds.map(\.resting) + [.text, .selection]
    #expect(Set(laid.map { cell($0, theme) }).count == laid.count)
  }
}
