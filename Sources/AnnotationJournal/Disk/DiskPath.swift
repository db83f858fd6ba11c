/// A path as the system has it: bytes, which need not be text.
public struct DiskPath: Hashable, Sendable, CustomStringConvertible {
  /// The bytes, without a closing zero.
  public let bytes: [UInt8]

  /// Makes a path of bytes.
  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Makes a path of text, as UTF-8.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The path of what has this name in the folder.
  public func appending(_ name: some Sequence<UInt8>) -> DiskPath {
    let slash = UInt8(ascii: "/")
    return DiskPath(bytes: (bytes.last == slash ? bytes : bytes + [slash]) + name)
  }

  /// The path of what has this name in the folder.
  public func appending(_ name: String) -> DiskPath { appending(Array(name.utf8)) }

  /// The folder that holds it; `.` for a bare name, `/` for the root.
  public var parent: DiskPath {
    let slash = UInt8(ascii: "/")
    var end = bytes.count
    while end > 1, bytes[end - 1] == slash { end -= 1 }
    guard let cut = bytes[..<end].lastIndex(of: slash) else { return DiskPath(".") }
    return cut == 0 ? DiskPath("/") : DiskPath(bytes: bytes[..<cut])
  }

  /// The last name of the path.
  public var name: ArraySlice<UInt8> {
    guard let cut = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(cut + 1)...]
  }

  /// The path as text for people; bytes that are no UTF-8 show as �.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
