import Foundation
import Testing

@testable import AnnotationJournal

/// The record reader takes and refuses what Foundation's decoder does.
@Suite struct RecordReaderTests {
  /// A record as Foundation reads it.
  private struct Decoded: Decodable {
    var v: Int?
    var seq: Int?
    var clock: Int?
    var at: String?
    var by: String?
    var id: String?
    var word: String
    var set: [String: JSON]?

    enum CodingKeys: String, CodingKey {
      case v, seq, clock, at, by, id, set
      case word = "do"
    }
  }

  private enum JSON: Decodable {
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let text = try? decoder.singleValueContainer().decode(String.self)
      self = text.map { .text($0) } ?? .other
    }
  }

  private static let good = [
    line("annotate", "01JD", seq: 41, clock: 1093, set: #""note":"算力","tag.数\u636e":true"#),
    line(
      "edit", "01JD", seq: 1,
      set: #""x":[1,-2.5e+3,{"y":null}],"note":"\"\\\/\b\f\n\r\t😀\ud83d\ude00""#),
    #"  { "do" : "remove" , "id":"01JD", "seq":7,"clock":0 , "set" : { } , "undoes":["w",3] }  "#,
    line(
      "document", "01JC", seq: 9, set: #""title":null,"path":"a/b""#,
      more: #","later":{"k":[]}"#),
  ]

  private func read(_ bytes: [UInt8]) -> (ParsedRecord, [String: String?])? {
    var reader = RecordReader()
    var index = 0
    let span = bytes.span
    guard let record = reader.read(span, &index), index == bytes.count else { return nil }
    var texts: [String: String?] = [:]
    for member in reader.members {
      texts[span.text(member.name)] = .some(span.jsonText(member.value))
    }
    return (record, texts)
  }

  private func compare(_ bytes: [UInt8]) {
    let shown = String(decoding: bytes, as: UTF8.self)
    let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes))) is [String: Any]
    guard let (record, texts) = read(bytes) else {
      // Refused: no JSON, or not what a record needs.
      let decoded = isJSON ? try? JSONDecoder().decode(Decoded.self, from: Data(bytes)) : nil
      if let decoded, decoded.v ?? 1 == 1, RecordAction(rawValue: decoded.word) != nil,
        decoded.seq ?? 0 > 0, decoded.clock ?? 0 >= 0, decoded.id?.isEmpty == false,
        !shown.contains("undoes"), !shown.contains("through")
      {
        Issue.record("refused: \(shown)")
      }
      return
    }
    guard let decoded = try? JSONDecoder().decode(Decoded.self, from: Data(bytes)) else {
      Issue.record("taken: \(shown)")
      return
    }
    #expect(record.seq == decoded.seq ?? 0 && record.clock == decoded.clock ?? 0, "\(shown)")
    #expect(bytes.span.text(record.id) == decoded.id ?? "", "\(shown)")
    #expect(bytes.span.text(record.by) == decoded.by ?? "", "\(shown)")
    #expect(record.action?.rawValue ?? decoded.word == decoded.word, "\(shown)")
    #expect(Set(texts.keys) == Set(decoded.set?.keys.map { $0 } ?? []), "\(shown)")
    for (name, value) in decoded.set ?? [:] {
      if case .text(let text) = value { #expect(texts[name] == text, "\(shown)") }
    }
  }

  @Test func wholeRecordsAreTaken() {
    for text in Self.good {
      #expect(read(Array(text.utf8)) != nil, "\(text)")
      compare(Array(text.utf8))
    }
  }

  @Test func damagedRecordsAreTakenOrRefusedAsFoundationDoes() {
    var random = SeededRandom(seed: 20)
    let pieces = [
      #"""#, "\\", "{", "}", ",", ":", "[", "]", "0", "1e", ".", "-", "\u{1}", "é", "null",
      #"\ud800"#, #"\u00"#,
    ]
    for _ in 0..<3000 {
      var bytes = Array(Self.good[random.below(Self.good.count)].utf8)
      for _ in 0...random.below(2) {
        if bytes.isEmpty { break }
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      // Line feeds end records, and zeros before a record are passed over.
      if !bytes.contains(0x0A), !bytes.contains(0) { compare(bytes) }
    }
  }

  @Test(arguments: [
    #"{"v":1,"seq":0,"clock":1,"do":"edit","id":"A","set":{}}"#,
    #"{"v":1,"seq":1,"clock":-1,"do":"edit","id":"A","set":{}}"#,
    #"{"v":1,"seq":9007199254740992,"clock":1,"do":"edit","id":"A","set":{}}"#,
    #"{"v":1,"seq":1,"clock":1,"do":"edit","set":{}}"#,
    #"{"v":1,"seq":1,"clock":1,"id":"A","set":{}}"#,
    #"{"v":1,"seq":1,"clock":1,"do":"edit","id":"A","set":[]}"#,
    #"{"v":1,"seq":1,"clock":1,"do":"edit","id":"A","set":{}} {}"#,
    #"{"v":1,"seq":1,"clock":1,"do":"edit","id":"A","set":{},"undoes":["w"]}"#, "[]", "7", "{}",
  ]) func whatIsNoRecordIsRefused(_ text: String) {
    #expect(read(Array(text.utf8)) == nil)
  }

  @Test func textsGoThroughJSONUnharmed() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.below(12) {
        let bound = [0x20, 0x80, 0x3000, 0x11_0000][random.below(4)]
        if let scalar = Unicode.Scalar(UInt32(random.below(bound))) { text.append(scalar) }
      }
      let value = FieldValue(String(text))
      let isSafe = value.json.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      #expect(value.text == String(text) && isSafe)
      let list = Data([0x5B] + value.json + [0x5D])
      let decoded = try JSONDecoder().decode([String].self, from: list)
      #expect(decoded == [String(text)])
    }
  }

  @Test func timesAreWrittenAsFoundationWritesThem() {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    for milliseconds in [0, 1, -1, 1_795_161_600_123, 951_782_400_000, 4_107_542_399_999] {
      let date = Date(timeIntervalSince1970: (Double(milliseconds) + 0.3) / 1000)
      #expect(Timestamp.text(Int64(milliseconds)) == date.formatted(style))
    }
  }

  @Test func identifiersSortByTheirTime() {
    var random = SeededRandom(seed: 1)
    var now: Int64 = 1_700_000_000_000
    let surroundings = Surroundings(
      now: { now }, random: { random.next() }, pause: { _ in }, machine: "", user: 0)
    var ids: [String] = []
    for _ in 0..<100 {
      ids.append(ULID.make(surroundings))
      now += 1
    }
    #expect(ids == ids.sorted() && ids.allSatisfy { $0.count == 26 } && Set(ids).count == 100)
  }
}
