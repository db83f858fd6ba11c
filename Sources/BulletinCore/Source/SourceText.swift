/// The text of a bulletin as it was decoded, cut into lines. Everything else points into it.
public struct SourceText: Sendable {
  /// Valid UTF-8 without a byte order mark.
  public let bytes: [UInt8]
  /// The lines that have text, in order.
  public let lines: [SourceLine]
  /// How many lines the file has, blank ones included.
  public let lineCount: Int
  /// What the file's bytes were taken for.
  public let encoding: TextEncoding
  /// How many damaged sequences are shown as U+FFFD.
  public let damage: Int

  /// Decodes the bytes of a file and cuts them into lines.
  ///
  /// - Parameters:
  ///   - file: the file's bytes, as read.
  ///   - encoding: what to take them for; nil detects it on the whole file.
  /// - Throws: `CoreError` where the bytes are no text, not valid in the encoding asked for, or
  ///   larger than `largestFile`.
  public init(_ file: [UInt8], encoding: TextEncoding? = nil) throws(CoreError) {
    guard file.count <= Self.largestFile else { throw .tooLarge(bytes: file.count) }
    let decoded = try decode(file, as: encoding)
    self.init(decoded: decoded)
  }

  /// The largest file that is read, in bytes: 2 GiB less two.
  public static let largestFile = Int(UInt32.max) / 2 - 1

  /// What the beginning of a file shows to be wrong before the rest is there: NUL is in no text.
  public static func fault(inBeginning bytes: [UInt8], encoding: TextEncoding?) -> CoreError? {
    nul(in: bytes, as: encoding).map { .binary(byteOffset: $0) }
  }

  /// Makes a source of text that is at hand, such as the built-in sample.
  public init(_ text: String) {
    self.init(decoded: DecodedText(bytes: Array(text.utf8), encoding: .utf8))
  }

  private init(decoded: DecodedText) {
    bytes = decoded.bytes
    encoding = decoded.encoding
    damage = decoded.damage
    let split = splitLines(decoded.bytes.span)
    lines = split.lines
    lineCount = split.count
  }
}

/// Cuts text at LF where it has any (a CR before it belongs to it), else at CR, as sed and vim do.
/// A line of blanks and invisible characters alone has no text and is left out.
private func splitLines(_ text: Span<UInt8>) -> (lines: [SourceLine], count: Int) {
  let terminator: UInt8 = text.contains(0x0A) ? 0x0A : 0x0D
  var lines: [SourceLine] = []
  lines.reserveCapacity(text.count / 96 + 1)
  var number: Int32 = 0
  var start = 0
  while start < text.count {
    let end = text.firstIndex(of: terminator, from: start) ?? text.count
    number += 1
    if !text.isBlank(start..<end) {
      let carriageReturn = end > start && text[end - 1] == 0x0D
      lines.append(
        SourceLine(
          number: number, start: UInt32(start), end: UInt32(carriageReturn ? end - 1 : end)))
    }
    start = end + 1
  }
  return (lines, Int(number))
}
