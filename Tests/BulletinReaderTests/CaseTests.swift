import BulletinScreen
import Foundation
import Testing

@testable import BulletinReader

/// Whole sessions, one folder each in `Cases`: `bulletin.txt`, `keys` (the size, then the keys), and
/// the `screen` that must come of it; where there are `annotations`, these are made first, in
/// `earlier.txt` if an earlier version is there.
@Suite struct CaseTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Cases")

  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func thereAreCases() { #expect(!Self.names.isEmpty) }

  @Test(arguments: names)
  func theScreenIsAsDrawn(name: String) throws {
    let folder = Self.folder.appending(path: name)
    func read(_ file: String) throws -> String {
      try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
    let keys = try read("keys").split(separator: "\n", maxSplits: 1)
    let size = keys[0].split(separator: "x").compactMap { Int($0) }
    let sample = try AnnotatedSample((try? read("earlier.txt")) ?? read("bulletin.txt"))
    try sample.annotate(lines: (try? read("annotations")) ?? "")
    try sample.amend(try read("bulletin.txt"))
    let driver = sample.driver(size[0], size[1])
    try driver.press(keys.dropFirst().joined())
    driver.settle()
    let screen = driver.screen.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["ZHUPI_DRAW_CASES"] != nil {
      try screen.write(to: folder.appending(path: "screen"), atomically: true, encoding: .utf8)
    }
    #expect(screen == (try read("screen")))
  }
}
