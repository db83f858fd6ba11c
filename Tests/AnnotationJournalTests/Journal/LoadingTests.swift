import Foundation
import Testing

@testable import AnnotationJournal

/// Promise 10: 100,000 records, about 30 MB, load in at most 200 ms; a benchmark, to be run by
/// itself and optimised, as the article on durability tells.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["ZHUPI_BENCHMARKS"] != nil,
    "a benchmark: ZHUPI_BENCHMARKS=1 runs it"))
struct LoadingTests {
  private static func file(_ count: Int) -> [UInt8] {
    let words = "数据要素市场化配置改革推进算力基础设施建设"
    let edition = "n1-" + String(repeating: "ab", count: 32)
    var text: [UInt8] = []
    for seq in 1...count {
      if seq % 2 == 1 {
        let target =
          #""target":{"document":"D\#(seq % 50)","edition":"\#(edition)","position":{"start":\#(seq),"end":\#(seq + 9)},"#
          + #""quote":{"exact":"\#(words)","prefix":"\#(words)","suffix":"\#(words)","count":1},"#
          + #""structure":{"article":"\#(words)","path":["第一章","第三条"],"offset":0}}"#
        text += line("annotate", "01JD0000000000000000\(100_000 + seq)", seq: seq, set: target).utf8
      } else {
        let set = #""note":"\#(words)","tag.算力":true"#
        let id = 100_000 + max(1, seq - 1 - seq % 100 / 2 * 2)
        text += line("edit", "01JD0000000000000000\(id)", seq: seq, set: set).utf8
      }
      text.append(0x0A)
    }
    return text
  }

  @Test func aLongJournalLoadsInTime() throws {
    let count = 100_000
    let limit = Duration.milliseconds(200)
    let scratch = try ScratchFolder()
    let file = Self.file(count)
    try scratch.write(file, "a.jsonl")
    var best = Duration.seconds(100)
    for _ in 0..<5 {
      var folder: JournalFolder?
      best = min(best, try ContinuousClock().measure { folder = try scratch.folder() })
      #expect(folder?.journal.recordCount == count && folder?.fileProblems == [])
    }
    print("\(count) records, \(file.count) bytes: \(best)")
    #expect(best <= limit, "\(file.count) bytes in \(best)")
    let journal = try scratch.folder().journal
    var found = 0
    let time = ContinuousClock().measure { found = journal.annotations(of: ["D1"]).count }
    #expect(found == count / 50)
    #expect(time <= limit, "\(found) annotations in \(time)")
  }
}
