/// The encodings that bulletins come in; the raw value is the name on the command line.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  /// GB 18030-2022, which contains GBK and GB 2312.
  case gb18030
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
}
