import BulletinReader
import Foundation
import Testing

/// Annotations in every state, with words that a program could obey, and what is exported of them.
struct ExportedFolder {
  let library: AnnotatedFolder
  /// The ids of the annotations by what they are for.
  let ids: [String: String]

  /// A note of all that could break a format.
  static let hostile = """
    =HYPERLINK("http://x";"y"),'z'
    <script>alert(1)</script> & <b onclick="x">
    -->]]> # 标题 [链接](javascript:x) `c` 100% \\ |

    \u{1B}[31m红\u{202E}字\u{7}\u{85}\u{2028}👩‍🌾
    """

  /// Makes the folder: exact, moved, changed, doubtful, orphaned, and one of a file that is gone.
  init() throws {
    library = try AnnotatedFolder()
    var ids: [String: String] = [:]
    ids["orphaned"] = try library.annotate("--at", "10", "--note", "孤")
    ids["moved"] = try library.annotate("--at", "11", "--color", "azure")
    ids["doubtful"] = try library.annotate(
      "--at", "1/3", "--note", Self.hostile, "--tag", "算力", "--tag", "=b", "--due", "12-1",
      "--assignee", "+王")
    ids["changed"] = try library.annotate("--at", "15", "--note", "改", "--color", "jade")
    ids["exact"] = try library.annotate("--at", "20", "--note", "平")
    let amended = AnnotatedFolder.issue
      .replacing("第一条 为规范要素流通，保护主体权益，制定本办法。\n", with: "")
      .replacing("2026年6月底", with: "2026年9月底")
      .replacing("按照第三条建立的记录", with: "按照第三条建立并保存的记录")
    try library.write(amended, to: "issue.txt")
    try library.write("第一条 为了试验，制定本办法。\n", to: "gone.txt")
    let gone = try library.run(["annotate", "gone.txt", "--at", "1", "--note", "缺"])
    ids["absent"] = gone.output.trimmingCharacters(in: .newlines)
    try FileManager.default.removeItem(atPath: library.file("gone.txt"))
    self.ids = ids
  }

  /// What a format prints of all annotations.
  func export(_ format: String, _ words: String...) throws -> String {
    let result = try library.run(["export", "--format", format] + words)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    return result.output
  }

  /// What a terminal or a browser would obey.
  static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
