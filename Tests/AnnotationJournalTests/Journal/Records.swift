@testable import AnnotationJournal

/// Writes the line of a record, without its line feed.
func line(
  _ action: String = "edit", _ id: String = "A", seq: Int, clock: Int? = nil, set: String = "",
  at: String = "2026-11-20T08:00:00.123Z", by: String = "甲", more: String = ""
) -> String {
  let numbers = "\"seq\":\(seq),\"clock\":\(clock ?? seq)"
  return
    "{\"v\":1,\(numbers),\"at\":\"\(at)\",\"by\":\"\(by)\",\"do\":\"\(action)\",\"id\":\"\(id)\"\(more),\"set\":{\(set)}}"
}

extension Journal {
  /// A journal of files given by writer and lines.
  init(_ files: [(writer: String, lines: [String])]) {
    self.init()
    for file in files {
      let bytes = Array(file.lines.map { $0 + "\n" }.joined().utf8)
      _ = read(bytes, writer: file.writer)
    }
  }
}
