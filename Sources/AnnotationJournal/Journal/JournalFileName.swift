/// What the name of a file in a journal's folder tells.
///
/// `WRITER.jsonl` and its segments `WRITER~2.jsonl` … are where the writer writes. Copies that sync
/// programs leave, such as `WRITER.sync-conflict-20261120-080000-ABCDEFG.jsonl`,
/// `WRITER (conflicted copy 2026-11-20).jsonl` and `WRITER 2.jsonl`, are more of its records.
struct JournalFileName: Hashable, Sendable {
  let writer: String
  /// 1 for `WRITER.jsonl`.
  let segment: Int
  let isCopy: Bool

  /// Reads a name; nil where it is none of a file of records.
  init?(_ name: [UInt8]) {
    let ending = Array(".jsonl".utf8)
    guard name.count > ending.count, name.suffix(ending.count).elementsEqual(ending),
      name.first != UInt8(ascii: ".")
    else { return nil }
    let stem = name.dropLast(ending.count)
    let cut = stem.firstIndex { " .(~".utf8.contains($0) } ?? stem.endIndex
    guard cut > stem.startIndex else { return nil }
    writer = String(decoding: stem[..<cut], as: UTF8.self)
    let rest = stem[cut...]
    if rest.isEmpty {
      (segment, isCopy) = (1, false)
      return
    }
    guard rest.first == UInt8(ascii: "~") else {
      (segment, isCopy) = (1, true)
      return
    }
    let number = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) ?? 0
    // What this program would not write so is no segment of its writer, only records to be read.
    isCopy =
      !(2...Self.mostSegments).contains(number) || !rest.dropFirst().elementsEqual("\(number)".utf8)
    segment = isCopy ? 1 : number
  }

  /// A new segment is begun when a sync fails: there are few.
  private static let mostSegments = 1_000_000

  /// The name of a segment.
  static func name(_ writer: String, segment: Int) -> String {
    segment == 1 ? writer + ".jsonl" : "\(writer)~\(segment).jsonl"
  }
}
