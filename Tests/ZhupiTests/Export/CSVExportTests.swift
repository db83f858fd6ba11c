import BulletinReader
import Testing

@testable import zhupi

/// `zhupi export --format csv`, read back as RFC 4180 has it.
@Suite struct CSVExportTests {
  /// The rows by the names of the columns.
  private func rows(_ text: String) throws -> [[String: String]] {
    #expect(text.unicodeScalars.first == "\u{FEFF}", "spreadsheets want it to see UTF-8")
    let records = try #require(
      DelimitedText.records(String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))))
    let names = try #require(records.first)
    #expect(Set(names).count == names.count)
    return records.dropFirst().map { record in
      #expect(record.count == names.count)
      return Dictionary(zip(names, record)) { $1 }
    }
  }

  @Test func whatWentInComesOut() throws {
    let folder = try ExportedFolder()
    let rows = try rows(folder.export("csv"))
    let json = try folder.library.json("annotations")
    #expect(rows.map { $0["id"] } == json.map { $0["id"]?.string })
    for (row, annotation) in zip(rows, json) {
      #expect(row["state"] == annotation["state"]?.string)
      #expect(row["quote"] == annotation["quote"]?.string)
      #expect(row["articleTitle"] == annotation["place"]?["articleTitle"]?.string ?? "")
      let line = annotation["range"]?["line"]?.number
      #expect(row["line"] == line.map { String(Int($0)) } ?? "")
      #expect(row["created"] == annotation["created"]?.string)
    }
    let doubtful = try #require(rows.first { $0["state"] == "doubtful" })
    let note = try #require(doubtful["note"])
    #expect(note.hasPrefix("'=HYPERLINK(\"http://x\";\"y\"),'z'\n<script>"))
    #expect(note.contains("\n\n␛[31m红⇄字␇␦␤👩‍🌾"))
    #expect(doubtful["tags"] == "'=b 算力" && doubtful["assignee"] == "'+王")
    #expect(doubtful["status"] == "open" && doubtful["due"] == "2026-12-01")
    #expect(doubtful["citation"] == "《某省信息化动态》2026年第12期（总第203期），〈数据要素流通管理办法〉第三条，第1页")
  }

  @Test func noCellIsAFormula() throws {
    let folder = try ExportedFolder()
    let cells = try rows(folder.export("csv")).flatMap(\.values)
    for cell in cells {
      #expect(!"=+-@＝＋－＠\t\r\n".contains(cell.first ?? "x"), "\(cell)")
      #expect(!cell.unicodeScalars.contains(where: ExportedFolder.isObeyed))
    }
  }

  @Test(arguments: [
    ("", ""), ("甲", "甲"), ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("＝1", "'＝1"),
    ("\t甲", "'\t甲"), ("\n甲", "'\n甲"), ("  =1", "'  =1"), ("　－1", "'　－1"), ("'=1", "''=1"),
    ("''=1", "'''=1"), ("'甲'", "'甲'"), ("1=1", "1=1"), (" 甲", " 甲"), ("—甲", "—甲"),
  ])
  func anApostropheInFrontMakesATextOfIt(text: String, cell: String) {
    #expect(CSVExport.neutral(text) == cell)
  }

  @Test func theTextComesBack() {
    let pieces = ["'", "=", "＋", " ", "\t", "\n", "甲", "-"]
    var texts = [""]
    for _ in 0..<4 { texts += texts.flatMap { text in pieces.map { text + $0 } } }
    let cells = texts.map(CSVExport.neutral)
    #expect(Set(cells).count == Set(texts).count, "no two texts make one cell")
    for (text, cell) in zip(texts, cells) where cell != text { #expect(cell.dropFirst() == text) }
  }
}
