import AnnotationJournal
import BulletinCore
import BulletinReader
import BulletinScreen
import BulletinTerminal
import Foundation
import Testing

@testable import zhupi

/// Everything that is told is told in both languages: Chinese has Chinese words, English has none.
@Suite struct RenderedTextTests {
  private func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  private func check(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ text: (Language) -> String
  ) {
    #expect(hasHan(text(.chinese)), "\(what): \(text(.chinese))", sourceLocation: sourceLocation)
    let english = text(.english)
    #expect(!hasHan(english), "\(what): \(english)", sourceLocation: sourceLocation)
    #expect(english.contains { $0.isLetter }, "\(what)", sourceLocation: sourceLocation)
  }

  @Test func helpOfEveryCommand() {
    for command in ProgramCommand.all {
      check(command.name) { command.summary($0) }
      check(command.name) { HelpText(language: $0).page(of: command) }
      let page = HelpText(language: .english).page(of: command)
      for option in command.options { #expect(page.contains(option.name), "\(command.name)") }
    }
    check("overview") { HelpText(language: $0).overview() }
  }

  @Test func everyOption() {
    for option in Option.allCases {
      check(option.name) { option.summary($0) }
      for command in ProgramCommand.all {
        if let own = option.meaning(in: command) { check(option.name) { own.summary($0) } }
      }
    }
  }

  @Test func everyCommandOfTheReader() {
    for command in Command.allCases {
      check(command.rawValue) { command.entry.help($0) }
      check(command.rawValue) { command.entry.hint($0) }
    }
    for group in CommandGroup.allCases { check("\(group)") { group.title($0) } }
  }

  @Test func settings() {
    for key in ConfigurationKey.all {
      check(key.name) { key.help($0) }
      check(key.name) { key.expected($0) }
    }
    for check in DoctorCheck.all { self.check(check.name) { check.title($0) } }
    for level in Finding.Level.allCases { check(level.rawValue) { level.title($0) } }
  }

  // MARK: Failures

  private static let word = Word("x")
  private static let disk = DiskError(13, DiskPath("/x"))

  private static let failures: [Failure] =
    [
      .usage(.badSize("x")), .cannotOpen(word, errno: 2), .cannotOpen(word, errno: 13),
      .cannotOpen(word, errno: 5), .isFolder(word), .isNoFile(word), .cannotRead(word, errno: 5),
      .content(word, .binary(byteOffset: 1)), .content(word, .undecodable(encoding: .gb18030)),
      .content(word, .tooLarge(bytes: 1)),
      .settings(SettingsProblem(file: "x", line: 1, reason: .twice)),
      .noArticle(word, 1, count: 1), .noClause(word, 1), .noQuote(word, "x"),
      .severalQuotes(word, "x", lines: [1]), .noQuoteNumber(word, 1, count: 1), .noJournal,
      .unknownAnnotation("x"), .ambiguousAnnotation("x", ["x1", "x2"]),
      .unknownTag("x", nearest: nil), .unknownTag("x", nearest: "y"), .tagIsTaken("x", by: "y"),
      .notOverwritten(word, isOfJournal: true), .notOverwritten(word, isOfJournal: false),
      .cannotCreate(word, errno: 13), .alreadyThere(word, .csv),
      .notOverwritten(word, isOfJournal: true),
      .notOverwritten(word, isOfJournal: false), .textLeftByEditor(word),
      .editorFailed("x", status: 1, isTextTaken: true),
      .editorFailed("x", status: 1, isTextTaken: false),
      .cannotWrite(errno: 28),
      .terminal(.noKeyboard), .terminal(.unknownTerminal("x")), .terminal(.tooSimple("x")),
      .terminal(.systemLimit),
    ] + places.map { .place(word, $0) } + journal.map { .journal(word, $0) }

  private static let keyError: KeyNotationError = {
    do throws(KeyNotationError) {
      _ = try KeyNotation.keys("<Entr>")
      preconditionFailure("<Entr> is a key")
    } catch {
      return error
    }
  }()

  private static let places: [PlaceError] = [
    .malformed("x"), .noTextUnit(line: 1), .noColumn(line: 1, column: 1), .empty,
    .noArticle(1, count: 1), .noClause(article: 1, number: 1, minor: 0, copy: 1),
  ]

  private static let journal: [JournalError] = [
    .notAllowed(disk.path, .anotherOwner(1)), .notAllowed(disk.path, .openToTheWorld),
    .notAllowed(disk.path, .notAFolder), .notAllowed(disk.path, .link), .locked(disk.path),
    .cannotLock(disk), .cannotRead(disk), .cannotCreate(disk), .cannotWrite(disk, made: 0),
    .cannotWrite(disk, made: 1), .notSaved(disk), .compactionDiffers,
  ]

  private static let faults: [UsageFault] = [
    .unknownCommand("x", nearest: nil), .unknownCommand("x", nearest: "y"),
    .unknownOption("x", nearest: nil), .foreignOption(.json, command: "x"),
    .foreignOption(.json, command: nil), .missingValue(.note), .needlessValue(.json),
    .badNumber(.nth, "x", 1...2), .badChoice(.color, "x", ["y"]), .badSize("x"),
    .badKeys("<", keyError), .notText(.note), .badDate(.due, .unknown("x")),
    .badDate(.due, .impossible("x")), .badTag("--tag", "x"), .badClock("x"), .conflict(.at, .quote),
    .badName(.assignee, .init(scalar: "\u{7F}")), .needs(.nth, .quote),
    .missingOneOf([.at, .quote], command: "x"),
    .unknownPart("x", command: "y", parts: ["z"]), .missingOperand(command: "x"),
    .needlessOperand("x", command: "y"), .unknownSetting(.theme, "x", among: []),
    .unknownSetting(.theme, "x", among: ["xy"]),
  ]

  private static func name(_ value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }

  @Test func everyFailure() {
    for failure in Self.failures { check("\(failure)") { failure.line($0) ?? "" } }
    for fault in Self.faults { check("\(fault)") { Failure.usage(fault).line($0) ?? "" } }
  }

  /// A failure that somebody adds is to be tried here as well.
  @Test func noFailureIsLeftOut() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/zhupi/Words/Failure.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    let cases = Set(source.matches(of: #/\n  case (\w+)/#).map { String($0.1) })
    #expect(cases.count > 30)
    let tried = Set(Self.failures.map(Self.name) + Self.faults.map(Self.name))
    // Nothing is said where whoever read the output is gone.
    #expect(cases.subtracting(tried) == ["outputClosed"])
  }
}
