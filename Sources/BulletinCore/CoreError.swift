/// What can be wrong with the bytes of a bulletin; the wording for people is the program's.
public enum CoreError: Error, Equatable, Sendable {
  /// The bytes hold NUL or are mostly undecodable: no text. The offset is that of the first
  /// such byte.
  case binary(byteOffset: Int)
  /// The bytes are not valid in the encoding that was asked for.
  case undecodable(encoding: TextEncoding)
  /// More bytes than 32-bit offsets can name (4 GiB).
  case tooLarge(bytes: Int)
}
