/// What a key types while a Chinese input method is on, and the key that was struck.
enum FullWidthKeys {
  /// The half-width character of the key; nothing for characters that come from no single key.
  static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0)
    case "\u{3000}": " "
    case "、": "/"
    case "。": "."
    case "【": "["
    case "】": "]"
    case "「": "{"
    case "」": "}"
    case "《", "〈": "<"
    case "》", "〉": ">"
    case "“", "”": "\""
    case "‘", "’": "'"
    case "￥", "¥": "$"
    case "…": "^"
    case "—": "_"
    case "·": "`"
    default: nil
    }
  }

  /// Whether an input method has composed it: a Chinese character.
  static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
