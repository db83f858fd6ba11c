import AnnotationJournal
import Foundation
import Testing
import Themes

@testable import BulletinReader
@testable import BulletinScreen

/// Whole screens in every theme on terminals of any number of colours, against what is recorded in
/// `ThemeCases`: for each size a screen with the role of each cell, for each theme what its
/// roles send to a terminal. `ZHUPI_DRAW_CASES=1 swift test --filter ThemeScreen` records anew.
@Suite struct ThemeScreenTests {
  private static let depths: [(name: String, depth: ColorDepth)] = [
    ("direct", .direct), ("256", .palette), ("16", .sixteen), ("8", .eight), ("none", .none),
  ]

  /// The size and the keys of a screen: cards and hits; a selection; a prompt with what completes it.
  private static let screens = [
    (112, 24, "]c ]c ]c / \"来源\" <Enter> ]h"), (60, 18, "]c ]c ]c w v 3j"),
    (24, 8, ": \"go\" <Tab>"),
  ]

  @Test(arguments: screens)
  func aScreenIsTheSameInEveryTheme(columns: Int, rows: Int, keys: String) throws {
    let size = "\(columns)x\(rows)"
    for name in Themes.names {
      for (_, depth) in Self.depths {
        let theme = try BuiltInThemes.theme(name).stepped(to: depth)
        let frame = try frame(columns, rows, keys, theme)
        let record = Record(size + ".screen")
        guard try record.check(RoleMap(frame).text, "\(name) \(depth)") else { return }
        for cell in frame.cells {
          let styled = frame.styled(cell)
          let isSound = Self.comes(styled, from: theme)
          #expect(isSound, "\(name) \(depth): \(styled)")
          if !isSound { return }
        }
      }
    }
  }

  @Test(arguments: Themes.names)
  func rolesSendWhatIsRecorded(name: String) throws {
    let theme = try BuiltInThemes.theme(name)
    let stepped = Self.depths.map { theme.stepped(to: $0.depth) }
    var rows = [["role"] + Self.depths.map(\.name)]
    for role in StyleRole.allCases {
      let codes = stepped.map { Self.codes($0[role].style) }
      if codes.contains(where: { $0 != "-" }) { rows.append([role.name] + codes) }
    }
    _ = try Record(name + ".styles").check(Self.table(rows), name)
  }

  @Test(arguments: Themes.names)
  func aSteppedThemeNeedsNoFurtherStep(name: String) throws {
    for (_, depth) in Self.depths {
      let theme = try BuiltInThemes.theme(name).stepped(to: depth)
      for role in StyleRole.allCases {
        #expect(theme[role].style.stepped(to: depth) == theme[role].style, "\(role.name)")
      }
    }
  }

  /// The sample with an annotation of each colour, follow-ups, and one in another.
  private func frame(_ columns: Int, _ rows: Int, _ keys: String, _ theme: Theme) throws -> Frame {
    let sample = try AnnotatedSample()
    try sample.annotate(
      lines: """
        流通应当遵循依法合规\tnote:请核对上位法\tcolor:vermilion\ttag:台账\tdue:2026-11-20
        遵循依法\tcolor:violet
        提供方应当在2026年6月底前建立来源台账\tcolor:gold\tdue:2026-12-01\tto:乙
        由主管部门审核\tcolor:jade\tstatus:done
        来源于企业的\tcolor:azure\tstatus:waiting\tby:乙
        """)
    let driver = sample.driver(columns, rows) { $0.theme = theme }
    try driver.press(keys)
    driver.settle()
    return driver.frame
  }

  /// Whether a cell looks as its role says, over the screen's own style; what is laid over the text
  /// leaves what it does not say to the role below.
  private static func comes(_ styled: StyledRole, from theme: Theme) -> Bool {
    guard let role = StyleRole.named(styled.role) else { return false }
    let base = theme[.base].style
    let own = theme[role].style
    if own.over(base) == styled.style { return true }
    let isLaid = role.layer == .wash || role == .reference
    let below = StyleRole.allCases.map { theme[$0].style.over(base) }
    return isLaid && below.contains { own.over($0).hasColors(of: styled.style) }
      && styled.style.attributes.isSuperset(of: own.attributes)
  }

  private static func codes(_ style: Style) -> String {
    let codes = FrameAnsi.sequence(for: style).dropFirst(2).dropLast()
    return codes.isEmpty ? "-" : String(codes)
  }

  private static func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: "  ").withoutTrailingBlanks + "\n"
    }.joined()
  }
}

extension Style {
  fileprivate func hasColors(of other: Style) -> Bool {
    foreground == other.foreground && background == other.background
  }
}

/// A screen as text, below it a letter for the role of each cell, below that what the letters mean.
private struct RoleMap {
  let text: String

  init(_ frame: Frame) {
    var letters: [String: Character] = [StyleRole.base.name: "."]
    var free = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[...]
    var order: [String] = []
    var map = ""
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let role = frame.styled(frame[row: row, column: column]).role
        if letters[role] == nil {
          letters[role] = free.popFirst() ?? "?"
          order.append(role)
        }
        map.append(letters[role] ?? "?")
      }
      map.append("\n")
    }
    let legend = order.map { "\(letters[$0] ?? "?") \($0)\n" }.joined()
    let lines = frame.lines.map { $0.withoutTrailingBlanks + "\n" }.joined()
    text = lines + "\n" + map + "\n" + legend
  }
}

extension String {
  fileprivate var withoutTrailingBlanks: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}

/// A file of `ThemeCases`.
private struct Record {
  private let file: URL

  init(_ name: String) {
    file = URL(filePath: #filePath).appending(path: "../../ThemeCases/\(name)").standardized
  }

  /// Compares, or writes where that is asked for; false where they differ.
  func check(_ text: String, _ what: String) throws -> Bool {
    if ProcessInfo.processInfo.environment["ZHUPI_DRAW_CASES"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(text == recorded, "\(what) differs from \(file.lastPathComponent)")
    return text == recorded
  }
}
