import AnnotationJournal
import Testing

@testable import BulletinReader

@Suite struct AnnotationFilterTests {
  /// What each of the words keeps of the seven annotations, by their number from 1.
  @Test(arguments: [
    ("", [1, 2, 3, 4, 5, 6, 7]), ("台账", [2, 3]), ("上位法", [1]), ("乙", [7]), ("第五条", [4]),
    ("#合规", [1]), ("＃合", [1]), ("#", [1]), ("#规", []), ("@甲", [1]), ("@", [1]), ("＠乙", []),
    ("金", [1]), ("gold", [1]), ("Gold", [1]), ("violet", [6]), ("朱", [4, 5, 7]),
    ("待办", [1, 2]), ("open", [1, 2]), ("已办", [7]), ("done", [7]), ("waiting", []),
    ("到期", [1, 2]), ("due", [1, 2]), ("逾期", [2]), ("overdue", [2]), ("today", []),
    ("已改", [6]), ("changed", [6]), ("待确认", [4]), ("doubtful", [4]), ("失锚", [5]),
    ("orphaned", [5]), ("待跟进", [1, 2]), ("pending", [1, 2]),
    ("12-1", [1]), ("2026-12-01", [1]), ("１２-１", [1]), ("+7d", [1]), ("本周", [2]), ("下周", [1]),
    ("2026-11-23", [2]), ("明天", []), ("unsaved", []), ("台账 逾期", [2]), ("  台账　碧 ", [3]), ("无此词", []),
  ])
  func wordsKeep(words: String, expected: [Int]) throws {
    let sample = try AnnotatedSample.amended()
    let filter = AnnotationFilter(words)
    let kept = sample.list.placed.filter(filter.test(on: AnnotatedSample.today))
    let numbers = kept.compactMap { one in sample.ids.firstIndex(of: one.annotation.id) }
    #expect(numbers.map { $0 + 1 }.sorted() == expected)
  }

  @Test(arguments: ["#ai", "#AI", "＃Ａｉ"]) func tagsAreFoundInEitherCase(words: String) throws {
    let sample = try AnnotatedSample()
    try sample.annotate("保护主体权益", [.tag("AI", true)])
    let filter = AnnotationFilter(words)
    #expect(sample.list.placed.filter(filter.test(on: AnnotatedSample.today)).count == 1)
  }

  @Test func thePromptSaysWhatCanBeTyped() throws {
    let driver = try AnnotatedSample.amended().driver()
    try driver.press("<C-w>3 /")
    for sign in ["#标签", "@分派", "逾期"] {
      #expect(driver.screen.joined().contains(sign))
    }
  }
}
