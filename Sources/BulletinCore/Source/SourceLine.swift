/// A line of the file that has text: where it stands in the bytes and which line it is.
///
/// Blank lines have no value of their own; they show as gaps between numbers.
public struct SourceLine: Equatable, Sendable {
  /// The line's number as sed and vim count it, from 1.
  public let number: Int32
  /// The byte offset of its first byte in the decoded text.
  public let start: UInt32
  /// The byte offset behind its last byte, line end excluded.
  public let end: UInt32

  /// Makes a line of the 1-based number and the half-open byte range given.
  public init(number: Int32, start: UInt32, end: UInt32) {
    self.number = number
    self.start = start
    self.end = end
  }

  /// The half-open range of byte offsets that the line takes.
  public var bytes: Range<Int> { Int(start)..<Int(end) }
}
