import BulletinScreen
import Testing

@testable import BulletinReader

/// A state of the reader in which some commands have something to do. It is brought about by
/// commands, not by keys, so that it is the same for every keymap.
struct Scene: CustomStringConvertible, Sendable {
  /// The annotations that are there.
  enum Annotations: Sendable {
    case none
    /// One in doubt, one that has lost its text, one that is sure, a follow-up among them.
    case amended
  }

  let annotations: Annotations
  /// `3 next-clause` is the command with a count, `"甲` is typed.
  let steps: [String]

  init(_ annotations: Annotations = .none, _ steps: String...) {
    (self.annotations, self.steps) = (annotations, steps)
  }

  var description: String { steps.joined(separator: ", ") }

  /// A reader in this state.
  func driver(_ keymap: Keymap = vim) throws -> ReaderDriver {
    let sample =
      switch annotations {
      case .none: try AnnotatedSample()
      case .amended: try AnnotatedSample.amended()
      }
    let driver = sample.driver(112, 20) {
      $0.keymap = { Loaded(keymap, problems: []) }
      $0.themes = { ["paper", "vermilion-dark"] }
      $0.keymaps = { ["vim", "emacs", "less"] }
    }
    for step in steps {
      if step.first == "\"" {
        step.dropFirst().unicodeScalars.forEach { driver.handle(.key(.character($0))) }
        continue
      }
      let words = step.drop { $0.isNumber || $0 == " " }
      let call = try CommandCall(parsing: String(words))
      driver.perform(call, count: Int(step.prefix { $0.isNumber }))
    }
    driver.settle()
    return driver
  }

  /// The states that the walks through commands and keymaps begin from.
  static let all = [
    Scene(.none, "3 next-clause", "6 next-character"), Scene(.none, "go-to-top"),
    Scene(.none, "go-to-bottom"), Scene(.none, "next-clause", "2 next-article"),
    Scene(.none, "3 next-clause", "set-mark a", "go-to-bottom"),
    Scene(.none, "next-article", "next-clause", "jump-back"), Scene(.none, "search 台账"),
    Scene(.none, "search 条", "3 next-hit"), Scene(.none, "next-reference"),
    Scene(.none, "3 next-clause", "2 next-word"), Scene(.none, "next-clause", "follow-up today"),
    Scene(.none, "next-clause", "tag 甲", "2 next-clause"), Scene(.none, "toggle-contents"),
    Scene(.none, "widen-pane"), Scene(.none, "toggle-focus-mode"),
    Scene(.none, "next-clause", "annotate", "\"甲", "cancel"),
    Scene(.none, "go-to-clause 1", "annotate", "\"甲", "accept"),
    Scene(.none, "next-clause", "set-color jade", "undo"),
    Scene(.amended, "next-doubtful"), Scene(.amended, "go-to-bottom"),
    Scene(.amended, "go-to-clause 2"), Scene(.amended, "next-follow-up"),
    // In the contents.
    Scene(.none, "focus-contents", "3 row-down"), Scene(.none, "focus-contents", "go-to-bottom"),
    Scene(.none, "focus-contents", "2 row-down", "close-fold"),
    Scene(.none, "focus-contents", "open-all-folds"), Scene(.none, "focus-contents", "filter 条"),
    // In the annotations.
    Scene(.amended, "focus-annotations"), Scene(.amended, "focus-annotations", "go-to-bottom"),
    Scene(.amended, "focus-annotations", "go-to-top"),
    Scene(.amended, "focus-annotations", "set-color jade", "row-down"),
    Scene(.amended, "next-doubtful", "focus-annotations", "follow-up today"),
    // Selecting.
    Scene(.none, "3 next-clause", "select-characters", "4 next-character"),
    Scene(.none, "3 next-clause", "select-units", "row-down"),
    Scene(.none, "6 next-clause", "search 某安全", "select-characters"),
    Scene(.amended, "next-doubtful", "select-characters", "3 next-character"),
    Scene(.none, "next-clause", "set-color jade", "select-clause"),
    // In a line.
    Scene(.none, "search", "\"甲 乙", "caret-left"), Scene(.none, "palette", "\"n"),
    Scene(.none, "search 甲", "search 乙", "search"),
    Scene(.none, "search 甲", "search 乙", "search", "2 older-entry"),
    Scene(.none, "search 甲", "search 乙", "search", "older-entry", "older-entry"),
    Scene(.none, "search", "\"甲 乙", "delete-word"), Scene(.none, "search", "\"甲 乙", "caret-start"),
    Scene(.none, "tag", "\"甲"), Scene(.none, "palette", "\"n", "complete"),
    // In a note.
    Scene(.none, "next-clause", "annotate", "\"甲 乙"),
    Scene(.none, "next-clause", "annotate", "\"甲 乙", "caret-start"),
    Scene(.none, "next-clause", "annotate", "\"甲 乙", "delete-word"),
    Scene(.none, "next-clause", "annotate", "\"甲 乙", "undo-typing"),
    Scene(.none, "next-clause", "annotate", "\"甲", "break-line", "\"乙"),
    Scene(.none, "next-clause", "annotate", "\"甲", "break-line", "\"乙", "older-entry"),
    // In the help.
    Scene(.none, "help"), Scene(.none, "help", "2 page-down"), Scene(.none, "search 台账", "help"),
  ]
}

/// What a reader shows and tells, to see whether something has changed.
struct Impression: Equatable, Sendable {
  let frame: String
  let cursor: Point?
  let report: Report

  init(_ session: inout Session) {
    let shown = session.frame()
    frame = FrameAnsi.text(shown, depth: .direct)
    cursor = shown.cursor
    report = session.report
  }
}

/// A scene made ready, with what it shows.
struct Start: Sendable {
  /// The reader in that state; a copy of it can be tried again and again.
  let session: Session
  /// Where keys are read.
  let context: KeyContext
  let impression: Impression

  init(_ scene: Scene, _ keymap: Keymap = vim) throws {
    var session = try scene.driver(keymap).session
    impression = Impression(&session)
    context = try #require(session.report.context)
    self.session = session
  }
}

extension Report {
  /// Where keys are read.
  var context: KeyContext? {
    switch mode {
    case "prompt", "note": KeyContext(rawValue: mode)
    case "visual", "visual-unit": focus == "text" ? .visual : KeyContext(rawValue: focus)
    default: KeyContext(rawValue: focus)
    }
  }
}
