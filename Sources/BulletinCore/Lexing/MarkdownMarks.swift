/// The marks that Markdown, and OCR that writes Markdown, put around a line's text.
struct MarkdownMarks {
  /// Where the text inside the marks begins and ends, in bytes.
  var start: Int
  var end: Int
  /// Level of a heading, 0 without `#`.
  var hash: UInt8 = 0
  var isListed = false
  var isBold = false

  /// Takes the marks off a line that has text: `- **第一条** 为了` begins at 第一条.
  init(_ text: Span<UInt8>, _ line: Range<Int>) {
    end = text.dropBlanks(line.lowerBound, line.upperBound)
    start = text.skipBlanks(line.lowerBound, end)
    takeOpening(text)
    takeClosing(text)
  }

  private mutating func takeOpening(_ text: Span<UInt8>) {
    while start < end {
      let byte = text[start]
      if byte == UInt8(ascii: "#"), hash == 0, let level = hashes(text) {
        hash = UInt8(level)
        start = text.skipBlanks(start + level, end)
      } else if byte == UInt8(ascii: ">") {
        start = text.skipBlanks(start + 1, end)
      } else if isBullet(text) {
        isListed = true
        start = text.skipBlanks(start + 1, end)
      } else if text.has("**", at: start, before: end) || text.has("__", at: start, before: end) {
        isBold = true
        start = text.skipBlanks(start + 2, end)
      } else {
        return
      }
    }
  }

  /// Up to six `#`, not the tag of a word: a blank, a mark or a Chinese character follows.
  private func hashes(_ text: Span<UInt8>) -> Int? {
    var level = 0
    while start + level < end, text[start + level] == UInt8(ascii: "#") { level += 1 }
    guard level <= 6, let next = text.peek(start + level, before: end) else { return nil }
    return next.isBlank || next >= 0x80 || next == 0x2A ? level : nil
  }

  private func isBullet(_ text: Span<UInt8>) -> Bool {
    switch text[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      text.peek(start + 1, before: end).map { $0 == 0x20 || $0 == 0x09 || $0 == 0x3000 } ?? false
    default: false
    }
  }

  private mutating func takeClosing(_ text: Span<UInt8>) {
    while end > start {
      if end - start >= 2, text[end - 1] == UInt8(ascii: "*"), text[end - 2] == UInt8(ascii: "*") {
        end -= 2
      } else if end - start >= 2, isBold, text.has("__", at: end - 2, before: end) {
        end -= 2
      } else if hash > 0, text[end - 1] == UInt8(ascii: "#") {
        end -= 1
      } else {
        return
      }
      end = text.dropBlanks(start, end)
    }
  }
}
