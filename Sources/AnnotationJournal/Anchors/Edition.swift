/// One state of a text: `n1-` and the SHA-256 of its normalised text's UTF-8, in lower-case hex.
///
/// Two files that differ only in what normalising removes are one edition.
public struct Edition: Hashable, Sendable, Comparable {
  /// `n1-` and 64 hexadecimal digits: the name in records and of the kept file.
  public let id: String

  /// An edition by its name; nil where that is none.
  public init?(id: String) {
    let digits = id.utf8.dropFirst(3)
    guard id.hasPrefix("n1-"), digits.count == 64, digits.allSatisfy(isLowerHexDigit) else {
      return nil
    }
    self.id = id
  }

  /// The edition of normalised scalars.
  init(of scalars: [UInt32]) {
    var hash = SecureHash()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4)
    for scalar in scalars {
      if scalar >= 0x800, scalar < 0x10000 {
        hash.append(UInt8(0xE0 | scalar >> 12))
        hash.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        hash.append(UInt8(0x80 | scalar & 0x3F))
      } else {
        bytes.removeAll(keepingCapacity: true)
        appendUTF8(of: scalar, to: &bytes)
        for byte in bytes { hash.append(byte) }
      }
    }
    var id = "n1-"
    for byte in hash.digest() {
      id.unicodeScalars.append(hexDigit(byte >> 4))
      id.unicodeScalars.append(hexDigit(byte & 15))
    }
    self.id = id
  }

  /// Orders editions by their names, so that lists of them come out alike everywhere.
  public static func < (one: Edition, other: Edition) -> Bool { one.id < other.id }
}

private func isLowerHexDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
}

private func hexDigit(_ value: UInt8) -> Unicode.Scalar {
  Unicode.Scalar(value < 10 ? 0x30 + value : 0x57 + value)
}
