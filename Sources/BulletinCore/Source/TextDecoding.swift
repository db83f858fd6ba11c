import Glibc

/// Bytes of a file turned into valid UTF-8.
struct DecodedText {
  var bytes: [UInt8]
  var encoding: TextEncoding
  /// How many damaged sequences became U+FFFD.
  var damage = 0
}

/// Decodes a whole file: by the encoding asked for, else by byte order mark, else as UTF-8, else
/// as GB 18030 where that is valid and mostly Chinese, else as UTF-8 with its damage marked.
func decode(_ bytes: [UInt8], as wanted: TextEncoding?) throws(CoreError) -> DecodedText {
  switch wanted ?? byteOrderMark(of: bytes) {
  case .utf16LittleEndian: return try decodeUTF16(bytes, .utf16LittleEndian)
  case .utf16BigEndian: return try decodeUTF16(bytes, .utf16BigEndian)
  case .gb18030:
    guard let text = gb18030ToUTF8(bytes) else { throw .undecodable(encoding: .gb18030) }
    return DecodedText(bytes: text, encoding: .gb18030)
  case .utf8, nil: break
  }
  if let nul = bytes.span.firstIndex(of: 0) { throw .binary(byteOffset: nul) }
  let body = withoutMark(bytes, [0xEF, 0xBB, 0xBF])
  if (try? UTF8Span(validating: body.span)) != nil {
    return DecodedText(bytes: body, encoding: .utf8)
  }
  if wanted == nil, let text = gb18030ToUTF8(body), isMostlyChinese(text) {
    return DecodedText(bytes: text, encoding: .gb18030)
  }
  return try repairUTF8(body)
}

private func byteOrderMark(of bytes: [UInt8]) -> TextEncoding? {
  if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
  if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
  return nil
}

/// Where NUL stands in the first bytes of a file.
func nul(in bytes: [UInt8], as wanted: TextEncoding?) -> Int? {
  switch wanted ?? byteOrderMark(of: bytes) {
  case .utf16LittleEndian, .utf16BigEndian:
    stride(from: 0, to: bytes.count - 1, by: 2).first { bytes[$0] == 0 && bytes[$0 + 1] == 0 }
  case .utf8, .gb18030, nil: bytes.firstIndex(of: 0)
  }
}

private func withoutMark(_ bytes: [UInt8], _ mark: [UInt8]) -> [UInt8] {
  bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
}

private func repairUTF8(_ bytes: [UInt8]) throws(CoreError) -> DecodedText {
  let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
  let damage = replacementCount(repaired) - replacementCount(bytes)
  // More than one sequence in eight beyond repair is no damaged text but something else.
  guard damage * 8 <= bytes.count else {
    throw .binary(byteOffset: bytes.firstIndex { $0 >= 0x80 } ?? 0)
  }
  return DecodedText(bytes: repaired, encoding: .utf8, damage: damage)
}

/// How often U+FFFD stands in the bytes.
private func replacementCount(_ bytes: [UInt8]) -> Int {
  var count = 0
  var index = 0
  while index + 2 < bytes.count {
    if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD {
      count += 1
      index += 3
    } else {
      index += 1
    }
  }
  return count
}

private func decodeUTF16(_ bytes: [UInt8], _ encoding: TextEncoding) throws(CoreError)
  -> DecodedText
{
  let little = encoding == .utf16LittleEndian
  let body = withoutMark(bytes, little ? [0xFF, 0xFE] : [0xFE, 0xFF])
  guard body.count % 2 == 0 else { throw .undecodable(encoding: encoding) }
  var units: [UInt16] = []
  units.reserveCapacity(body.count / 2)
  for index in stride(from: 0, to: body.count, by: 2) {
    let (first, second) = (UInt16(body[index]), UInt16(body[index + 1]))
    units.append(little ? second << 8 | first : first << 8 | second)
  }
  if let nul = units.firstIndex(of: 0) { throw .binary(byteOffset: nul * 2) }
  let text = Array(String(decoding: units, as: UTF16.self).utf8)
  return DecodedText(bytes: text, encoding: encoding, damage: replacementCount(text))
}

/// The bytes as UTF-8, or nil where they are not valid GB 18030. glibc converts: Foundation's
/// converter is missing from a statically linked program.
private func gb18030ToUTF8(_ bytes: [UInt8]) -> [UInt8]? {
  let converter = iconv_open("UTF-8", "GB18030")
  guard converter != iconv_t(bitPattern: -1) else { return nil }
  defer { iconv_close(converter) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
  var written = 0
  let complete = input.withUnsafeMutableBytes { source in
    output.withUnsafeMutableBytes { target in
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var fromLeft = source.count
      var toLeft = target.count
      let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
      written = target.count - toLeft
      return result != Int(bitPattern: UInt.max) && fromLeft == 0
    }
  }
  return complete ? Array(output[..<written]) : nil
}

/// Whether at least half of the characters beyond ASCII are Chinese ones or their marks: what
/// other encodings misread as GB 18030 scatters over rare planes.
private func isMostlyChinese(_ text: [UInt8]) -> Bool {
  var chinese = 0
  var other = 0
  let span = text.span
  var index = 0
  while index < span.count {
    let (scalar, width) = span.scalar(at: index)
    index += width
    guard scalar >= 0x80 else { continue }
    switch scalar {
    case 0x2010...0x2026, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF: chinese += 1
    default: other += 1
    }
  }
  return chinese > other
}
