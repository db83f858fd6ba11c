/// What a scalar is to motions by word: runs of one kind are a word.
enum WordKind: Equatable, Sendable {
  case blank
  case punctuation
  /// Latin letters and digits, full-width ones too.
  case latin
  /// Chinese characters and all else that is no punctuation.
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x3000: self = .blank
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF10...0xFF19, 0xFF21...0xFF3A,
      0xFF41...0xFF5A, 0x25, 0xFF05:
      self = .latin
    case 0x21...0x7E, 0xA1...0xBF, 0x2010...0x206F, 0x3001...0x3004, 0x3008...0x3020,
      0xFF01...0xFF65, 0xFE30...0xFE4F:
      self = .punctuation
    default: self = .other
    }
  }
}
