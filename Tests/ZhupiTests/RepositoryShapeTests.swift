import Foundation
import Testing

/// Keeps the repository in the shape that the README describes.
@Suite struct RepositoryShapeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A Swift file with its path from the root.
  private struct SourceFile {
    var path: String
    var lines: [Substring]
  }

  private static func files(in folder: String) -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let paths =
      FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let file = base.appendingPathComponent(path)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return SourceFile(path: folder + "/" + path, lines: lines)
    }
  }

  private static let sources = ["Sources", "Themes", "Keymaps"].flatMap(files)

  @Test func theTopLevelIsWhatItShouldBe() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
    let kept = names.filter { $0 != ".git" && !$0.hasPrefix(".build") }
    #expect(
      Set(kept).isSubset(of: [
        ".ci", ".gitignore", ".swift-format", "Keymaps", "Package.swift", "README.md", "Sources",
        "Tests", "Themes",
      ]), "\(kept.sorted())")
  }

  @Test func filesStayShort() {
    for file in Self.sources + Self.files(in: "Tests") {
      #expect(file.lines.count <= 400, "\(file.path)")
    }
  }

  @Test func onlyTheTerminalKnowsNcurses() {
    for file in Self.sources where !file.path.hasPrefix("Sources/BulletinTerminal/") {
      #expect(!file.lines.contains { $0.contains("import CNcurses") }, "\(file.path)")
    }
  }

  /// What each target may import of the others.
  @Test func targetsLookOneWay() {
    let allowed: [String: Set<String>] = [
      "BulletinCore": [], "BulletinScreen": [], "AnnotationJournal": ["BulletinCore"],
      "BulletinReader": ["BulletinCore", "AnnotationJournal", "BulletinScreen"],
      "BulletinTerminal": ["BulletinScreen"],
    ]
    let all = [
      "BulletinCore", "AnnotationJournal", "BulletinScreen", "BulletinReader", "BulletinTerminal",
      "zhupi",
    ]
    for file in Self.sources {
      guard let target = file.path.split(separator: "/").dropFirst().first.map(String.init),
        let known = allowed[target]
      else { continue }
      for line in file.lines {
        let words = line.split(separator: " ")
        guard words.dropLast().last == "import", let module = words.last.map(String.init) else {
          continue
        }
        #expect(!all.contains(module) || known.contains(module), "\(file.path): \(line)")
      }
    }
  }

  @Test func onlyTheProgramPrints() {
    for file in Self.sources where !file.path.hasPrefix("Sources/zhupi/") {
      #expect(!file.lines.contains { $0.contains(/(^|[^.\w])print\(/) }, "\(file.path)")
    }
  }

  @Test func everyPublicSymbolHasADocstring() {
    let declaration =
      /^\s*(@\w+\s+)*public\s+(private\(set\) |internal\(set\) |static |mutating |final |indirect |convenience )*(func|var|let|init|struct|enum|class|protocol|subscript|typealias|actor)/
    for file in Self.sources {
      for (number, line) in file.lines.enumerated() where line.prefixMatch(of: declaration) != nil {
        var above = number - 1
        while above >= 0, file.lines[above].contains(/^\s*@\w+(\(.*\))?\s*$/) { above -= 1 }
        let isDocumented = above >= 0 && file.lines[above].contains(/^\s*\/\/\//)
        #expect(isDocumented, "\(file.path):\(number + 1): \(line)")
      }
    }
  }
}
