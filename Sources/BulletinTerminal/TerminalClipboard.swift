extension NcursesSurface {
  /// Asks the terminal to put bytes on the clipboard; terminals that know nothing of it do nothing,
  /// and none answers.
  ///
  /// Rule source: xterm's control sequences, OSC 52; many terminals take no more than 100,000
  /// characters.
  /// - Returns: false where the terminal would not take so many, and nothing was sent.
  public func copy(_ bytes: [UInt8]) -> Bool {
    guard understandsAnsi, bytes.count <= 74_000 else { return false }
    send("\u{1B}]52;c;\(Base64.text(bytes))\u{07}")
    return true
  }
}

/// Bytes as ASCII letters (RFC 4648, section 4).
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The letters for bytes, padded with `=`.
  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      bits <<= 8
      for index in 0..<4 {
        let letter = letters[Int(bits >> 26)]
        text.append(index <= group.count ? letter : UInt8(ascii: "="))
        bits <<= 6
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
