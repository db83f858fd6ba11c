import AnnotationJournal
import BulletinReader
import BulletinScreen

/// What completions ask the program for, since it differs from place to place.
enum CompletionList: String, CaseIterable, Sendable {
  case ids, tags, themes, keymaps

  /// The words, each with what tells people more about it.
  func rows(_ invocation: Invocation) throws(Failure) -> [(word: String, remark: String)] {
    switch self {
    case .ids:
      return try Self.journal(invocation).annotations.reversed().map { annotation in
        let words = [annotation.note, annotation.target?.quote.exact].compactMap { $0 }
        return (annotation.id, Self.short(words.first { !$0.isEmpty } ?? ""))
      }
    case .tags:
      var counts: [String: Int] = [:]
      for tag in try Self.journal(invocation).annotations.flatMap(\.tags) {
        counts[tag, default: 0] += 1
      }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { ($0.key, String($0.value)) }
    case .themes: return UserSettings.themes(invocation.environment).names.map { ($0, "") }
    case .keymaps:
      return UserSettings.keymaps(invocation.environment).names.map { ($0, "") }
    }
  }

  /// Whether a word can be offered: a terminal would not obey it, nor a shell take it for two.
  static func isOffered(_ word: String) -> Bool {
    !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        VisibleSign.sign(for: scalar) == nil && !scalar.properties.isWhitespace
      }
  }

  private static func journal(_ invocation: Invocation) throws(Failure) -> Journal {
    try Journals(invocation, warns: false).journal(of: nil).folder.journal
  }

  /// The first characters of a text, in one line.
  private static func short(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let start = String(String.UnicodeScalarView(scalars.prefix(30)))
    return start.unicodeScalars.count < scalars.count ? start + "…" : start
  }
}
